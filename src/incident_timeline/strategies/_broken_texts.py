"""Texts that a parser must survive, by what is wrong with them; the plainest first."""

from __future__ import annotations

__all__ = ["AWKWARD", "SAMPLES"]

SAMPLES = (
    (
        "At 19:59hrs on Thursday, 23 November 2023, police were called to an address in"
        " Mill Lane. Officers arrived at 20:13hrs.\n\nShots were fired at about"
        " 21:00hrs. A 34-year-old man was pronounced dead at the scene at 21:30hrs.\n"
    ),
    (
        "2023-11-23 19:59:10 CALL RECEIVED\n2023-11-23 20:13:05 UNIT12 ON SCENE\n"
        "    no further details\n2023-11-23 21:00:00 SHOTS FIRED\n"
    ),
    (
        'date,time,kind,place\n2023-11-23,19:59,call,"12 Mill Lane, Dagenham"\n'
        "2023-11-23,20:13,arrival,Mill Lane\n2023-11-23,,shots,\n"
    ),
    (
        '{"format": "incident-timeline", "version": 1, "incident": {"events": [{"id":'
        ' "e1", "kind": "call", "start": {"earliest": "2023-11-23T19:59:00Z"}}]}}\n'
    ),
    '{"date": "2023-11-23", "kind": "call"}\n{"date": "2023-11-23", "kind": "shots"}\n',
    (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\n"
        "UID:1\r\nDTSTAMP:20231123T195900Z\r\nDTSTART:20231123T195900Z\r\n"
        "SUMMARY:Police were\r\n  called\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
)
"""Whole texts, one of each form, which damage is done to."""

_TELLS = "At 19:59 on 23 November 2023, police were called."
_LINES = ("19:59 Call received.", "20:13 Officers at scene.", "21:00 Shots fired.")
_LONG = 2_500
_ENDS = ("\r\n", "\r", "\n\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029")


def _mojibake(text: str, codec: str) -> str:
    return text.encode().decode(codec, errors="replace")


AWKWARD: dict[str, tuple[str, ...]] = {
    "empty": ("",),
    "blank": (" ", "\n", "\t\n \r\n", "\u00a0\u2003\u3000", "\u200b\u2060"),
    "byte order mark": ("\ufeff", f"\ufeff{_TELLS}", f"{_TELLS}\ufeff", "\ufffe"),
    "null": ("\x00", f"\x00{_TELLS}", _TELLS.replace(" ", "\x00"), f"{_TELLS}\x00\n"),
    "line ends": (
        *tuple(end.join((*_LINES, "")) for end in _ENDS),
        "{}\r\n{}\n{}\r".format(*_LINES),
        "\n" * _LONG,
        "\r\n" * _LONG,
    ),
    "astral": ("\U0001f6a8 19:59 \U0001d7d9\U0001d7da:\U0001d7db", "\U0010ffff"),
    "combining": (
        "e\u0301" * 20,
        "o" + "\u0308" * _LONG,
        "\u0301At 19:59, police",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\ufe0f at 19:59",
        "1\u03069:5\u03279 \ufb01rst aid, \u017fhots",
    ),
    "two ways of writing": (
        "\u202eAt 19:59, police were called.\u202c",
        "\u0628\u0639\u062f 19:59 \u05d0\u05d7\u05e8\u05d9 20:13.",
        "\u2066" * 200 + "19:59" + "\u2069" * 200,
        "\u0661\u0669:\u0665\u0669 and \uff11\uff19\uff1a\uff15\uff19",
    ),
    "long line": (
        "a" * 4 * _LONG,
        "19:59 " * _LONG,
        "police were called " * (_LONG // 4),
        "," * 4 * _LONG,
        f"{_TELLS[:-1]}, {'and then ' * (_LONG // 4)}",
    ),
    "binary": (
        "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
        "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj",
        "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        "".join(map(chr, range(256))),
        "\x7fELF\x02\x01\x01" + "\x00" * 40,
    ),
    "wrongly decoded": (
        _mojibake("At 19:59 – “police” were called; Seán’s café", "latin-1"),
        _mojibake("At 19:59 – “police” were called; Seán’s café", "cp1252"),
        "A\x00t\x00 \x001\x009\x00:\x005\x009\x00",
        "\ufffd" * 30,
    ),
    "nested": (
        "[" * _LONG,
        "(" * _LONG + "19:59" + ")" * _LONG,
        '{"a":' * _LONG,
        "[" * _LONG + "]" * _LONG,
        "<div>" * _LONG,
        '"' * _LONG,
        "“" * _LONG,
    ),
    "huge number": (
        "9" * _LONG,
        f"At 19:59 on 23 November {'9' * 400}",
        f"{'1' * 400}:59 Call received.",
        '{"version": 1e999, "n": -0.0, "m": NaN}',
        f'{{"version": {"9" * 5_000}}}',
        "2023-11-23,19:59," + "1" * 5_000,
        f"{'9' * 300} minutes later, shots were fired.",
    ),
    "impossible date": (
        "At 25:61 on 31 February 2023, police were called.",
        "At 19:59 on 0 November 0000, police were called.",
        "2023-02-29 24:60:61 CALL RECEIVED",
        "99/99/9999 99:99 Call received.",
        "At 19:59 on 29 February 1900 and 32nd Brumaire, shots were fired.",
        "10000-01-01T00:00:00Z",
        "-0001-12-31 19:59 call",
        "DTSTART:20231131T256100Z",
        "date,time,kind,place\n2023-13-45,77:88,call,\n",
    ),
    "template": (
        "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {0.__class__} %s %n %(a)s",
        "At {time} on {date}, police were called to {}.",
        "At [TIME] on [DATE], police were called to [ADDRESS].",
        "TK TK TBC XX:XX hrs on xx/xx/xxxx",
    ),
    "markup": (
        "<script>alert(1)</script> At 19:59, police were called.",
        "<b>19</b>:<i>59</i> <!-- shots were fired --> &lt;&amp;#0;&nbsp;",
        "]]> <![CDATA[ <?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
        "| 19:59 | `call` |\n|---|---|\n[a](javascript:alert(1)) ![b](c)",
        "\x1b[31m19:59\x1b[0m Call received.\x07\x08",
    ),
    "formula": (
        "=cmd|' /C calc'!A0",
        'date,time,kind,place\n2023-11-23,19:59,call,"=HYPERLINK(""//x"")"\n',
        "+1+1\t@SUM(1)\t-2\t\tcall",
        "'; DROP TABLE events; --",
        "../../etc/passwd\x00.csv",
    ),
    "half cut": (
        '{"format": "incident-timeline", "events": [{"kind": "ca',
        '{"events": [{"start": {"earliest": "2023-11-23T19:5',
        'date,time,kind,place\n2023-11-23,19:59,call,"12 Mill La',
        "2023-11-23 20:13:05 UNIT12 ON SCENE\n2023-11-23 20:1",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20231123T19",
        "At 19:59 on 23 November 2023, police were cal",
        '"',
        "\\",
        "\\u00",
    ),
    "uneven rows": (
        "date,time,kind,place\n2023-11-23\n\n,,,,,,\n2023-11-23,19:59,call,a,b,c\n",
        "kind,kind,,kind\ncall,shots,,\n",
        "date;time\tkind,place\n2023-11-23;19:59\tcall,x",
        "date,time,kind,place",
    ),
}
"""By what is wrong with them."""
