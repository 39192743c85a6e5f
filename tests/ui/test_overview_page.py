from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from matcher.domain.history import DeletionGround
from matcher.domain.person import Person
from matcher.domain.task import Task, TaskOwner
from matcher.ui.state import Session
from tests.ui.deciding import decided
from tests.ui.hand_made import HIDDEN_AREA, HandMade
from tests.ui.pages import after_round, parts, press, shown, text


def confirmed(app: AppTest, case: str, ground: DeletionGround) -> AppTest:
    app.selectbox(key="deletion case").select(case).run()
    app.selectbox(key="deletion ground").select(ground)
    app.checkbox(key=f"deletion sure {case}").check()
    return press(app, "Slett saken")


def test_with_nothing_kept_the_page_says_where_to_begin(hand_made: HandMade) -> None:
    read = text(shown("overview", hand_made))
    assert "Begynn med å hente saker" in read
    assert "Gå til datagrunnlag" in read


def test_nobody_sees_the_overview_without_a_name(hand_made: HandMade, session: Session) -> None:
    assert "Si hvem du er" in text(shown("overview", hand_made, session))


def test_a_round_that_is_not_kept_has_no_overview(hand_made: HandMade, anne: Person) -> None:
    assert "Lagre runden først" in text(shown("overview", hand_made, after_round(hand_made), anne))


def test_what_waits_for_a_decision_comes_first(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    decided(hand_made, session, anne, is_final=False)
    read = text(shown("overview", hand_made, session, anne))
    assert "Saker som ikke er avgjort (3)" in read
    assert "1 utkast venter på å bli avgjort" in read


def test_a_task_that_is_due_soon_is_shown(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    settled = decided(hand_made, session, anne)
    soon = [task for task in settled.tasks if task.due and (task.due - date.today()).days <= 14]
    assert soon
    assert soon[0].title in text(shown("overview", hand_made, session, anne))


def test_alerts_are_told_with_their_source(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    read = text(shown("overview", hand_made, session, anne))
    assert session.run is not None
    alerts = hand_made.alerts(session.run.opened, who=anne.id, on=date.today())
    assert f"Varsler ({len(alerts)})" in read
    assert alerts[0].message in read
    assert alerts[0].source in read


def test_every_case_has_a_line_and_nothing_that_locates(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("overview", hand_made, session, anne, fane="Alle saker")
    links = [link.label for link in parts(app, "page_link")]
    assert {"S\\-001", "S\\-002", "S\\-003", "S\\-004"} <= set(links)
    assert HIDDEN_AREA not in text(app)


def test_the_cases_can_be_narrowed_to_those_that_are_late(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    late = date.today() - timedelta(days=3)
    task = Task(case="S-002", kind="egen", title="Ring skolen", owner=TaskOwner.KE, due=late)
    hand_made.add_task(task, who=anne.id)
    app = shown("overview", hand_made, session, anne, fane="Alle saker")
    assert text(app).count('class="km-line"') == 4
    box = next(part for part in parts(app, "button_group") if part.key == "overview_filter")
    read = text(box.set_value("overview.has_overdue").run())
    assert read.count('class="km-line"') == 1
    assert "1 over fristen" in read


def test_the_load_of_today_names_what_is_left(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    read = text(shown("overview", hand_made, session, anne, fane="Belastning i dag"))
    assert "Igjen av avtalte" in read
    assert "mangler avtale" in read


def test_a_case_is_deleted_only_with_a_ground_and_a_yes(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = press(shown("overview", hand_made, session, anne, fane="Sletting"), "Slett saken")
    assert "kryss av for at du vet" in text(app)
    read = text(confirmed(app, "S-001", DeletionGround.MISTAKE))
    assert "Sak S-001 er slettet." in read
    run = session.run
    assert run is not None
    assert run.id is not None
    left = hand_made.open_kept_round(run.id, who=anne.id).roster
    assert "S-001" not in left.case_by_id
    assert hand_made.verify_history() == ()


def test_an_absence_shows_who_answers_meanwhile_before_it_is_registered(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("overview", hand_made, session, anne, fane="Fravær")
    app.selectbox(key="absence who").select("K-01").run()
    app.date_input(key="absence first").set_value(date.today() + timedelta(days=7)).run()
    assert "Hvem som svarer for sakene imens" in text(app)
    assert hand_made.absences(who=anne.id) == ()
    read = text(press(app, "Registrer fraværet"))
    assert "1 fravær er registrert her" in read
    press(app, "Ta bort")
    assert hand_made.absences(who=anne.id) == ()


def test_an_absence_that_ends_before_it_begins_is_told(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    app = shown("overview", hand_made, session, anne, fane="Fravær")
    app.selectbox(key="absence who").select("K-01").run()
    app.date_input(key="absence first").set_value(date.today()).run()
    app.date_input(key="absence last").set_value(date.today() - timedelta(days=1)).run()
    assert "Fraværet slutter før det begynner" in text(app)


def test_a_round_can_be_held_against_any_other_that_is_kept(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    run = session.run
    assert run is not None
    app = shown("overview", hand_made, session, anne, fane="Endret siden")
    assert "Ingen annen runde er lagret ennå." in text(app)
    first, *others = run.plan.cases
    other_plan = run.plan.model_copy(
        update={"cases": (first.model_copy(update={"coordinator": "K-02"}), *others)}
    )
    other = hand_made.keep_round(other_plan, run.roster, run.profile_text, who=anne.id)
    app.run().selectbox(key="since round").select(other).run()
    read = text(app)
    assert f"1 sak har et annet forslag enn i runde {other}." in read
    assert "<td>Per *Li* (K-02)</td><td>Kari Nes (K-01)</td>" in read
