"""Timeline: an incident solved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property, partial
from typing import cast

from attrs import evolve, field, frozen

from incident_timeline._shown import Shown
from incident_timeline.errors import UnknownReferenceError, shown
from incident_timeline.model import Event, Incident, Link
from incident_timeline.moments import Moment, Precision
from incident_timeline.timeline.answers import Conflict, Elapsed, Order, Statement
from incident_timeline.timeline.axioms import AXIOMS, Axiom
from incident_timeline.timeline.changes import Withdrawn, restated, withdrawn
from incident_timeline.timeline.compare import Comparison, compared
from incident_timeline.timeline.display import display_order
from incident_timeline.timeline.gaps import LongestGap, longest_gap
from incident_timeline.timeline.mending import Suspects, mending
from incident_timeline.timeline.naming import Which, named
from incident_timeline.timeline.network import Network, Solution
from incident_timeline.timeline.phases import PHASES, Phase, PhaseKind, find_phases
from incident_timeline.timeline.relations import possible_relations
from incident_timeline.timeline.sharing import is_denied
from incident_timeline.timeline.statements import (
    Heard,
    duration,
    earliest_instant,
    hear,
    latest_instant,
)
from incident_timeline.timeline.telling import bounds_told, by_event, conflict_text
from incident_timeline.timeline.wording import rank, statement
from incident_timeline.vocabulary import AllenRelation

__all__ = ["Timeline", "solve"]

Chain = tuple[Statement, ...]


@frozen(kw_only=True, order=False, repr=False)
class Timeline(Shown):
    """An incident solved: tightened bounds, order and conflicts.

    Events are named by themselves, by their id, or by their kind where there is one
    of it. Where there are conflicts, bounds and order are those of the statements
    that are in none. Of an event that every citation denies nothing follows, and
    nothing is drawn from it.

    Attributes:
        incident: The incident.
        axioms: What is taken to hold in the world.
    """

    incident: Incident
    axioms: tuple[Axiom, ...]
    _heard: Heard = field(eq=False, alias="heard")
    _solution: Solution = field(eq=False, alias="solution")

    def __repr__(self) -> str:
        return f"<Timeline of {self}>"

    def __str__(self) -> str:
        found = len(self._solution.conflicts)
        state = f"{found} conflict{'s' * (found > 1)}" if found else "consistent"
        return f"{self.incident}, {state}"

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events in the computed order; where that is open, as they are told.

        Undated aftermath comes last.
        """
        doubted = {r for one in self._solution.conflicts for r in one.reasons}
        doubted.difference_update(self._heard.laws)
        held = [row for row in self._heard.rows if row[4] not in doubted]
        return display_order(self._heard, self._solution, held)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every independent conflict."""
        return tuple(
            Conflict(
                statements=self._said(sorted(cast("tuple[int, ...]", one.reasons))),
                disagreement=duration(one.disagreement),
                tell=self._told,
            )
            for one in self._solution.conflicts
        )

    @cached_property
    def _order(self) -> dict[str, int]:
        return {event.id: place for place, event in enumerate(self.events)}

    @cached_property
    def _numbers(self) -> dict[Conflict, int]:
        return {conflict: i for i, conflict in enumerate(self.conflicts)}

    @cached_property
    def _uses(self) -> Counter[Statement]:
        """In how many conflicts each statement is."""
        return Counter(said for one in self.conflicts for said in one.statements)

    @cached_property
    def _suspects(self) -> Suspects:
        return Suspects(self._heard, (one.reasons for one in self._solution.conflicts))

    @cached_property
    def _left_out(self) -> dict[str, Chain]:
        """By the ids of events, what is said of them and is in a conflict."""
        return by_event(self._uses)

    @property
    def is_consistent(self) -> bool:
        """Whether all statements can be true together."""
        return not self._solution.conflicts

    def find(self, which: Which) -> Event:
        """The event that is meant: itself, or by its id, or else by its only kind.

        Raises:
            UnknownReferenceError: If there is none, or several of that kind.
            TypeError: If it is neither an event nor text.
        """
        return named(self._heard, which)

    def place(self, which: Which) -> int:
        """Where an event stands in :attr:`events`, counted from 0."""
        return self._order[self.find(which).id]

    def _point(self, which: Which, *, end: bool = False) -> int:
        return 2 * self._heard.places[self.find(which).id] + end

    def bounds(self, which: Which, *, end: bool = False) -> Moment:
        """The tightened bounds of an event's start, or of its end.

        What the source states where that is no wider; else a moment of bounds alone.
        They lie within the stated bounds where those are in no conflict. Of an event
        that is denied they are those stated.
        """
        event = self.find(which)
        point = self._point(event, end=end)
        stated = event.end if end else event.start
        if point // 2 in self._heard.denied:
            return stated or Moment.unknown()
        tightened = Moment(
            earliest_utc=earliest_instant(self._solution.earliest[point]),
            latest_utc=latest_instant(self._solution.latest[point]),
            zone=self._zone(stated),
            precision=Precision.RANGE,
        )
        if stated is not None and _span(stated) == _span(tightened):
            return stated
        return Moment.unknown() if tightened.is_unknown else tightened

    def _zone(self, stated: Moment | None) -> str:
        if stated is not None and stated.zone is not None:
            return stated.zone
        return self._heard.zone

    def before(
        self,
        first: Which,
        second: Which,
        *,
        from_end: bool = False,
        to_end: bool = False,
    ) -> Order:
        """Whether *first* starts before *second* starts.

        ``certain`` where every reading has it so, ``never`` where none has, else
        ``possible``; two events that start together are not before each other. With
        *from_end* it is the end of *first* that is asked about, with *to_end* that of
        *second*.
        """
        least, greatest = self._solution.elapsed(
            self._point(first, end=from_end), self._point(second, end=to_end)
        )
        if least is not None and least > 0:
            return Order.CERTAIN
        if greatest is not None and greatest <= 0:
            return Order.NEVER
        return Order.POSSIBLE

    def relations(self, first: Which, second: Which) -> frozenset[AllenRelation]:
        """Those of Allen's relations that *first* can still have to *second*.

        None that some reading allows is left out, and none is told that no reading
        allows. An event whose end nothing speaks of counts as an instant.

        >>> from incident_timeline.model import Draft
        >>> draft = Draft(zone="Europe/London")
        >>> call = draft.event("call", "2023-11-23T19:59")
        >>> chase = draft.event("pursuit", "2023-11-23T19:30", end="2023-11-23T19:59")
        >>> timeline = solve(draft.incident())
        >>> sorted(one.value for one in timeline.relations(call, chase))
        ['after', 'during', 'finishes']
        """
        one, other = self._point(first) // 2, self._point(second) // 2
        return possible_relations(self._heard, self._solution, one, other)

    def elapsed(
        self,
        first: Which,
        second: Which,
        *,
        from_end: bool = False,
        to_end: bool = False,
    ) -> Elapsed:
        """The time from the start of *first* to the start of *second*.

        With *from_end* from the end of *first*, with *to_end* to that of *second*.

        >>> from incident_timeline.model import Draft
        >>> draft = Draft(zone="Europe/London")
        >>> call = draft.event("call", "2023-11-23T19:59")
        >>> shots = draft.event("shots", "2023-11-23T20:47")
        >>> print(solve(draft.incident()).elapsed("call", "shots"))
        between 47 minutes and 49 minutes
        """
        a, b = self._point(first, end=from_end), self._point(second, end=to_end)
        least, greatest = self._solution.elapsed(a, b)
        return Elapsed(
            least=None if least is None else duration(least),
            greatest=None if greatest is None else duration(greatest),
            why=partial(self._why, a, b),
        )

    def _why(self, a: int, b: int) -> tuple[Chain, Chain]:
        least, greatest = self._solution.why_elapsed(a, b)
        return self._said(least), self._said(greatest)

    def _said(self, reasons: Iterable[object]) -> Chain:
        return tuple(statement(self._heard, cast("int", one)) for one in reasons)

    def why_earliest(self, which: Which, *, end: bool = False) -> tuple[Statement, ...]:
        """The statements that give an event's earliest start or end, as a chain."""
        return self._said(self._solution.why_earliest(self._point(which, end=end)))

    def why_latest(self, which: Which, *, end: bool = False) -> tuple[Statement, ...]:
        """The statements that give an event's latest start or end, as a chain."""
        return self._said(self._solution.why_latest(self._point(which, end=end)))

    def explain(self, which: Which, *, end: bool = False) -> str:
        """Both bounds of an event, and the statements that give each, in prose.

        Each statement comes with its quotes and who published them, each law of the
        world with the code of the rule that reports it broken. What is said of the
        event and is in a conflict bounds nothing, and is told last.
        """
        event = self.find(which)
        name = self._heard.name(event)
        name = f"the end of {name}" if end else name
        if is_denied(event.citations):
            return f"{name}: every citation denies it, so nothing is drawn from it"
        away = ".start" if end else ".end"
        left_out = self._left_out.get(event.id, ())
        return bounds_told(
            self.incident,
            name,
            self.bounds(event, end=end),
            (self.why_earliest(event, end=end), self.why_latest(event, end=end)),
            left_out=[one for one in left_out if not one.where.endswith(away)],
            is_zoned=self._heard.is_zoned,
        )

    def phases(self, kinds: Iterable[PhaseKind] = PHASES) -> tuple[Phase, ...]:
        """The spans that people ask for, such as the response time, in a fixed order.

        A span is left out where it is open which event is the first of its kinds, where
        it would run backwards, and where no more than that is known of it.
        """
        return tuple(find_phases(self, kinds))

    def longest_gap(self, among: Iterable[Which] | None = None) -> LongestGap | None:
        """The longest time between the starts of two consecutive events.

        Its bounds hold in every reading, of all events that aren't denied or of those
        in *among*; an event without a latest time leaves the greatest open. Nothing
        where there are fewer than two events.
        """
        chosen = self.incident.events if among is None else map(self.find, among)
        places = dict.fromkeys(self._heard.places[one.id] for one in chosen)
        told = [i for i in places if i not in self._heard.denied]
        return longest_gap(self._heard, self._solution, told)

    def mends(self, conflict: Conflict) -> tuple[Statement, ...]:
        """Those statements whose withdrawal alone leaves the others in no conflict.

        Of one conflict of this timeline; each is tried by solving again without it. A
        law of the world can't be withdrawn.

        Raises:
            UnknownReferenceError: If the conflict is none of this timeline's.
        """
        number = self._numbers.get(conflict)
        if number is None:
            message = f"this is no conflict of the timeline: {shown(str(conflict))}"
            raise UnknownReferenceError(message, wanted=str(conflict))
        reasons = cast("Iterable[int]", self._solution.conflicts[number].reasons)
        found = mending(self._heard, self._suspects, set(reasons))
        return self._said(sorted(found))

    def _told(self, conflict: Conflict) -> str:
        return conflict_text(self.incident, conflict, self.mends(conflict), self._uses)

    def tell_conflicts(self) -> str:
        """Every conflict in a paragraph, contradictions first; empty without any."""
        told = sorted(self.conflicts, key=lambda one: one.is_vague)
        return "\n\n".join(one.paragraph for one in told)

    def assuming(
        self,
        *,
        events: Iterable[Event] = (),
        links: Iterable[Link] = (),
        starts: Mapping[str, Moment] | None = None,
        ends: Mapping[str, Moment] | None = None,
        axioms: Iterable[Axiom] = (),
    ) -> Timeline:
        """The timeline if more were known: these events, links and axioms besides.

        *starts* and *ends* replace times, by the id or the only kind of an event.

        Raises:
            UnknownReferenceError: If a time is of an event that isn't there.
            InvalidRecordError: If an id is used twice or a link names nothing.
        """
        changed = restated(self.incident, self._by_id(starts), self._by_id(ends))
        changed = evolve(
            changed,
            events=(*changed.events, *events),
            links=(*changed.links, *links),
        )
        return solve(changed, axioms=(*self.axioms, *axioms))

    def _by_id(self, moments: Mapping[str, Moment] | None) -> dict[str, Moment]:
        return {self.find(one).id: moment for one, moment in (moments or {}).items()}

    def without(self, *what: Withdrawn | Axiom) -> Timeline:
        """The timeline if these had not been said.

        A citation or a source takes along the events and links that nothing else is
        cited for, and an event the links to it; an event with a citation left keeps its
        time. A statement takes along the bound or the link that it is. An axiom is not
        used. Parties, evidence and sources stay listed.

        Raises:
            UnknownReferenceError: If the incident has no such thing, or the statement
                is a law of the world.
        """
        dropped = [one for one in what if isinstance(one, Axiom)]
        said = [one for one in what if not isinstance(one, Axiom)]
        axioms = [one for one in self.axioms if one not in dropped]
        return solve(withdrawn(self.incident, said), axioms=axioms)

    def compare(self, other: Timeline) -> Comparison:
        """What differs in *other*: bounds, orders of pairs, conflicts, events.

        >>> from incident_timeline.model import Draft
        >>> draft = Draft(zone="Europe/London")
        >>> call = draft.event("call", "2023-11-23T19:59")
        >>> timeline = solve(draft.incident())
        >>> later = Moment.at("2023-11-23T20:05", zone="Europe/London")
        >>> print(timeline.compare(timeline.assuming(starts={"call": later})))
        call (e1): was 2023-11-23 19:59, is 2023-11-23 20:05
        """
        return compared(self, other)


def solve(incident: Incident, *, axioms: Iterable[Axiom] = AXIOMS) -> Timeline:
    """Solve an incident: what follows from all that is stated and must hold.

    Never raises on a valid incident; contradictory statements are its conflicts.
    Statements are put into words, and events in order, when they are asked for.

    >>> from incident_timeline.model import Draft
    >>> draft = Draft(zone="Europe/London")
    >>> dead = draft.event("death_pronouncement", "2023-11-23T21:30")
    >>> shots = draft.event("shots", "2023-11-23T22:00")
    >>> len(solve(draft.incident()).conflicts)
    1
    """
    used = tuple(dict.fromkeys(axioms))
    heard = hear(incident, used)
    network = Network(
        heard.points, heard.rows, key=partial(rank, heard), laws=heard.laws
    )
    return Timeline(
        incident=incident, axioms=used, heard=heard, solution=network.solve()
    )


def _span(moment: Moment) -> tuple[datetime | None, datetime | None]:
    return moment.earliest_utc, moment.latest_utc
