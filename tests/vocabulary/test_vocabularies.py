"""Every vocabulary: words, definitions, standards, and what members can do."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

from incident_timeline import vocabulary
from incident_timeline.vocabulary import (
    VOCABULARIES,
    WORDS_BY_STRENGTH,
    Assurance,
    EventKind,
    EvidenceStatus,
    Footing,
    Force,
    InvestigationStatus,
    ItemType,
    PartyKind,
    Role,
    Term,
    find_term,
    term_word,
)

SCHEMA_KINDS = [
    "call",
    "deployment",
    "arrival",
    "contact",
    "engagement",
    "pursuit",
    "movement",
    "attack",
    "less_lethal",
    "restraint",
    "shots",
    "collision",
    "injury",
    "first_aid",
    "medical_attendance",
    "conveyance",
    "death_pronouncement",
    "arrest",
    "custody",
    "evidence_recovery",
    "scene_control",
    "family_informed",
    "identification",
    "post_mortem",
    "referral",
    "investigation_start",
    "investigator_deployment",
    "interview",
    "charge",
    "hearing",
    "finding",
    "public_statement",
    "other",
]

PUBLISHERS = (
    "Allen 1983",
    "CASE ",
    "College of Policing ",
    "Coroners (Investigations) Regs 2013 ",
    "DCRA ",
    "EIDO ",
    "FBI UoF ",
    "FactBank ",
    "HURIDOCS ",
    "IIO BC ",
    "IOPC ",
    "MPV ",
    "N-DEx ",
    "NEMSIS ",
    "NIEM ",
    "PACE ",
    "SI 2023/624 ",
    "SIU ",
    "SIUA ",
    "UCR ",
    "WaPo ",
)

vocabularies = pytest.mark.parametrize("terms", VOCABULARIES.values(), ids=VOCABULARIES)
every_term = pytest.mark.parametrize(
    "term", [term for terms in VOCABULARIES.values() for term in terms], ids=repr
)


@every_term
def test_a_definition_is_one_sentence_of_plain_text(term: Term) -> None:
    assert re.fullmatch(r"[A-Z][^.\n]+\.", term.definition)


@every_term
def test_standards_are_distinct_terms_of_known_publishers(term: Term) -> None:
    assert len(set(term.standards)) == len(term.standards)
    assert all(standard.startswith(PUBLISHERS) for standard in term.standards)


@every_term
def test_a_member_is_its_word(term: Term) -> None:
    assert term == term.value == str(term) == f"{term}" == term.name.lower()
    assert type(term)(term.value) is term
    assert find_term(type(term), term.value) is term


@every_term
def test_a_member_survives_pickling_and_copying(term: Term) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(term, protocol)) is term
    assert copy.copy(term) is term
    assert copy.deepcopy(term) is term


@every_term
def test_a_member_becomes_an_exact_str(term: Term) -> None:
    word = term_word(term)
    assert type(word) is str
    assert word == term.value


@vocabularies
def test_a_vocabulary_has_no_aliases_and_no_definition_twice(terms: type[Term]) -> None:
    assert len(terms.__members__) == len(list(terms))
    assert len({term.definition for term in terms}) == len(list(terms))


@vocabularies
def test_an_unknown_word_is_found_in_no_vocabulary(terms: type[Term]) -> None:
    assert find_term(terms, "x-mycity:tow") is None


def test_event_kinds_are_those_of_the_annotated_corpus_and_what_it_tells_as_one() -> (
    None
):
    kinds = [kind.value for kind in EventKind]
    assert [kind for kind in kinds if kind in SCHEMA_KINDS] == SCHEMA_KINDS
    assert set(kinds) - set(SCHEMA_KINDS) == {"death", "last_seen_alive", "release"}


def test_a_kind_cites_its_standards() -> None:
    assert EventKind.CALL.standards[0] == "NIEM j:ServiceCall"
    assert "NEMSIS eTimes.01" in EventKind.CALL.standards
    assert EventKind.SCENE_CONTROL.standards == ()


def test_no_role_judges_a_person() -> None:
    judging = {"perpetrator", "suspect", "offender", "subject", "victim", "attacker"}
    assert judging.isdisjoint(role.value for role in Role)
    assert next(iter(Role)) is Role.AFFECTED_PERSON


def test_an_item_type_says_nothing_of_certainty() -> None:
    certainties = {status.value for status in EvidenceStatus}
    assert certainties.isdisjoint(item.value for item in ItemType)


def test_strength_orders_the_words_that_support_a_claim() -> None:
    for words in (Force, EvidenceStatus):
        supporting = sorted(
            (word for word in words if word.strength), key=lambda word: word.strength
        )
        assert [word.value for word in supporting] == list(WORDS_BY_STRENGTH)
        assert [word.strength for word in supporting] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "word",
    [
        Force.DISPUTED,
        Force.DENIED,
        Force.UNKNOWN,
        EvidenceStatus.DISPUTED,
        EvidenceStatus.RULED_OUT,
        EvidenceStatus.UNKNOWN,
    ],
    ids=repr,
)
def test_a_word_that_supports_no_claim_has_no_strength(word: Assurance) -> None:
    assert word.strength == 0


def test_footings_hold_the_three_modes_of_england_and_wales() -> None:
    modes = {
        foot.value for foot in Footing if "SI 2023/624 reg 32(4)" in foot.standards
    }
    assert modes == {"independent", "directed", "local"}


def test_investigation_statuses_all_come_from_n_dex() -> None:
    assert all(
        status.standards[0].startswith("N-DEx ") for status in InvestigationStatus
    )


def test_party_kinds_are_the_four_sorts_of_actor() -> None:
    assert {kind.value for kind in PartyKind} == {
        "person",
        "group",
        "unit",
        "organisation",
    }


def test_the_catalogue_names_every_concrete_vocabulary_by_its_class() -> None:
    assert list(VOCABULARIES) == sorted(VOCABULARIES)
    assert all(name == terms.__name__ for name, terms in VOCABULARIES.items())
    exported = {
        name
        for name in vocabulary.__all__
        if isinstance(thing := getattr(vocabulary, name), type)
        and issubclass(thing, Term)
        and list(thing)
    }
    assert exported == set(VOCABULARIES)
