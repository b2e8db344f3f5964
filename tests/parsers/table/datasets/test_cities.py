"""Use of force by city: rows made up in their shapes, and what must come of them."""

from __future__ import annotations

import pytest

from incident_timeline.parsers.base import Document
from incident_timeline.parsers.table import TABLE, mappings
from tests.parsers.table.datasets.made import (
    events,
    found,
    people,
    read,
    table,
    times,
)

AUSTIN_2017 = (
    "RIN,Primary Key,Date  Occurred,Time  Occurred,Location,Area  Command,"
    "Nature of Contact,Reason Desc,R2R Level,Master Subject ID,Subject  Sex,"
    "Subject  Race,Subject  Ethnicity,Subject Conduct Desc,Subject Resistance,"
    "Weapon Used 1,Weapon Used 2,Weapon Used 3,Weapon Used 4,Weapon Used 5,"
    "Number  Shots,Subject Effects,Effect on Officer,Officer  Organization Desc,"
    "Officer  Commission Date,Officer Yrs of Service,X-Coordinate,Y-Coordinate,"
    "Council District,CENSUS_TRACT,COUNTY,Location 1"
)
DALLAS_2013 = (
    "OBJECTID,FILENUM,UOFNum,Match_addr,OCCURRED_D,OCCURRED_T,CURRENT_BA,OffSex,"
    "OffRace,HIRE_DT,OFF_INJURE,OffCondTyp,OFF_HOSPIT,SERVICE_TY,ForceType,UOF_REASON,"
    "Cycles_Num,ForceEffec,STREET_N,STREET,street_g,street_t,Address,CitNum,CitRace,"
    "CitSex,CIT_INJURE,CitCondTyp,CIT_ARREST,CIT_INFL_A,CitChargeT,RA,BEAT,SECTOR,"
    "DIVISION,DIST_NAME,TAAG_Name,X,Y,GeoLocation"
)
DALLAS_2019 = (
    "OBJECTID,ZIP,FILENUM,UOFNum,OCCURRED_D,OCCURRED_T,CURRENT_BA,OffSex,OffRace,"
    "HIRE_DT,OFF_INJURE,OffCondTyp,OFF_HOSPIT,SERVICE_TY,ForceType,UOF_REASON,"
    "Cycles_Num,ForceEffec,STREET_N,STREET,street_g,street_t,Address,CitNum,CitRace,"
    "CitSex,CIT_INJURE,CitCondTyp,CIT_ARREST,CIT_INFL_A,CitChargeT,Council District,"
    "RA,BEAT,SECTOR,DIVISION,X,Y,GeoLocation"
)
SEATTLE = (
    "ID,Incident_Num,Incident_Type,Occured_date_time,Precinct,Sector,Beat,Officer_ID,"
    "Subject_ID,Subject_Race,Subject_Gender"
)
NEW_ORLEANS = (
    "PIB File Number,Date Occurred,Originating Bureau,Division level,Division,Unit,"
    "Working Status,Shift,Investigation status,Disposition,Service Type,"
    "Light Condition,Weather Condition,Use of Force Type,Use of Force Level,"
    "Subject Influencing Factors,Use of Force Effective,Officer Race/Ethnicity,"
    "Officer Gender,Officer Age,Officer Years of Service,Distance Between,"
    "Subject Gender,Subject Ethnicity,Subject Age,Subject Build,Subject Height,"
    "Subject Injured,Subject Hospitalized,Subject Arrested,Subject Arrest Charges,"
    "Use of Force Reason,Officer Injured"
)
CINCINNATI = (
    "INCIDENT_NO,INCIDENT_DATE,CASE_NO,CFS_NO,DISTRICT,INCIDENT_TYPE,"
    "INCIDENT_DESCRIPTION,INCIDENT_LOCATION_X,LATITUDE_X,LONGITUDE_X,SUBJECT_GENDER,"
    "SUBJECT_RACE,SUSPECT_AGE,OFFICER_GENDER,OFFICER_RACE,SNA_NEIGHBORHOOD,"
    "CPD_NEIGHBORHOOD,COMMUNITY_COUNCIL_NEIGHBORHOOD"
)
SOUTH_BEND = (
    "X,Y,OBJECTID,Date,Shift,Blocked_Location_of_Incident,Beat,City_1,"
    "Type_of_Resistance,Response,Force_Caused_Injury,Off_Injured,"
    "Call_Dispatched_via_911,Call_was_Self_Initiated,Call_in_Response_To"
)
LINCOLN = (
    "incid,date,year,time,ofcage,ofcrace,ofcgender,ofcexp,loc,natinc,susweap,susage,"
    "typecontrol,FID"
)
EVERY = {
    "austin-use-of-force": AUSTIN_2017,
    "seattle-use-of-force": SEATTLE,
    "new-orleans-use-of-force": NEW_ORLEANS,
    "cincinnati-use-of-force": CINCINNATI,
    "south-bend-use-of-force": SOUTH_BEND,
    "lincoln-use-of-control": LINCOLN,
}


@pytest.mark.parametrize("header", [DALLAS_2013, DALLAS_2019, *EVERY.values()])
def test_each_header_has_one_mapping_which_knows_all_its_columns(header: str) -> None:
    fits = [one for one in mappings().values() if one.fits(tuple(header.split(",")))]
    assert len(fits) == 1
    assert found(TABLE.parse(Document(table(header)))) == []


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("202", "2017-05-07T02:02"),
        ("9", "2017-05-07T00:09"),
        ("2359", "2017-05-07T23:59"),
        ("0330", "2017-05-07T03:30"),
        ("", "2017-05-07"),
    ],
)
def test_a_clock_time_without_its_zeros_is_filled_up(written: str, stated: str) -> None:
    row = {
        "Primary Key": "20171",
        "Date  Occurred": "05/07/2017 12:00:00 AM",
        "Time  Occurred": written,
        "Weapon Used 1": "WEAPONLESS (PRESSURE POINTS/KICKS/HAND)",
    }
    read_ = read("austin-use-of-force", table(AUSTIN_2017, row))
    assert times(read_, "restraint") == [stated]
    assert found(read_) == []


def test_reports_of_one_case_are_one_incident_and_only_shots_counted_are_shots() -> (
    None
):
    same = {
        "Primary Key": "20171",
        "Date  Occurred": "05/07/2017 12:00:00 AM",
        "Time  Occurred": "1900",
        "Location": "1 EXAMPLE ST",
        "Master Subject ID": "77: 20171",
        "Subject  Sex": "M",
        "Subject  Race": "U",
    }
    ced = "CED - PRONGS-ENTER # CYCLES (use #shots field)"
    gun = "FIREARM - HANDGUN-ENTER # SHOTS"
    told = table(
        AUSTIN_2017,
        same | {"RIN": "1", "Weapon Used 1": ced, "Number  Shots": "2"},
        same | {"RIN": "2", "Weapon Used 1": ced, "Officer  Commission Date": "x"},
        same | {"RIN": "3", "Weapon Used 1": gun, "Number  Shots": "0"},
        {
            "RIN": "4",
            "Primary Key": "20172",
            "Date  Occurred": "05/08/2017 12:00:00 AM",
            "Weapon Used 1": "OTHER",
            "Weapon Used 2": gun,
            "Number  Shots": "3",
            "Subject Effects": "DEATH",
            "Officer  Commission Date": "01/02/1900 12:00:00 AM",
        },
        {"Primary Key": "20173", "Date  Occurred": "01/02/1900 12:00:00 AM"},
    )
    read_ = read("austin-use-of-force", told)
    first, second, third = read_.incidents
    assert [one.kind for one in first.events] == ["less_lethal", "other"]
    assert people(first) == [("", "U M")]
    assert [one.kind for one in second.events] == [
        "other",
        "shots",
        "death_pronouncement",
    ]
    assert times(read_, "death_pronouncement") == [""]
    assert third.events[0].start.is_unknown
    assert found(read_) == [("TL668", "01/02/1900 12:00:00 AM")] * 2


def test_kinds_of_force_in_one_cell_are_events_of_their_own() -> None:
    row = {
        "FILENUM": "UF2013-00001",
        "OCCURRED_D": "06/25/2013 12:00:00 AM",
        "OCCURRED_T": "2:00",
        "CURRENT_BA": "77",
        "OffSex": "Female",
        "ForceType": "Verbal Command, Taser Display at Person, Taser, NULL",
        "Address": "1 Example St., Exampleton",
        "CitNum": "77",
        "CitSex": "Male",
        "CIT_ARREST": "Yes",
        "GeoLocation": "1 EXAMPLE ST\nExampleton, TX\n(32.7, -96.8)",
    }
    other = row | {"CURRENT_BA": "78", "OCCURRED_T": "NULL", "ForceType": "NULL"}
    read_ = read("dallas-use-of-force", table(DALLAS_2013, row, other))
    (incident,) = read_.incidents
    assert [(one.kind, one.summary, one.start.stated) for one in incident.events] == [
        ("engagement", "Verbal Command", "2013-06-25T02:00"),
        ("other", "Taser Display at Person", "2013-06-25T02:00"),
        ("less_lethal", "Taser", "2013-06-25T02:00"),
        ("arrest", "", ""),
        ("other", "response to resistance", "2013-06-25"),
    ]
    assert incident.events[0].place == "1 Example St., Exampleton"
    assert incident.events[3].citations[0].quote == "Yes"
    assert people(incident) == [("", "Male"), ("", "Female"), ("", "Female")]
    roles = {who.role for who in incident.events[0].participants}
    assert roles == {"affected_person", "principal_officer"}
    assert found(read_) == []


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("1:20 AM", "2019-07-04T01:20"),
        ("12:05 AM", "2019-07-04T00:05"),
        ("12:05 PM", "2019-07-04T12:05"),
        ("3:07:00 PM", "2019-07-04T15:07"),
        ("NULL", "2019-07-04"),
    ],
)
def test_clock_times_of_half_days_are_placed(written: str, stated: str) -> None:
    row = {
        "FILENUM": "UF2019-0001",
        "OCCURRED_D": "07/04/2019",
        "OCCURRED_T": written,
        "ForceType": "Handcuffing",
        "CitNum": "0",
    }
    read_ = read("dallas-use-of-force", table(DALLAS_2019, row))
    assert times(read_, "restraint") == [stated]
    assert found(read_) == []


def test_seconds_that_are_always_nought_are_not_told() -> None:
    same = {"Incident_Num": "2124", "Occured_date_time": "05/01/2014 10:50:00 PM"}
    told = table(
        SEATTLE,
        same | {"Incident_Type": "Level 3 - OIS", "Officer_ID": "4", "Subject_ID": "4"},
        same | {"Incident_Type": "Level 1 - Use of Force", "Precinct": "-"},
    )
    read_ = read("seattle-use-of-force", "\ufeff" + told)
    (incident,) = read_.incidents
    assert times(read_, "shots") == times(read_, "other") == ["2014-05-01T22:50"]
    assert events(read_, "shots")[0].start.zone == "America/Los_Angeles"
    assert people(incident) == [("", "officer 4")]
    assert found(read_) == []


def test_people_told_alike_within_a_file_number_are_one() -> None:
    row = {
        "PIB File Number": "FTN2017-0001",
        "Date Occurred": "11/08/2017",
        "Disposition": "UOF Justified",
        "Use of Force Type": "Firearm (Exhibited)",
        "Subject Gender": "Male",
        "Subject Ethnicity": "Race-Unknown",
        "Subject Age": "23",
        "Subject Build": "Small",
        "Subject Height": "< 5'0''",
        "Subject Hospitalized": "Yes",
    }
    told = table(
        NEW_ORLEANS,
        row,
        row | {"PIB File Number": "FTN2017-0002", "Subject Age": "-1"},
        row | {"Use of Force Type": "Rifle (Discharged)", "Disposition": "Pending"},
        row | {"Use of Force Type": "Canine (Bite)", "Subject Age": "24"},
    )
    read_ = read("new-orleans-use-of-force", told)
    first, second = read_.incidents
    assert people(first) == [("", "Male, Small, < 5'0''")] * 2
    assert [(one.kind, one.start.stated) for one in first.events] == [
        ("other", "2017-11-08"),
        ("conveyance", ""),
        ("finding", ""),
        ("shots", "2017-11-08"),
        ("less_lethal", "2017-11-08"),
    ]
    assert [one.age for one in second.parties] == [None]
    assert found(read_) == [("TL669", "-1")]


def test_a_number_below_nought_is_a_number_of_an_incident() -> None:
    row = {
        "INCIDENT_NO": "-1204",
        "INCIDENT_DATE": "04/10/2001 06:00:00 PM",
        "CASE_NO": "12",
        "INCIDENT_DESCRIPTION": "CHEMICAL IRRITANT",
        "INCIDENT_LOCATION_X": "10XX EXAMPLE ST",
        "SUBJECT_GENDER": "MALE",
        "SUBJECT_RACE": "UNKNOWN",
        "SUSPECT_AGE": "ADULT",
        "COMMUNITY_COUNCIL_NEIGHBORHOOD": "N/A",
    }
    told = table(
        CINCINNATI,
        row,
        row | {"INCIDENT_DATE": "09/27/2018 05:35:16 PM", "INCIDENT_NO": "7"},
        row | {"INCIDENT_DATE": "03/09/2014 02:30:00 AM", "INCIDENT_NO": ""},
    )
    read_ = read("cincinnati-use-of-force", told)
    assert [one.id for one in read_.incidents][:2] == [
        "cincinnati--1204-12",
        "cincinnati-7-12",
    ]
    assert times(read_, "less_lethal") == [
        "2001-04-10T18:00",
        "2018-09-27T17:35:16",
        "",
    ]
    assert events(read_, "less_lethal")[0].place == "10XX EXAMPLE ST"
    assert people(read_.incidents[0]) == [("", "MALE, ADULT")]
    assert found(read_) == [("TL604", "03/09/2014 02:30:00 AM")]


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("2017/12/27 05:00:00+00", "2017-12-27"),
        ("2018/09/19 04:00:00+00", "2018-09-19"),
    ],
)
def test_an_instant_that_is_midnight_there_is_a_day(written: str, stated: str) -> None:
    row = {"OBJECTID": "1", "Date": written, "Response": "Taser", "City_1": "-1"}
    read_ = read("south-bend-use-of-force", "\ufeff" + table(SOUTH_BEND, row))
    assert times(read_, "less_lethal") == [stated]
    assert found(read_) == []


@pytest.mark.parametrize(
    ("written", "stated", "codes"),
    [
        ("202", "2014-10-26T02:02", []),
        ("1273", "2014-10-26", ["TL604"]),
        (".", "2014-10-26", []),
    ],
)
def test_a_clock_time_that_never_was_leaves_the_day(
    written: str, stated: str, codes: list[str]
) -> None:
    row = {"incid": "1", "date": "2014/10/26 00:00:00+00", "time": written}
    read_ = read("lincoln-use-of-control", table(LINCOLN, row | {"susage": "23"}))
    assert times(read_, "other") == [stated]
    assert [one.code for one in read_.findings] == codes
