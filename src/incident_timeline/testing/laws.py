"""Every law of the contract kits, by its code."""

from __future__ import annotations

from typing import Final

from incident_timeline.testing._laws.law import Law
from incident_timeline.testing._laws.parsers import PARSER_LAWS
from incident_timeline.testing._laws.rules import RULE_LAWS
from incident_timeline.testing._laws.serialisers import SERIALISER_LAWS

__all__ = ["LAWS", "Law"]

LAWS: Final[dict[str, Law]] = {
    law.code: law for law in (*PARSER_LAWS, *SERIALISER_LAWS, *RULE_LAWS)
}
"""The laws of parsers, then of serialisers, then of rules; each in order of code."""
