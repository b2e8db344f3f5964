"""A rule and a format for the sheet that one shift hands over to the next."""

from handover.rules import TARGET, long_on_the_way
from handover.sheet import HANDOVER, Handover

__all__ = ["HANDOVER", "TARGET", "Handover", "long_on_the_way"]
