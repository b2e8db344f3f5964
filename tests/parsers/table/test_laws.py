"""The laws of parsers, asked of tables."""

from __future__ import annotations

import pytest

from incident_timeline.parsers import Document
from incident_timeline.parsers.table import TableParser, load_mapping
from incident_timeline.testing import Check, parser_checks

MINE = TableParser(
    load_mapping(
        'name = "mine"\nheader = ["on"]\n[column.at]\nformats = ["HHmm"]\npad = 4\n'
        '[[event]]\nkind = "shots"\nstart = { date = "on", time = "at" }\n'
        '[[party]]\nname = "{who}"\nsplit = ";"\n'
    )
)
SAMPLES = [
    Document(text, name="a.csv", zone="America/Chicago")
    for text in (
        'on,at,who\n2024-05-03,202,"Ann ""A"" B;Bo"\n2024-05-04,,Cy\n',
        "on\tat\n2024-05-03\t1405\n2024-05-04\t1273\n",
    )
]


@pytest.mark.parametrize(
    "check",
    parser_checks(MINE, samples=SAMPLES),
)
def test_tables_hold(check: Check) -> None:
    check()
