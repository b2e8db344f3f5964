"""Laws on what a parser declares: suffixes, media types, sniffing, decoding."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from incident_timeline.errors import UnreadableInputError, shown
from incident_timeline.testing._parser_laws.differing import apart
from incident_timeline.testing._parser_laws.inputs import FOREIGN, Case
from incident_timeline.testing._parser_laws.results import blanks, once, own
from incident_timeline.testing._parser_laws.subject import Asked, Subject, has
from incident_timeline.testing.check import Breach

__all__ = ["ASKED"]

_HEAD: Final = 4096
_SURE: Final = 0.5
_CUT: Final = 100  # bytes of a sample that are given first one by one
_SUFFIX: Final = re.compile(r"(?:\.[^\s./\\]+)+")
_TYPE: Final = re.compile(r"[a-z]{1,40}/[a-z0-9][a-z0-9.+-]{0,120}")
_BYTES: Final = (
    b"",
    b"\x00",
    b"\xff",
    b"\xff\xfe",
    b"\xff\xfea",
    b"\xfe\xff\x00a",
    b"\xef\xbb\xbfa",
    b"\xed\xa0\x80",  # half of a surrogate pair
    b"caf\xe9 \x96 \x81",
    b"PK\x03\x04",
    b"PK\x05\x06" + bytes(18),
    b"PAR1" + bytes(8) + b"PAR1",
    b"\x1f\x8b\x08",
    b"%PDF-1.7\n",
    bytes(range(256)),
)


def _suffixes(subject: Subject, _: Case) -> Breach | None:
    suffixes = subject.parser.suffixes
    return _shapes("suffixes", suffixes, _SUFFIX, "'.log'")


def _media_types(subject: Subject, _: Case) -> Breach | None:
    return _shapes("media_types", subject.parser.media_types, _TYPE, "'text/csv'")


def _shapes(
    name: str, values: object, shape: re.Pattern[str], like: str
) -> Breach | None:
    if isinstance(values, tuple) and all(
        isinstance(one, str) and one == one.lower() and shape.fullmatch(one)
        for one in values
    ):
        return None
    expected = f"a tuple of lower-case texts such as {like}"
    return Breach(expected=expected, seen=shown(values, 400), input=f"parser.{name}")


def _sniffed(subject: Subject, text: str) -> float | None:
    """How sure the parser is; ``None`` where its answer is told of by another law."""
    try:
        answer = subject.parser.sniff(text[:_HEAD])
    except Exception:  # noqa: BLE001  another law tells
        return None
    return answer if _is_sureness(answer) else None


def _is_sureness(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 1


def _sniff_in_range(subject: Subject, case: Case) -> Breach | None:
    head = case.document.text[:_HEAD]
    expected = "a number from 0 to 1, and the same each time"
    try:
        answers = [subject.parser.sniff(head) for _ in range(2)]
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        seen = f"{type(error).__name__}: {error}"
        return Breach(expected=expected, seen=seen, input=repr(head))
    if all(_is_sureness(one) for one in answers) and answers[0] == answers[1]:
        return None
    seen = " and ".join(map(repr, dict.fromkeys(answers)))
    return Breach(expected=expected, seen=seen, input=repr(head))


def _sniff_own(subject: Subject, case: Case) -> Breach | None:
    sure = _sniffed(subject, case.document.text)
    if sure is None or sure > _SURE:
        return None
    return Breach(expected=f"sniff(...) above {_SURE}: it is a sample", seen=str(sure))


def _sniff_empty(subject: Subject, case: Case) -> Breach | None:
    sure = _sniffed(subject, case.document.text)
    if not sure:
        return None
    return Breach(expected="sniff(...) == 0: there are no words", seen=str(sure))


def _sniff_tells_apart(subject: Subject, case: Case) -> Breach | None:
    mine = _sniffed(subject, case.document.text)
    others = [_sniffed(subject, text) for text in FOREIGN]
    if mine is None or any(one is None or one < mine for one in others):
        return None
    expected = "sniff(...) lower for one of other formats than for a sample"
    return Breach(expected=expected, seen=f"at least {mine} for prose, JSON, CSV, HTML")


def _decode_total(subject: Subject, case: Case) -> Breach | None:
    data = case.document.text.encode()
    cuts = (data[:end] for end in range(min(len(data), _CUT)))
    breaches = (_decoded(subject, one) for one in (*_BYTES, data[::-1], *cuts))
    return next(filter(None, breaches), None)


def _decoded(subject: Subject, data: bytes) -> Breach | None:
    expected = "text, or UnreadableInputError that says what is wrong"
    try:
        text = subject.parser.decode(data)
        text.encode()
    except UnreadableInputError:
        return None
    except Exception as error:  # noqa: BLE001  that it raises is the breach
        seen = f"{type(error).__name__}: {error}"
        return Breach(expected=expected, seen=seen, input=repr(data))
    if isinstance(text, str):
        return None
    return Breach(expected=expected, seen=shown(text), input=repr(data))


def _decode_utf8(subject: Subject, case: Case) -> Breach | None:
    text = case.document.text.removeprefix("\ufeff").replace("\x00", "")
    try:
        decoded = subject.parser.decode(text.encode())
    except Exception:  # noqa: BLE001  no text to it, or another law tells
        return None
    breach = apart(text, decoded, "decode(...)", "as it stands")
    return breach and evolve(breach, input=repr(text.encode()))


def _every(subject: Subject) -> tuple[Case, ...]:
    return subject.cases


ASKED: Final = (
    Asked("P36", _suffixes, once, has("suffixes"), shrinks=False),
    Asked("P37", _media_types, once, has("media_types"), shrinks=False),
    Asked("P38", _sniff_in_range, _every, has("sniff")),
    Asked("P39", _sniff_own, own, has("sniff"), shrinks=False),
    Asked("P40", _sniff_empty, blanks, has("sniff")),
    Asked("P41", _sniff_tells_apart, own, has("sniff"), shrinks=False),
    Asked("P42", _decode_total, own, has("decode"), shrinks=False),
    Asked("P43", _decode_utf8, _every, has("decode")),
)
