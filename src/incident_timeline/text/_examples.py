"""Cues tried on their own examples."""

from __future__ import annotations

from collections.abc import Iterator

from incident_timeline.text.actors import Focus, Speakers, focus_after, masked
from incident_timeline.text.asides import asides
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import attributions, scopes
from incident_timeline.text.cues import Sentence, tellings
from incident_timeline.text.lexicon import Lexicon
from incident_timeline.text.sentences import sentences
from incident_timeline.text.spans import Span
from incident_timeline.text.times import find_times

__all__ = ["failures"]


def failures(lexicon: Lexicon) -> Iterator[str]:
    """What a lexicon's cues do not do of what their examples say."""
    speakers = Speakers.of(lexicon)
    for number, cue in enumerate(lexicon.cues, 1):
        named = f"cue {number} ({cue.kind}: {cue.pattern!r})"
        if cue.yes and cue.kind not in _kinds(lexicon, speakers, cue.yes):
            yield f"{named} tells nothing of {cue.yes!r}"
        if cue.no and cue.kind in _kinds(lexicon, speakers, cue.no):
            yield f"{named} tells of {cue.no!r}, and must not"


def _kinds(lexicon: Lexicon, speakers: Speakers, told: str) -> set[str]:
    """The kinds of what a text tells as facts."""
    times = find_times(told, zone="UTC")
    quiet, focus = masked(told, [Span(t.start, t.end) for t in times]), Focus()
    kinds: set[str] = set()
    for span in sentences(told):
        people = speakers.mentions(quiet, span, focus)
        focus = focus_after(quiet, people, focus)
        cut, around = clauses(quiet, span), asides(quiet, span, people)
        sentence = Sentence(
            text=quiet,
            span=span,
            clauses=cut,
            people=people,
            scopes=scopes(quiet, span, cut, people),
            said=attributions(quiet, span, people, around=around),
            asides=around,
        )
        kinds |= {t.kind for t in tellings(sentence, lexicon) if not t.context}
    return kinds
