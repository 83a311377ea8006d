"""Every screen by its name: `facts` reads what is remembered, `screen` turns it into words and buttons."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from bot import delivery
from bot.check_in import facts
from bot.check_in import screens as check_in_screens
from bot.craving import after
from bot.craving import screens as craving_screens
from bot.diary import patterns, pictures
from bot.diary import screens as diary_screens
from bot.kit.screen import Screen
from bot.kit.stopping import ALWAYS, without_gaps
from bot.kit.taps import OLDER_NAMES
from bot.measures import mpss, ratings, withdrawal
from bot.measures import screens as measures_screens
from bot.medicines import medicine
from bot.medicines import screens as medicines_screens
from bot.people import joining, place_and_time, rights, settings
from bot.planning import goals, occasions, reasons
from bot.planning import plan as planning_plan
from bot.practice import caseload, coverage, handing_over, links, requests, scores, sessions, summary, tell, weekly
from bot.quitting import follow_up, lapses, outcomes, preparing, progress, quit_date, quit_morning
from bot.safety import crisis
from bot.safety import plan as safety_plan
from bot.schedule import breaks, how_often, upcoming
from bot.supporters import passing, supporting
from bot.supporters import screens as supporters_screens
from bot.texts import Texts, listening, texts_for
from bot.texts.tracked import TrackedTexts
from bot.toolkit import ideas
from bot.toolkit import screens as toolkit_screens
from care.people.invites import is_on_the_way
from db.delivery.screens import ScreenRow
from db.delivery.wordings import NO_STOPS, Stops
from db.tx import Tx
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class Subject:
    """One screen. `facts`: what is true now, or None where there is nothing to say any more; `screen`: words and
    buttons, from the facts only.
    """

    facts: Callable[[Tx, Person, ScreenRow], Awaitable[Any]]
    screen: Callable[[Any, Texts], Screen]


SCREENS: dict[str, Subject] = {
    "aids": Subject(medicines_screens.aids_facts, medicines_screens.aids_screen),
    "ask_code": Subject(caseload.ask_code_facts, caseload.ask_code_screen),
    "ask_label": Subject(caseload.ask_label_facts, caseload.ask_label_screen),
    "ask_name": Subject(joining.ask_name_facts, joining.ask_name_screen),
    "ask_place": Subject(place_and_time.ask_place_facts, place_and_time.ask_place_screen),
    "ask_heard": Subject(follow_up.ask_heard_facts, follow_up.ask_heard_screen),
    "ask_reading": Subject(follow_up.ask_reading_facts, follow_up.ask_reading_screen),
    "ask_session": Subject(sessions.ask_session_facts, sessions.ask_session_screen),
    "ask_summary_time": Subject(sessions.ask_summary_time_facts, sessions.ask_summary_time_screen),
    "ask_time": Subject(place_and_time.ask_time_facts, place_and_time.ask_time_screen),
    "at_hand": Subject(delivery.at_hand_facts, delivery.at_hand_screen),
    "browse": Subject(ideas.ideas_facts, ideas.ideas_screen),
    "body": Subject(withdrawal.body_facts, withdrawal.body_screen),
    "caffeine": Subject(medicine.caffeine_facts, medicine.caffeine_screen),
    "belief": Subject(reasons.belief_facts, reasons.belief_screen),
    "beliefs": Subject(reasons.beliefs_facts, reasons.beliefs_screen),
    "calming": Subject(after.calming_facts, after.calming_screen),
    "check_in": Subject(facts.check_in_facts, check_in_screens.check_in_screen),
    "choices": Subject(joining.choices_facts, joining.choices_screen),
    "client_list": Subject(caseload.caseload_facts, caseload.caseload_screen),
    "closer": Subject(measures_screens.closer_facts, measures_screens.closer_screen),
    "cover": Subject(requests.cover_facts, requests.cover_screen),
    "cover_ended": Subject(requests.cover_facts, requests.cover_screen),
    "coverage": Subject(coverage.coverage_facts, coverage.coverage_screen),
    "craving": Subject(craving_screens.craving_facts, craving_screens.craving_screen),
    "craving_after": Subject(after.craving_after_facts, after.craving_after_screen),
    "crisis": Subject(crisis.crisis_facts, crisis.crisis_screen),
    "cycle": Subject(patterns.cycle_facts, patterns.cycle_screen),
    "diary": Subject(diary_screens.diary_facts, diary_screens.diary_screen),
    "done_today": Subject(check_in_screens.done_today_facts, check_in_screens.done_today_screen),
    "easier": Subject(measures_screens.easier_facts, measures_screens.easier_screen),
    "erratum": Subject(delivery.erratum_facts, delivery.erratum_screen),
    "goal": Subject(goals.goal_facts, goals.goal_screen),
    "follow_up": Subject(follow_up.follow_up_facts, follow_up.follow_up_screen),
    "handed_on": Subject(handing_over.hand_over_facts, handing_over.hand_over_screen),
    "handed_over": Subject(handing_over.handed_over_facts, handing_over.handed_over_screen),
    "hello": Subject(breaks.greeting_facts, breaks.greeting_screen),
    "help": Subject(settings.help_facts, settings.help_screen),
    "how_often": Subject(how_often.how_often_facts, how_often.how_often_screen),
    "hsi": Subject(measures_screens.hsi_facts, measures_screens.hsi_screen),
    "hsi_entry": Subject(measures_screens.hsi_entry_facts, measures_screens.hsi_entry_screen),
    "invite_link": Subject(caseload.invite_link_facts, caseload.invite_link_screen),
    "kind_stopped": Subject(how_often.kind_stopped_facts, how_often.kind_stopped_screen),
    "language": Subject(place_and_time.language_facts, place_and_time.language_screen),
    "leave": Subject(rights.leave_facts, rights.leave_screen),
    "medicine": Subject(medicine.medicine_facts, medicine.medicine_screen),
    "medicines": Subject(medicines_screens.medicines_facts, medicines_screens.medicines_screen),
    "links": Subject(links.links_facts, links.links_screen),
    "look_back": Subject(diary_screens.stress_follow_up_facts, diary_screens.stress_follow_up_screen),
    "more": Subject(settings.more_facts, settings.more_screen),
    "mpss": Subject(mpss.mpss_facts, mpss.mpss_screen),
    "next": Subject(upcoming.upcoming_facts, upcoming.upcoming_screen),
    "note": Subject(delivery.note_facts, delivery.note_screen),
    "notes": Subject(planning_plan.notes_facts, planning_plan.notes_screen),
    "nudge": Subject(supporters_screens.nudge_facts, supporters_screens.nudge_screen),
    "numbers": Subject(crisis.numbers_facts, crisis.numbers_screen),
    "occasion": Subject(occasions.occasion_facts, occasions.occasion_screen),
    "occasions": Subject(occasions.occasions_facts, occasions.occasions_screen),
    "outcome": Subject(follow_up.outcome_facts, follow_up.outcome_screen),
    "outcomes": Subject(outcomes.outcomes_facts, outcomes.outcomes_screen),
    "own_note": Subject(planning_plan.own_note_facts, planning_plan.own_note_screen),
    "passed_on": Subject(passing.passed_on_facts, passing.passed_on_screen),
    "passing_on": Subject(passing.passing_on_facts, passing.passing_on_screen),
    "patterns": Subject(patterns.patterns_facts, patterns.patterns_screen),
    "pause": Subject(breaks.pause_facts, breaks.pause_screen),
    "phrases": Subject(toolkit_screens.phrases_facts, toolkit_screens.phrases_screen),
    "picture": Subject(pictures.picture_facts, pictures.picture_screen),
    "picture_of": Subject(pictures.picture_of_facts, pictures.picture_of_screen),
    "plan": Subject(planning_plan.plan_facts, planning_plan.plan_screen),
    "practitioner_ready": Subject(caseload.practitioner_ready_facts, caseload.practitioner_ready_screen),
    "prepare": Subject(preparing.prepare_facts, preparing.prepare_screen),
    "privacy": Subject(rights.privacy_facts, rights.privacy_screen),
    "problem": Subject(goals.problem_facts, goals.problem_screen),
    "progress": Subject(progress.progress_facts, progress.progress_screen),
    "quiet_line": Subject(crisis.quiet_line_facts, crisis.quiet_line_screen),
    "quit_date": Subject(quit_date.quit_date_facts, quit_date.quit_date_screen),
    "quit_morning": Subject(quit_morning.quit_morning_facts, quit_morning.quit_morning_screen),
    "rating": Subject(ratings.rating_facts, ratings.rating_screen),
    "ready": Subject(joining.ready_facts, joining.ready_screen),
    "reasons": Subject(reasons.reasons_facts, reasons.reasons_screen),
    "relapse": Subject(lapses.relapse_facts, lapses.relapse_screen),
    "reminder": Subject(facts.check_in_facts, check_in_screens.reminder_screen),
    "request": Subject(requests.request_facts, requests.request_screen),
    "request_late": Subject(requests.request_late_facts, requests.request_late_screen),
    "request_opened": Subject(requests.request_opened_facts, requests.request_opened_screen),
    "rough": Subject(after.rough_facts, after.rough_screen),
    "route": Subject(requests.route_facts, requests.route_screen),
    "safety_plan": Subject(safety_plan.safety_plan_facts, safety_plan.safety_plan_screen),
    "safety_shown": Subject(safety_plan.safety_shown_facts, safety_plan.safety_shown_screen),
    "scores": Subject(scores.scores_facts, scores.scores_screen),
    "session_after": Subject(sessions.session_asked_facts, sessions.session_asked_screen),
    "session_before": Subject(sessions.session_asked_facts, sessions.session_asked_screen),
    "session_note": Subject(sessions.session_note_facts, sessions.session_note_screen),
    "settings": Subject(settings.settings_facts, settings.settings_screen),
    "shelf": Subject(links.shelf_facts, links.shelf_screen),
    "shelf_link": Subject(links.shelf_link_facts, links.shelf_link_screen),
    "smoked": Subject(lapses.smoked_facts, lapses.smoked_screen),
    "stage": Subject(quit_date.stage_facts, quit_date.stage_screen),
    "stop_what": Subject(settings.stop_what_facts, settings.stop_what_screen),
    "summary": Subject(summary.summary_facts, summary.summary_screen),
    "support_asked": Subject(supporting.support_asked_facts, supporting.support_asked_screen),
    "support_days": Subject(supporting.support_days_facts, supporting.support_days_screen),
    "support_home": Subject(supporting.support_home_facts, supporting.support_home_screen),
    "support_line": Subject(supporting.support_line_facts, supporting.support_line_screen),
    "support_link": Subject(supporters_screens.support_link_facts, supporters_screens.support_link_screen),
    "support_who": Subject(supporting.support_who_facts, supporting.support_who_screen),
    "supporter": Subject(supporters_screens.supporter_facts, supporters_screens.supporter_screen),
    "supporters": Subject(supporters_screens.supporters_facts, supporters_screens.supporters_screen),
    "take_link": Subject(caseload.take_link_facts, caseload.take_link_screen),
    "tell": Subject(tell.tell_facts, tell.tell_screen),
    "telling": Subject(preparing.telling_facts, preparing.telling_screen),
    "timing": Subject(breaks.timing_facts, breaks.timing_screen),
    "tips": Subject(supporting.tips_facts, supporting.tips_screen),
    "took_over": Subject(handing_over.hand_over_facts, handing_over.hand_over_screen),
    "toolkit": Subject(toolkit_screens.toolkit_facts, toolkit_screens.toolkit_screen),
    "travel": Subject(place_and_time.travel_facts, place_and_time.travel_screen),
    "tries": Subject(progress.tries_facts, progress.tries_screen),
    "usual": Subject(ratings.usual_facts, ratings.usual_screen),
    "weekend": Subject(quit_date.weekend_facts, quit_date.weekend_screen),
    "weekly": Subject(weekly.weekly_facts, weekly.weekly_screen),
    "welcome": Subject(joining.welcome_facts, joining.welcome_screen),
    "who_sees_what": Subject(joining.who_sees_what_facts, joining.who_sees_what_screen),
    "withdrawal": Subject(withdrawal.withdrawal_facts, withdrawal.withdrawal_screen),
    "withheld": Subject(delivery.withheld_facts, delivery.withheld_screen),
    "worked_with": Subject(coverage.worked_with_facts, coverage.worked_with_screen),
    "why_moved": Subject(quit_date.why_moved_facts, quit_date.why_moved_screen),
}
SCREENS |= {older: SCREENS[name] for name, older in OLDER_NAMES.items()}
# Screens that are a photo with a caption: those and words never turn into each other.
PICTURED = frozenset({"picture", "picture_of"})
# What clients and strangers read. Who was asked to be on somebody's side meanwhile reads as little of it as if they
# had asked for it now, whatever was on its way to them or stands on their phone (docs/decisions/0027).
NOT_FOR_GUESTS = frozenset({"welcome", "who_sees_what", "craving", "craving_after", "rough", "stop_what"})
_UNKNOWN = {"key": "unknown-command"}
_WITHHELD = "withheld"  # in place of a screen that is stopped


async def render(tx: Tx, person: Person, row: ScreenRow, stops: Stops = NO_STOPS) -> Screen | None:
    """The screen as it is now true for that person, its buttons stamped; None where there is nothing to say any more.

    Of `stops` nothing is said: a text is left out, and a line takes the place of a screen that is stopped, or has no
    words left. Raises KeyError for a name that no screen has.
    """
    if row.name in NOT_FOR_GUESTS and person.is_guest and await _is_on_no_way(tx, person, row):
        row = replace(row, name="note", args=_UNKNOWN)
    if row.name in stops.screens - ALWAYS:
        return await _render(tx, person, replace(row, name=_WITHHELD), NO_STOPS)
    return await _render(tx, person, row, stops)


async def _render(tx: Tx, person: Person, row: ScreenRow, stops: Stops) -> Screen | None:
    subject, heard = SCREENS[row.name], TrackedTexts(texts_for(person.locale), stops.texts)
    with listening(heard):
        known = await subject.facts(tx, person, row)
        if known is None:
            return None
        shown = subject.screen(known, heard)
    whole = without_gaps(shown) if stops.texts else shown
    if whole is None:
        return await _render(tx, person, replace(row, name=_WITHHELD), NO_STOPS)
    return replace(whole.stamped(row.id), techniques=heard.techniques, wording=heard.wording(row.name))


async def _is_on_no_way(tx: Tx, person: Person, row: ScreenRow) -> bool:
    """Whether no link of their own is open, nor let go of on this very screen."""
    return "invite" not in row.args and not await is_on_the_way(tx, person)
