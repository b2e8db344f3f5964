"""The laws of rules."""

from __future__ import annotations

from incident_timeline.testing._laws.law import Law

__all__ = ["RULE_LAWS"]

_WITNESS = "a `witness`"

RULE_LAWS: tuple[Law, ...] = (
    Law(
        code="R01",
        name="total",
        says="Any incident gets findings or none, never an error.",
        why="One rule that raises ends the whole check: nothing else is reported.",
        mend="Allow for open bounds, missing ends, no parties and unheard-of kinds.",
    ),
    Law(
        code="R02",
        name="deterministic",
        says="The same incident gets the same findings each time.",
        why="A report that differs from run to run can't be compared or suppressed.",
        mend="Go by the order of the records; sort what comes out of a set.",
    ),
    Law(
        code="R03",
        name="stateless",
        says="What is found doesn't depend on what was looked at before.",
        why="A finding would come or go with the files that were checked before it.",
        mend="Keep nothing between calls; what several rules need is on the `Case`.",
    ),
    Law(
        code="R04",
        name="incident-unchanged",
        says="Looking changes nothing in the incident.",
        why="All rules look at one incident; what one changes, the next one judges.",
        mend="Make a changed copy with `attrs.evolve` where you need one.",
    ),
    Law(
        code="R05",
        name="sound-is-silent",
        says="An incident that contradicts itself nowhere gets no contradiction.",
        why="False contradictions are what makes readers stop reading a report.",
        mend="Report `certain` only where each reading of the bounds is at fault.",
    ),
    Law(
        code="R06",
        name="witness",
        says="Its witness is made without an error, and on it the rule is certain.",
        why="The witness shows the fault on the rule's page, and that the rule speaks.",
        mend="Let the witness make the smallest incident that is surely at fault.",
        needs=_WITNESS,
    ),
    Law(
        code="R07",
        name="witness-alone",
        says="On its witness, no other rule has anything to say.",
        why="An example with two faults doesn't show which of them is meant.",
        mend="Leave out of the witness what other rules report, or correct it.",
        needs=_WITNESS,
    ),
    Law(
        code="R08",
        name="places-exist",
        says="`where` is the path to a record of the incident, or to a field of it.",
        why="Editors and reports jump to the place; suppressions are matched by it.",
        mend="Take the place from `case.where(record, field)`, or use `case.hit`.",
    ),
    Law(
        code="R09",
        name="subjects-exist",
        says="Each finding is about one or more records, each named once by its id.",
        why="Who keeps several findings apart, or groups them, goes by the subjects.",
        mend="Take the ids from the records involved, or use `case.hit`.",
    ),
    Law(
        code="R10",
        name="quotes-exist",
        says="The citations of a finding are citations of the incident, unchanged.",
        why="A quote that no source holds is worse than none.",
        mend="Pass the records' own citations on, or use `case.hit`.",
    ),
    Law(
        code="R11",
        name="own-findings",
        says="Findings carry the code and the name of their rule.",
        why="What is reported is looked up, selected and suppressed by its code.",
        mend="Yield `Hit`s and leave code and name to `Rule`.",
    ),
    Law(
        code="R12",
        name="own-code",
        says="No rule of the library has its code, and it doesn't begin with `TL`.",
        why="Codes that two rules share can't be run together; `TL` grows.",
        mend="Take a prefix of your own, two to eight capitals.",
    ),
    Law(
        code="R13",
        name="one-sentence",
        says="The message is one line that begins small and ends without a full stop.",
        why="Reports set messages beside each other, after a place and a code.",
        mend="Write a clause such as `ends before it starts`; quote sources with `!r`.",
    ),
    Law(
        code="R14",
        name="mend-is-a-phrase",
        says="The mend is empty, or a line in the same shape as a message.",
        why="Reports set it after `mend:`, on the same line.",
        mend="Write an order such as `correct one of the two times`.",
    ),
    Law(
        code="R15",
        name="ids-mean-nothing",
        says="Other ids change no finding but for the ids in it.",
        why="Ids are handed out in passing: how they sort or what they spell is luck.",
        mend="Compare records by what they hold, and keep them in order of telling.",
    ),
    Law(
        code="R16",
        name="telling-means-nothing",
        says="The order in which events are told changes no finding.",
        why="Accounts tell the outcome first; what happened is not in that order.",
        mend="Compare times, not places in the list; look at each pair both ways. A"
        " hit on the whole incident goes on all events that it is about, or on the"
        " earliest by time, never on `events[0]`.",
    ),
    Law(
        code="R17",
        name="listing-means-nothing",
        says="The order of parties, items, inquiries, sources and links means nothing.",
        why="Two files of the same account must get the same report.",
        mend="Look at all of them, not at the first that fits.",
    ),
    Law(
        code="R18",
        name="the-unrelated-means-nothing",
        says="Another event, party or item that nothing refers to changes no finding.",
        why="Otherwise a new line of a log makes an old fault come or go.",
        mend="Look only at records that belong together: by kind, party or reference.",
    ),
    Law(
        code="R19",
        name="calendar-means-nothing",
        says="Moving all times alike changes no finding.",
        why="What is out of order is so in any year.",
        mend="Compare times with each other; a rule of law names its `laws`.",
        needs="no `laws`",
    ),
    Law(
        code="R20",
        name="certain-stays-certain",
        says="What is certain stays so where times, however vague, become known more"
        " closely.",
        why="Certain means: whatever reading is true. A closer time is such a reading.",
        mend="Decide with `before`, or by the bounds that lie farthest apart.",
    ),
    Law(
        code="R21",
        name="vague-is-not-certain",
        says="Where nothing is certain, nothing becomes so where times are vaguer.",
        why="To know less must not prove more.",
        mend="Decide with `before`; treat an open bound as one that allows all.",
    ),
    Law(
        code="R22",
        name="certain-by-itself",
        says="What is certain is found whether or not the possible is asked for.",
        why="`possible=True` adds findings; it must not hide any.",
        mend="Let `case.wants_possible` save the trouble of possible findings only.",
    ),
    Law(
        code="R23",
        name="page",
        says="Its page says in words what is reported.",
        why="A code without a page sends readers to the source.",
        mend="Give the function a docstring; its first line says what is at fault.",
    ),
    Law(
        code="R24",
        name="threads",
        says="Looked at from several threads at once, incidents get the same findings.",
        why="Servers check many incidents at a time with one set of rules.",
        mend="Keep what is worked out in local names, not on modules or objects.",
    ),
    Law(
        code="R25",
        name="near-linear",
        says="Four times as many faults take at most six times as many steps.",
        why="An incident of ten thousand lines must not take a night.",
        mend="Sort, or group by kind and party, before you compare pairs.",
        needs=_WITNESS,
    ),
    Law(
        code="R26",
        name="process",
        says="Zone, locale and hash seed of the process change nothing.",
        why="A report made on a server must be the one that was made on a desk.",
        mend="Never use local time or the order of a set; go by each moment's zone.",
        needs='a module that holds the rule, and `effort="thorough"`',
    ),
)
