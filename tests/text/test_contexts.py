"""In what way a thing is told: each class of expression, by a sentence of its own."""

from __future__ import annotations

import pytest

from incident_timeline.parsers._passages import passages
from incident_timeline.parsers.press_release import PRESS_RELEASE
from incident_timeline.text import Focus, Span, Speakers, default_lexicon, find_times
from incident_timeline.text.clauses import clauses
from incident_timeline.text.context import attributions, is_infinitive, scopes
from incident_timeline.text.quotes import quotations, speeches

SPEAKERS = Speakers.of(default_lexicon())


def told(text: str) -> list[tuple[str, str]]:
    """The kind of each event that a text tells, and why it is no fact, if it isn't."""
    times = find_times(text, published="2024-04-05", zone="Europe/London")
    found = passages(text, times, lexicon=PRESS_RELEASE.lexicon, speakers=SPEAKERS)
    return [(t.kind, t.context) for p in found for t in p.tellings]


@pytest.mark.parametrize(
    ("text", "kind", "context"),
    [
        # negated
        ("No shots were fired by police.", "shots", "negated"),
        ("No officers or dogs were struck.", "injury", "negated"),
        ("Neither officer was injured.", "injury", "negated"),
        ("Nobody else was injured.", "injury", "negated"),
        ("None of the officers were hurt.", "injury", "negated"),
        ("The officer did not discharge his firearm.", "shots", "negated"),
        ("The man never left the house.", "movement", "negated"),
        ("Officers found no weapon there.", "evidence_recovery", "negated"),
        ("He is yet to be charged with it.", "charge", "negated"),
        ("The driver swerved to avoid a collision.", "collision", "negated"),
        ("The officer declined an interview.", "interview", "negated"),
        # still to come, with all that is joined
        ("He'll be arraigned on Monday.", "hearing", "future"),
        ("We will go through it and speak to witnesses.", "interview", "future"),
        (
            "The team will process the house, review the CCTV and publish a report.",
            "interview",
            "future",
        ),
        ("He will tomorrow appear before a court.", "hearing", "future"),
        ("The report will follow, and the road was closed.", "scene_control", ""),
        # the rule
        (
            "After each shooting the bureau begins an inquiry.",
            "investigation_start",
            "general",
        ),
        (
            "Depending on the evidence, prosecutors file charges.",
            "charge",
            "hypothetical",
        ),
        # done, though late
        ("He was not taken to hospital until officers came.", "conveyance", ""),
        # what only looks like it
        ("The man was arrested without incident.", "arrest", ""),
        ("Without warning the man stabbed the officer.", "attack", ""),
        ("It was not until 10pm that officers arrived.", "arrival", ""),
        ("The man was pronounced dead not long afterwards.", "death_pronouncement", ""),
        ("The Taser had no effect and the officer fired.", "shots", ""),
        ("He refused to drop the knife and officers shot him.", "shots", ""),
        ("When he refused to comply officers shot him.", "shots", ""),
        ("Although no shots were fired, the man was injured.", "injury", ""),
        ("The man, whose name is not known, was arrested.", "arrest", ""),
        # supposed
        ("If the man had fired, it would be known.", "shots", "hypothetical"),
        ("The man may have been injured.", "injury", "hypothetical"),
        ("It is not clear whether shots were fired.", "shots", "negated"),
        ("They want to know whether shots were fired.", "shots", "hypothetical"),
        ("He threatened to shoot officers.", "shots", "hypothetical"),
        ("The man tried to shoot officers.", "shots", "hypothetical"),
        ("Officers came to the flat to arrest him.", "arrest", "hypothetical"),
        # done all the same
        ("The officer was forced to shoot the man.", "shots", ""),
        ("Officers had to shoot the man.", "shots", ""),
        ("The man managed to flee on foot.", "movement", ""),
        ("The man is believed to have fired first.", "shots", ""),
        ("The man is alleged to have stabbed an officer.", "attack", ""),
        ("He allegedly stabbed an officer.", "attack", ""),
        ("The car was seen to leave the road.", "collision", ""),
        ("The man used a van to ram the car.", "collision", ""),
        ("The man would later stab an officer.", "attack", ""),
        # foreseen
        ("An inquest will be held.", "hearing", "future"),
        ("The case will then be referred to the commission.", "referral", "future"),
        ("The officers are to be interviewed.", "interview", "future"),
        ("The man was to be arrested.", "arrest", "future"),
        ("An inquest is due to be opened.", "hearing", "future"),
        ("He is to appear before magistrates.", "hearing", "future"),
        (
            "Once complete, the report is sent on by the commission.",
            "finding",
            "future",
        ),
        (
            "The cause is unknown until witnesses have been interviewed.",
            "interview",
            "future",
        ),
        # policy
        ("Whenever an officer fires a gun, it is looked at.", "shots", "general"),
        ("A mandatory referral is made when someone dies.", "referral", "general"),
        ("Officers are trained to shoot at the chest.", "shots", "general"),
        ("In such cases the officers are interviewed.", "interview", "general"),
        (
            "The unit investigates incidents in which shots are fired.",
            "shots",
            "general",
        ),
        ("State law requires it when shots are fired.", "shots", "general"),
        (
            "As is standard practice, the matter was referred to the IOPC.",
            "referral",
            "",
        ),
        # appeals
        ("Anyone who saw the man flee is asked to call police.", "movement", "appeal"),
        ("Were you there when the man was shot?", "shots", "appeal"),
        ("We want to speak to anyone who saw the crash.", "collision", "appeal"),
        ("Please call us if officers arrived there.", "arrival", "appeal"),
        (
            "We are keen to hear from people who saw it after a man was stabbed.",
            "attack",
            "",
        ),
        # the past of people
        ("He had been convicted in 2012.", "hearing", "background"),
        ("The man had been arrested twice.", "arrest", "background"),
        ("Court records show he was sentenced in 2018.", "hearing", "background"),
        ("A man wanted for shooting a deputy was arrested.", "arrest", ""),
        (
            "It was the third incident in which he fired at officers.",
            "shots",
            "background",
        ),
        # what callers say
        ("The caller reported that a man had stabbed her.", "attack", "allegation"),
        ("Officers were told that the man had been hit.", "injury", "allegation"),
        ("She told the dispatcher that he had shot himself.", "shots", "allegation"),
        ("Officers had reports of a fight and found the man there.", "contact", ""),
        ("After reports of a stabbing, officers arrested the man.", "arrest", ""),
        ("Officers reported that shots were fired at them.", "shots", ""),
        (
            "A man was held on suspicion of firing shots at officers.",
            "shots",
            "allegation",
        ),
        # what is disputed
        ("The chief denied that officers had shot the man.", "shots", "disputed"),
        ("They dispute that the man was injured.", "injury", "disputed"),
        # what officials say is told
        ("Police said officers arrived at 9pm.", "arrival", ""),
        ("According to the sheriff's office, deputies shot the man.", "shots", ""),
        (
            "Preliminary information indicates that the man fired at officers.",
            "shots",
            "",
        ),
        ("The investigation has revealed that officers shot the man.", "shots", ""),
        ("Detectives learned that the man had fled on foot.", "movement", ""),
        ("The jury was told that officers shot the man.", "shots", ""),
        ("The officer told the inquest that he fired twice.", "shots", ""),
        # said not to be so
        ("It is untrue that officers shot the man.", "shots", "negated"),
        ("It is simply not the case that officers shot him.", "shots", "negated"),
        ("The officer refrained from shooting the man.", "shots", "negated"),
        ("He was mistakenly said to have been shot.", "shots", "disputed"),
        ("The theory that the man shot himself was discounted.", "shots", "allegation"),
        ("The claim that officers shot the man is false.", "shots", "allegation"),
        ("He denied shooting the officer.", "shots", "disputed"),
        ("WO #2 Not interviewed", "interview", "negated"),
        ("POLICE SAY NO SHOTS WERE FIRED.", "shots", "negated"),
        ("Officers came to unit No 5 and arrested him.", "arrest", ""),
        # asked, or supposed by the order of words
        ("Did officers shoot the man at 9pm?", "shots", "hypothetical"),
        ("Had officers arrived by then, he might be alive.", "arrival", "hypothetical"),
        ("Had the officer fired they would be asked why.", "shots", "hypothetical"),
        ("Officers had arrived by then, and he was alive.", "arrival", ""),
        # of what he was accused
        ("He was acquitted of having shot the officer.", "shots", "allegation"),
        ("He was cleared of shooting the officer.", "shots", "allegation"),
        ("He was arrested for shooting an officer.", "shots", "allegation"),
        ("He was arrested for shooting an officer.", "arrest", ""),
        ("He was questioned over shooting an officer.", "shots", "allegation"),
        ("He was interviewed about shooting an officer.", "interview", ""),
        ("He was accused by a clerk of shooting his dog.", "shots", "allegation"),
        # the rule, told in the present
        ("If a person dies, the case is referred to the IOPC.", "referral", "general"),
        ("If he had a gun he fled, and officers shot him.", "shots", ""),
        ("An officer who shoots a person goes home.", "shots", "general"),
        ("An officer who shot a man went home.", "shots", ""),
        ("An officer fires only after a warning.", "shots", "general"),
        ("Its mandate covers cases in which a man was shot.", "shots", "general"),
        # made up, or played
        ("In the film, officers shot the man.", "shots", "hypothetical"),
        (
            "They prepared a scenario in which officers shot him.",
            "shots",
            "hypothetical",
        ),
        ("He dreamt that officers shot the man.", "shots", "hypothetical"),
        ("In the exercise of his duty the officer shot him.", "shots", ""),
        # what it was about, which was
        (
            "No charges were laid over it, involved in a fatal shooting.",
            "death_pronouncement",
            "",
        ),
        ("It will meet officers involved in a fatal crash.", "death_pronouncement", ""),
        # other cases, and counts
        ("Last year 12 people were shot by police.", "shots", "background"),
        ("In 2019 deputies shot another man there.", "shots", "background"),
        ("In 2019 deputies shot a man who hit another man.", "shots", ""),
        ("In 2019 deputies shot the man.", "shots", ""),
        ("It recalls that of a man shot by police in May.", "shots", "background"),
    ],
)
def test_each_class_of_expression_is_kept_as_what_it_is(
    text: str, kind: str, context: str
) -> None:
    assert [c for k, c in told(text) if k == kind] == [context]


def forces(text: str) -> list[tuple[str, str, bool]]:
    whole = Span(0, len(text))
    people = SPEAKERS.mentions(text, whole, Focus())
    found = attributions(text, whole, people)
    return [(a.speaker, a.force, a.closes) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the coroner, he fell.", [("the coroner", "stated", False)]),
        ("He fell, according to police.", [("police", "stated", True)]),
        ("According to reports, a child fell.", [("", "stated", False)] * 2),
        ("The man allegedly fell.", [("", "alleged", False)]),
        ("The man appeared to fall.", [("", "apparent", False)]),
        ("The man is believed to have run.", [("", "believed", False)]),
        ("Officers told the man to stop.", []),
        ("The man told officers he was ill.", [("The man", "stated", False)]),
        ("The force disputes that he fell.", [("The force", "disputed", False)]),
        ("He denied that he fell.", [("", "denied", False)]),
        ("Reportedly he fell.", [("", "believed", False)]),
    ],
)
def test_a_claim_has_its_speaker_and_its_force(
    text: str, expected: list[tuple[str, str, bool]]
) -> None:
    assert forces(text) == expected


def test_a_doubt_about_a_thing_is_told_from_one_about_a_deed() -> None:
    whole = "What appears to be a knife was found; he appeared to fall."
    found = attributions(whole, Span(0, len(whole)), ())
    assert [(a.force, a.item) for a in found] == [
        ("apparent", True),
        ("apparent", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: 'We are all very sorry for this.' Then he left.", 1),
        ("He said: ‘We are all very sorry for this.’ Then he left.", 1),
        ("The officers’ car and the man’s van hit the neighbours’ wall, it’s said.", 0),
        ("He said: «We are all very sorry for it.» Then he left.", 1),
        (
            (
                "“It was a hard and long night.\n\nIt was over by the morning.\n\n"
                "We thank them all for their work.” He left."
            ),
            3,
        ),
        ("“It was a hard and long night.\n\nHe said “no” there.", 1),
        ("“It was a hard, long night.\n\na\n\nb\n\nc\n\nd\n\ne\n\nf” He left.", 1),
        (
            "The chief said:\n\nWe are all very sorry for it.\n\nHe left at once then.",
            1,
        ),
        ("The chief said:\n\nHe is sorry for it all, he says.", 0),
        ("The chief said:\n\n“We are all very sorry for it.”", 1),
        ('"We are all very sorry."\n\n"We will not do it again now."', 1),
        ("'We are all of us sorry.\n\nHe left.", 1),
        ("He left the house then.' He was not seen there again.", 0),
        ("He said 'We are all of us sorry.\n\nHe left.", 0),
    ],
)
def test_a_speech_has_marks_or_a_colon_and_apostrophes_are_none(
    text: str, expected: int
) -> None:
    assert len(quotations(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Police came at noon and he ran off,” the release said.", 0),
        ("A statement from the force reads: “Police came and he ran off then.”", 0),
        (
            "“Police came and he ran off,” the release said. “He was caught by then.”",
            0,
        ),
        (
            (
                "“Police came and he ran off,” the release said.\n\n"
                "“He was caught in the lane,” she said."
            ),
            1,
        ),
        ("“We came at noon and he ran off,” the release said.", 1),
        ("“Police came at noon and he ran off,” the chief said.", 1),
    ],
)
def test_a_written_account_that_is_quoted_tells_events(
    text: str, expected: int
) -> None:
    assert len(speeches(text)) == expected


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("The chief said: “Shots were fired and a man has died here.”", "quotation"),
        ("The chief said: “At 9.15pm shots were fired and a man ran off.”", ""),
        (
            (
                "The chief said: “At 9.15pm we came to it.\n\n“Shots were fired.\n\n"
                "“It was over by then, and we all went home.”"
            ),
            "",
        ),
    ],
)
def test_a_speech_that_gives_times_of_day_tells_events(text: str, context: str) -> None:
    assert ("shots", context) in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bureau of Alcohol, Tobacco, Firearms and Explosives came.", 1),
        ("He fell, and Ann, Bob and Carl ran.", 2),
        ("He fled, at which point he fell.", 2),
        ("He fled prior to being seen.", 2),
        ("Officers such as the sergeant were known as well as she was.", 1),
        ("He fell as they came.", 2),
    ],
)
def test_a_clause_ends_at_no_name(text: str, expected: int) -> None:
    assert len(clauses(text, Span(0, len(text)))) == expected


def test_a_then_inside_a_verb_ends_no_context() -> None:
    text = "It will then be seen."
    whole = Span(0, len(text))
    (scope,) = scopes(text, whole, clauses(text, whole))
    assert scope.of(text) == "will then be seen."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he came to fire", False),
        ("he rose to fire", True),
        ("it caused the van to fire", False),
        ("using a tool to fire", False),
        ("they were required to fire", False),
    ],
)
def test_some_infinitives_are_done(text: str, expected: bool) -> None:
    whole = Span(0, len(text))
    assert is_infinitive(text, whole, text.index("fire")) is expected
