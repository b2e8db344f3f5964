"""Reports: what was found in several documents, as text that other tools read."""

from incident_timeline.reports.base import Checked, Region
from incident_timeline.reports.registry import REPORTS, report

__all__ = ["REPORTS", "Checked", "Region", "report"]
