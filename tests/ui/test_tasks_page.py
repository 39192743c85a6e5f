from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.domain.task import Task, TaskOwner
from matcher.services.tasks import Wanted
from matcher.ui.state import Session
from tests.ui.hand_made import HandMade
from tests.ui.pages import kept_round, parts, press, shown, text

TODAY = date.today()


@pytest.fixture
def anne(hand_made: HandMade) -> Person:
    return hand_made.enter("Anne Lie")


@pytest.fixture
def session(hand_made: HandMade, anne: Person) -> Session:
    return kept_round(hand_made, anne)


def added(
    services: HandMade,
    who: Person,
    title: str,
    days: int | None,
    case: str = "S-001",
    owner: TaskOwner = TaskOwner.KE,
) -> Task:
    due = None if days is None else TODAY + timedelta(days=days)
    task = Task(case=case, kind="egen", title=title, owner=owner, due=due)
    return services.add_task(task, who=who.id)


def pressed(app: AppTest, key: str) -> AppTest:
    next(button for button in app.button if button.key == key).click()
    return app.run()


def chosen(app: AppTest, kind: str) -> AppTest:
    narrowed: AppTest = parts(app, "button_group")[0].set_value(kind).run()
    return narrowed


def test_nobody_reads_the_tasks_without_a_name(hand_made: HandMade) -> None:
    assert "Si hvem du er" in text(shown("tasks", hand_made))


def test_without_tasks_the_page_says_where_they_come_from(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    assert "De lages når en sak avgjøres" in text(shown("tasks", hand_made, session, anne))


def test_the_most_urgent_comes_first_and_what_is_overdue_is_said_in_words(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    added(hand_made, anne, "Senere", 30)
    added(hand_made, anne, "Forfalt", -3)
    read = text(shown("tasks", hand_made, session, anne))
    assert read.index("Forfalt") < read.index("Senere")
    assert "over fristen" in read


@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        ("tasks.open", {"Forfalt", "Snart", "Senere", "Uten"}),
        ("tasks.overdue", {"Forfalt"}),
        ("tasks.soon", {"Forfalt", "Snart"}),
        ("tasks.done", {"Ferdig"}),
    ],
)
def test_the_tasks_can_be_narrowed_by_when(
    hand_made: HandMade, session: Session, anne: Person, kind: str, seen: set[str]
) -> None:
    for title, days in {"Forfalt": -3, "Snart": 5, "Senere": 30, "Uten": None}.items():
        added(hand_made, anne, title, days)
    done = added(hand_made, anne, "Ferdig", 1)
    hand_made.finish_task(done, session.profile, who=anne.id, on=TODAY)
    read = text(chosen(shown("tasks", hand_made, session, anne), kind))
    assert {
        title for title in ("Forfalt", "Snart", "Senere", "Uten", "Ferdig") if f">{title}<" in read
    } == seen


def test_the_address_holds_the_case(hand_made: HandMade, session: Session, anne: Person) -> None:
    added(hand_made, anne, "Min", 5, case="S-001")
    added(hand_made, anne, "Annen", 5, case="S-002")
    read = text(shown("tasks", hand_made, session, anne, i="S-002"))
    assert "Annen" in read
    assert ">Min<" not in read


def test_a_task_is_marked_as_done_and_can_be_opened_again(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = pressed(shown("tasks", hand_made, session, anne), f"finish {task.id}")
    assert "«Ring skolen» er gjort." in text(app)
    assert hand_made.tasks(who=anne.id) == ()
    pressed(chosen(app, "tasks.done"), f"reopen {task.id}")
    assert [one.title for one in hand_made.tasks(who=anne.id)] == ["Ring skolen"]


def test_a_task_is_moved_to_another_day(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    app.date_input(key=f"day {task.id} {task.version}").set_value(TODAY + timedelta(days=9))
    pressed(app, f"move now {task.id}")
    assert hand_made.task(task.id or 0, who=anne.id).due == TODAY + timedelta(days=9)


def test_who_is_later_with_a_task_is_told_of_the_other(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    class Later(HandMade):
        """Services where a colleague is always a moment earlier."""

        def reschedule_task(self, task: Task, due: date | None, *, who: str) -> Task:
            hand_made.reschedule_task(task, TODAY + timedelta(days=20), who=who)
            return hand_made.reschedule_task(task, due, who=who)

    task = added(hand_made, anne, "Ring skolen", 5)
    later = Later(sample_folder=hand_made.sample_folder, database_url=hand_made.database_url)
    read = text(pressed(shown("tasks", later, session, anne), f"move now {task.id}"))
    assert "Anne Lie endret dette" in read
    assert hand_made.task(task.id or 0, who=anne.id).due == TODAY + timedelta(days=20)


def test_what_is_listed_can_be_taken_away_as_calendar_and_spreadsheet(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    labels = {button.label for button in parts(app, "download_button")}
    assert labels == {
        "Last ned til kalenderen (oppgaver.ics)",
        "Last ned som regneark (oppgaver.xlsx)",
    }


def test_only_the_tasks_of_one_kind_of_owner_are_shown(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    added(hand_made, anne, "For KE", 5)
    added(hand_made, anne, "For lederen", 5, owner=TaskOwner.LEADER)
    app = shown("tasks", hand_made, session, anne)
    app.selectbox(key="tasks owner").select(TaskOwner.LEADER).run()
    read = text(app)
    assert "For lederen" in read
    assert ">For KE<" not in read
    assert hand_made.tasks(Wanted(owner=TaskOwner.LEADER), who=anne.id)[0].title == "For lederen"


def test_a_task_can_be_written_by_hand(hand_made: HandMade, session: Session, anne: Person) -> None:
    app = press(shown("tasks", hand_made, session, anne), "Lagre oppgaven")
    assert "Skriv hva som skal gjøres, og velg sak." in text(app)
    app.text_input(key="task title").set_value("Ring skolen")
    app.selectbox(key="task case").select("S-002").run()
    read = text(press(app, "Lagre oppgaven"))
    assert "«Ring skolen» er lagt til." in read
    (task,) = hand_made.tasks(who=anne.id)
    assert (task.title, task.case) == ("Ring skolen", "S-002")
