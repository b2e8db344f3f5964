"""Events told in a sentence: cues matched, subjects weighed, contexts heeded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from incident_timeline.text._entries import is_entry, whole_end
from incident_timeline.text._focus import name_end, with_objects
from incident_timeline.text.actors import Mention
from incident_timeline.text.asides import aside_around, subject_outside
from incident_timeline.text.context import Attribution, Scope, is_infinitive
from incident_timeline.text.lexicon import Cue, Hit, Lexicon
from incident_timeline.text.patterns import plain
from incident_timeline.text.spans import Clause, Span

__all__ = ["Sentence", "Telling", "fits", "tellings"]

_ACTORS = {"person": "subject", "vehicle": "subject", "other": ""}
_BY = re.compile(r"\bby\s{1,4}\Z")
_DEFINITE = re.compile(r"\b(?:the|those|all)\b[^,.;]{1,40}\Z", re.IGNORECASE)
# Of these, the subject of a passive is not who did it.
_PASSIVE_KINDS = frozenset({"shots", "attack"})
_PASSIVE = re.compile(r"(?:is|was|are|were|ha(?:s|ve|d) been)\s", re.IGNORECASE)
_POLICE = re.compile(
    r"(?:\bpolice|officer[- ]involved|police[- ]involved|garda)\s{1,3}\w{0,12}\Z",
    re.IGNORECASE,
)
# What these do is done, whatever they deny, and whatever is only alleged in them.
_CONTENTS: Mapping[str, tuple[str, ...]] = {
    "arrest": ("allegation",),
    "charge": ("allegation",),
    "custody": ("allegation",),
    "finding": ("allegation", "future", "hypothetical", "negated"),
    "hearing": ("allegation",),
    "interview": ("allegation",),
}
# What is done one after another: "he climbed the fence and ran off" is two of these.
_SERIAL = frozenset({"attack", "restraint", "scene_control"})
_ADDED = re.compile(
    r"\b(?:and|then)(?:\s\w{2,14}ly|\sthen|\sone of them|\sanother)?\s{1,3}\Z",
    re.IGNORECASE,
)
# A participle after the one who does it: "with the man swinging a bat".
_PARTICIPLE = re.compile(r"\s{1,3}(?:being\b|\w{2,14}ing\b)", re.IGNORECASE)
_SUBJECT_REACH = 90
_INFINITIVE = re.compile(r"\s{0,4}to\b")
_STEM = 4  # so many letters tell a word in all its forms
_AGENT_REACH = 24
# "Jane Hall, a sergeant of the force, arrived": of her this is said.
_APPOSED = re.compile(r"(?:a|an|the)\s", re.IGNORECASE)
# "Officers had a report of a man shouting and responded": it is they who responded.
_REPORTED = re.compile(
    r"\b(?:reports?|calls?|complaints?|information|word)\s"
    r"(?:of|about|regarding|that|from)\s",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\band\s(?:\w{2,14}ly\s|then\s|also\s)?\Z", re.IGNORECASE)


@frozen(kw_only=True)
class Sentence:
    """One sentence of a text, and what was found in it before its events.

    Attributes:
        text: The whole text.
        span: Where the sentence stands.
        clauses: Its clauses.
        people: Whom it names.
        scopes: What in it isn't told as a fact.
        said: What in it is attributed.
        asides: The relative clauses that break into it.

    >>> told = "Shots were fired."
    >>> whole = Sentence(text=told, span=Span(0, 17), clauses=(Clause(0, 17),),
    ...                  people=(), scopes=(), said=())
    >>> whole.subject(6) is None
    True
    """

    text: str
    span: Span
    clauses: tuple[Clause, ...]
    people: tuple[Mention, ...]
    scopes: tuple[Scope, ...]
    said: tuple[Attribution, ...]
    asides: tuple[Span, ...] = ()

    def subject(self, at: int) -> Mention | None:
        """The subject of a verb at an offset, if it has one."""
        found = self._described(at) or subject_outside(self.people, self.asides, at)
        if found is None or self._only_speaks(found, at):
            return None
        return self._named_before(found, at) or found

    def reporting(self, at: int) -> Mention | None:
        """Who had a report of something, and did what stands at an offset."""
        if not _JOINED.search(self.text, max(self.span.start, at - 24), at):
            return None
        first = next((m for m in self.people if m.subject and m.end < at), None)
        heard = first and _REPORTED.search(self.text, first.end, at)
        if not heard or any(m.pronoun and m.subject for m in self._between(heard, at)):
            return None
        return first

    def _between(self, words: re.Match[str], at: int) -> list[Mention]:
        return [m for m in self.people if words.end() <= m.start < at]

    def _named_before(self, subject: Mention, at: int) -> Mention | None:
        """Whom a subject between commas stands beside: "Hall, a sergeant, arrived"."""
        if not _APPOSED.match(self.text, subject.start):
            return None
        if self.text[subject.start - 2 : subject.start] != ", ":
            return None
        if "," not in self.text[max(subject.end, at - 3) : at]:
            return None
        ends = subject.start - 2
        return next((m for m in self.people if m.subject and m.end == ends), None)

    def _only_speaks(self, subject: Mention, at: int) -> bool:
        """Whether what follows is said by somebody: "the chief said shots were ..."."""
        return any(
            subject.end <= one.start <= at
            and one.speaker
            and not _INFINITIVE.match(self.text, one.start)
            for one in self.said
        )

    def _described(self, at: int) -> Mention | None:
        """Whom a participle at an offset is said of: "saw a man running off"."""
        near = (m for m in self.people if m.end < at <= m.end + 3 and not m.subject)
        ahead = _PARTICIPLE.match
        return next((m for m in near if ahead(self.text, m.end)), None)


@frozen(kw_only=True)
class Telling(Span):
    """One event as one clause tells it.

    Attributes:
        start: Where its subject begins, or the cue itself.
        cue: The cue that matched.
        at: Where the cue's own words begin.
        actor: ``police``, ``subject``, ``public``, ``medical`` ..., or empty.
        subject: The last word of its subject, in lower case.
        group: The group of its subject.
        clause: The clause's number in its sentence.
        context: Empty where it is told as a fact, else why it isn't.
        looks_back: Whether its words point back at something told before, as in
            "the officer who fired" or "while he was held".

    >>> cue = Cue(kind="shots", pattern="shots")
    >>> Telling(0, 5, cue=cue, at=0, actor="", subject="", group="", clause=0).kind
    'shots'
    """

    cue: Cue
    at: int
    actor: str
    subject: str
    group: str
    clause: int
    context: str = ""
    looks_back: bool = False

    @property
    def kind(self) -> str:
        """The kind of event."""
        return self.cue.kind


def tellings(sentence: Sentence, lexicon: Lexicon) -> tuple[Telling, ...]:
    """What a sentence tells, in its order: one event a kind, clause and actor.

    Where cues overlap, the longest match wins, then the one that begins first; words
    that only mention an event give way to all others.

    >>> from incident_timeline.text.lexicon import default_lexicon
    >>> told = "Shots were fired."
    >>> whole = Sentence(text=told, span=Span(0, 17), clauses=(Clause(0, 17),),
    ...                  people=(), scopes=(), said=())
    >>> [telling.kind for telling in tellings(whole, default_lexicon())]
    ['shots']
    """
    start = sentence.span.start
    hits = (
        Hit(
            cue=hit.cue,
            start=start + hit.start,
            end=name_end(sentence.people, start + hit.end),
        )
        for hit in lexicon.find(
            with_objects(sentence.text, sentence.span, sentence.people)
        )
    )
    clear = (_outside(sentence, _shorter(sentence, hit, lexicon)) for hit in hits)
    fitting = [hit for hit in clear if fits(sentence, hit)]
    each = (_telling(sentence, hit) for hit in _winners(fitting))
    return tuple(_once_a_clause(sentence.text, each))


def fits(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hit's subject is of a group that its cue asks for, and its own."""
    if _after_comma(sentence, hit) or _by_the_public(sentence, hit):
        return False
    if "log" in hit.cue.subject:
        return is_entry(sentence.text, sentence.span, hit.start)
    return not hit.cue.subject or _suits(hit.cue, _subject(sentence, hit))


def _suits(cue: Cue, subject: Mention | None) -> bool:
    return (subject.group if subject else "other") in cue.subject


def _subject(sentence: Sentence, hit: Hit) -> Mention | None:
    """The subject of a hit: the nearest, or else who had a report of what that did."""
    found = sentence.subject(hit.start)
    if _suits(hit.cue, found):
        return found
    other = sentence.reporting(hit.start)
    return other if other and _suits(hit.cue, other) else found


def _by_the_public(sentence: Sentence, hit: Hit) -> bool:
    """Whether it wasn't police who found someone."""
    agent = _agent(sentence, hit) if hit.cue.kind == "contact" else None
    return bool(agent and agent.group == "public")


def _after_comma(sentence: Sentence, hit: Hit) -> Mention | None:
    """A new subject that follows a comma within a hit."""
    comma = sentence.text.find(", ", hit.start, hit.end)
    if comma < 0:
        return None
    near = (m for m in sentence.people if comma < m.start <= comma + 3)
    new = (m for m in near if m.subject and m.group != "other" and m.end <= hit.end)
    return next(new, None)


def _shorter(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> Hit:
    """A hit without the next clause's subject, if it is one: "hit a clerk, police"."""
    if _after_comma(sentence, hit) is None:
        return hit
    end = sentence.text.find(", ", hit.start)
    words = plain(sentence.text[hit.start : end])
    is_whole = lexicon.pattern(hit.cue.pattern).fullmatch(words)
    return evolve(hit, end=end) if is_whole else hit


def _outside(sentence: Sentence, hit: Hit) -> Hit:
    """A hit without the end of an aside that it begins in: "who fled, was shot"."""
    aside = aside_around(sentence.asides, hit.start)
    if aside is None or hit.end <= aside.end:
        return hit
    rest = sentence.text[aside.end : hit.end].lstrip(", ")
    return evolve(hit, start=hit.end - len(rest))


def _winners(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.cue.mention, h.start - h.end, h.start)):
        if not any(hit.start < k.end and k.start < hit.end for k in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def _telling(sentence: Sentence, hit: Hit) -> Telling:
    subject = _subject(sentence, hit)
    clause = max(sum(part.start <= hit.start for part in sentence.clauses) - 1, 0)
    return Telling(
        start=_opening(sentence, hit, subject, clause),
        end=whole_end(sentence.text, sentence.span, hit.end),
        cue=hit.cue,
        at=hit.start,
        actor=_actor(sentence, hit, subject),
        subject=_last_word(sentence.text, subject),
        group=subject.group if subject else "",
        clause=clause,
        context=_context(sentence, hit),
        looks_back=_looks_back(sentence, hit, subject, clause),
    )


def _opening(sentence: Sentence, hit: Hit, subject: Mention | None, clause: int) -> int:
    """Where the words that tell an event begin: with its subject, if in its clause."""
    if subject is None or hit.start - subject.start > _SUBJECT_REACH:
        return hit.start
    while clause and sentence.clauses[clause].connective == "then":
        clause -= 1
    bound = min(sentence.clauses[clause].start, hit.start)
    return max(subject.start, bound)


def _last_word(text: str, subject: Mention | None) -> str:
    return subject.of(text).lower().split()[-1].strip("()") if subject else ""


def _looks_back(
    sentence: Sentence, hit: Hit, subject: Mention | None, clause: int
) -> bool:
    """Whether words restate: a noun, "the man who fired", "while held", "had been"."""
    if hit.cue.mention or hit.cue.restates:
        return True
    if sentence.clauses[clause].connective in ("while", "whilst"):
        return True
    text = sentence.text
    if subject is not None and subject.of(text).lower() == "who":
        low = max(0, subject.start - 40)
        return _DEFINITE.search(text, low, subject.start) is not None
    return "had been " in text[hit.start : hit.end].lower()


def _actor(sentence: Sentence, hit: Hit, subject: Mention | None) -> str:
    """Who acts: whoever "by" names just after the cue, else cue or subject say it."""
    text = sentence.text
    agent = _agent(sentence, hit)
    if agent is not None:
        return _ACTORS.get(agent.group, agent.group)
    if hit.cue.actor:
        return hit.cue.actor.replace("none", "")
    if hit.cue.kind in _PASSIVE_KINDS and _PASSIVE.match(text, hit.start):
        return ""
    if hit.cue.mention:
        low = max(0, hit.start - 40)
        return "police" if _POLICE.search(text, low, hit.end) else ""
    return _ACTORS.get(subject.group, subject.group) if subject else ""


def _agent(sentence: Sentence, hit: Hit) -> Mention | None:
    """Whom "by" names just after a hit."""
    for m in sentence.people:
        near = hit.end - 8 <= m.start <= hit.end + _AGENT_REACH
        if near and _BY.search(sentence.text, max(0, m.start - 8), m.start):
            return m
    return None


def _context(sentence: Sentence, hit: Hit) -> str:
    """Why a hit is no fact; empty where it is one."""
    for scope in sentence.scopes:
        overlaps = scope.start < hit.end and hit.start < scope.end
        if overlaps and _heeded(sentence.text, hit, scope):
            if scope.kind == "allegation" and _goes_on(sentence, hit):
                continue
            return scope.kind
    if is_infinitive(sentence.text, sentence.span, hit.start):
        return "hypothetical"
    claimed = any(
        a.start <= hit.start < a.end and a.group in ("public", "person")
        for a in sentence.said
    )
    return "allegation" if claimed and hit.cue.kind != "call" else ""


def _goes_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether someone goes on after what was alleged: "had a report of it and went"."""
    who = sentence.reporting(hit.start)
    return who is not None and _subject(sentence, hit) == who


def _heeded(text: str, hit: Hit, scope: Scope) -> bool:
    """Whether a scope speaks of this hit, and not of words that the cue wants."""
    if (scope.kind, hit.cue.kind) in (
        ("allegation", "call"),
        ("quotation", "investigation_start"),
    ):
        return False
    within = hit.start <= scope.words.start
    if within and scope.kind in _CONTENTS.get(hit.cue.kind, ()):
        return False
    inside = within and scope.words.end <= hit.end
    return not (inside and _wanted(hit.cue.pattern, scope.words.of(text)))


def _wanted(pattern: str, words: str) -> bool:
    """Whether a cue itself wants the words of a context, as "found no" does."""
    first = words.split(maxsplit=1)[0].lower()
    # A short word is itself: "not" isn't "notified".
    end = r"\b" if len(first) < _STEM else ""
    return re.search(rf"\b{re.escape(first[:_STEM])}{end}", pattern) is not None


def _once_a_clause(text: str, found: Iterable[Telling]) -> list[Telling]:
    """The first of a kind, clause and actor, and those that a new verb adds to it."""
    kept: dict[tuple[str, int, str], Telling] = {}
    added: list[Telling] = []
    for telling in found:
        first = kept.setdefault((telling.kind, telling.clause, telling.actor), telling)
        if first is not telling and _adds(text, telling):
            added.append(telling)
    return sorted([*kept.values(), *added], key=lambda t: t.at)


def _adds(text: str, telling: Telling) -> bool:
    """Whether a verb after "and" tells one more of what may come twice in a clause."""
    before = text[max(0, telling.at - 40) : telling.at]
    return telling.kind in _SERIAL and bool(_ADDED.search(before))
