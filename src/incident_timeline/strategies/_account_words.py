"""The sentences of accounts: what is told of each kind, and what is told besides.

In a sentence, ``{man}`` is the person whom it concerns, named as new or as known,
``{officers}`` the police and ``{medics}`` those who treat, as the style calls them.
"""

from __future__ import annotations

from attrs import frozen

from incident_timeline.vocabulary import EventKind

__all__ = ["ASIDES", "HEADINGS", "LEADS", "QUOTED", "STYLES", "TELLINGS", "Style"]


@frozen(kw_only=True)
class Style:
    """How a country's releases speak; its clocks and dates are its dialect's.

    Attributes:
        dialect: The dialect of its times.
        officers: What the police are called.
        medics: What those who treat are called.
        body: Who investigates.
        byline: How the line above the text gives the day.
    """

    dialect: str
    officers: str
    medics: str
    body: str
    byline: str


STYLES = {
    "UK": Style(
        dialect="UK",
        officers="officers",
        medics="paramedics",
        body="the Independent Office for Police Conduct",
        byline="{date}",
    ),
    "US": Style(
        dialect="US",
        officers="deputies",
        medics="paramedics",
        body="the State Bureau of Investigation",
        byline="FOR IMMEDIATE RELEASE – {date}",
    ),
}
"""By name, the styles that the strategies know."""

TELLINGS: dict[str, tuple[str, ...]] = {
    EventKind.CALL: (
        "police were called to an address in Mill Lane",
        "a neighbour called the police",
        "police received a report of a disturbance",
        "a resident dialled 999",
        "a woman called 911 to report a disturbance",
        "police received a 999 call",
        "{officers} were called to reports of a man with a knife",
        "a 911 caller reported a man with a gun",
        "police were alerted to a domestic incident",
        "emergency services were alerted",
        "someone phoned the police",
        "a member of the public contacted police",
    ),
    EventKind.DEPLOYMENT: (
        "{officers} were sent to the address",
        "armed officers were deployed",
        "{officers} were dispatched to the scene",
        "a firearms team was mobilised",
        "the control room sent two officers",
        "a negotiator was deployed",
        "additional units were sent to the area",
        "an armed response vehicle was diverted to the address",
    ),
    EventKind.ARRIVAL: (
        "{officers} arrived at the scene",
        "{officers} attended the address",
        "the first officers arrived",
        "two deputies arrived on scene",
        "armed officers were on scene",
        "a sergeant arrived",
        "the armed response team arrived at the property",
        "{officers} got to the house",
        "the first unit arrived",
        "a patrol car arrived at the scene",
    ),
    EventKind.CONTACT: (
        "{officers} found {man} in the car park",
        "{officers} encountered {man} outside the house",
        "{officers} located {man} in a garden",
        "{officers} approached {man}",
        "{officers} made contact with {man}",
        "{officers} came across {man}",
    ),
    EventKind.ENGAGEMENT: (
        "{officers} negotiated with {man}",
        "{officers} ordered {man} to drop the knife",
        "{officers} tried to talk to {man}",
        "{officers} challenged {man}",
        "{officers} shouted warnings",
        "negotiators began talking to {man}",
    ),
    EventKind.MOVEMENT: (
        "{man} came out of the house",
        "{man} left the building by the back door",
        "{man} ran across the road",
        "{man} fled on foot",
        "{man} climbed onto the roof",
        "{man} walked into the street",
    ),
    EventKind.PURSUIT: (
        "{officers} chased {man} on foot",
        "{officers} pursued {man}",
        "a pursuit began",
        "{officers} gave chase",
        "a foot chase began",
    ),
    EventKind.ATTACK: (
        "{man} attacked an officer",
        "{man} lunged at the officers",
        "{man} pulled out a knife",
        "{man} produced a handgun",
        "{man} pointed a rifle at the officers",
        "{man} advanced on officers with a machete",
        "an officer was stabbed",
    ),
    EventKind.LESS_LETHAL: (
        "an officer discharged a Taser",
        "a Taser was deployed",
        "{officers} used pepper spray",
        "a police dog was released",
        "{officers} fired a baton round",
        "an officer deployed PAVA spray",
        "{officers} deployed bean bag rounds",
    ),
    EventKind.SHOTS: (
        "{officers} opened fire",
        "shots were fired by {officers}",
        "an officer fired two rounds",
        "an officer discharged a firearm",
        "{officers} fired at {man}",
        "two officers fired their weapons",
    ),
    EventKind.INJURY: (
        "{man} was hit in the leg",
        "{man} suffered a serious injury",
        "{man} collapsed",
        "{man} became unresponsive",
        "{man} sustained serious injuries",
    ),
    EventKind.RESTRAINT: (
        "{man} was restrained by {officers}",
        "{officers} handcuffed {man}",
        "{man} was taken to the ground",
        "handcuffs were applied",
        "{man} was placed in handcuffs",
    ),
    EventKind.FIRST_AID: (
        "{officers} gave first aid",
        "{officers} performed CPR",
        "{officers} began first aid",
        "{officers} provided medical aid",
        "{officers} rendered aid",
        "CPR was started",
        "{officers} started chest compressions",
    ),
    EventKind.MEDICAL_ATTENDANCE: (
        "{medics} treated {man} at the scene",
        "{medics} attended",
        "{medics} arrived",
        "an ambulance arrived",
        "an air ambulance attended",
        "ambulance crews attended",
        "medics took over",
    ),
    EventKind.CONVEYANCE: (
        "{man} was taken to hospital",
        "{man} was airlifted to hospital by helicopter",
        "{medics} took {man} to hospital",
        "{man} was transported to a local hospital",
        "an ambulance took {man} to hospital",
    ),
    EventKind.DEATH_PRONOUNCEMENT: (
        "{man} was pronounced dead",
        "{man} was declared dead by {medics}",
        "{man} died",
        "{man} was pronounced deceased",
        "{man} succumbed to his injuries",
        "{man} was confirmed dead",
    ),
    EventKind.EVIDENCE_RECOVERY: (
        "a knife was recovered from the scene",
        "{officers} recovered a handgun",
        "what appears to be a firearm was recovered",
        "a firearm was found at the scene",
        "{officers} seized a knife",
        "a replica handgun was recovered",
    ),
    EventKind.SCENE_CONTROL: (
        "a cordon was put in place",
        "the road was closed",
        "the area was cordoned off",
        "{officers} set up a cordon",
        "residents were evacuated",
        "a perimeter was set up",
    ),
    EventKind.FAMILY_INFORMED: (
        "his family were informed",
        "the family of the man was notified",
        "next of kin were informed",
        "{officers} told his family",
        "relatives were informed",
    ),
    EventKind.REFERRAL: (
        "the matter was referred to {body}",
        "the force made a mandatory referral",
        "police referred the matter to {body}",
        "the force referred itself to the watchdog",
    ),
    EventKind.INVESTIGATION_START: (
        "{body} began an independent investigation",
        "an independent investigation was opened",
        "an investigation was launched",
        "{body} opened an investigation",
        "a critical incident was declared",
    ),
    EventKind.INVESTIGATOR_DEPLOYMENT: (
        "{body} sent investigators to the scene",
        "two investigators were assigned",
        "investigators attended the scene",
    ),
    EventKind.INTERVIEW: (
        "investigators interviewed witnesses",
        "statements were taken from officers",
        "the officers provided initial accounts",
    ),
    EventKind.POST_MORTEM: (
        "a post-mortem examination was carried out",
        "an autopsy was performed",
        "a post-mortem examination took place",
    ),
    EventKind.IDENTIFICATION: (
        "the man was formally identified",
        "formal identification took place",
    ),
    EventKind.PUBLIC_STATEMENT: (
        "the chief constable issued a statement",
        "the force issued an appeal for witnesses",
        "the sheriff held a news conference",
        "detectives appealed for witnesses",
    ),
}
"""Ways to tell each kind, the plainest first; the kinds in the order of a response."""

LEADS: dict[str, str] = {
    EventKind.DEATH_PRONOUNCEMENT: "{a_man} died on {date}",
    EventKind.SHOTS: "Shots were fired by {officers} on {date}",
    EventKind.INJURY: "{a_man} was injured on {date}",
}
"""How a lead retells what is told in full further on; the gravest kind first."""

HEADINGS = (
    "Statement on an incident in Mill Lane",
    "Update on events in the town centre",
    "Mill Lane",
)

ASIDES = (
    "No shots were fired at that stage.",
    "Nobody else was arrested.",
    "No officer was injured.",
    "An inquest will be held in due course.",
    "A post-mortem examination will take place next week.",
    "Officers are trained to use a Taser only where they must.",
    "Every such incident is referred to the regulator.",
    "It is not known whether a weapon was fired.",
    "He has yet to be formally identified.",
    "Anyone who saw the shooting is asked to call the police.",
    "Had he fired, officers would have shot him.",
)
"""Sentences that tell no event: denied, to come, general, supposed, asked for."""

QUOTED = (
    "“We know that shots were fired and that people were injured,” the chief said.",
    "The chief said: “My officers were called, they arrived and they did their best.”",
)
"""Speeches: what they tell is a statement, and no event."""
