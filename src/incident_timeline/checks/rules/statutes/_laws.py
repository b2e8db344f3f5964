"""The provisions that the rules of law rest on: their words, places and dates.

A date of force that could not be read is not guessed: such a law starts on a day on
which it is certain to have held, and its provision says from where that is known.
"""

from __future__ import annotations

from datetime import date, timedelta

from incident_timeline.checks.law import Law

__all__ = [
    "CASE_NUMBERS",
    "CUSTODY_DEATHS",
    "DEATHS",
    "DETENTION",
    "INQUEST_DAYS",
    "INQUEST_TIME",
    "LONGEST_DETENTION",
    "ON_REFERENCE",
    "RECORDINGS",
    "REFERRALS",
    "SIU_TIME",
    "TEXAS_DEATHS",
    "TEXAS_REPORTS",
]

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)

REFERRALS = (
    Law(
        jurisdiction="GB-EAW",
        provision=(
            "Police (Complaints and Misconduct) Regulations 2004 reg. 5A, inserted by"
            " SI 2006/1406"
        ),
        says=(
            "Any DSI matter which is required to be referred to the Commission shall be"
            " referred … not later than the end of the day following the day on which …"
        ),
        url="https://zoomlaw.co.uk/2006-1406-uksi.html",
        since=date(2006, 6, 22),
        until=date(2012, 11, 21),
        limit=_DAY,
    ),
    Law(
        jurisdiction="GB-EAW",
        provision="SI 2012/1204 reg. 8",
        says=(
            "The provisions of the 2004 Regulations are re-enacted in these Regulations"
            " as follows: … Regulation 5A … Regulation 8"
        ),
        url="https://www.legislation.gov.uk/uksi/2012/1204/note/made/data.html",
        since=date(2012, 11, 22),
        until=date(2020, 1, 31),
        limit=_DAY,
    ),
)

ON_REFERENCE = (
    Law(
        jurisdiction="GB-EAW",
        provision="Police Reform Act 2002 Sch. 3 para. 13A(2)",
        says=(
            "paragraphs 14 and 15 apply in relation to the matter as if it had been"
            " referred to the Director General by the appropriate authority under"
            " paragraph 13"
        ),
        url=(
            "https://legislation.gov.uk/ukpga/2002/30/schedule/3/paragraph/13A/data.html"
        ),
        since=date(2020, 2, 1),
    ),
)

LONGEST_DETENTION = (
    Law(
        jurisdiction="GB-EAW",
        provision="Police and Criminal Evidence Act 1984 s. 44 (as of 2019)",
        says="under section 44 of PACE up to a total detention time of 96 hours",
        url=(
            "https://www.pnld.co.uk/your-legal-questions-answered/"
            "when-does-a-warrant-of-further-detention-commence/"
        ),
        since=date(2019, 1, 10),
        limit=96 * _HOUR,
    ),
)

DETENTION = (
    Law(
        jurisdiction="GB-EAW",
        provision="Police and Criminal Evidence Act 1984 s. 41(1) (as of 2017)",
        says=(
            "Subject to the following provisions of this section and to sections 42 and"
            " 43 below, a person shall not be kept in police detention for more than 24"
            " hours without being charged."
        ),
        url=(
            "http://www.legislation.gov.uk/ukpga/1984/60/section/41/2017-04-03"
            "?timeline=true"
        ),
        since=date(2017, 4, 3),
        limit=24 * _HOUR,
    ),
)

_INQUESTS = "https://legislation.gov.uk/uksi/2013/1616/part/2/data.xht"

INQUEST_DAYS = (
    Law(
        jurisdiction="GB-EAW",
        provision="Coroners (Inquests) Rules 2013 r. 7",
        says=(
            "An inquest must be held on a working day, unless the coroner considers"
            " that there is an urgent reason for holding it on some other day."
        ),
        url=_INQUESTS,
        since=date(2013, 7, 25),
    ),
)

INQUEST_TIME = (
    Law(
        jurisdiction="GB-EAW",
        provision="Coroners (Inquests) Rules 2013 r. 8",
        says=(
            "A coroner must complete an inquest within six months of the date on which"
            " the coroner is made aware of the death, or as soon as is reasonably"
            " practicable after that date."
        ),
        url=_INQUESTS,
        since=date(2013, 7, 25),
    ),
)

SIU_TIME = (
    Law(
        jurisdiction="CA-ON",
        provision="Special Investigations Unit Act, 2019, s. 35 (as the Unit has it)",
        says=(
            "Where possible, SIU investigations must also now be completed within 120"
            " days."
        ),
        url="https://siu.on.ca/en/faq.php",
        since=date(2020, 12, 1),
        limit=120 * _DAY,
    ),
)

CASE_NUMBERS = (
    Law(
        jurisdiction="CA-ON",
        provision="Case numbers of the Special Investigations Unit (in use since 2017)",
        says=(
            "Cases are assigned a case number, starting with the year the case came to"
            " the SIU, followed by the police service, case type and file number."
        ),
        url="https://siu.on.ca/en/case_numbers.php",
        since=date(2017, 1, 1),
    ),
)

_TEXAS_SAYS = (
    "Not later than the 30th day after the date of an officer-involved injury or death,"
    " the law enforcement agency employing an officer involved in the incident"
)

TEXAS_REPORTS = (
    Law(
        jurisdiction="US-TX",
        provision="Code of Criminal Procedure art. 2.139(c)",
        says=f"{_TEXAS_SAYS} must complete and submit a written or electronic report",
        url="https://texas.public.law/statutes/tex._code_of_crim._proc._article_2.139",
        since=date(2015, 9, 1),
        until=date(2024, 12, 31),
        limit=30 * _DAY,
    ),
    Law(
        jurisdiction="US-TX",
        provision="Code of Criminal Procedure art. 2A.206(c)",
        says=f"{_TEXAS_SAYS} shall complete and submit a written or electronic report",
        url=("http://www.weblaws.org/statutes/tex._code_of_crim._proc._article_2a.206"),
        since=date(2025, 1, 1),
        limit=30 * _DAY,
    ),
)

TEXAS_DEATHS = (
    Law(
        jurisdiction="US-TX",
        provision="Code of Criminal Procedure art. 49.18(b) (as of 2018)",
        says=(
            "If a person dies while in the custody of a peace officer or as a result of"
            " a peace officer’s use of force … file a written report of the cause of"
            " death with the attorney general no later than the 30th day after the date"
            " on which the person in custody or the incarcerated person died."
        ),
        url=(
            "https://www.weblaws.org/texas/statutes/"
            "tex._code_of_crim._proc._article_49.18"
        ),
        since=date(2018, 5, 23),
        limit=30 * _DAY,
    ),
)

_RECORDINGS_SAY = (
    "allows a video or audio recording that relates to a critical incident, as defined,"
    " to be withheld for 45 calendar days if disclosure would substantially interfere"
    " with an active investigation, subject to extensions, as specified"
)

RECORDINGS = (
    Law(
        jurisdiction="US-CA",
        provision="Government Code § 6254(f)(4), AB 748 (its digest)",
        says=_RECORDINGS_SAY,
        url="https://chulavistaca.gov/departments/police-department/senate-bill-1421",
        since=date(2019, 7, 1),
        until=date(2022, 12, 31),
        limit=45 * _DAY,
    ),
    Law(
        jurisdiction="US-CA",
        provision="Government Code § 7923.625 (recodified unchanged by AB 473)",
        says=(
            "This bill would recodify and reorganize the provisions of the act. … the"
            " bill is intended to be entirely nonsubstantive in effect"
        ),
        url=(
            "https://app.legiplex.com/ca/legislature/2021/2021-r/bills/ab473/"
            "drafts-compare"
        ),
        since=date(2023, 1, 1),
        limit=45 * _DAY,
    ),
)

CUSTODY_DEATHS = (
    Law(
        jurisdiction="US",
        provision="Death in Custody Reporting Act of 2013, Pub. L. 113-242 s. 2(b)(2)",
        says=(
            "The report required by this section shall contain information that, at a"
            " minimum, includes … the date, time, and location of death"
        ),
        url="http://www.gpo.gov/fdsys/pkg/STATUTE-128/html/STATUTE-128-Pg2860.htm",
        since=date(2015, 10, 1),
    ),
)

DEATHS = (
    Law(
        jurisdiction="GB-NIR",
        provision="Police (Northern Ireland) Act 1998 s. 55(2) (as of 2001)",
        says=(
            "The Chief Constable shall refer to the Ombudsman any matter which appears"
            " to the Chief Constable to indicate that conduct of a member of the police"
            " force may have resulted in the death of some other person."
        ),
        url="https://legislation.gov.uk/ukpga/1998/32/section/55/2001-11-04",
        since=date(2001, 11, 4),
    ),
    Law(
        jurisdiction="IE",
        provision="Garda Síochána Act 2005 s. 102(1) (in use since 2007)",
        says=(
            "The Garda Commissioner shall refer to the Ombudsman Commission any matter"
            " that appears to the Garda Commissioner to indicate that the conduct of a"
            " member of the Garda Síochána may have resulted in the death of, or"
            " serious harm to, a person."
        ),
        url="https://revisedacts.lawreform.ie/eli/2005/act/20/section/102/revised/en/html",
        since=date(2008, 1, 1),
        until=date(2025, 4, 1),
    ),
    Law(
        jurisdiction="NZ",
        provision="Independent Police Conduct Authority Act 1988 s. 13 (as of 2017)",
        says=(
            "Where a Police employee acting in the execution of his or her duty causes,"
            " or appears to have caused, death or serious bodily harm to any person,"
            " the Commissioner shall as soon as practicable give to the Authority a"
            " written notice setting out particulars of the incident"
        ),
        url="https://plainlanguagelaw.ackama.com/acts/DLM126221/DLM126284.html",
        since=date(2017, 3, 1),
    ),
)
