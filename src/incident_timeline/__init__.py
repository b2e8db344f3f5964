"""Typed, checked timelines of serious police incidents.

From an account to a checked timeline, each step a value of its own:

>>> from incident_timeline import check, dumps, loads, parse, solve
>>> release = (
...     "At 19:59hrs on Thursday, 23 November, a resident rang 999. "
...     "Shortly before 21:00hrs officers shot a man. "
...     "At 21:30hrs he was pronounced dead at the scene."
... )
>>> (incident,) = parse(release, published="2023-11-24", zone="Europe/London").incidents
>>> [event.kind for event in incident.events]
['call', 'shots', 'death_pronouncement']
>>> timeline = solve(incident)
>>> print(timeline.elapsed("call", "shots"))
between 45 minutes and 1 hour 1 minute
>>> check(incident)
()
>>> loads(dumps(incident)) == incident
True

What an account says: Incident, Event, Moment, Party, Evidence, Investigation, Source,
Citation and Link; Draft builds them by hand.
What follows from it: solve, Timeline, Order, Elapsed, Conflict, Phase.
What is wrong with it: check, review, Finding, Severity, Verdict, CheckConfig, explain.
What goes in and out: parse, parser, loads, dumps, serialise, report.
What is raised: TimelineError, and beside each of its children a built-in.

More stands in submodules: ``moments`` (uncertain time), ``vocabulary`` (known words),
``text`` (times and cues in prose), ``checks``, ``parsers``, ``serialisers``,
``reports`` and ``converter`` (what one's own are built from), ``showing`` (notebooks,
rich), ``strategies`` (Hypothesis), ``testing`` (laws for one's own parts). The command
line is ``incident-timeline --help``.
"""

from _incident_timeline_hypothesis import register as _register
from incident_timeline import showing as _showing
from incident_timeline._shown import draw_with as _draw_with
from incident_timeline.checks import (
    ALL_RULES,
    RULES,
    CheckConfig,
    Review,
    Rule,
    Suppression,
    check,
    explain,
    find_config,
    load_config,
    review,
    rule,
)
from incident_timeline.converter import (
    configure_converter,
    dumps,
    loads,
    make_converter,
)
from incident_timeline.errors import (
    InvalidMomentError,
    InvalidRecordError,
    NonexistentTimeError,
    TimelineError,
    UnknownFormatError,
    UnknownReferenceError,
    UnknownZoneError,
    UnreadableInputError,
)
from incident_timeline.model import (
    Age,
    Citation,
    CustodyStep,
    Draft,
    Event,
    Evidence,
    Finding,
    Incident,
    Investigation,
    Link,
    Participant,
    Party,
    Severity,
    Source,
    Verdict,
)
from incident_timeline.moments import (
    DEFAULT_VAGUENESS,
    Moment,
    PartOfDay,
    Precision,
    Qualifier,
    Vagueness,
)
from incident_timeline.parsers import Document, Parsed, parse, parser
from incident_timeline.reports import report
from incident_timeline.serialisers import Serialised, serialise
from incident_timeline.timeline import (
    AXIOMS,
    Comparison,
    Conflict,
    Elapsed,
    Order,
    Phase,
    Statement,
    Timeline,
    solve,
)

__all__ = [
    "ALL_RULES",
    "AXIOMS",
    "DEFAULT_VAGUENESS",
    "RULES",
    "Age",
    "CheckConfig",
    "Citation",
    "Comparison",
    "Conflict",
    "CustodyStep",
    "Document",
    "Draft",
    "Elapsed",
    "Event",
    "Evidence",
    "Finding",
    "Incident",
    "InvalidMomentError",
    "InvalidRecordError",
    "Investigation",
    "Link",
    "Moment",
    "NonexistentTimeError",
    "Order",
    "Parsed",
    "PartOfDay",
    "Participant",
    "Party",
    "Phase",
    "Precision",
    "Qualifier",
    "Review",
    "Rule",
    "Serialised",
    "Severity",
    "Source",
    "Statement",
    "Suppression",
    "Timeline",
    "TimelineError",
    "UnknownFormatError",
    "UnknownReferenceError",
    "UnknownZoneError",
    "UnreadableInputError",
    "Vagueness",
    "Verdict",
    "check",
    "configure_converter",
    "dumps",
    "explain",
    "find_config",
    "load_config",
    "loads",
    "make_converter",
    "parse",
    "parser",
    "report",
    "review",
    "rule",
    "serialise",
    "solve",
]

_register()
_draw_with(html=_showing.html_of, rich=_showing.rich_of)
