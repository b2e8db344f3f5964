"""National data sets: rows made up in their shapes, and what must come of them."""

from __future__ import annotations

import json

import pytest

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.table import TableParser, mappings
from incident_timeline.parsers.table.shipped import fitting
from tests.parsers.table.datasets.made import (
    ages,
    events,
    found,
    items,
    people,
    read,
    table,
    times,
)

V2 = (
    "id,date,threat_type,flee_status,armed_with,city,county,state,latitude,longitude,"
    "location_precision,name,age,gender,race,race_source,was_mental_illness_related,"
    "body_camera,agency_ids"
)
V1 = (
    "id,name,date,manner_of_death,armed,age,gender,race,city,state,"
    "signs_of_mental_illness,threat_level,flee,body_camera"
)
VICE_SUBJECTS = (
    "Date,NumberOfSubjects,Fatal,SubjectArmed,SubjectRace,SubjectGender,SubjectAge,"
    "NatureOfStop,NumberOfShots,NumberOfOfficers,OfficerRace,OfficerGender,Department,"
    "FullNarrative,City,Notes"
)
VICE_INCIDENTS = (
    "Date,NumberOfSubjects,Fatal,SubjectArmed,Notes,SubjectRace,SubjectGender,"
    "SubjectAge,NatureOfStop,NumberOfShots,NumberOfOfficers,OfficerRace,OfficerGender,"
    "Department,FullNarrative,city,year,month,day,fdate,b,l,w,a,tr,AvgAge,VA,F,nshots,"
    "sit,other,replica,knife,weapon"
)
PROTESTS = "state,edit_at,city,name,date,date_text,id,Link 1,Link 2"
MPV_WEAPON = (
    "Alleged Weapon (Source: WaPo and Review of Cases Not Included in WaPo Database)"
)
MPV_DAY = "Date of Incident (month/day/year)"
MPV_OUTCOME = "Official disposition of death (justified or other)"
MPV = (
    "Victim's name",
    "Victim's age",
    "Victim's gender",
    "Victim's race",
    MPV_DAY,
    "Street Address of Incident",
    "City",
    "State",
    "Zipcode",
    "County",
    "Agency responsible for death",
    "Cause of death",
    MPV_OUTCOME,
    "Criminal Charges?",
    "Armed/Unarmed Status",
    MPV_WEAPON,
    "Fleeing (Source: WaPo)",
    "Body Camera (Source: WaPo)",
    "MPV ID",
    "Names of Officers Involved (DRAFT)",
)
TJI = ",".join(
    (
        "ois_report_no,date_ag_received,date_incident,incident_address,incident_city",
        "incident_county,incident_zip,incident_result_of,incident_call_other",
        "civilian_name_first,civilian_name_last,civilian_name_full,civilian_gender",
        "civilian_age,civilian_race,civilian_died",
        *(
            f"officer_age_{n},officer_race_{n},officer_gender_{n},agency_name_{n},"
            f"agency_report_date_{n},agency_zip_{n},agency_email_person_filling_out_{n}"
            for n in range(1, 12)
        ),
        "cdr_narrative,deadly_weapon,lea_narrative_published,lea_narrative_shorter",
        "num_officers_recorded,time_incident,weapon_reported_by_media",
        "weapon_reported_by_media_category",
    )
)


def test_what_the_post_tells_is_shots_on_a_day_and_a_death_without_one() -> None:
    told = table(
        V2,
        {
            "id": "21",
            "date": "2023-01-02",
            "threat_type": "point",
            "flee_status": "foot",
            "armed_with": "gun;vehicle",
            "city": "Exampleton",
            "state": "OH",
            "name": "Alex Invented",
            "age": "2",
            "gender": "male",
            "race": "B;H",
            "body_camera": "TRUE",
        },
    )
    (incident,) = read("washington-post-v2", told).incidents
    assert incident.id == "washington-post-21"
    assert incident.jurisdiction == "US-OH"
    assert [(one.kind, one.start.stated) for one in incident.events] == [
        ("shots", "2023-01-02"),
        ("death_pronouncement", ""),
        ("attack", ""),
        ("movement", ""),
    ]
    assert incident.events[0].start.zone == "America/New_York"
    assert incident.events[0].place == "Exampleton, OH"
    assert people(incident) == [("Alex Invented", "male, B;H")]
    assert ages(incident) == [(2, 2)]
    assert items(incident) == [
        ("firearm", "stated"),
        ("vehicle", "stated"),
        ("body_worn_video", "believed"),
    ]
    roles = {who.role for event in incident.events for who in event.participants}
    assert roles == {"affected_person"}


@pytest.mark.parametrize(
    ("armed", "made"),
    [
        ("", []),
        ("undetermined", []),
        ("unarmed", []),
        ("unknown", [("other", "unknown")]),
        ("vehicle;gun", [("vehicle", "stated"), ("firearm", "stated")]),
        ("blunt_object;blunt_object", [("blunt_object", "stated")]),
    ],
)
def test_no_weapon_is_read_where_none_is_told(
    armed: str, made: list[tuple[str, str]]
) -> None:
    row = {"id": "1", "date": "2023-01-02", "armed_with": armed, "state": "OH"}
    (incident,) = read("washington-post-v2", table(V2, row)).incidents
    assert items(incident) == made


def test_odd_cells_of_the_post_are_kept_or_told_of() -> None:
    same = {"date": "2023-01-02", "state": "SC", "name": "Sam O’Invented"}
    told = table(
        V2,
        {"id": "9", **same, "city": "Еasley-on-Example", "body_camera": "True"},
        {"id": "8", **same, "longitude": "-9.0076E+15", "body_camera": "FALSE"},
    )
    read_ = read("washington-post-v2", told)
    assert [one.id for one in read_.incidents] == [
        "washington-post-9",
        "washington-post-8",
    ]
    assert events(read_, "shots")[0].place == "Еasley-on-Example, SC"
    assert [people(one) for one in read_.incidents] == [[("Sam O’Invented", "")]] * 2
    assert found(read_) == [("TL669", "-9.0076E+15")]


def test_a_row_quoted_into_one_cell_is_read_and_told_of() -> None:
    inner = (
        '7,"Jo ""Jay"" Invented",2016-01-26,shot and Tasered,gun and car,54,M,W,'
        "Exampleton,OH,False,attack,Not fleeing,False"
    )
    quoted = '"' + inner.replace('"', '""') + '"'
    told = table(V1) + quoted + "\r\n" + quoted.replace("7", "8", 1) + "\r\n"
    read_ = read("washington-post-v1", told)
    assert [code for code, _ in found(read_)] == ["TL666"] * 2
    assert len(read_.incidents) == 2
    for incident in read_.incidents:
        assert people(incident) == [('Jo "Jay" Invented', "M, W")]
        assert items(incident) == [("firearm", "stated")]
        assert incident.evidence[0].description == "gun and car"
    assert times(read_, "less_lethal") == ["2016-01-26"] * 2


def test_a_name_to_come_is_no_name_and_double_spaces_are_one() -> None:
    day = {"date": "2016-01-26", "state": "OH", "manner_of_death": "shot"}
    told = table(
        V1,
        {"id": "1", "name": "TK TK", "armed": "unknown weapon", "gender": "M", **day},
        {"id": "2", "name": "Kim  Invented", "armed": "claimed to be armed", **day},
    )
    read_ = read("washington-post-v1", told)
    assert found(read_) == [("TL668", "TK TK")]
    assert [people(one) for one in read_.incidents] == [
        [("", "M")],
        [("Kim Invented", "")],
    ]
    assert [items(one) for one in read_.incidents] == [[("other", "unknown")], []]


def test_hedges_of_a_killing_are_kept() -> None:
    row = {
        "Victim's name": "Ash Invented\n",
        "Victim's age": "40s",
        "Victim's race": "Unknown race",
        "Victim's gender": "Male ",
        MPV_DAY: "6/16/13",
        "City": "Exampleton",
        "State": "MN",
        "Zipcode": "2301",
        "Agency responsible for death": "Exampleton Police Department",
        "Cause of death": "Gunshot, Taser",
        MPV_OUTCOME: "Pending investigation/No Known Charges",
        "Criminal Charges?": "Charged, Acquitted",
        "Armed/Unarmed Status": "Allegedly Armed",
        MPV_WEAPON: "knife",
        "Body Camera (Source: WaPo)": "Bystander Video",
        "MPV ID": "12.0",
    }
    other = row | {
        "Victim's name": "Name withheld by police",
        "Victim's age": "Unknown",
        "Cause of death": "Physical restraint",
        MPV_OUTCOME: "Justified",
        "Armed/Unarmed Status": "Unclear ",
        "MPV ID": "13",
    }
    header = ",".join(f'"{name}"' for name in MPV)
    read_ = read("mapping-police-violence", table(header, row, other))
    first, second = read_.incidents
    assert first.id == "mapping-police-violence-12"
    assert people(first) == [("Ash Invented", "Male")]
    assert ages(first) == [(40, 49)]
    assert items(first) == [("knife", "alleged"), ("video", "believed")]
    assert [(one.kind, one.start.stated) for one in first.events] == [
        ("shots", "2013-06-16"),
        ("less_lethal", "2013-06-16"),
        ("death_pronouncement", ""),
        ("charge", ""),
    ]
    assert first.events[0].start.assumed == ("century",)
    assert first.events[-1].participants == ()
    assert items(second)[0] == ("knife", "unknown")
    assert [one.kind for one in second.events] == [
        "restraint",
        "death_pronouncement",
        "finding",
        "charge",
    ]
    assert ages(second) == []
    assert found(read_) == [("TL668", "Name withheld by police")]


def test_a_narrative_is_read_beside_the_columns_of_its_row() -> None:
    row = {
        "ois_report_no": "OIS-1",
        "date_ag_received": "2019-07-09",
        "date_incident": "2019-07-04",
        "time_incident": "16:05:00",
        "incident_city": "EXAMPLETON",
        "incident_county": "EL PASO",
        "incident_zip": "79901.0",
        "incident_result_of": "TRAFFIC STOP",
        "civilian_name_full": "ROBIN\u00a0INVENTED",
        "civilian_age": "34.0",
        "civilian_died": "DEATH",
        "officer_age_1": "28.0",
        "officer_race_1": "WHITE",
        "officer_gender_1": "MALE",
        "agency_name_1": "EXAMPLETON POLICE DEPT",
        "agency_report_date_1": "2019-07-08",
        "agency_name_2": "EXAMPLETON POLICE DEPT",
        "cdr_narrative": "Officers stopped a car at 3:50 PM.\nThe driverâ€™s door"
        " opened.\n\nHe was pronounced dead at 4:40 PM.",
        "weapon_reported_by_media": "HANDGUN",
        "weapon_reported_by_media_category": "FIREARM",
    }
    hurt = {
        "date_incident": "2016-01-02",
        "incident_county": "TRAVIS",
        "civilian_died": "INJURY",
        "civilian_gender": "FEMALE",
        "weapon_reported_by_media_category": "(DETAILS MISSING)",
    }
    read_ = read("texas-justice-initiative", table(TJI, row, hurt))
    first, second = read_.incidents
    assert first.id == "OIS-1"
    shots = events(read_, "shots")[0].start
    assert (shots.stated, shots.zone) == ("2019-07-04T16:05", "America/Denver")
    assert times(read_, "referral") == ["2019-07-08", "2019-07-09"]
    assert "Attorney General" in events(read_, "referral")[0].summary
    assert [one.kind for one in first.events].count("death_pronouncement") == 2
    assert "2019-07-04T16:40" in times(read_, "death_pronouncement")
    assert people(first)[:2] == [
        ("ROBIN\u00a0INVENTED", ""),
        ("", "WHITE MALE"),
    ]
    assert ages(first) == [(34, 34), (28, 28)]
    agencies = [one.name for one in first.parties if one.kind == "organisation"]
    assert agencies == ["EXAMPLETON POLICE DEPT"]
    assert items(first)[0] == ("firearm", "stated")
    assert items(second) == []
    assert times(read_, "injury") == ["2016-01-02"]
    assert events(read_, "injury")[0].start.zone == "America/Chicago"
    for event in first.events:
        for cited in event.citations:
            assert cited.quote in (first.sources[0].text or "")


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("9/9/10", "2010-09-09"),
        ("9/19/2010\t", "2010-09-19"),
        ("2010", "2010"),
        ("2010-09", "2010-09"),
    ],
)
def test_a_day_is_never_finer_than_it_is_told(written: str, stated: str) -> None:
    row = {"Date": written, "Fatal": " F", "City": "Honolulu", "SubjectAge": "20-29"}
    read_ = read("vice-subjects", table(VICE_SUBJECTS, row))
    assert times(read_, "shots") == [stated]
    assert times(read_, "death_pronouncement") == [""]
    assert events(read_, "shots")[0].start.zone == "Pacific/Honolulu"
    assert ages(read_.incidents[0]) == [(20, 29)]
    assert found(read_) == []


def test_lists_are_split_in_parallel_and_bytes_are_decoded() -> None:
    told = table(
        VICE_INCIDENTS,
        {
            "Date": "2011",
            "Fatal": "N;F",
            "SubjectRace": "B;U",
            "SubjectGender": "M;F",
            "SubjectAge": "23;U",
            "Department": "Exampleton PD",
            "FullNarrative": "The officerâ€™s gunâ€ù",
            "city": "Seattle",
            "fdate": "1/1/11",
            "weapon": "U",
        },
        {
            "Date": "28/06/2010",
            "Fatal": "U",
            "SubjectRace": "NA",
            "SubjectGender": "N/A",
            "SubjectAge": "#REF!",
            "city": "Boston",
        },
        end="\r",
    )
    data = told.encode("mac_roman")
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")
    with pytest.raises(UnicodeDecodeError):
        data.decode("cp1252")
    read_ = read("vice-incidents", data)
    first, second = read_.incidents
    assert times(read_, "shots") == ["2011", ""]
    assert people(first) == [("", "F"), ("", "B M")]
    died = events(read_, "death_pronouncement")
    assert [[who.party_id for who in one.participants] for one in died] == [["p1"]]
    dead = next(one for one in first.parties if one.id == "p1")
    assert dead.description == "F"
    assert ages(first) == [(23, 23)]
    assert items(first) == []
    assert second.parties == ()
    assert found(read_) == [("TL604", "28/06/2010")]
    assert "officerâ€™s" in (first.sources[0].text or "")


def test_believed_dates_stay_believed_and_unknown_ones_unknown() -> None:
    row = {"state": "Ohio", "city": "Exampleton", "date": "2020-06-01"}
    told = table(
        PROTESTS,
        row | {"id": "oh-1", "name": "First", "date_text": "2020-06-01"},
        row | {"id": "oh-2", "date_text": "(Believed to be) 2020-06-01"},
        row | {"id": "oh-3", "name": "Third", "date_text": "Unknown Date", "date": ""},
        row | {"id": "dc-1", "state": "Washington DC", "date_text": "2020-06-02"},
        {"id": "x-1", "state": "Unknown Location", "date_text": "2020-06-02"},
    )
    read_ = read("police-brutality-2020", told)
    made = events(read_, "other")
    assert [one.start.stated for one in made[:4]] == [
        "2020-06-01",
        "2020-06-01",
        "",
        "2020-06-02",
    ]
    assert [one.citations[0].force for one in made[:2]] == ["stated", "believed"]
    assert made[4].start.is_unknown
    assert found(read_) == [("TL606", "2020-06-02")]


def test_tags_tell_what_was_done_and_shooting_gas_is_no_shot() -> None:
    row = {
        "links": [{"url": "https://example.org/1", "text": ""}],
        "state": "Ohio",
        "edit_at": "https://example.org",
        "city": "Exampleton",
        "description": "",
        "tags": ["arrest", "less-lethal", "protester", "shoot", "tear-gas"],
        "geolocation": "",
        "name": "Police shoot gas; one held",
        "date": None,
        "date_text": "(Believed to be) 2020-06-01",
        "id": "oh-1",
    }
    read_ = read("police-brutality-2020-json", json.dumps(row) + "\n")
    (incident,) = read_.incidents
    assert [one.kind for one in incident.events] == ["arrest", "less_lethal", "other"]
    assert {one.summary for one in incident.events} == {"Police shoot gas; one held"}
    assert found(read_) == []


def test_every_shipped_mapping_says_whose_data_it_is_for() -> None:
    for name, one in mappings().items():
        assert one.name == name
        assert one.title, name
        assert one.publisher, name
        assert one.header, name
        zone = one.zone
        assert zone.us_state or zone.choice.fixed or zone.choice.column, name
        assert TableParser(one).sniff(",".join(f'"{c}"' for c in one.header)) > 0.9


def test_no_shipped_mapping_takes_the_table_of_another() -> None:
    headers = {
        "washington-post-v1": V1,
        "washington-post-v2": V2,
        "vice-incidents": VICE_INCIDENTS,
        "vice-subjects": VICE_SUBJECTS,
        "texas-justice-initiative": TJI,
        "police-brutality-2020": PROTESTS,
    }
    for name, header in headers.items():
        names = tuple(header.split(","))
        fits = fitting(names)
        assert fits is not None
        assert fits.name == name
        parsed = TableParser(mappings()[name]).parse(Document(table(header)))
        assert "TL670" not in [one.code for one in parsed.findings]
