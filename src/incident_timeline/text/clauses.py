"""Clauses: the parts of a sentence, and what joins them."""

from __future__ import annotations

import re

from incident_timeline.text.spans import Clause, Span

__all__ = ["clauses"]

# Longest first where one begins another.
_CONNECTIVES = (
    "and after that",
    "and then",
    "and when",
    "and that",
    "but then",
    "as soon as",
    "even though",
    "in order to",
    "so that",
    "after which",
    "at which point",
    "at which time",
    "at this point",
    "at that point",
    "by which time",
    "following which",
    "during which",
    "prior to",
    "before",
    "after",
    "although",
    "because",
    "but",
    "once",
    "since",
    "then",
    "though",
    "unless",
    "until",
    "when",
    "where",
    "whereupon",
    "which",
    "while",
    "whilst",
    "who",
    "whose",
    "if",
)
_COORDINATORS = ("and", "or", "so", "yet", "nor")
# Words of one first letter stand together, so that each letter is tried but once.
_WORDS = "|".join(
    letter + "(?:" + "|".join(w[1:].replace(" ", r"\s{1,3}") for w in words) + ")"
    for letter, words in (
        (letter, [word for word in _CONNECTIVES if word[0] == letter])
        for letter in dict.fromkeys(word[0] for word in _CONNECTIVES)
    )
)
# "As" joins clauses, but not in "such as", "known as" or "as well".
_AS = (
    r"(?<!such\s)(?<!well\s)(?<!known\s)(?<!named\s)(?<!identified\s)(?<!described\s)as"
    r"(?!\s(?:well|of|to|such|many|much)\b)"
)
_WORDS = f"{_WORDS}|{_AS}"
_CUT = re.compile(
    rf"""
    (?P<mark>[,;:]|[ ][–—-](?=[ ]))\s{{1,3}}          # a mark,
    (?:(?P<after_mark>{_WORDS}|{"|".join(_COORDINATORS)})(?=\s))?  # and its word
  | (?<=\s)(?:(?:shortly|just|soon|immediately|moments)[ ])?
    (?P<word>{_WORDS})(?=\s)                            # or the word alone
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A list of names, of which no comma ends a clause.
_NAMES = re.compile(
    r"\b[A-Z][\w’'-]{1,24}(?:, [A-Z][\w’'-]{1,24}){1,5},? (?:and|&) [A-Z][\w’'-]{1,24}"
)
# What makes a comma or a word part of a date, a time or an age instead.
_NUMBER_AHEAD = re.compile(
    r"\s{0,3}(?:the\s)?(?:about\s|around\s|approximately\s)?(?:[0-9]|noon|mid(?:day|night)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)


def clauses(text: str, sentence: Span) -> tuple[Clause, ...]:
    """The clauses of one sentence of *text*, in order, each with its connective.

    A sentence is cut at semicolons, colons and dashes, at commas that are no part of
    a date or number, and before conjunctions; ``after`` and ``before`` cut only where
    no time follows. A clause begins with its conjunction and leaves its mark out.

    >>> told = "Shots were fired after he left."
    >>> [(c.connective, c.of(told)) for c in clauses(told, Span(0, len(told)))]
    [('', 'Shots were fired'), ('after', 'after he left.')]
    """
    found: list[Clause] = []
    start, connective = sentence.start, ""
    listed = text.find(", ", sentence.start, sentence.end) >= 0
    lists = list(_NAMES.finditer(text, sentence.start, sentence.end)) if listed else ()
    for cut in _CUT.finditer(text, sentence.start, sentence.end):
        if _NUMBER_AHEAD.match(text, cut.end(), sentence.end):
            continue
        if any(names.start() < cut.start() < names.end() for names in lists):
            continue
        word = cut["word"] or cut["after_mark"] or cut["mark"]
        _add(found, text, Span(start, cut.start()), connective)
        start = cut.end() if cut["mark"] and not cut["after_mark"] else cut.start()
        if cut["after_mark"]:
            start = cut.start("after_mark")
        connective = " ".join(word.lower().split())
    _add(found, text, Span(start, sentence.end), connective)
    return tuple(found)


def _add(found: list[Clause], text: str, span: Span, connective: str) -> None:
    """Keep a clause that has words, without the space around it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        found.append(Clause(start, end, connective=connective))
