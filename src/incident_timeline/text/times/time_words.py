"""The words in which English tells time: data for the time finder."""

from __future__ import annotations

__all__ = [
    "CAPITAL_ONLY",
    "DATED_BY",
    "EVENT_WORDS",
    "MONTHS",
    "NUMBERS",
    "ORDINALS",
    "PARTS",
    "QUALIFIERS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
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
    "another": 1,
    "a couple of": 2,
    "half an": 0.5,
    "half a": 0.5,
    "a quarter of an": 0.25,
    "quarter of an": 0.25,
    "three quarters of an": 0.75,
    "three-quarters of an": 0.75,
    "a dozen": 12,
    "half a dozen": 6,
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 20 + 10 * number for number, word in enumerate(_TENS)},
}
_FIRST_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    " twentieth"
).split()
ORDINALS = {
    **{word: number for number, word in enumerate(_FIRST_ORDINALS, 1)},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_FIRST_ORDINALS[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}

PARTS = {
    "morning": "morning",
    "dawn": "morning",
    "daybreak": "morning",
    "lunchtime": "afternoon",
    "teatime": "afternoon",
    "afternoon": "afternoon",
    "dusk": "evening",
    "evening": "evening",
    "night": "night",
    "nighttime": "night",
    "overnight": "overnight",
    "hours": "morning",  # the early or small hours
}
# The first month of each season in the north; in the south it is half a year on.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

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
    "decade": ("months", 120),
}

# What bends the time that follows; the longest phrase counts.
_BENDS = {
    "about": (
        "about;around;round about;round;approximately;approx;approx.;roughly;circa;c."
        ";ca."
        ";just around;just about;somewhere around;sometime around;some time around"
        ";at or about;at or around;on or about;on or around;around about;an estimated"
        ";in or around;in or about;in and around"
    ),
    "shortly_before": (
        "shortly before;just before;moments before;immediately before;minutes before"
        ";seconds before;a few minutes before;a little before;very shortly before"
        ";just prior to;shortly prior to;immediately prior to;just short of;nearly"
        ";almost;a short time before;shortly ahead of;just shy of;towards;toward"
        ";getting on for;coming up to;a couple of minutes before;not long before"
        ";a short while before;soon before;right before;a bit before"
    ),
    "shortly_after": (
        "shortly after;just after;soon after;immediately after;moments after;minutes"
        " after;seconds after;a few minutes after;a little after;just past;very shortly"
        " after;shortly past;just gone;a short time after;a little past;just following"
        ";shortly following;not long after;a couple of minutes after;right after"
        ";a short while after;just turned;a bit after;moments past;very soon after"
    ),
    "before": (
        "before;prior to;earlier than;some time before;sometime before;ahead of;before"
        " about;before around;before approximately;at some point before"
    ),
    "after": (
        "after;past;later than;some time after;sometime after;after about;after around"
        ";after approximately;at some point after;not before;no earlier than"
        ";not earlier than;well after;long after;any time after"
    ),
    "by": (
        "by;no later than;not later than;by no later than;by about;by around"
        ";by approximately;by roughly;by at least;by at latest;on or before"
    ),
    "until": (
        "until;till;up to;up until;until about;until around;until approximately;until"
        " roughly;until just;right up until;up until about;until at least;till about"
        ";till around"
    ),
    "since": (
        "since;ever since;since about;since around;since approximately;since at least"
    ),
    "exact": "exactly;precisely;as late as;as early as",
}
QUALIFIERS = {  # of "exact" words the time alone counts
    phrase: qualifier
    for qualifier, phrases in _BENDS.items()
    for phrase in phrases.split(";")
}
# Prepositions that make a bare year or month a time.
DATED_BY = frozenset(
    "in since until till by during from before after around circa about late early mid"
    " of between to and throughout last this next through".split()
)

# Words by which an account takes up an occurrence again: "after the shooting".
EVENT_WORDS = {
    word: family
    for family, words in {
        "call": (
            "call calls called caller callers phoned telephoned rang dialled dialed"
            " report reported dispatched dispatch"
        ),
        "arrival": "arrive arrived arrives arriving arrival attended there",
        "shooting": (
            "shot shots shooting shootings fired fires opened shoot shoots discharged"
            " discharge gunfire gunshots gunshot"
        ),
        "death": "death died dies dead dying killed killing pronounced deceased",
        "arrest": "arrest arrested arrests custody detained",
        "collision": "collision crash crashed collided struck impact",
        "stabbing": "stabbing stabbed stabs",
        "release": "release released",
        "stop": "stop stopped",
        "fall": "fall fell",
        "pursuit": "pursuit chase",
        "complaint": "complaint complaints complained complains",
        "disappearance": "missing disappeared disappearance vanished",
        "injury": "injured injury injuries wounded wounding",
        "attack": "attack attacked attacks assault assaulted",
        "robbery": "robbery robbed burglary raid",
        "standoff": "standoff stand-off siege negotiation negotiations",
        "incident": "incident incidents occurrence tragedy",
    }.items()
    for word in words.split()
}
