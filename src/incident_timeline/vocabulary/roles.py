"""What part a party has in an event."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["Role"]


class Role(Term):
    """What part a party has in one event; an open vocabulary of neutral words.

    The person whom police met is an `affected_person`, whatever a source calls them.
    """

    AFFECTED_PERSON = (
        "affected_person",
        "The person whom police met, and whom the event concerns most.",
        (
            "SIU affected person (SIUA s.1)",
            "IIO BC Affected Person",
            "FBI UoF subject",
            "NIEM j:ForceSubject",
            "NIEM j:ForceVictim",
            "HURIDOCS victim",
        ),
    )
    PRINCIPAL_OFFICER = (
        "principal_officer",
        "An officer whose own use of force or conduct the scrutiny is about.",
        (
            "SIU subject official",
            "IIO BC Subject Officer",
            "NIEM j:ForceUserEntity",
        ),
    )
    WITNESS_OFFICER = (
        "witness_officer",
        "An officer who saw or heard the event, or took part without being principal.",
        (
            "SIU witness official",
            "IIO BC witness officer",
            "College of Policing key police witness",
        ),
    )
    OTHER_OFFICER = (
        "other_officer",
        "An officer who is neither known as principal nor as witness.",
        ("NIEM j:IncidentAssistingOfficial",),
    )
    COMMANDER = (
        "commander",
        "Someone who gives orders or authority to those who act.",
        ("HURIDOCS 18 Gave orders",),
    )
    DISPATCHER = (
        "dispatcher",
        "Someone who sends units and passes information to them.",
        ("NIEM j:ServiceCallDispatcher",),
    )
    CALL_HANDLER = (
        "call_handler",
        "Someone who takes the call.",
        ("NIEM j:ServiceCallOperator",),
    )
    CALLER = (
        "caller",
        "Someone who contacts police or emergency services.",
        ("NIEM j:ServiceCallOriginator", "N-DEx SERVICE_CALL-CALLER"),
    )
    WITNESS = (
        "witness",
        "Someone outside the police who saw or heard the event.",
        ("NIEM j:Witness", "N-DEx INCIDENT-WITNESS"),
    )
    BYSTANDER = (
        "bystander",
        "Someone present who has no other part in the event.",
        ("N-DEx INVOLVED_PERSON",),
    )
    INJURED_PERSON = (
        "injured_person",
        "Someone who is hurt or killed, whoever or whatever caused it.",
    )
    FAMILY = (
        "family",
        "A relative, partner or household member of someone concerned.",
        (
            "HURIDOCS 21 Spouse",
            "HURIDOCS 21 Parent",
            "HURIDOCS 21 Child",
            "HURIDOCS 21 Sibling",
        ),
    )
    NEXT_OF_KIN = (
        "next_of_kin",
        "The relative whom authorities treat as closest.",
        ("NIEM j:NextOfKinAssociation",),
    )
    MEDICAL = (
        "medical",
        "Someone who gives medical care by profession.",
        ("HURIDOCS 19 Provider of medical service",),
    )
    PATHOLOGIST = (
        "pathologist",
        "Someone who examines a body or samples to find a cause of death.",
        ("CASE Examiner",),
    )
    CORONER = (
        "coroner",
        "The official who inquires into a death.",
        ("NIEM j:PersonDeathIncidentCoroner",),
    )
    POST_INCIDENT_MANAGER = (
        "post_incident_manager",
        "The officer who runs the procedure after an incident.",
        ("College of Policing PIM",),
    )
    INVESTIGATOR = (
        "investigator",
        "Someone who investigates what happened.",
        ("CASE Investigator",),
    )
    LAWYER = (
        "lawyer",
        "Someone who advises or represents a party in law.",
        ("CASE Attorney",),
    )
    JUDGE = (
        "judge",
        "Someone who presides over a court or hearing.",
        ("NIEM j:CourtEventJudge",),
    )
    SPOKESPERSON = (
        "spokesperson",
        "Someone who speaks in public for a body or a family.",
    )
    POLICE_FORCE = "police_force", "A police force or law enforcement agency."
    OVERSIGHT_BODY = (
        "oversight_body",
        "A body outside the force that investigates or supervises police conduct.",
        ("College of Policing independent investigative authority",),
    )
    PROSECUTOR = (
        "prosecutor",
        "The authority that decides on criminal charges or brings them.",
    )
    COURT = "court", "A court, tribunal or panel that hears a case."
    EMERGENCY_SERVICE = (
        "emergency_service",
        "An ambulance, fire or rescue service, or an emergency call centre.",
    )
    OTHER = "other", "A part in the event that no other term names."
