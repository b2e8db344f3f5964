"""A serialiser that keeps every law, and some that are each broken in one way."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from itertools import count

from attrs import define, evolve, field, frozen

from incident_timeline import dumps, loads
from incident_timeline.model import Incident
from incident_timeline.serialisers import Serialised

Write = Callable[[Incident], Serialised]
Loads = Callable[[str], Incident]


@frozen
class Plain:
    """JSON, by another name; or whatever else *write* makes."""

    write: Write = lambda incident: Serialised(dumps(incident))
    name: str = "plain"
    suffix: str = ".json"
    media_type: str = "application/json"

    def serialise(self, incident: Incident) -> Serialised:
        return self.write(incident)


SOUND = Plain()


def opaque(write: Callable[[Incident], str]) -> tuple[Plain, None]:
    """A serialiser of a text whose structure is not known, and can't be read again."""

    def made(incident: Incident) -> Serialised:
        return Serialised(write(incident))

    return Plain(made, suffix=".txt", media_type="text/plain"), None


def readable(write: Callable[[Incident], str]) -> tuple[Plain, Loads]:
    return Plain(lambda incident: Serialised(write(incident))), loads


def links_forgotten() -> tuple[Plain, Loads]:
    def write(incident: Incident) -> str:
        if incident.links:
            raise NotImplementedError
        return dumps(incident)

    return readable(write)


def bare() -> tuple[Plain, Loads]:
    return Plain(dumps), loads  # type: ignore[arg-type]  # a text alone, as beginners do


def counting() -> tuple[Plain, Loads]:
    numbers = count()
    return readable(lambda incident: dumps(incident) + next(numbers) * "\n")


def remembering() -> tuple[Plain, Loads]:
    """Tells whether the incident before this one was called "between"."""
    seen = [Incident(), Incident()]

    def write(incident: Incident) -> str:
        if incident != seen[1]:
            seen[:] = [seen[1], incident]
        return dumps(incident) + (seen[0].title == "between") * "\n"

    return readable(write)


def meddling() -> tuple[Plain, Loads]:
    def write(incident: Incident) -> str:
        text = dumps(incident)
        object.__setattr__(incident, "events", incident.events[::-1])
        object.__setattr__(incident, "title", "written")
        return text

    return readable(write)


def losing(*losses: str) -> Write:
    return lambda incident: Serialised(
        dumps(incident), losses if incident.title else ()
    )


def cut() -> tuple[Plain, None]:
    """Cuts a title by UTF-16 units, of which an astral character has two."""

    def write(incident: Incident) -> str:
        units = incident.title.encode("utf-16-le")[:60]
        return dumps(incident) + units.decode("utf-16-le", "surrogatepass")

    return opaque(write)


def placeless(incident: Incident) -> Incident:
    return evolve(incident, events=[evolve(one, place="") for one in incident.events])


def shouting() -> tuple[Plain, Loads]:
    return readable(lambda incident: dumps(loud(incident)))


def loud(incident: Incident) -> Incident:
    return evolve(incident, title=incident.title.casefold())


def without_place(incident: Incident) -> tuple[Incident, tuple[str, ...]]:
    """The incident without its jurisdiction, and the loss of that."""
    losses = ("the jurisdiction",) if incident.jurisdiction else ()
    return evolve(incident, jurisdiction=""), losses


def silent_beside_a_loss() -> tuple[Plain, Loads]:
    def write(incident: Incident) -> Serialised:
        kept, losses = without_place(incident)
        return Serialised(dumps(loud(kept) if losses else kept), losses)

    return Plain(write), loads


def measuring() -> tuple[Plain, Loads]:
    def write(incident: Incident) -> Serialised:
        kept, losses = without_place(incident)
        return Serialised(dumps(kept) + len(losses) * "\n", losses)

    return Plain(write), loads


def unescaped() -> tuple[Plain, None]:
    def write(incident: Incident) -> Serialised:
        body = dumps(incident)
        return Serialised(f'{{"called": "{incident.jurisdiction}", "body": {body}}}')

    return Plain(write), None


def keyed() -> tuple[Plain, None]:
    def write(incident: Incident) -> Serialised:
        return Serialised(json.dumps({incident.title: json.loads(dumps(incident))}))

    return Plain(write), None


@define
class Sharing(Plain):
    """Keeps what it writes on itself."""

    current: list[Incident] = field(factory=list)

    def serialise(self, incident: Incident) -> Serialised:
        self.current[:] = [incident]
        time.sleep(1e-4)
        return Serialised(dumps(self.current[0]))


def searching() -> tuple[Plain, Loads]:
    def write(incident: Incident) -> str:
        for one in incident.records:
            for other in incident.records:
                assert one is other or one.id != other.id
        return dumps(incident)

    return readable(write)


SALTED, _ = opaque(lambda incident: f"{dumps(incident)} {hash('salt')}")


# Each broken serialiser by what it does, with the laws that it breaks, the one meant
# first.
Made = tuple[Plain, Loads | None]
BROKEN: dict[str, tuple[Callable[[], Made], tuple[str, ...]]] = {
    "raises": (links_forgotten, ("S01",)),
    "gives a text alone": (bare, ("S01",)),
    "counts": (counting, ("S02", "S03", "S13", "S16")),
    "remembers": (remembering, ("S03",)),
    "meddles": (meddling, ("S04",)),
    "has an odd suffix": (lambda: (Plain(suffix="json"), loads), ("S05",)),
    "has an odd type": (lambda: (Plain(media_type="JSON"), None), ("S05",)),
    "takes a name": (lambda: (Plain(name="json"), loads), ("S06",)),
    "loses without order": (lambda: (Plain(losing("b", "a")), loads), ("S07",)),
    "loses twice": (lambda: (Plain(losing("a", "a")), loads), ("S07",)),
    "loses nothing named": (lambda: (Plain(losing("")), loads), ("S07",)),
    "always loses": (
        lambda: (Plain(lambda one: Serialised(dumps(one), ("its spirit",))), loads),
        ("S08",),
    ),
    "cuts": (cut, ("S09",)),
    "drops in silence": (
        lambda: opaque(lambda one: dumps(placeless(one))),
        ("S10",),
    ),
    "names another loss": (
        lambda: (
            Plain(
                lambda one: Serialised(
                    dumps(placeless(one)),
                    ("the summaries of events",) * bool(one.events),
                )
            ),
            None,
        ),
        ("S10",),
    ),
    "talks of the weather": (
        lambda: (
            Plain(
                lambda one: Serialised(
                    dumps(placeless(one)), ("the weather",) * (one != Incident())
                )
            ),
            None,
        ),
        ("S10",),
    ),
    "folds": (shouting, ("S11",)),
    "is read wrongly": (
        lambda: (SOUND, lambda text: placeless(loads(text))),
        ("S11", "S13"),
    ),
    "can't be read": (lambda: (SOUND, lambda text: loads(text[1:])), ("S11",)),
    "is read as nothing": (lambda: (SOUND, json.loads), ("S11",)),
    "folds beside a loss": (silent_beside_a_loss, ("S12",)),
    "tells what is lost": (measuring, ("S13",)),
    "escapes nothing": (unescaped, ("S14", "S15")),
    "makes keys of texts": (keyed, ("S15",)),
    "shares": (lambda: (Sharing(), loads), ("S16",)),
    "searches": (searching, ("S17",)),
}
