"""What sort of thing happened."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["EventKind"]


class EventKind(Term):
    """What sort of thing happened; an open vocabulary, in the order of a response."""

    CALL = (
        "call",
        "Someone contacts police or emergency services, or police receive a report.",
        (
            "NIEM j:ServiceCall",
            "NIEM j:ServiceCallOriginator",
            "N-DEx CADCallSource",
            "HURIDOCS 19 Witness",
            "HURIDOCS 19 Victim",
            "NEMSIS eTimes.01",
            "EIDO callStartTimestamp",
            "EIDO answerDate",
        ),
    )
    DEPLOYMENT = (
        "deployment",
        "Officers or units are sent, tasked or authorised.",
        (
            "NIEM j:ServiceCallDispatchedDate",
            "NIEM j:ServiceCallAssignedUnit",
            "N-DEx SERVICE_CALL-DISPATCHED_OFFICER",
            "NEMSIS eTimes.03",
            "NEMSIS eTimes.05",
            "EIDO dispatchComponent",
        ),
    )
    ARRIVAL = (
        "arrival",
        "Officers or units arrive at or attend the scene.",
        ("NIEM j:ServiceCallArrivedDate", "NEMSIS eTimes.06"),
    )
    CONTACT = (
        "contact",
        "Police first meet, find or stop the affected person.",
        (
            "FBI UoF reason for initial contact",
            "FBI UoF did officer approach subject",
            "College of Policing APP direct or indirect contact",
        ),
    )
    ENGAGEMENT = (
        "engagement",
        "Officers negotiate, de-escalate, challenge or give commands.",
    )
    PURSUIT = (
        "pursuit",
        "Police chase someone, by vehicle or on foot.",
        ("UCR LEOKA TRAFFIC_PURSUITS-STOPS",),
    )
    MOVEMENT = (
        "movement",
        "The affected person leaves, enters, flees or drives off.",
        (
            "NIEM j:IncidentEntryPoint",
            "NIEM j:IncidentExitPoint",
            "WaPo flee_status",
        ),
    )
    ATTACK = (
        "attack",
        "Someone other than police attacks, threatens with or brandishes a weapon.",
        (
            "NIEM j:SubjectArmedWithCode",
            "FBI UoF threat by subject",
            "UCR LEOKA AMBUSH-NO_WARNING",
            "HURIDOCS 4 Physical assaults",
            "WaPo threat_type",
        ),
    )
    LESS_LETHAL = (
        "less_lethal",
        "Police use a Taser, baton round, bean bag, irritant spray or dog.",
        (
            "NIEM j:ForceToolItem",
            "NIEM j:ForceCategoryText",
            "FBI UoF types of force used",
            "HURIDOCS 5",
        ),
    )
    RESTRAINT = (
        "restraint",
        "Police use physical force or handcuffs, or hold someone down.",
        ("NIEM j:Force", "UCR ForceCategory PERSONAL_WEAPONS"),
    )
    SHOTS = (
        "shots",
        "A firearm is discharged, by police or by anyone else.",
        (
            "NIEM j:ForceShotsFiredQuantity",
            "NIEM j:ForceRoundsQuantity",
            "FBI UoF discharge of a firearm at or in the direction of a person",
            "HURIDOCS 4 Death in a crossfire",
            "SIU case type F",
        ),
    )
    COLLISION = (
        "collision",
        "A vehicle collides with a person, a vehicle or a thing.",
        (
            "NIEM j:CrashPersonInjury",
            "UCR ForceCategory MOTOR_VEHICLE-VESSEL",
            "SIU case type V",
        ),
    )
    INJURY = (
        "injury",
        "Someone is struck or injured, told as an event of its own.",
        (
            "NIEM nc:InjuryDate",
            "NIEM j:InjurySeverityCode",
            "FBI UoF serious bodily injury",
            "N-DEx InjuryCategory",
            "HURIDOCS 25 Wounded; injured",
            "SIU serious injury",
        ),
    )
    FIRST_AID = (
        "first_aid",
        "Officers or members of the public give first aid or resuscitation.",
        (
            "NIEM j:PersonDeathResuscitationAttemptedIndicator",
            "HURIDOCS 37",
            "NEMSIS eArrest.19",
            "NEMSIS eArrest.20",
        ),
    )
    MEDICAL_ATTENDANCE = (
        "medical_attendance",
        "Paramedics, an ambulance or an air ambulance attend or treat someone.",
        (
            "NIEM j:InjuryReceivedMedicalAttentionDate",
            "HURIDOCS 37 Medical attention",
            "NEMSIS eTimes.07",
        ),
    )
    CONVEYANCE = (
        "conveyance",
        "Someone is taken to hospital.",
        (
            "NIEM j:InjuredTransportationSourceCode",
            "NEMSIS eTimes.09",
            "NEMSIS Patient Arrived at Destination",
        ),
    )
    LAST_SEEN_ALIVE = (
        "last_seen_alive",
        "Someone who died is last seen or known to be alive.",
        ("NIEM j:PersonDeathIncidentLastSeenAliveDate",),
    )
    DEATH = (
        "death",
        "The death itself, where its time is told apart from its pronouncement.",
        ("NIEM nc:PersonDeathDate",),
    )
    DEATH_PRONOUNCEMENT = (
        "death_pronouncement",
        "Someone dies, is found dead or is pronounced dead.",
        (
            "NIEM j:PersonDeathPronouncedDate",
            "NIEM nc:PersonDeathDate",
            "FBI UoF death of a person",
            "HURIDOCS 25 Dead",
            "HURIDOCS 35 death certificate",
            "DCRA date, time, and location of death",
        ),
    )
    ARREST = (
        "arrest",
        "Someone is arrested.",
        (
            "NIEM j:Arrest",
            "N-DEx ARREST-ARRESTEE",
            "N-DEx ARREST-ARRESTING_OFFICER",
            "HURIDOCS 4 Arrest",
        ),
    )
    CUSTODY = (
        "custody",
        "Someone is booked into, detained in or released from custody.",
        (
            "NIEM j:Booking",
            "NIEM j:Detention",
            "NIEM j:BookingRelease",
            "N-DEx BOOKING-SUBJECT",
            "HURIDOCS 29",
            "PACE relevant time",
        ),
    )
    RELEASE = (
        "release",
        "Someone is released from custody, where that is told apart from it.",
        ("NIEM j:BookingRelease",),
    )
    EVIDENCE_RECOVERY = (
        "evidence_recovery",
        "A weapon or other item is found, seized or recovered.",
        ("NIEM j:Evidence", "HURIDOCS 16", "CASE ProvenanceRecord"),
    )
    SCENE_CONTROL = (
        "scene_control",
        "A place is cordoned off, contained, evacuated, locked down or closed.",
    )
    FAMILY_INFORMED = (
        "family_informed",
        "Next of kin or family are told.",
        (
            "NIEM j:NextOfKinAssociation",
            "HURIDOCS 21",
            "Coroners (Investigations) Regs 2013 r.6",
        ),
    )
    IDENTIFICATION = (
        "identification",
        "Someone is formally identified or named.",
        ("Coroners (Investigations) Regs 2013 r.5(2)(c)",),
    )
    POST_MORTEM = (
        "post_mortem",
        "A post-mortem examination or autopsy is carried out.",
        (
            "NIEM j:CauseOfDeathAssessmentAutopsyPerformedIndicator",
            "HURIDOCS 34 autopsy results",
        ),
    )
    REFERRAL = (
        "referral",
        "Police refer the matter to an oversight body, or notify it.",
        (
            "NIEM nc:Referral",
            "NIEM j:ReferralDueDate",
            "HURIDOCS 20",
            "IOPC DSI referral",
            "SIU notification",
        ),
    )
    INVESTIGATION_START = (
        "investigation_start",
        "An oversight body or force begins or declares an investigation.",
        (
            "NIEM j:PersonDeathIncidentInvestigationRequiredIndicator",
            "N-DEx INCIDENT-INVESTIGATOR",
            "HURIDOCS 20 Demand for investigation",
            "CASE Investigation",
            "CASE InvestigativeAction",
        ),
    )
    INVESTIGATOR_DEPLOYMENT = (
        "investigator_deployment",
        "Oversight investigators are sent to, or arrive at, scene or procedure.",
        (
            "NIEM j:IncidentInvestigatorAssociation",
            "SIUA s.19",
            "CASE InvestigativeAction",
        ),
    )
    INTERVIEW = (
        "interview",
        "Statements, accounts or interviews are taken, or footage is reviewed.",
        (
            "NIEM j:WitnessAccountDescriptionText",
            "NIEM j:BookingInterviewObservation",
            "HURIDOCS 16 Interview",
            "HURIDOCS 16 Witness testimony",
            "College of Policing APP stage 1-4 accounts",
            "CASE InvestigativeAction",
        ),
    )
    CHARGE = (
        "charge",
        "Someone is charged or summonsed, or is served with a misconduct notice.",
        (
            "NIEM j:ChargeFilingDate",
            "NIEM j:ArrestCharge",
            "HURIDOCS 26 facing charges",
            "MPV Charged",
        ),
    )
    HEARING = (
        "hearing",
        "A court, inquest or misconduct hearing sits.",
        (
            "NIEM j:Hearing",
            "NIEM j:CourtEvent",
            "N-DEx DISCIPLINARY_HEARING-SUBJECT",
            "HURIDOCS 32",
        ),
    )
    FINDING = (
        "finding",
        "A conclusion, report, verdict or decision is given.",
        (
            "NIEM j:HearingDecision",
            "NIEM j:ChargeDisposition",
            "NIEM nc:ActivityDisposition",
            "UCR IncidentExceptionalClearance",
            "HURIDOCS 41",
            "SIU director's decision",
        ),
    )
    PUBLIC_STATEMENT = (
        "public_statement",
        "An official statement, appeal or briefing is given.",
        ("HURIDOCS 16 Press release of government",),
    )
    OTHER = (
        "other",
        "Something else happened that no other term names.",
        ("NIEM nc:Activity",),
    )
