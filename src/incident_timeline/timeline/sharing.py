"""What makes events count, and which of them belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from incident_timeline.model import Citation, Event, Incident
from incident_timeline.timeline.axioms import Axiom, Shares
from incident_timeline.vocabulary import Force, PartyKind, Role

__all__ = ["Groups", "affected", "is_denied", "is_weak", "responders"]

Key = Callable[[Event], frozenset[str]]
_AFFECTED = frozenset({Role.AFFECTED_PERSON, Role.INJURED_PERSON})
_SENDING = frozenset({Role.CALL_HANDLER, Role.COMMANDER, Role.DISPATCHER})
_RESPONDING = frozenset(
    {
        Role.EMERGENCY_SERVICE,
        Role.MEDICAL,
        Role.OTHER_OFFICER,
        Role.PRINCIPAL_OFFICER,
        Role.WITNESS_OFFICER,
    }
)
_WEAK = frozenset({Force.ALLEGED, Force.DISPUTED, Force.DENIED})
_NOBODY: frozenset[str] = frozenset()


def is_denied(citations: tuple[Citation, ...]) -> bool:
    """Whether all that is cited denies it; what cites nothing is not denied."""
    for one in citations:
        if one.force != Force.DENIED:
            return False
    return bool(citations)


def is_weak(citations: tuple[Citation, ...]) -> bool:
    """Whether all that is cited is no more than alleged, disputed or denied."""
    for one in citations:
        if one.force not in _WEAK:
            return False
    return bool(citations)


def affected(event: Event) -> frozenset[str]:
    """The parties that an event affects."""
    return frozenset(
        [one.party_id for one in event.participants if one.role in _AFFECTED]
    )


def responders(incident: Incident, event: Event) -> frozenset[str]:
    """The officers, crew members and units that take part in an event themselves."""
    return frozenset(
        one.party_id
        for one in event.participants
        if _responds(incident.party(one.party_id).kind, one.role)
    )


def _responds(kind: str, role: str) -> bool:
    if kind == PartyKind.UNIT:
        return role not in _SENDING and role not in _AFFECTED
    return kind == PartyKind.PERSON and role in _RESPONDING


class Groups:
    """Events by kind, and by what they share; each is looked at once a key.

    The places of events are numbers; those in *left_out* belong nowhere.
    """

    __slots__ = ("_by", "_incident", "_keys", "kinds")

    def __init__(self, incident: Incident, left_out: Iterable[int] = ()) -> None:
        self._incident = incident
        self.kinds: dict[str, list[int]] = {}
        self._keys: dict[tuple[Shares, int], frozenset[str]] = {}
        self._by: dict[tuple[Shares, str], dict[str, list[int]]] = {}
        away = set(left_out)
        for i, event in enumerate(incident.events):
            if i not in away:
                self.kinds.setdefault(event.kind, []).append(i)

    def meant(self, axiom: Axiom, later: int) -> tuple[int | None, bool]:
        """The only earlier event that *later* can answer to, if there is one.

        And whether the two share beyond doubt what the axiom names. No more than three
        of those that share a party are looked at, so that many cost no more than few.
        """
        wanted = self._key(axiom.shares, later)
        found: set[int] = set()
        shared: set[int] = set()
        for kind in axiom.earlier:
            if kind in self.kinds:
                by = self._sharing(axiom.shares, kind)
                found.update(islice(by[""] if wanted else self.kinds[kind], 3))
                for party in wanted:
                    shared.update(islice(by.get(party, ()), 3))
        both = (found | shared) - {later}
        if len(both) != 1:
            return None, False
        (only,) = both
        if self._incident.events[only].kind == axiom.later:
            return None, False
        return only, axiom.shares is Shares.NOTHING or only in shared

    def _sharing(self, shares: Shares, kind: str) -> dict[str, list[int]]:
        """The events of a kind by their parties; under no name those that tell none."""
        by = self._by.get((shares, kind))
        if by is None:
            by = self._by[shares, kind] = {"": []}
            for i in self.kinds[kind]:
                for party in self._key(shares, i) or ("",):
                    by.setdefault(party, []).append(i)
        return by

    def _key(self, shares: Shares, i: int) -> frozenset[str]:
        if shares is Shares.NOTHING:
            return _NOBODY
        key = self._keys.get((shares, i))
        if key is None:
            event = self._incident.events[i]
            is_unit = shares is Shares.UNIT
            key = responders(self._incident, event) if is_unit else affected(event)
            self._keys[shares, i] = key
        return key
