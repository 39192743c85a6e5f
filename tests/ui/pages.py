"""The pages in a test: rendered by Streamlit's own test harness, read as the user reads them."""

import re
import time
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

from matcher.domain.person import Person
from matcher.exchange.imported import Imported
from matcher.services import RoundRequest, Services
from matcher.ui.state import Run, Session, Source
from tests.ui.hand_made import ON

PATIENCE_S = 240
_KEPT_WHOLE = re.compile(r'<span class="km-whole">(.*?)</span>')
_OF_A_TABLE = re.compile(r' (role="(cell|row|rowgroup)"|data-heading="[^"]*")')


def shown(
    page: str,
    services: Services,
    session: Session | None = None,
    who: Person | None = None,
    **address: str,
) -> AppTest:
    """The page as a user with this session sees it, at an address such as ``sak="S-001"``."""
    app = AppTest.from_function(_render, args=(page, services), default_timeout=PATIENCE_S)
    if session is not None:
        app.session_state["session"] = session
    app.session_state["who"] = who
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def _render(page: str, services: "Services") -> None:
    """Run by the harness as text of its own, so it imports what it needs."""
    import importlib  # noqa: PLC0415

    importlib.import_module(f"matcher.ui.pages.{page}.page").render(services)


def faulty(tell: Callable[[Exception], object], fault: Exception) -> AppTest:
    """A page that a fault ended, which is told there."""
    return AppTest.from_function(_end, args=(tell, fault), default_timeout=PATIENCE_S).run()


def _end(tell: "Callable[[Exception], object]", fault: Exception) -> None:
    tell(fault)


def text(app: AppTest) -> str:
    """All that can be read on the page."""
    assert not app.exception, app.exception
    bodies = (_OF_A_TABLE.sub("", element.proto.body) for element in parts(app, "html"))
    html = [_KEPT_WHOLE.sub(r"\1", body) for body in bodies]
    headings = [element.value for element in [*app.title, *app.header]]
    labels = [element.label for element in [*app.button, *app.expander, *parts(app, "page_link")]]
    return unescape("\n".join([*html, *headings, *labels]))


def press(app: AppTest, label: str) -> AppTest:
    """The page after a button was pressed."""
    next(button for button in app.button if button.label == label).click()
    return app.run()


def until_done(app: AppTest) -> AppTest:
    """The page when the work apart is over."""
    end = time.monotonic() + PATIENCE_S
    while any(button.label == "Stopp" for button in app.run().button):
        assert time.monotonic() < end, "the work apart never ended"
        time.sleep(0.1)
    return app


def parts(app: AppTest, kind: str) -> list[Any]:
    """The parts of one kind, such as ``page_link``, in the order they stand."""
    return list(app.get(kind))


def before_round(services: Services, content: bytes = b"clean", on: date = ON) -> Session:
    """A user who has read a file and not yet run a round."""
    session = Session(profile=services.profiles()[0], on=on)
    session.read(services, Source("eksempel.xlsx", content))
    return session


def after_round(services: Services, content: bytes = b"clean", on: date = ON) -> Session:
    """A user who has read a file and run a round."""
    session = before_round(services, content, on)
    imported = session.imported
    assert isinstance(imported, Imported)
    plan = services.run_round(RoundRequest(roster=imported.roster, profile=session.profile))
    text = services.profile_text(session.profile.id)
    session.run = Run(plan, imported.roster, session.profile, "eksempel.xlsx", text)
    return session


def kept_round(services: Services, who: Person, profile: str = "farsund") -> Session:
    """A user whose round is kept."""
    session = before_round(services)
    session.profile = services.profile(profile)
    imported, text = session.imported, services.profile_text(profile)
    assert isinstance(imported, Imported)
    plan = services.run_round(RoundRequest(roster=imported.roster, profile=session.profile))
    id_ = services.keep_round(plan, imported.roster, text, who=who.id)
    session.run = Run(plan, imported.roster, session.profile, "eksempel.xlsx", text, id_)
    return session
