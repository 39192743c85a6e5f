from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.domain.task import Task, TaskOwner
from matcher.services.tasks import Wanted
from matcher.ui.state import Session
from matcher.ui.task_words import Holder
from tests.ui.hand_made import HandMade
from tests.ui.pages import parts, press, shown, text

TODAY = date.today()


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
    app.date_input(key=f"day {task.id}").set_value(TODAY + timedelta(days=9))
    pressed(app, f"move now {task.id}")
    assert hand_made.task(task.id or 0, who=anne.id).due == TODAY + timedelta(days=9)


def test_a_task_is_given_to_another_and_the_history_says_so(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    to = Holder(TaskOwner.COORDINATOR, "K-02")
    app.selectbox(key=f"holder {task.id}").set_value(to)
    read = text(pressed(app, f"give now {task.id}"))
    assert "«Ring skolen» er gitt til: Per *Li* (K-02), koordinator" in read
    given = hand_made.task(task.id or 0, who=anne.id)
    assert (given.owner, given.owner_id) == (to.owner, to.id)
    (last, *_) = (line for line in hand_made.history_of("S-001", who=anne.id) if line.about)
    assert (last.who, last.about) == ("Anne Lie", f"oppgave {task.id}: gitt til en annen")


def test_a_task_can_be_given_to_a_colleague_by_name(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    app.selectbox(key=f"holder {task.id}").set_value(Holder(TaskOwner.KE, anne.id))
    assert "Anne Lie, koordinerende enhet" in text(pressed(app, f"give now {task.id}"))


def test_who_is_later_with_a_task_sees_both_and_loses_nothing(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    field = app.date_input(key=f"day {task.id}")
    theirs, mine = TODAY + timedelta(days=20), TODAY + timedelta(days=9)
    hand_made.reschedule_task(task, theirs, who=hand_made.enter("Bjørn Dahl", by=anne.id).id)
    field.set_value(mine)
    read = text(pressed(app, f"move now {task.id}"))
    assert "Bjørn Dahl endret dette" in read
    assert f"<td>{theirs:%d.%m.%Y}</td><td>{mine:%d.%m.%Y}</td>" in read
    assert hand_made.task(task.id or 0, who=anne.id).due == theirs
    assert app.date_input(key=f"day {task.id}").value == mine

    pressed(app, f"move now {task.id}")
    assert hand_made.task(task.id or 0, who=anne.id).due == mine


def test_who_has_typed_nothing_sees_the_newest_day(
    hand_made: HandMade, session: Session, anne: Person
) -> None:
    task = added(hand_made, anne, "Ring skolen", 5)
    app = shown("tasks", hand_made, session, anne)
    hand_made.reschedule_task(task, TODAY + timedelta(days=20), who=anne.id)
    assert app.run().date_input(key=f"day {task.id}").value == TODAY + timedelta(days=20)


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
