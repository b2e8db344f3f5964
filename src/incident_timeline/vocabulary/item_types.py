"""What an item of evidence is, apart from how sure anyone is of it."""

from __future__ import annotations

from incident_timeline.vocabulary.term import Term

__all__ = ["ItemType"]


class ItemType(Term):
    """What an item of evidence is called; an open vocabulary.

    How sure anyone is that it is one is said by an `EvidenceStatus`, never here.
    """

    FIREARM = (
        "firearm",
        "A weapon that fires shot, bullets or other missiles.",
        (
            "UCR ForceCategory FIREARM",
            "UCR ForceCategory HANDGUN",
            "UCR ForceCategory RIFLE",
            "UCR ForceCategory SHOTGUN",
        ),
    )
    REPLICA_FIREARM = (
        "replica_firearm",
        "An imitation, toy, blank-firing or air weapon that looks like a firearm.",
        ("WaPo replica",),
    )
    AMMUNITION = "ammunition", "Cartridges, cases, bullets or other missiles."
    KNIFE = (
        "knife",
        "A knife or other instrument that cuts or stabs.",
        ("UCR ForceCategory KNIFE-CUTTING_INSTRUMENT",),
    )
    BLUNT_OBJECT = (
        "blunt_object",
        "An object that can be used to strike.",
        ("UCR ForceCategory BLUNT_OBJECT",),
    )
    VEHICLE = (
        "vehicle",
        "A motor vehicle or vessel.",
        ("UCR ForceCategory MOTOR_VEHICLE-VESSEL",),
    )
    EXPLOSIVE = (
        "explosive",
        "A device or substance that explodes.",
        ("UCR ForceCategory EXPLOSIVES",),
    )
    LESS_LETHAL_DEVICE = (
        "less_lethal_device",
        "A Taser, launcher, baton round, irritant spray or similar police device.",
    )
    DRUGS = "drugs", "Controlled drugs, medicines or other intoxicants."
    BODY_WORN_VIDEO = (
        "body_worn_video",
        "A recording from a camera worn by an officer.",
        ("N-DEx BinaryCategory VIDEO",),
    )
    CCTV = (
        "cctv",
        "A recording from a fixed surveillance camera.",
        ("N-DEx BinaryCategory VIDEO",),
    )
    VIDEO = (
        "video",
        "Any other moving picture, such as from a telephone or vehicle.",
        ("N-DEx BinaryCategory VIDEO",),
    )
    AUDIO = "audio", "A recording of sound.", ("N-DEx BinaryCategory AUDIO",)
    IMAGE = "image", "A still picture.", ("N-DEx BinaryCategory IMAGE*",)
    SCENE_PHOTO = (
        "scene_photo",
        "A still picture taken to record the scene.",
        ("HURIDOCS 16 Photograph",),
    )
    DOCUMENT = (
        "document",
        "A written document that no other term names.",
        ("N-DEx BinaryCategory DOCUMENT*",),
    )
    MESSAGE = (
        "message",
        "A text message, e-mail, post or other written message.",
        ("N-DEx BinaryCategory DOCUMENT_TEXTING_MESSAGE",),
    )
    CALL_LOG = (
        "call_log",
        "The record of a call to police or emergency services.",
        ("EIDO call component",),
    )
    RADIO_LOG = "radio_log", "The record of radio traffic between units and control."
    NOTES = (
        "notes",
        "Notes made at the time or soon afterwards.",
        ("EIDO notes component",),
    )
    STATEMENT = (
        "statement",
        "An account that someone gave, in writing or in an interview.",
        (
            "HURIDOCS 16 Interview",
            "HURIDOCS 16 Signed affidavit",
            "HURIDOCS 16 Witness testimony",
        ),
    )
    BIOLOGICAL = "biological", "Blood, tissue, DNA or another trace of a living thing."
    BALLISTIC = "ballistic", "A laboratory's result on firearms, shots or ammunition."
    AUTOPSY = (
        "autopsy",
        "The result of a post-mortem examination.",
        ("HURIDOCS 16 Autopsy results",),
    )
    OTHER = "other", "An item that no other term names."
