"""The laws of parsers."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law
from incident_timeline.testing._laws.parser_claims import CLAIM_LAWS
from incident_timeline.testing._laws.parser_parts import PART_LAWS
from incident_timeline.testing._laws.parser_results import RESULT_LAWS
from incident_timeline.testing._laws.parser_telling import TELLING_LAWS

__all__ = ["PARSER_LAWS"]

PARSER_LAWS: Final[tuple[Law, ...]] = (
    *RESULT_LAWS,
    *CLAIM_LAWS,
    *PART_LAWS,
    *TELLING_LAWS,
)
