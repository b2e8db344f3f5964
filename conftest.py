"""Sybil runs every example of the docs, the README and the docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from doctest import ELLIPSIS

from sybil import Document, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract import DocTestStringParser
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser


def sessions(document: Document) -> Iterator[Region]:
    """Find the examples in fences marked ``pycon``, which Sybil has no parser for."""
    examples = DocTestStringParser(DocTestEvaluator(ELLIPSIS))
    for fence in CodeBlockParser("pycon", lambda _: None)(document):
        for region in examples(fence.parsed, document.path):
            region.adjust(fence, fence.parsed)
            yield region


pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        sessions,
        SkipParser(),
    ],
    patterns=["*.md"],
)
docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)],
    path="src",
    patterns=["*.py"],
)
pytest_collect_file = (pages + docstrings).pytest()
