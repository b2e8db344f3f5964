"""The smallest pieces of a time expression, found by one pass of one pattern.

The pattern runs over a lower-cased copy of the text of the same length. No
alternative repeats anything without a bound, so a pass costs linear time on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from incident_timeline.text.times.time_words import FIXED_DAYS, NTH_DAYS

__all__ = ["SPACE", "lowered", "scan"]

_BLANK = r"[ \t\xa0\u2009\u202f]"
SPACE = rf"(?:{_BLANK}{{1,2}}|{_BLANK}?\r?\n{_BLANK}{{0,4}})"
_GAP = rf"{SPACE}?"
_DAY = "[0-9]{1,2}"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)[0-9]{2}(?![0-9])"
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|jun\.|july?|jul\."
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
    r"(?![a-z])"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?"
_PART = (
    r"(?:(?:early|late|mid|small)[ -]{1,2})?"
    r"(?:morning|afternoon|evening|night(?:time)?"
    rf"|hours(?:{SPACE}of{SPACE}(?:the{SPACE})?morning)?)(?![a-z])"
)
_NUMBER_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MERIDIEM = r"[ap](?:m(?![a-z0-9])|\.[ ]?m(?:\.|(?![a-z])))"
_TO = rf"(?:{_GAP}[-–—/]{_GAP}|{SPACE}(?:and|to|until|till|or){SPACE})"
_HOLIDAY = "|".join(re.escape(name) for name in (*FIXED_DAYS, *NTH_DAYS))

_KINDS = {
    # 2023-11-23, 2023-11-23T19:59:30
    "iso": r"(?P<iso_y>[0-9]{4})-(?P<iso_m>[0-9]{2})-(?P<iso_d>[0-9]{2})(?![0-9])"
    r"(?:[t ](?P<iso_h>[0-9]{2}):(?P<iso_i>[0-9]{2})(?::(?P<iso_s>[0-9]{2})"
    r"(?:\.[0-9]{1,6})?)?(?P<iso_z>z(?![a-z])|[+-][0-9]{2}:?[0-9]{2})?)?",
    # 23/11/2023, 23.11.23, 11/23/2023
    "numeric": rf"(?P<num_a>{_DAY})(?P<num_sep>[/.-])(?P<num_b>{_DAY})(?P=num_sep)"
    r"(?P<num_y>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]|[/.:-][0-9])",
    # 23 November 2023, 3rd of June, 3-5 June, Friday 3 to Sunday 5 June
    "dmy": rf"(?:(?P<dmy_from>{_DAY}){_ORDINAL}{_TO}(?:the{SPACE})?"
    rf"(?:{_WEEKDAY},?{SPACE})?)?(?P<dmy_d>{_DAY}){_ORDINAL}(?:{_GAP}|-)"
    rf"(?:day{SPACE})?(?:of{SPACE})?(?P<dmy_m>{_MONTH})(?:(?:,?{SPACE}|-)(?P<dmy_y>{_YEAR}))?",
    # 19:59hrs, 9.30pm, 19:59:30
    "clock": r"(?P<clock_h>[0-9]{1,2})(?P<clock_sep>[:.])(?P<clock_i>[0-9]{2})"
    r"(?:[:.](?P<clock_s>[0-9]{2}))?(?![0-9]|[:.][0-9])"
    rf"(?:{_GAP}(?:(?P<clock_ap>{_MERIDIEM})|(?P<clock_u>hrs?|hours?|h)(?![a-z])))?",
    # 9pm, 14h30, 0351 hours
    "hour": rf"(?P<hour_h>[0-9]{{1,2}}){_GAP}(?P<hour_ap>{_MERIDIEM})",
    "french": r"(?P<fr_h>[0-9]{1,2})[ ]?h[ ]?(?P<fr_i>[0-9]{2})(?![0-9a-z])",
    "military": rf"(?P<mil_h>[0-9]{{2}})(?P<mil_i>[0-9]{{2}})(?![0-9])(?:{_GAP}"
    r"(?:hrs?|hours?|h)(?![a-z]))",
    # the 8 of "8 to 9pm"
    "first": rf"(?P<first_h>[0-9]{{1,2}})(?={_TO}"
    rf"(?:(?:about|around|approximately){SPACE})?"
    rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}})?{_GAP}{_MERIDIEM})",
    "oclock": rf"(?P<oc_h>[0-9]{{1,2}}|{_NUMBER_WORD}){_GAP}o['’]{_GAP}clock"
    rf"(?:{SPACE}(?P<oc_ap>{_MERIDIEM}))?",
    "past": rf"(?P<past_i>half|quarter|five|ten|twenty[ -]five|twenty){SPACE}"
    rf"(?:minutes?{SPACE})?(?P<past_way>past|to|after){SPACE}"
    rf"(?P<past_h>[0-9]{{1,2}}(?![0-9:.])|(?:{_NUMBER_WORD}|noon|midday|midnight)(?![a-z]))"
    rf"(?:{_GAP}(?P<past_ap>{_MERIDIEM}))?",
    "named": rf"(?:(?:12(?:[:.]00)?|twelve){SPACE})?"
    r"(?P<named>noon|midday|midnight)(?![a-z])",
    # 2014, 2010-2014; and the 0351 of "at 0351"
    "year": rf"(?P<yr>{_YEAR})"
    rf"(?:[-–/](?P<yr_to>{_YEAR}|[0-9]{{2}}(?![0-9])))?(?![a-z])",
    "digits": r"[0-9]{4}(?![0-9a-z:/]|[.,][0-9])",
    # the 23rd
    "nth": r"(?P<nth>[0-9]{1,2})(?:st|nd|rd|th)"
    r"(?=[.,;)\n]|\Z|[ ](?:at|about|around|between)[ ])",
    # November 23, 2023; Nov. 23-25; November 2023; November
    "month": rf"(?P<mon>{_MONTH})(?:(?:,?{SPACE}|[-–])(?:of{SPACE}|the{SPACE})?(?:"
    rf"(?P<mon_from>{_DAY}){_ORDINAL}{_TO}(?P<mon_to>{_DAY}){_ORDINAL}"
    rf"(?![0-9:]|{_GAP}[ap]\.?m|{SPACE}{_MONTH})(?:,?{SPACE}(?P<mon_y2>{_YEAR}))?"
    rf"|(?P<mon_d>{_DAY}){_ORDINAL}(?![0-9:a-z]|{_GAP}[ap]\.?m(?![a-z])|\.[0-9])"
    rf"(?:,?{SPACE}(?P<mon_y>{_YEAR}))?"
    rf"|(?P<mon_y3>{_YEAR})))?",
    "weekday": rf"(?P<wd>{_WEEKDAY}(?![a-z])"
    rf"|{_SHORT_DAY}(?=,?{SPACE}(?:[0-9]{{1,2}}|{_MONTH})"
    rf"(?![:0-9])))(?:{SPACE}(?P<wd_part>{_PART})"
    rf"|{SPACE}(?P<wd_last>last)(?!{SPACE}(?:night|week|month|year|[a-z]{{3,9}}day))(?![a-z]))?",
    "turn": r"(?P<turn>last|this|that|next|following|previous|preceding|same)"
    rf"(?:{SPACE}(?:same|very))?(?:{SPACE}(?P<turn_x>early|late))?{SPACE}(?P<turn_n>morning|afternoon"
    rf"|evening|night|day|date|weekend|week|fortnight|month|year|{_WEEKDAY}|{_MONTH})(?![a-z]|{SPACE}of{SPACE})"
    rf"(?:{SPACE}(?P<turn_part>{_PART}))?",
    # the day before, the night after
    "side": rf"(?P<side_n>day|night|morning|afternoon|evening|week|month|year){SPACE}"
    rf"(?P<side>before|after)(?![a-z])(?:{SPACE}(?P<side_of>yesterday"
    r"|tomorrow|last)(?![a-z]))?",
    "near": rf"(?P<near>yesterday|today|tonight|tomorrow)(?![a-z])"
    rf"(?:{SPACE}(?P<near_part>{_PART}))?",
    "overnight": r"(?P<overnight>overnight)(?![a-z])",
    "offset": r"(?P<off_u>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?"
    rf"|fortnights?|months?|years?)(?P<off_half>{SPACE}and{SPACE}a{SPACE}half)?{SPACE}"
    r"(?P<off_way>later|earlier|ago|afterwards|after|before|beforehand|prior|previously"
    rf"|of|from{SPACE}now)(?![a-z])",
    "holiday": rf"(?P<holiday>{_HOLIDAY})(?![a-z])",
    "part": rf"(?P<part>{_PART})",
}
_PIECE = re.compile(
    "|".join(f"(?P<{kind}_>{pattern})" for kind, pattern in _KINDS.items())
)
# How the first word of a piece begins. Most words of a text are none of these, and
# telling so costs a tenth of trying every pattern on them.
_HEADS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun last"
    " this that next foll prev prec same day night week year yest tod ton tom overn sec"
    " min hou hr fort morn aftern even early late mid small half quarter one two three"
    " four five six seven eight nine ten eleven twe noon"
).split()


def _any_of(heads: set[str]) -> str:
    """One alternation of all *heads*, a branch for each first letter."""
    letters: dict[str, list[str]] = {}
    for head in sorted(heads):
        letters.setdefault(head[0], []).append(head[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items())


_NAMED_HEADS = {re.escape(name[:6]) for name in (*FIXED_DAYS, *NTH_DAYS)}
_TRIGGER = re.compile(rf"\b(?:[0-9]|{_any_of({*_HEADS, *_NAMED_HEADS})})")


def lowered(text: str) -> str:
    """*text* in lower case, character for character: offsets stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def scan(low: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each piece of lower-cased text with its kind, in order; none overlap."""
    match_at = _PIECE.match
    done = 0
    for trigger in _TRIGGER.finditer(low):
        start = trigger.start()
        if start < done:
            continue
        found = match_at(low, start)
        if found is not None and found.lastgroup is not None:
            done = found.end()
            yield found.lastgroup[:-1], found
