"""The smallest pieces of a time expression, found by one pass of one pattern.

The patterns run over a plain copy of the text, in lower case and of the same length.
No alternative repeats anything without a bound, so a pass costs linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from string import ascii_lowercase

from incident_timeline.text.times.holidays import HOLIDAYS
from incident_timeline.text.times.time_words import (
    EVENT_WORDS,
    ORDINALS,
    PARTS,
    SEASONS,
)

__all__ = ["SPACE", "lowered", "plain", "scan"]

SPACE = r"(?: {1,3}(?:\n {0,8})?|\n {0,8})"
_GAP = rf"{SPACE}?"
_DAY = "[0-9]{1,2}"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)[0-9]{2}(?![0-9]|[ ]?h(?:(?:ou)?rs?)?(?![a-z]))"
_YEAR_2 = r"'[0-9]{2}(?![0-9])"
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|jun(?:e|\.)?|jul(?:y|\.)?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
    r"(?![a-z])"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?"
_NOUNS = "|".join(
    sorted(
        (*PARTS, "lunch-time", "tea-time", "night-time", "first light"), reverse=True
    )
)
_PART = (
    r"(?:(?:very[ ])?(?:early|late|mid|small|wee|pre)"
    rf"(?:{SPACE}|-)|mid)?"
    rf"(?:hours{SPACE}of{SPACE}(?:the{SPACE})?morning|{_NOUNS})"
    rf"(?:{SPACE}hours)?(?![a-z])"
)
_EARLY_PART = rf"(?:early|late|latter){SPACE}part{SPACE}of{SPACE}the{SPACE}"
_NUMBER_WORD = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MERIDIEM = r"[ap](?:m(?![a-z0-9])|\.[ ]?m(?:\.|(?![a-z])))"
_HOURS = r"(?:hrs?|hours?|h)(?![a-z])"
_TO = rf"(?:{_GAP}[-—/&]{_GAP}|,?{SPACE}(?:and|to|until|till|or|through|into){SPACE})"
_COUNTED = (
    rf"{SPACE}(?:second|sec|minute|min|hour|hr|day|week|month|year|mile|foot|feet)"
)
_COUNT = rf"(?:[0-9]{{1,3}}|{_NUMBER_WORD})"
# Of the words for occurrences, these name papers and places as well.
_PAPERS = {"report", "reports", "release", "there", "case"}
_OCCURRENCE = "|".join(sorted(EVENT_WORDS.keys() - _PAPERS, reverse=True))
_WHO = (
    rf"(?:(?:he|she|they|it|police|officers)|(?:the|his|her|their|mr|mrs|ms){SPACE}"
    rf"[a-z-]{{2,20}})(?:'d|'s)?(?:{SPACE}(?:had|has|was|were))?"
)
# What makes the bare 9 of "at 9 on Monday night" a clock time.
_DAY_WORDS = (
    rf"(?:(?:on{SPACE}|in{SPACE}|,{SPACE})?(?:(?:the|last|that|this){SPACE}"
    rf"(?:same{SPACE}|previous{SPACE}|following{SPACE}|next{SPACE})?"
    rf"(?:morning|afternoon|evening|night)|yesterday|tonight|tomorrow|{_WEEKDAY}))(?![a-z])"
)


def _spelt(name: str) -> str:
    """The pattern of a named day, with spaces, stops and apostrophes as they come."""
    spaced = re.escape(name).replace(r"\ ", SPACE).replace("'", "'? {0,2}")
    return spaced.replace("st", r"st\.?", 1) if name.startswith("st ") else spaced


def _holiday(first: str) -> str:
    """The pattern of the named days that begin with *first*."""
    names = [name for name in HOLIDAYS if name[0] == first] or [r"bank holiday"]
    spelt = "|".join(map(_spelt, sorted(names, key=len, reverse=True)))
    return (
        rf"(?P<holiday>{spelt})(?:(?<=bank holiday){SPACE}monday)?"
        rf"(?:{SPACE}(?P<hol_weekend>weekend))?(?![a-z])"
        rf"|bank{SPACE}holiday{SPACE}(?P<hol_day>{_WEEKDAY})(?![a-z])"
    )


_KINDS = {
    "holiday": "",  # by its first letter
    # 2023-11-23, 2023-11-23T19:59:30
    "iso": r"(?P<iso_y>[0-9]{4})(?P<iso_sep>[/-])(?P<iso_m>[0-9]{2})(?P=iso_sep)"
    r"(?P<iso_d>[0-9]{2})(?![0-9])"
    r"(?:[t ](?P<iso_h>[0-9]{2}):(?P<iso_i>[0-9]{2})(?::(?P<iso_s>[0-9]{2})"
    r"(?:\.[0-9]{1,6})?)?(?P<iso_z>z(?![a-z])|[+-][0-9]{2}:?[0-9]{2})?)?",
    # 23/11/2023, 23.11.23, 11/23/2023
    "numeric": rf"(?P<num_a>{_DAY})(?P<num_sep>[/.-])(?P<num_b>{_DAY})(?P=num_sep)"
    r"(?P<num_y>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]|[/.:-][0-9])",
    # 23 November 2023, 3rd of June, 3-5 June, Friday 3 to Sunday 5 June
    "dmy": rf"(?:(?<!\bday )(?P<dmy_from>{_DAY}){_ORDINAL}"
    rf"(?:,{SPACE}{_DAY}{_ORDINAL}){{0,6}}{_TO}"
    rf"(?:the{SPACE})?(?:{_WEEKDAY},?{SPACE})?)?(?P<dmy_d>{_DAY}){_ORDINAL}(?:{_GAP}|-)"
    rf"(?:day{SPACE})?(?:of{SPACE})?(?P<dmy_m>{_MONTH})"
    rf"(?:(?:,?{SPACE}|-)(?P<dmy_y>{_YEAR}|{_YEAR_2})|-(?P<dmy_y2>[0-9]{{2}})(?![0-9:]))?",
    # on 11/23
    "slashed": rf"(?<=[ \n]on )(?P<sl_a>{_DAY})/(?P<sl_b>{_DAY})(?![0-9/-]|[.][0-9])"
    rf"(?!{SPACE}of )",
    # 11-15pm, 19:59hrs, 9.30pm, 19:59:30
    "dashed": r"(?P<da_h>[0-9]{1,2})-(?P<da_i>1[3-9]|[2-5][0-9])"
    rf"{_GAP}(?P<da_ap>{_MERIDIEM})",
    "clock": r"(?P<clock_h>[0-9]{1,2})(?P<clock_sep>[:.])(?P<clock_i>[0-9]{2})"
    r"(?:[:.](?P<clock_s>[0-9]{2})(?:\.[0-9]{1,6})?)?(?![0-9]|[:.][0-9])"
    rf"(?:{_GAP}(?:(?P<clock_ap>{_MERIDIEM})|(?P<clock_u>{_HOURS})"
    rf"|(?P<clock_oc>o'{_GAP}clock)))?",
    # 9pm, 14h30, 0351 hours
    "hour": rf"(?P<hour_h>[0-9]{{1,2}}){_GAP}(?P<hour_ap>{_MERIDIEM})",
    "french": r"(?P<fr_h>[0-9]{1,2})[ ]?h[ ]?(?P<fr_i>[0-9]{2})(?![0-9a-z])",
    "military": rf"(?P<mil_h>[0-9]{{2}})(?P<mil_i>[0-9]{{2}})(?![0-9])(?:{_GAP}{_HOURS}"
    rf"|(?={_TO}[0-9]{{4}}{_GAP}{_HOURS}))",
    "past": rf"(?P<past_i>half(?:{SPACE}an{SPACE}hour)?|quarter|five|ten"
    rf"|twenty[ -]five|twenty|{_DAY}(?!{SPACE}(?:to|after){SPACE}[0-9])"
    rf"|(?:{_NUMBER_WORD})(?={SPACE}minutes?{SPACE}))"
    rf"(?:{SPACE}|-)"
    rf"(?P<past_m>minutes?{SPACE})?(?P<past_way>past|to|after){SPACE}"
    rf"(?P<past_h>[0-9]{{1,2}}(?![0-9:.-])|(?:{_NUMBER_WORD}|noon|midday|midnight)(?![a-z-]))"
    rf"(?!{_COUNTED})(?:{_GAP}(?P<past_ap>{_MERIDIEM}))?",
    # the 8 of "8 to 9pm" and of "8 and 9 last night"; the 9 of "9 on Monday night"
    "first": rf"(?P<first_h>[0-9]{{1,2}})(?={_TO}"
    rf"(?:(?:about|around|approximately){SPACE})?[0-9]{{1,2}}(?:[:.][0-9]{{2}})?"
    rf"(?:{_GAP}{_MERIDIEM}|{SPACE}{_DAY_WORDS}))",
    "bare": rf"(?P<bare_h>1[0-2]|[1-9])(?={SPACE}{_DAY_WORDS}|[.,;)](?:\s|\Z))",
    "oclock": rf"(?P<oc_h>[0-9]{{1,2}}|{_NUMBER_WORD})(?:{_GAP}o'{_GAP}clock"
    rf"(?:{SPACE}(?P<oc_ap>{_MERIDIEM}))?|(?P<oc_ish>-?ish)(?![a-z]))",
    # half seven, for half past
    "half": rf"half{SPACE}(?P<half_h>{_NUMBER_WORD})(?![a-z-])(?!{_COUNTED})",
    "named": rf"(?:(?:12(?:[:.]00)?|twelve){SPACE})?"
    r"(?P<named>noon|midday|midnight)(?![a-z])",
    # 2014, 2010-2014; and the 0351 of "at 0351"
    "year": rf"(?P<yr>{_YEAR})"
    r"(?:[-/](?P<yr_to>(?:1[6-9]|20)[0-9]{2}(?![0-9])|[0-9]{2}(?![0-9])))?(?![a-z])",
    "digits": r"[0-9]{4}(?![0-9a-z/]|[.,:][0-9])",
    # the 23rd; the third of May
    "nth": r"(?P<nth>[0-9]{1,2})(?:st|nd|rd|th)(?![a-z0-9-])",
    "ordinal": rf"(?P<ord_d>{'|'.join(sorted(ORDINALS, reverse=True))}){SPACE}"
    rf"(?:day{SPACE})?of{SPACE}(?P<ord_m>{_MONTH})(?:,?{SPACE}(?P<ord_y>{_YEAR}))?",
    # November 23, 2023; Nov. 23-25; November 2023; November
    "month": rf"(?P<mon>{_MONTH})(?:(?:,?{SPACE}|-)(?:of{SPACE}|the{SPACE})?(?:"
    rf"(?P<mon_from>{_DAY}){_ORDINAL}(?:,{SPACE}{_DAY}{_ORDINAL}(?![0-9])){{0,6}}{_TO}"
    rf"(?P<mon_to>{_DAY}){_ORDINAL}"
    rf"(?![0-9:]|{_GAP}[ap]\.?m|{SPACE}{_MONTH})(?:,?{SPACE}(?P<mon_y2>{_YEAR}))?"
    rf"|(?P<mon_d>{_DAY}){_ORDINAL}(?![0-9:a-z]|{_GAP}[ap]\.?m(?![a-z])|\.[0-9])"
    rf"(?:,?{SPACE}(?P<mon_y>{_YEAR}|{_YEAR_2}))?"
    rf"|(?P<mon_y3>{_YEAR}|{_YEAR_2})))?",
    "weekday": rf"(?P<wd>{_WEEKDAY}(?![a-z])"
    rf"|{_SHORT_DAY}(?=,?{SPACE}(?:[0-9]{{1,2}}|{_MONTH})"
    rf"(?![:0-9])))(?:{SPACE}(?P<wd_part>{_PART})"
    rf"|{SPACE}(?P<wd_last>last|past)(?!{SPACE}(?:night|week|month|year|[a-z]{{3,9}}day))(?![a-z])"
    rf"|{SPACE}(?:of{SPACE})?(?P<wd_of>this|last|next|that|the{SPACE}(?:following|previous))"
    rf"{SPACE}week(?![a-z])|{SPACE}(?P<wd_week>week)(?![a-z])"
    rf"|{SPACE}(?P<wd_side>before|after)(?:{SPACE}(?P<wd_side2>last))?(?![a-z]))?",
    "turn": r"(?P<turn>last|this|that|next|following|previous|preceding|same)"
    rf"(?:{SPACE}(?:same|very))?(?:{SPACE}(?P<turn_x>early|late))?{SPACE}(?P<turn_n>morning|afternoon"
    rf"|evening|night|day|date|weekend|week|fortnight|month|year|spring|summer|autumn|fall"
    rf"|winter|{_WEEKDAY}|{_MONTH})(?![a-z]|{SPACE}of{SPACE})"
    rf"(?:{SPACE}(?P<turn_part>{_PART}))?",
    # a week ago Friday, a week last Friday
    "weeks": rf"weeks?{SPACE}(?:ago{SPACE}(?:(?:last|on|this){SPACE})?|last{SPACE})"
    rf"(?P<wk_d>{_WEEKDAY})(?![a-z])",
    # the past 12 days
    "span": rf"(?:past|last){SPACE}(?P<span_n>{_COUNT}){SPACE}"
    rf"(?P<span_u>hours|days|nights|weeks)(?![a-z]|{SPACE}of(?![a-z]))",
    # the day of the shooting, the day he'd gone missing
    "own": r"(?<=the[ \n])(?P<own_n>day|date|night|morning|afternoon|evening)"
    rf"{SPACE}(?P<own_of>(?:of{SPACE}(?:the|this|that|his|her|their){SPACE}(?:[a-z-]{{2,20}}{SPACE}){{0,2}}?"
    rf"|(?:that{SPACE}|when{SPACE}|on{SPACE}which{SPACE}|(?<=(?:day|ght|ate)[ \n]))"
    rf"{_WHO}{SPACE}"
    rf"(?:[a-z]{{3,12}}{SPACE})?)(?:{_OCCURRENCE}))(?![a-z-])",
    # the day before, the night after
    "side": rf"(?P<side_n>day|night|morning|afternoon|evening|week|month|year){SPACE}"
    rf"(?P<side>before|after)(?![a-z])(?:{SPACE}(?P<side_of>yesterday"
    r"|tomorrow|last)(?![a-z]))?",
    "near": rf"(?P<near>yesterday|today|tonight|tomorrow)(?![a-z])"
    rf"(?:{SPACE}(?P<near_part>{_PART}))?",
    "offset": r"(?P<off_u>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?"
    rf"|nights?(?={SPACE}(?:ago|later|earlier|before|after))|weeks?"
    rf"|fortnights?|months?|years?|decades?)(?P<off_half>{SPACE}and{SPACE}a{SPACE}half)?"
    rf"(?P<off_so>{SPACE}or{SPACE}so)?"
    rf"{SPACE}(?P<off_way>later|earlier|ago|afterwards?|thereafter|after{SPACE}(?:that|this)"
    rf"|(?:before|prior{SPACE}to){SPACE}(?:that|this)|after|following|into|prior{SPACE}to"
    rf"|previous{SPACE}to|before|beforehand|prior|previously|of|from{SPACE}now)(?![a-z])",
    # within 45 days
    "within": r"(?P<in_u>minutes?|mins?|hours?|hrs?|days?|weeks?|months?)(?![a-z-])",
    "weekend": r"weekend(?![a-z])",
    "season": rf"(?P<season>{'|'.join(SEASONS)})(?:{SPACE}(?:of{SPACE})?"
    rf"(?P<season_y>{_YEAR})|(?={SPACE}(?:of{SPACE})?(?:last|that|this|next){SPACE}year))",
    "part": rf"(?:{_EARLY_PART})?(?P<part>{_PART}|over{SPACE}night(?![a-z]))",
}
_DIGITS = "0123456789"
# With what each kind begins; those that begin with a digit are not named here.
_INITIALS = {
    "past": _DIGITS + "hqftosen",
    "half": "h",
    "oclock": _DIGITS + "otfsen",
    "named": "1tnm",
    "ordinal": "".join({word[0] for word in ORDINALS}),
    "month": "jfmasond",
    "weekday": "mtwfs",
    "turn": "ltnfps",
    "span": "lp",
    "own": "dnmae",
    "weeks": "w",
    "side": "dnmaewy",
    "near": "yt",
    "offset": "smhdnwfy",
    "within": "mhdw",
    "weekend": "w",
    "holiday": "b" + "".join({name[0] for name in HOLIDAYS}),
    "season": "safw",
    "part": "efvlmswp" + "".join({word[0] for word in PARTS}),
}


@cache
def _matchers() -> dict[str, Callable[[str, int], re.Match[str] | None]]:
    """By its first sign, the matcher of all kinds that begin with it.

    All are made at once: that costs as much as some fifty accounts do.
    """
    return {first: _matcher(first) for first in _DIGITS[:3] + ascii_lowercase}


def _matcher(first: str) -> Callable[[str, int], re.Match[str] | None]:
    kinds = {
        kind: pattern or _holiday(first)
        for kind, pattern in _KINDS.items()
        if first in _INITIALS.get(kind, _DIGITS)
    }
    return re.compile("|".join(f"(?P<{k}_>{each})" for k, each in kinds.items())).match


# How the first word of a piece begins. Most words of a text are none of these, and
# telling so costs a tenth of trying every pattern on them.
_HEADS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun last"
    " this that next foll prev prec same day night week year yest tod ton tom overn sec"
    " min hou hr fort dawn dusk morn aftern even early late mid small wee half quarter"
    " one two three four five six seven eight nine ten eleven twe noon lunch teat tea-"
    " pre- past spring summer autumn fall winter decade"
).split()


_HEADS += ["over night", "date of", "first light", "very early", "bank holiday"]
_HEADS += [f"{word} of" for word in ORDINALS]
_HEADS += [name[:6] for name in HOLIDAYS if not name.startswith("st ")]
_HEADS += [f"st{stop}{letter}" for stop in (" ", ". ") for letter in "gps"]


def _any_of(heads: list[str]) -> str:
    """One alternation of all *heads*, a branch for each first letter."""
    letters: dict[str, list[str]] = {}
    for head in sorted(set(heads)):
        letters.setdefault(head[0], []).append(
            re.escape(head[1:]).replace(r"\ ", r"[ \n]{1,9}")
        )
    return "|".join(f"{first}(?:{'|'.join(each)})" for first, each in letters.items())


_FIRSTS = "".join({head[0] for head in _HEADS})
# What may begin a piece, with the sign before it: looking for those first is cheapest.
_HEAD = rf"(?:[0-9]|{_any_of(_HEADS)})"
_TRIGGER = re.compile(rf"[^a-z0-9_](?=[0-9{_FIRSTS}])(?<=\W){_HEAD}")
_FIRST_TRIGGER = re.compile(_HEAD)
# Signs that mean the same, and what badly decoded text has in their place.
_PLAIN = (
    ("\r\n", " \n"),
    ("\t", " "),
    ("â€“", " - "),
    ("â€”", " — "),
    ("â€™", "'  "),
    ("\u00c2\u00a0", "  "),
    *((space, " ") for space in "\xa0\u2002\u2003\u2005\u2006\u2007\u2008\u2009\u200a"),
    *((space, " ") for space in "\u202f\u3000\u200b\u200c\u200d\u2060\ufeff\xad"),
    *((dash, "-") for dash in "\u2010\u2011\u2012–\u2212"),
    ("’", "'"),
    ("‘", "'"),
    ("\u00b4", "'"),
    ("“", '"'),
    ("”", '"'),
)


def plain(text: str) -> str:
    """*text* with plain signs and blanks for all others, character for character."""
    for sign, instead in _PLAIN[:2] if text.isascii() else _PLAIN:
        if sign in text:
            text = text.replace(sign, instead)
    return text


def lowered(text: str) -> str:
    """*text* in lower case, character for character: offsets stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def scan(low: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each piece of lower-cased text with its kind, in order; none overlap."""
    matchers = _matchers()
    done = 0
    for start in _starts(low):
        if start < done:
            continue
        first = low[start]
        found = matchers["2" if first in "3456789" else first](low, start)
        if found is not None and found.lastgroup is not None:
            done = found.end()
            yield found.lastgroup[:-1], found


def _starts(low: str) -> Iterator[int]:
    """Where a piece may begin."""
    if _FIRST_TRIGGER.match(low):
        yield 0
    for trigger in _TRIGGER.finditer(low):
        yield trigger.start() + 1
