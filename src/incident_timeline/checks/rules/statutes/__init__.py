"""Rules of law: each rests on dated provisions, and speaks only where one held."""

from incident_timeline.checks.rules.statutes.detention import (
    detained_too_long,
    extension_untold,
)
from incident_timeline.checks.rules.statutes.inquests import (
    inquest_on_rest_day,
    inquest_over_six_months,
)
from incident_timeline.checks.rules.statutes.ontario import (
    siu_number_mismatch,
    siu_over_time,
)
from incident_timeline.checks.rules.statutes.referrals import (
    death_unreferred,
    investigated_before_referral,
    late_referral,
)
from incident_timeline.checks.rules.statutes.united_states import (
    custody_death_undated,
    recording_withheld,
    texas_report_late,
)

__all__ = ["STATUTES"]

STATUTES = (
    late_referral,
    investigated_before_referral,
    detained_too_long,
    extension_untold,
    inquest_on_rest_day,
    inquest_over_six_months,
    siu_over_time,
    siu_number_mismatch,
    texas_report_late,
    recording_withheld,
    custody_death_undated,
    death_unreferred,
)
"""The rules of law, in the order of their codes."""
