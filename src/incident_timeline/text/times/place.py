"""Where an expression stands, as far as its reading depends on that."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from attrs import frozen

__all__ = ["Place"]

_ACTS = "be|appear|attend|open|begin|start|resume|take"
_PUT_OFF = "adjourned|remanded|bailed|on bail|postponed|delayed|deferred|put back"
_CUES = (
    r"will|shall|won't|due|(?:expected|scheduled|planned|planning|plans?|hopes?|likely"
    r"|required|set|is|are)\sto|(?:set|scheduled|planned|listed|fixed|slated)\sfor"
    rf"|to\s(?:{_ACTS})|(?:{_PUT_OFF})\b[^.;]{{0,60}}?\b(?:until|till|to\s(?:{_ACTS}|return"
    r"|answer|face|stand))|(?:adjourned|bailed|postponed|deferred|put back)\sto"
    r"|(?:appears|turns|begins|opens|starts|resumes|continues)(?=\s(?:in|at|before|on|\Z))"
)
_FUTURE = re.compile(rf"\b(?:{_CUES})\b")
_UNTIL = re.compile(rf"\b(?:{_CUES}|{_PUT_OFF}|is|are|has|have|remains?)\b")
_WILL = re.compile(r"\b(?:will|shall|is\sdue|are\sdue|(?:is|are)\sexpected)\b")
_NO_LONGER = re.compile(
    r"\b(?:was|were|had|died|said|told|fell|left|came|took|shot|found|began|happened"
    r"|occurred|called|but)\b"
)
_OCCURRED = re.compile(
    r"\b(?:shooting|death|killing|stabbing|crash|collision|incident|arrest|attack)"
    r"(?:\s(?:in|on|of|at|last|early|late)){0,2}\s\Z"
)
_SAID = re.compile(
    r"\b(?:said|stated|announced|confirmed|issued|published|told\sreporters|released"
    r"|ruled|decided|concluded|declined|news\sconference|press\sconference|briefing)\b"
)
_AFTER = re.compile(
    r"\b(?:died|dies|pronounced|passed\saway|post[- ]?mortem|autopsy|inquest|court"
    r"|charged|as\sof|sentenced|funeral|referred|hearing|buried|trial|pleaded|convicted)\b"
)
_APPEAL = re.compile(
    r"\b(?:anyone|anybody|any\switnesses|witnesses\s(?:to|who|are)|dash[- ]?cam"
    r"|doorbell|appeal(?:s|ing)?\s(?:for|to)|motorists|who\smay\shave)\b"
)
_BACK = re.compile(r"\b(?:earlier|had|previously|before\sthat|prior\sto)\b")
_BACKGROUND = re.compile(
    r"\b(?:wanted|in\sconnection\swith|related\sto|stemming\sfrom|warrants?\s(?:for|from)"
    r"|because\sof|arising\sfrom|regarding|concerning|relating\sto"
    r"|which\s(?:incident\s)?(?:occurred|happened|took\splace)|suspect(?:ed)?\sin|stolen)\b"
)
_ANOTHER = re.compile(
    r"\b(?:wanted|warrants?\s(?:for|from)|suspect(?:ed)?\sin|stolen)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|due\sto|(?:expected|scheduled|planned)\sto|(?:set|scheduled|planned"
    r"|listed)\sfor)\b"
)
_PAST_PERFECT = re.compile(r"\bhad\b|\bpreviously\b|\bborn\b")


@frozen(slots=False)
class Place:
    """A paragraph, and a place in a sentence of it."""

    paragraph: int = 0
    before: Callable[[], str] = str  # gives the words of its sentence before it
    until: bool = False  # it says until when
    after: Callable[[], str] = str  # gives the words after it, in lower case
    issued: bool = False  # it says when the text was issued or updated

    @cached_property
    def head(self) -> str:
        """The words of its sentence before it, in lower case."""
        return self.before()

    @property
    def future(self) -> bool:
        """Whether its sentence tells of what will happen."""
        pattern = _UNTIL if self.until else _FUTURE
        cues = [cue.end() for cue in pattern.finditer(self.head)]
        if not cues or _OCCURRED.search(self.head):
            return False
        return _NO_LONGER.search(self.head, cues[-1]) is None

    @property
    def will_be(self) -> bool:
        """Whether the words after it tell of what will happen."""
        return _WILL.search(self.after()) is not None

    @property
    def is_appeal(self) -> bool:
        """Whether its sentence asks for those who were there: it tells of the onset."""
        return _APPEAL.search(self.head) is not None

    @property
    def is_said(self) -> bool:
        """Whether its sentence tells of what was said or decided, not of the scene."""
        return _SAID.search(self.head) is not None or bool(_SAID.search(self.after()))

    @property
    def is_aftermath(self) -> bool:
        """Whether its sentence tells of what came of the story: a death, a court."""
        return _AFTER.search(self.head) is not None or bool(_AFTER.search(self.after()))

    @property
    def back(self) -> bool:
        """Whether its sentence goes back in time."""
        return _BACK.search(self.head) is not None

    @property
    def is_background(self) -> bool:
        """Whether its clause tells of another matter, or of the person's past."""
        return _BACKGROUND.search(self.head) is not None

    @property
    def is_past_perfect(self) -> bool:
        """Whether its sentence tells of what had been before."""
        return _PAST_PERFECT.search(self.head) is not None

    @property
    def is_another(self) -> bool:
        """Whether its clause tells of another matter for certain."""
        return _ANOTHER.search(self.head) is not None

    @property
    def is_planned(self) -> bool:
        """Whether its sentence plainly says that something is still to come."""
        return _PLANNED.search(self.head) is not None and self.future
