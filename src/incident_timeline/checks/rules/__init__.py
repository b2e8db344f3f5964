"""The rules of this library, in the order of their codes."""

from __future__ import annotations

from incident_timeline.checks.rule import Rule
from incident_timeline.checks.rules.evidence.assurance import (
    force_above_quote,
    status_above_quote,
)
from incident_timeline.checks.rules.evidence.custody import (
    custody_gap,
    custody_out_of_order,
    custody_wrong_giver,
)
from incident_timeline.checks.rules.evidence.items import (
    recovery_apart_from_event,
    used_before_recovery,
)
from incident_timeline.checks.rules.evidence.replicas import replica_as_firearm
from incident_timeline.checks.rules.investigations.inquests import inquest_before_death
from incident_timeline.checks.rules.investigations.outcomes import (
    closed_yet_open,
    outcome_before_start,
)
from incident_timeline.checks.rules.order.conflicts import (
    order_conflict,
    order_cycle,
    part_outside_whole,
)
from incident_timeline.checks.rules.order.conveyance import (
    conveyance_before_attendance,
    hospital_before_conveyance,
)
from incident_timeline.checks.rules.order.custody import (
    charge_before_arrest,
    custody_before_arrest,
    release_before_custody,
)
from incident_timeline.checks.rules.order.deaths import (
    acts_after_death,
    charge_of_the_dead,
)
from incident_timeline.checks.rules.order.dying import (
    dead_before_last_seen_alive,
    post_mortem_before_death,
    pronouncement_before_death,
)
from incident_timeline.checks.rules.order.harm import (
    death_before_harm,
    event_ends_before_start,
    first_aid_before_harm,
    injury_before_cause,
)
from incident_timeline.checks.rules.order.response import (
    arrival_before_deployment,
    arrival_missing,
    contact_before_arrival,
    deployment_before_call,
)
from incident_timeline.checks.rules.people.ages import age_conflict
from incident_timeline.checks.rules.people.identities import (
    affected_and_officer,
    same_name,
)
from incident_timeline.checks.rules.people.missing import (
    family_not_told,
    injury_without_aid,
)
from incident_timeline.checks.rules.people.naming import named_before_identified
from incident_timeline.checks.rules.sources.dates import (
    published_before_event,
    weekday_mismatch,
    zone_assumed,
)
from incident_timeline.checks.rules.sources.disagreements import sources_disagree
from incident_timeline.checks.rules.sources.duplicates import possible_duplicate
from incident_timeline.checks.rules.sources.placeholders import placeholder_value
from incident_timeline.checks.rules.sources.quotes import (
    digest_mismatch,
    quote_mismatch,
)
from incident_timeline.checks.rules.sources.telling import (
    clock_goes_back,
    quote_cited_twice,
    uncited_event,
)
from incident_timeline.checks.rules.sources.terms import near_term
from incident_timeline.checks.rules.sources.values import (
    local_time_fold,
    local_time_gap,
    stated_outside_bounds,
)
from incident_timeline.checks.rules.sources.wording import (
    date_conflict,
    impossible_clock,
    precision_inflated,
    unanchored_relative,
)
from incident_timeline.checks.rules.sources.zones import zone_of_another_country
from incident_timeline.checks.rules.statutes import STATUTES

__all__ = ["ALL_RULES", "RULES"]

ALL_RULES: tuple[Rule, ...] = (
    event_ends_before_start,
    order_conflict,
    death_before_harm,
    first_aid_before_harm,
    acts_after_death,
    order_cycle,
    part_outside_whole,
    deployment_before_call,
    arrival_before_deployment,
    arrival_missing,
    contact_before_arrival,
    conveyance_before_attendance,
    hospital_before_conveyance,
    injury_before_cause,
    pronouncement_before_death,
    dead_before_last_seen_alive,
    post_mortem_before_death,
    custody_before_arrest,
    release_before_custody,
    charge_before_arrest,
    charge_of_the_dead,
    used_before_recovery,
    custody_out_of_order,
    custody_wrong_giver,
    custody_gap,
    status_above_quote,
    force_above_quote,
    replica_as_firearm,
    recovery_apart_from_event,
    age_conflict,
    named_before_identified,
    family_not_told,
    injury_without_aid,
    affected_and_officer,
    same_name,
    outcome_before_start,
    inquest_before_death,
    *STATUTES,
    closed_yet_open,
    weekday_mismatch,
    published_before_event,
    quote_mismatch,
    digest_mismatch,
    zone_assumed,
    possible_duplicate,
    date_conflict,
    clock_goes_back,
    local_time_gap,
    local_time_fold,
    impossible_clock,
    precision_inflated,
    placeholder_value,
    unanchored_relative,
    sources_disagree,
    stated_outside_bounds,
    zone_of_another_country,
    quote_cited_twice,
    uncited_event,
    near_term,
)
"""Every rule of this library, those among them that are only run where selected."""

RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if rule.is_default)
"""What :func:`check` goes by; pass it on with your own: ``(*RULES, mine)``."""
