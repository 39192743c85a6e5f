"""What the page asks of the program, and whether it has been answered: Streamlit's own messages."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STREAM = "/_stcore/stream"


@dataclass
class Wire:
    """The conversation of one page, counted: what is asked while it is drawn, is drawn at once."""

    asked: int = 0
    answered: int = 0
    """How many had been asked for when the page was last drawn to its end."""
    _begun: int = 0

    @classmethod
    def of(cls, page: Page) -> Wire:
        """Listen to a page from now on; a page that is loaded anew begins a new conversation."""
        wire = cls()
        page.on("websocket", wire._opened)
        return wire

    @property
    def is_quiet(self) -> bool:
        """Whether all that was asked for has been drawn."""
        return self.answered == self.asked

    def _opened(self, socket: WebSocket) -> None:
        if STREAM in socket.url:
            self.asked = self.answered = self._begun = 0
            socket.on("framesent", self._sent)
            socket.on("framereceived", self._received)

    def _sent(self, frame: bytes | str) -> None:
        if (
            isinstance(frame, bytes)
            and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script"
        ):
            self.asked += 1

    def _received(self, frame: bytes | str) -> None:
        if not isinstance(frame, bytes):
            return
        told = ForwardMsg.FromString(frame)
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self._begun = self.asked
        elif (
            kind == "script_finished"
            and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        ):
            self.answered = self._begun
