"""In what way a thing is told: as a fact, or denied, supposed, foreseen, quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from incident_timeline.text.actors import Mention, subject_of
from incident_timeline.text.lexicon import Hit, Lexicon
from incident_timeline.text.quotes import quotations
from incident_timeline.text.spans import Clause, Span
from incident_timeline.text.speech import Attribution, attributions, speech_lexicon

__all__ = [
    "Attribution",
    "Scope",
    "attributions",
    "context_lexicon",
    "is_infinitive",
    "quotations",
    "scopes",
    "speech_lexicon",
]

_HERE = Path(__file__).parent / "lexicons"
_AND = re.compile(r"\s(?:and|but)\s")
_VERB = re.compile(
    r"\b(?:is|was|are|were|be|been|has|have|had|did|does|do|would|could|will|can|\w{3,14}ed"
    r"|struck|hit|shot|found|taken|made|heard|left)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:is|are|was|were|has|have|had) (?:to (?=be\b))?(?=\S)", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"\b(?:was|were|had|has been|have been"
    r"|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)"
    r"(?:\w{3,14}[^e]ed|shot|fled|ran|took|came|began|struck|went))\b"
)
# Where a phrase ends: at a mark, a conjunction or the verb of its clause.
_PHRASE_END = re.compile(
    r"[,;:()–—]|\s(?:and|but|who|which|when|while|whilst|after|before|as|until|that"
    r"|was|were|is|are|has|have|had|did|will)\s",
    re.IGNORECASE,
)
# After these a new subject still belongs to what isn't so: "did not say that he".
_THINKS = re.compile(
    r"\s{1,4}(?:be )?(?:believe|think|know|say|see|hear|recall|remember|accept|agree"
    r"|confirm|suggest|show|indicate|establish|reveal|mean|find|clear|state|realise"
    r"|realize|appear|seem|want|allow|let|that)",
    re.IGNORECASE,
)
# No "no" denies a number: "no later than", "unit No 5".
_TIME = re.compile(r"\s{1,4}(?:\w{2,7} )?·|(?<=\bNo)\.?\s{1,2}\d")
# What is named as the ground of something was, whatever is said of the rest: "no
# charges against the officers involved in a shooting".
_OCCASION = re.compile(
    r"\s(?:involved in|in connection with|stemming from|arising from)\s"
    r"(?:an?|the)\s(?:\w{2,14}[\s-]){0,3}(?:shooting|crash|collision|death|stabbing|attack)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”’')\]\s]{0,3}\Z")
# What a sentence that begins so only supposes: "Had he fired, she would have died."
_INVERTED = re.compile(r"\W{0,3}(?:(?:and|but)\s)?(?:had|were|should)\s", re.IGNORECASE)
_COMMA = re.compile("[,;]")
# What is a name where it has a capital: the month of May, a man called Will.
_NAMES = frozenset({"future", "hypothetical"})
# What is still to come goes on with another bare verb: "will review it and speak to".
_JOINED = re.compile(
    r"[\s,;]{0,4}(?:(?:and|or|but)\s{1,4})?(?:(?:then|also|later|\w{2,12}ly)\s{1,4})?"
    r"(?:analyse|analyze|appear|ask|assess|attempt|attend|be|begin|carry|collect|come"
    r"|conduct|consider|contact|continue|decide|determine|enter|examine|face|follow|gather|give"
    r"|go|have|hear|hold|identify|inform|interview|investigate|issue|look|make|meet"
    r"|notify|plead|prepare|process|provide|publish|receive|release|remain|return|review|see|seek|send"
    r"|speak|stand|submit|support|take|undergo|update|visit|work)\b(?!\s(?:was|were|is)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[,;]|\s(?:and|but)\s")
# With these verbs police go on after a report: "reports of a fight and found him".
_WENT_ON = re.compile(
    r"\band (?:\w{2,14}ly )?(?:found|located|saw|arrived|attended|encountered|spoke"
    r"|discovered|observed|spotted|began|set|were|confronted|contacted|made|deployed"
    r"|detained|arrested|entered|went|came|met|forced|used|established|surrounded)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s(?:after|following|in connection with)\s", re.IGNORECASE)
_COMERS = frozenset({"police", "medical", "oversight"})
_TO = re.compile(r"\bto(?:\s{1,4}\w{1,12}ly)?\s{1,4}(?:have\s|be\s)?\Z", re.IGNORECASE)
# After these an infinitive is done, begun or at least tried.
_BEGUN = re.compile(
    r"\b(?:(?:tr(?:ied|ies|ying)|attempt(?:ed|s|ing)?|began|begins?|begun|beginning"
    r"|start(?:ed|s)?|continu(?:ed|es|ing)|went|goes|on|in|able|managed|manages"
    r"|proceed(?:ed|s)|moved|had|forced|compelled|helped|opted|chose|used|got|came"
    r"|happened|seen|heard|observed|found|appear(?:ed|s)|seem(?:ed|s)|believed|thought"
    r"|understood|known|alleged|said|reported|proved|efforts?|bid|work(?:ed|ing|s)"
    r"|enough|sought|struggl(?:ed|ing)|(?:was|were)\srequired)"
    r"|(?:caus(?:ed|es|ing)|forc(?:ed|es|ing)|help(?:ed|s|ing)|led|leading)"
    r"\s(?:him|her|it|them|the\s\w{2,12}))"
    r"\s{1,4}to(?:\s{1,4}\w{1,12}ly)?\s{1,4}(?:have\s|be\s)?\Z"
    r"|\bus(?:ed|ing)\s[^.,;:]{3,24}\sto(?:\s\w{1,12}ly)?\s\Z",
    re.IGNORECASE,
)


@frozen
class Scope(Span):
    """A stretch of text that is told in another way than as a fact.

    Attributes:
        kind: ``negated``, ``hypothetical``, ``future``, ``general``, ``appeal``,
            ``allegation``, ``disputed``, ``background`` or ``quotation``.
        words: The span of the words that say so.

    >>> Scope(0, 21, "negated", Span(0, 2)).words.of("No shots were fired.")
    'No'
    """

    kind: str
    words: Span


@lru_cache(maxsize=1)
def context_lexicon() -> Lexicon:
    """The words that tell a context; the kind of a cue is that context."""
    return Lexicon.load(_HERE / "classes.toml", _HERE / "contexts.toml")


def scopes(
    text: str,
    sentence: Span,
    parts: Sequence[Clause],
    people: Sequence[Mention] = (),
) -> tuple[Scope, ...]:
    """The stretches of a sentence that aren't told as facts, in order.

    *people* is whom the sentence names: a new subject ends what some words reach.

    >>> from incident_timeline.text.clauses import clauses
    >>> told = "No shots were fired."
    >>> whole = Span(0, len(told))
    >>> [scope.kind for scope in scopes(told, whole, clauses(told, whole))]
    ['negated']
    """
    hits = context_lexicon().find(sentence.of(text))
    facts = [hit for hit in hits if hit.cue.kind == "fact"]
    reader = _Reader(text, sentence, parts, people)
    worded = (
        Scope(*reader.reach(hit), hit.cue.kind, reader.words(hit))
        for hit in hits
        if not any(f.start < hit.end and hit.start < f.end for f in facts)
        if not reader.is_no_context(hit)
    )
    return (*worded, *_by_form(text, sentence, people))


def _by_form(text: str, sentence: Span, people: Sequence[Mention]) -> Iterator[Scope]:
    """What a question asks, and what an inverted clause supposes."""
    mark = _QUESTION.search(text, max(sentence.start, sentence.end - 4), sentence.end)
    if mark:
        words = Span(mark.start(), mark.end())
        yield Scope(sentence.start, sentence.end, "hypothetical", words)
        return
    verb = _INVERTED.match(text, sentence.start, sentence.end)
    if verb and any(m.start <= verb.end() < m.end for m in people):
        comma = _COMMA.search(text, verb.end(), sentence.end)
        end = comma.start() if comma else sentence.end
        yield Scope(verb.start(), end, "hypothetical", Span(verb.start(), verb.end()))


def is_infinitive(text: str, sentence: Span, at: int) -> bool:
    """Whether the verb at an offset only names what was meant to be done."""
    low = max(sentence.start, at - 60)
    return bool(_TO.search(text, low, at)) and not _BEGUN.search(text, low, at)


@frozen
class _Reader:
    """One sentence, as the reach of its words is measured."""

    text: str
    sentence: Span
    parts: Sequence[Clause]
    people: Sequence[Mention]

    def words(self, hit: Hit) -> Span:
        """The words that say so, without the verb that they go with: "was to be"."""
        moved = self.moved(hit)
        verb = _AUXILIARY.match(self.text, moved.start, moved.end)
        return Span(verb.end(), moved.end) if verb else moved

    def moved(self, hit: Hit) -> Span:
        return Span(self.sentence.start + hit.start, self.sentence.start + hit.end)

    def is_no_context(self, hit: Hit) -> bool:
        """Whether words are a name, as the month of May is, or speak of a time."""
        words = self.moved(hit)
        word = words.of(self.text)
        name = bool(hit.start) and word.istitle() and hit.cue.kind in _NAMES
        timed = hit.cue.kind == "negated" and _TIME.match(self.text, words.end)
        return name or bool(timed) or not self._fits(hit, words.start)

    def _fits(self, hit: Hit, at: int) -> bool:
        """Whether the subject is of a group that the cue asks for, if it asks."""
        subject = subject_of(self.people, at) if hit.cue.subject else None
        return subject is None or subject.group in hit.cue.subject

    def reach(self, hit: Hit) -> tuple[int, int]:
        """How far the words of a context reach, as their cue says."""
        words = self.moved(hit)
        measure = _REACHES.get(hit.cue.reach)
        return measure(self, words) if measure else self._in_clause(hit, words)

    def rest(self, words: Span) -> tuple[int, int]:
        return words.end, self.sentence.end

    def whole(self, _: Span) -> tuple[int, int]:
        return self.sentence.start, self.sentence.end

    def report(self, words: Span) -> tuple[int, int]:
        return words.end, self._report_end(words.end)

    def appeal(self, words: Span) -> tuple[int, int]:
        since = _SINCE.search(self.text, words.end, self.sentence.end)
        return words.start, since.start() if since else self.sentence.end

    def phrase(self, words: Span) -> tuple[int, int]:
        stop = _PHRASE_END.search(self.text, words.end, self.sentence.end)
        return words.start, stop.start() if stop else self.sentence.end

    def rule(self, words: Span) -> tuple[int, int]:
        """The sentence, or the clause where another one tells what happened."""
        clause = self._clause(words)
        before = _HAPPENED.search(self.text, self.sentence.start, clause.start)
        after = _HAPPENED.search(self.text, clause.end, self.sentence.end)
        span = clause if before or after else self.sentence
        return span.start, span.end

    def _in_clause(self, hit: Hit, words: Span) -> tuple[int, int]:
        clause, reach = self._clause(words), hit.cue.reach
        start = clause.start if reach == "clause_whole" else words.start
        after = words.end
        if reach == "clause_noun" and self._opens(clause, words.start):
            verb = _VERB.search(self.text, after, clause.end)
            after = verb.end() if verb else after
        joined = _AND.search(self.text, after, clause.end)
        stop = joined.start() if joined else clause.end
        if reach == "clause_verb":
            stop = self._before_subject(words.end, stop)
        if reach == "clause_bare":
            stop = self._with_joined(stop)
        occasion = _OCCASION.search(self.text, after, stop)
        return start, occasion.start() if occasion else stop

    def _opens(self, clause: Span, at: int) -> bool:
        """Whether no verb stands before an offset, so that its noun is the subject."""
        return _VERB.search(self.text, clause.start, at) is None

    def _clause(self, words: Span) -> Span:
        """The clause of some words, with a "then" that only breaks its verb."""
        number = max(sum(p.start <= words.start for p in self.parts) - 1, 0)
        holding, after = self.parts[number : number + 1], self.parts[number + 1 :]
        if not holding or words.start >= holding[0].end:
            return self.sentence
        broken = [part.connective for part in after[:1]] == ["then"]
        if broken and not self.text[words.end : holding[0].end].strip():
            return Span(holding[0].start, after[0].end)
        return holding[0]

    def _before_subject(self, at: int, stop: int) -> int:
        """Where a new subject begins: "he refused to leave officers arrested him"."""
        if _THINKS.match(self.text, at):
            return stop
        new = (m.start for m in self.people if m.subject and at + 1 < m.start < stop)
        return next(new, stop)

    def _with_joined(self, stop: int) -> int:
        """Where the bare verbs end that go on from an offset."""
        end = self.sentence.end
        while joined := _JOINED.match(self.text, stop, end):
            after = _STOP.search(self.text, joined.end(), end)
            stop = after.start() if after else end
        return stop

    def _report_end(self, at: int) -> int:
        """Where a report that somebody makes gives way to what police did."""
        end = self.sentence.end
        came = _WENT_ON.search(self.text, at, end)
        stops = [came.start()] if came else []
        stops += [
            p.start
            for p in self.parts
            if p.start > at
            and any(
                m.group in _COMERS and m.subject and p.start <= m.start < p.start + 40
                for m in self.people
            )
        ]
        return min([*stops, end])


_REACHES: dict[str, Callable[[_Reader, Span], tuple[int, int]]] = {
    "sentence": _Reader.rest,
    "sentence_whole": _Reader.whole,
    "rule": _Reader.rule,
    "report": _Reader.report,
    "appeal": _Reader.appeal,
    "phrase": _Reader.phrase,
}
