"""Which words name the same body: by its name, its initials, its short form."""

from __future__ import annotations

import re
from itertools import islice

from attrs import define, field

from incident_timeline.parsers._passages import Passage
from incident_timeline.parsers._who import Who, plain_words
from incident_timeline.text._focus import Mention
from incident_timeline.text.people import short_names, without_short
from incident_timeline.text.spans import Span
from incident_timeline.vocabulary import PartyKind, Role

__all__ = ["Bodies"]

_ARTICLE = re.compile(
    r"\A(?:of\s+)?(?:the|an?|one|another|its|his|her|our)\s+", re.IGNORECASE
)
_SMALL = frozenset(
    {"of", "the", "for", "and", "de", "des", "la", "&", "in", "’s", "'s"}
)
# A part of a name is looked for among so many bodies.
_MEMORY = 60
# A name of so many words or more is known by its initials too.
_INITIALS = 3
_OVERSIGHT = re.compile(
    r"independent|investigat|ombudsman|inspector|integrity|review|accountability"
    r"|professional standards|complaints|oversight|standards|attorney|enquêtes|conduct"
    r"|department of justice|commission|serious incident|internal affairs"
)
# Words for whoever works for a body, and for a body by its last word alone.
_STAFF = frozenset(
    "investigator investigators director watchdog commissioner commission authority"
    " ombudsman bureau department office unit agency team directorate service force"
    " inspectorate company ministry".split()
)
_ROLES = {
    **dict.fromkeys(("coroner", "coroners"), Role.CORONER),
    **dict.fromkeys(("judge", "magistrate", "magistrates"), Role.JUDGE),
    **dict.fromkeys(
        ("prosecutor", "prosecutors", "dpp", "cps", "attorney", "counsel", "fiscal"),
        Role.PROSECUTOR,
    ),
    **dict.fromkeys(("pathologist", "examiner"), Role.PATHOLOGIST),
}
_DEFAULT = {
    "oversight": Role.OVERSIGHT_BODY,
    "court": Role.COURT,
    "police": Role.OTHER_OFFICER,
    "medical": Role.MEDICAL,
}


@define
class Bodies:
    """The bodies of a document, each once however it is called."""

    text: str
    publisher: str
    known: dict[str, Who] = field(factory=dict)
    last: Who | None = None
    own: Who | None = None
    _short: dict[str, str] = field(factory=dict)
    _full: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for name in short_names(self.text):
            self._short[name.name.lower()] = name.short
            self._full[name.short] = name.name
        if self.publisher:
            inquires = _OVERSIGHT.search(self.publisher.lower()) is not None
            group = "oversight" if inquires else "police"
            self.own = self._named(group, self.publisher, None, None)

    def meet(self, m: Mention, passage: Passage) -> Who:
        """Whom a mention names: a body known, the one told of last, or another."""
        words = _ARTICLE.sub("", without_short(m.of(self.text)))
        who = self._of_staff(m.group, words)
        if who is None:
            who = self._named(m.group, words, passage, Span(m.start, m.end))
        if who.span is None:
            who.span, who.passage = Span(m.start, m.end), passage
        if m.group == "oversight" and who.role == Role.OVERSIGHT_BODY:
            self.last = who
        return who

    def inquirer(self) -> Who | None:
        """The inquiring body told of last, else the publisher where it inquires."""
        inquires = self.own is not None and self.own.group == "oversight"
        return self.last or (self.own if inquires else None)

    def _of_staff(self, group: str, words: str) -> Who | None:
        """The body whose people act: "investigators", "the Authority"."""
        parts = plain_words(words) or [""]
        if parts[-1] not in _STAFF:
            return None
        if len(parts) == 1:
            for who in islice(self.known.values(), _MEMORY):
                if parts[0] in plain_words(who.name):
                    return who
        named = len(parts) > 1 and words.rsplit(maxsplit=1)[-1][:1].isupper()
        return None if named or group != "oversight" else self.inquirer()

    def _named(
        self, group: str, words: str, passage: Passage | None, span: Span | None
    ) -> Who:
        key = self._key(words)
        if key not in self.known:
            alike = self._alike(words)
            self.known[key] = alike or self._new(group, key, words, passage, span)
            full = self._full.get(key, words)
            if (
                alike is not None
                and alike is not self.own
                and len(full) > len(alike.name)
            ):
                alike.name = full
        return self.known[key]

    def _new(
        self,
        group: str,
        key: str,
        words: str,
        passage: Passage | None,
        span: Span | None,
    ) -> Who:
        name = self._full.get(key, words)
        noun = (plain_words(words) or [""])[-1]
        role = _ROLES.get(noun, _DEFAULT[group])
        staff = noun.startswith("investigator") and " " not in name
        if staff:
            name, role = "", Role.INVESTIGATOR
        single = role in (Role.CORONER, Role.JUDGE, Role.PATHOLOGIST)
        return Who(
            group,
            span,
            passage,
            kind=_kind(single=single, staff=staff),
            name=name if any(w[:1].isupper() for w in name.split()) else "",
            nouns={noun},
            role=role,
        )

    def _alike(self, words: str) -> Who | None:
        """A body of whose name this is a part, or that is a part of this one."""
        mine = _telling_words(words)
        for who in islice(self.known.values(), _MEMORY):
            theirs = _telling_words(who.name)
            least = min(len(mine), len(theirs))
            if least >= _ALIKE and (mine <= theirs or theirs <= mine):
                return who
        return None

    def _key(self, name: str) -> str:
        short = self._short.get(name.lower())
        words = [w for w in name.split() if w.lower() not in _SMALL]
        if short is None and len(words) >= _INITIALS:
            return "".join(w[0] for w in words)
        return short or name


# So many words of one name must stand in another for the two to be one body.
_ALIKE = 2


def _telling_words(name: str) -> frozenset[str]:
    parts = (p.removesuffix("'s").removesuffix("’s") for p in plain_words(name))
    return frozenset(p for p in parts if p not in _SMALL)


def _kind(*, single: bool, staff: bool) -> str:
    if staff:
        return PartyKind.GROUP
    return PartyKind.PERSON if single else PartyKind.ORGANISATION
