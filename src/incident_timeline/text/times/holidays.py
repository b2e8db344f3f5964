"""Named days: the date of each in a year, in the country of a zone."""

from __future__ import annotations

from datetime import date, timedelta

from incident_timeline.text.times.calendar import nth_weekday, on_or_before

__all__ = ["HOLIDAYS", "holiday", "holiday_of"]

_DAY = timedelta(days=1)
# A date, "month weekday which" (Monday 0, last -1), days from Easter Sunday, or the
# last such weekday on or before a date; and what differs by country.
HOLIDAYS = {
    "new year's day": "01-01",
    "australia day": "01-26",
    "burns night": "01-25",
    "waitangi day": "02-06",
    "groundhog day": "02-02",
    "valentine's day": "02-14",
    "st patrick's day": "03-17",
    "st george's day": "04-23",
    "anzac day": "04-25",
    "cinco de mayo": "05-05",
    "juneteenth": "06-19",
    "canada day": "07-01",
    "fourth of july": "07-04",
    "independence day": "07-04",
    "halloween": "10-31",
    "bonfire night": "11-05",
    "guy fawkes night": "11-05",
    "veterans day": "11-11",
    "remembrance day": "11-11",
    "armistice day": "11-11",
    "christmas eve": "12-24",
    "christmas day": "12-25",
    "boxing day": "12-26",
    "st stephen's day": "12-26",
    "new year's eve": "12-31",
    "hogmanay": "12-31",
    "martin luther king day": "1 0 3",
    "martin luther king jr. day": "1 0 3",
    "mlk day": "1 0 3",
    "presidents' day": "2 0 3",
    "presidents day": "2 0 3",
    "family day": "2 0 3",
    "super bowl sunday": "2 6 2",
    "memorial day": "5 0 -1",
    "victoria day": "05-24 0",
    "king's birthday": "6 0 1;AU 6 0 2",
    "queen's birthday": "6 0 1;AU 6 0 2",
    "civic holiday": "8 0 1",
    "labor day": "9 0 1",
    "labour day": "9 0 1;NZ 10 0 4;AU 10 0 1",
    "columbus day": "10 0 2",
    "melbourne cup day": "11 1 1",
    "remembrance sunday": "11 6 2",
    "thanksgiving day": "11 3 4;CA 10 0 2",
    "thanksgiving": "11 3 4;CA 10 0 2",
    "black friday": "11 4 4",
    "may bank holiday": "5 0 1",
    "may day bank holiday": "5 0 1",
    "early may bank holiday": "5 0 1",
    "spring bank holiday": "5 0 -1",
    "august bank holiday": "8 0 -1;IE 8 0 1",
    "shrove tuesday": "-47",
    "ash wednesday": "-46",
    "palm sunday": "-7",
    "maundy thursday": "-3",
    "good friday": "-2",
    "easter saturday": "-1",
    "easter sunday": "+0",
    "easter monday": "+1",
}
_CANADA = frozenset(
    "Atikokan Blanc-Sablon Cambridge_Bay Creston Dawson Dawson_Creek Edmonton"
    " Fort_Nelson Glace_Bay Goose_Bay Halifax Inuvik Iqaluit Moncton Montreal Nipigon"
    " Rainy_River Rankin_Inlet Regina Resolute St_Johns Swift_Current Thunder_Bay"
    " Toronto Vancouver Whitehorse Winnipeg Yellowknife".split()
)
_COUNTRIES = {
    "Australia": "AU",
    "Canada": "CA",
    "Pacific/Auckland": "NZ",
    "Europe/Dublin": "IE",
}


_LETTERS = {"".join(filter(str.isalpha, name)): name for name in HOLIDAYS}


def holiday_of(words: str) -> str:
    """The name in the table that *words* spell, whatever their spaces and stops."""
    return _LETTERS["".join(filter(str.isalpha, words))]


def holiday(name: str, year: int, zone: str) -> date:
    """The day that *name* is in *year*, where *zone* is kept."""
    rules = HOLIDAYS[name].split(";")
    country = _country(zone)
    local = [rule[3:] for rule in rules[1:] if rule[:2] == country]
    return _day((local or rules)[0], year)


def _country(zone: str) -> str:
    area, _, place = zone.partition("/")
    if area == "America" and place in _CANADA:
        return "CA"
    return _COUNTRIES.get(zone) or _COUNTRIES.get(area, "")


def _day(rule: str, year: int) -> date:
    if rule[0] in "+-":
        return _easter(year) + int(rule) * _DAY
    if rule[2:3] == "-":
        day = date(year, int(rule[:2]), int(rule[3:5]))
        return on_or_before(day, int(rule[6:])) if rule[5:] else day
    month, weekday, which = map(int, rule.split())
    return nth_weekday(year, month, weekday, which)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus and Jones."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    after = epact - weekday
    month = 3 + (after + 40) // 44
    return date(year, month, after + 28 - 31 * (month // 4))
