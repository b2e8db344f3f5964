"""The words in which English tells time: data for the time finder."""

from __future__ import annotations

__all__ = [
    "CAPITAL_ONLY",
    "DATED_BY",
    "EVENT_WORDS",
    "FIXED_DAYS",
    "MONTHS",
    "NTH_DAYS",
    "NUMBERS",
    "PARTS",
    "QUALIFIERS",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
]

_MONTH_NAMES = (
    "january february march april may june july august september october november"
    " december"
).split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
# Monday is 0, as in datetime.
WEEKDAYS = {
    **{name: number for number, name in enumerate(_DAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_DAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
# In lower case these are other words more often than not.
CAPITAL_ONLY = frozenset("jan mar march may dec mon sat sun wed thu".split())

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, float] = {
    "a": 1,
    "an": 1,
    "half an": 0.5,
    "half a": 0.5,
    "a quarter of an": 0.25,
    "three quarters of an": 0.75,
    "an hour and a half": 1.5,
    "a dozen": 12,
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 20 + 10 * number for number, word in enumerate(_TENS)},
    **{
        f"{ten}-{_SMALL[one]}": 20 + 10 * number + one
        for number, ten in enumerate(_TENS)
        for one in range(1, 10)
    },
}

PARTS = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "nighttime": "night",
    "hours": "morning",  # the early or small hours
}

# Seconds for what a clock counts; days or months for what a calendar counts.
UNITS = {
    "second": ("seconds", 1),
    "sec": ("seconds", 1),
    "minute": ("seconds", 60),
    "min": ("seconds", 60),
    "hour": ("seconds", 3600),
    "hr": ("seconds", 3600),
    "day": ("days", 1),
    "night": ("days", 1),
    "morning": ("days", 1),
    "afternoon": ("days", 1),
    "evening": ("days", 1),
    "week": ("days", 7),
    "fortnight": ("days", 14),
    "month": ("months", 1),
    "year": ("months", 12),
}

# What bends the time that follows; the longest phrase counts.
_BENDS = {
    "about": (
        "about;around;round about;round;approximately;approx;approx.;roughly;circa;c."
        ";ca."
        ";just around;just about;somewhere around;sometime around;some time around"
        ";at or about;at or around;on or about;on or around;around about;an estimated"
    ),
    "shortly_before": (
        "shortly before;just before;moments before;immediately before;minutes before"
        ";seconds before;a few minutes before;a little before;very shortly before"
        ";just prior to;shortly prior to;immediately prior to;just short of;nearly"
        ";almost;a short time before;shortly ahead of;just shy of"
    ),
    "shortly_after": (
        "shortly after;just after;soon after;immediately after;moments after;minutes"
        " after;seconds after;a few minutes after;a little after;just past;very shortly"
        " after;shortly past;just gone;a short time after;a little past;just following"
        ";shortly following;not long after"
    ),
    "before": (
        "before;prior to;earlier than;some time before;sometime before;ahead of;before"
        " about;before around;before approximately;at some point before"
    ),
    "after": (
        "after;past;later than;some time after;sometime after;after about;after around"
        ";after approximately;at some point after"
    ),
    "by": (
        "by;no later than;not later than;by no later than;by about;by around"
        ";by approximately;by roughly"
    ),
    "until": (
        "until;till;up to;up until;until about;until around;until approximately;until"
        " roughly;until just;right up until;up until about;until at least;till about"
        ";till around"
    ),
    "since": (
        "since;ever since;since about;since around;since approximately;since at least"
    ),
}
QUALIFIERS = {
    phrase: qualifier
    for qualifier, phrases in _BENDS.items()
    for phrase in phrases.split(";")
}
# Prepositions that make a bare year or month a time.
DATED_BY = frozenset(
    "in since until till by during from before after around circa about late early mid"
    " of between to and throughout last this next through".split()
)

# Hours from UTC of the zone words that accounts print, in lower case.
ZONES = {
    "utc": 0.0,
    "gmt": 0.0,
    "bst": 1.0,
    "ist": 1.0,
    "cet": 1.0,
    "cest": 2.0,
    "nst": -3.5,
    "ndt": -2.5,
    "ast": -4.0,
    "adt": -3.0,
    "est": -5.0,
    "edt": -4.0,
    "cst": -6.0,
    "cdt": -5.0,
    "mst": -7.0,
    "mdt": -6.0,
    "pst": -8.0,
    "pdt": -7.0,
    "akst": -9.0,
    "akdt": -8.0,
    "hst": -10.0,
    "awst": 8.0,
    "acst": 9.5,
    "acdt": 10.5,
    "aest": 10.0,
    "aedt": 11.0,
    "nzst": 12.0,
    "nzdt": 13.0,
}

# Named days with a date of their own: month, day.
FIXED_DAYS = {
    "new year's day": (1, 1),
    "new year’s day": (1, 1),
    "australia day": (1, 26),
    "waitangi day": (2, 6),
    "valentine's day": (2, 14),
    "valentine’s day": (2, 14),
    "st patrick's day": (3, 17),
    "st patrick’s day": (3, 17),
    "st. patrick's day": (3, 17),
    "st. patrick’s day": (3, 17),
    "anzac day": (4, 25),
    "juneteenth": (6, 19),
    "fourth of july": (7, 4),
    "canada day": (7, 1),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "st stephen's day": (12, 26),
    "st stephen’s day": (12, 26),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year’s eve": (12, 31),
    "hogmanay": (12, 31),
}
# Named days by rule: month, weekday, which one (-1 is the month's last).
NTH_DAYS = {
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "thanksgiving day": (11, 3, 4),
}

# Words by which an account takes up an occurrence again: "after the shooting".
EVENT_WORDS = {
    word: family
    for family, words in {
        "call": (
            "call calls called caller callers phoned telephoned rang dialled dialed"
            " report reported"
        ),
        "arrival": "arrive arrived arrives arriving arrival attended there",
        "shooting": (
            "shot shots shooting shootings fired fires opened shoot shoots discharged"
            " discharge"
        ),
        "death": "death died dies dead dying killed killing pronounced deceased",
        "arrest": "arrest arrested arrests custody detained",
        "collision": "collision crash crashed collided struck",
        "stabbing": "stabbing stabbed stabs",
        "release": "release released",
        "stop": "stop stopped",
    }.items()
    for word in words.split()
}
