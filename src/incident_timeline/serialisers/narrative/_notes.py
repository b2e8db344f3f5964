"""What follows an account: its zone, items, inquiries, other people and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define

from incident_timeline.model import (
    Event,
    Evidence,
    Incident,
    Investigation,
    Source,
)
from incident_timeline.moments import Moment
from incident_timeline.serialisers._escape import plain
from incident_timeline.serialisers.narrative._people import Cast, listed
from incident_timeline.serialisers.narrative._sentences import (
    at_place,
    finished,
    inquiry,
    item_text,
    items_of,
)
from incident_timeline.serialisers.narrative._times import Times
from incident_timeline.vocabulary import Force

__all__ = ["Notes", "byline"]


def byline(incident: Incident, times: Times) -> str:
    """Who published the account, and when; empty where neither is known."""
    for source in incident.sources:
        told = _joined((plain(source.publisher), _day(source, times)))
        if told:
            return told
    return ""


def _day(source: Source, times: Times) -> str:
    if source.published is None:
        return ""
    words = times.tell(source.published)
    times.forget()
    return words.removeprefix("on ")


def _joined(parts: Iterable[str], mark: str = ", ") -> str:
    return mark.join(part for part in parts if part)


@define
class Notes:
    """Writes the notes to an account, each a sentence of its own."""

    incident: Incident
    cast: Cast
    times: Times

    def lines(self) -> Iterator[str]:
        """The notes, in order; none where there is nothing to note."""
        self.cast.force = Force.STATED
        zone = self.times.zone
        if zone is not None:
            yield f"All times are local ({plain(zone)})."
        yield from self._list("Other items", self._items())
        yield from self._list("Investigations", map(self._inquiry, self._inquiries()))
        yield from self._list("Others concerned", self._people())
        if self.incident.jurisdiction:
            yield finished(f"Jurisdiction: {plain(self.incident.jurisdiction)}")
        yield from self._list("Sources", map(self._source, self.incident.sources))

    def _list(self, title: str, entries: Iterable[str]) -> Iterator[str]:
        told = _joined(entries, "; ")
        if told:
            yield finished(f"{title}: {told}")

    def _items(self) -> Iterator[str]:
        """The items of no event, and what else there is to say of the others."""
        told = {
            one.id for e in self._recoveries() for one in items_of(self.incident, e)
        }
        for item in self.incident.evidence:
            if item.id not in told or item.recovered_place:
                yield self._item(item)

    def _recoveries(self) -> Iterator[Event]:
        return (e for e in self.incident.events if e.kind == "evidence_recovery")

    def _item(self, item: Evidence) -> str:
        by = item.recovered_by_id
        found = _joined(
            (
                self._when(item.recovered),
                at_place(plain(item.recovered_place)),
                f"by {self.cast.refer([by])}" if by else "",
            )
        )
        return item_text(item) + (f" (recovered {found})" if found else "")

    def _inquiries(self) -> Iterator[Investigation]:
        return iter(self.incident.investigations)

    def _inquiry(self, case: Investigation) -> str:
        closed = "" if case.closed is None else self._when(case.closed)
        opened = self._when(case.opened)
        return _joined(
            (
                inquiry(case)
                + (f" by {self.cast.refer([case.body_id])}" if case.body_id else ""),
                "" if case.status == "unknown" else case.status.replace("_", " "),
                f"opened {opened}" if opened else "",
                f"closed {closed}" if closed else "",
                f"into {plain(case.matter)}" if case.matter else "",
            )
        )

    def _when(self, moment: Moment) -> str:
        self.times.forget()
        return self.times.tell(moment)

    def _people(self) -> Iterator[str]:
        rest = [p.id for p in self.incident.parties if not self.cast.has_met(p.id)]
        if rest:
            yield listed(self.cast.refer([one]) for one in rest)

    def _source(self, source: Source) -> str:
        title = plain(source.title)
        return (
            _joined(
                (
                    f"“{title}”" if title else "",
                    plain(source.publisher),
                    _day(source, self.times),
                    plain(source.url),
                )
            )
            or "a source without a title"
        )
