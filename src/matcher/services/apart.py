"""Long work in a process of its own: it tells how far it has come, and can be ended at once.

The page that asked stays free meanwhile. The process acts as the same person, and no longer. It
is a program of its own rather than a copy of this one, for a page has put itself in the place of
the program that a copy would begin with.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from inspect import signature
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matcher.services import Services

STOPPED = "Arbeidet stanset uten svar. Kanskje hjelper det å prøve igjen?"
PROGRAM = "from matcher.services.apart import serve; serve()"
"""What the process runs: the module as everybody has it, and not a second one as ``-m`` would."""
SIZE_BYTES = 8
"""Before each message stands how long it is."""


@dataclass(frozen=True)
class WentWrong:
    """The fault that a service raised: what kind, and its message."""

    kind: str
    message: str


@dataclass
class Apart:
    """A service being used in a process of its own."""

    step: str = ""
    share: float = 0.0
    so_far: Any = None
    """The answer as it is meanwhile, where the service tells it: all there is if it is ended."""
    answer: Any = None
    fault: WentWrong | None = None
    """There when it is over, where the service raised a fault."""
    is_over: bool = False
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @classmethod
    def begin(cls, services: Services, service: str, *given: Any, **named: Any) -> Apart:
        """Use a service with these values; it must take ``progress`` as a named one.

        One that takes ``so_far`` too tells the answer as it is, each time it has come further.
        """
        asked = pickle.dumps((services.acting_as(services.actor), service, given, named))
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        work = cls(_process=process)
        Thread(target=work._talk, args=(process, asked), daemon=True).start()
        return work

    def cancel(self) -> None:
        """End it now, whatever it is in, and the processes that it has begun."""
        if self._process is not None and not self.is_over:
            if hasattr(os, "killpg"):
                with suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
        self.is_over = True

    def _talk(self, process: subprocess.Popen[bytes], asked: bytes) -> None:
        """Hand over what is asked, and take in what is told until it is over."""
        if process.stdin is None or process.stdout is None:
            return
        fault: WentWrong | None = WentWrong("Stopped", STOPPED)
        try:
            process.stdin.write(asked)
            process.stdin.close()
            while (message := _received(process.stdout)) is not None:
                told, value = message
                if told == "step":
                    self.step, self.share = value
                elif told == "so_far":
                    self.so_far = value
                elif told == "answer":
                    self.answer, fault = value, None
                else:
                    fault = WentWrong(*value)
        except OSError:
            pass  # it was ended meanwhile
        finally:
            process.wait()
            self.fault, self.is_over = fault, True


def _received(source: IO[bytes]) -> tuple[str, Any] | None:
    size = source.read(SIZE_BYTES)
    if len(size) < SIZE_BYTES:
        return None
    content = source.read(int.from_bytes(size, "big"))
    message: tuple[str, Any] = pickle.loads(content)
    return message


def _work(source: IO[bytes], out: IO[bytes]) -> None:
    """Do what is asked for on ``source``, and tell on ``out``."""

    def tell(told: str, value: object) -> None:
        message = pickle.dumps((told, value))
        out.write(len(message).to_bytes(SIZE_BYTES, "big") + message)
        out.flush()

    services, service, given, named = pickle.loads(source.read())
    try:
        asked = getattr(services, service)
        if "so_far" in signature(asked).parameters:
            named["so_far"] = lambda answer: tell("so_far", answer)
        answer = asked(*given, progress=lambda step, share: tell("step", (step, share)), **named)
    except Exception as fault:  # whatever it is, the page tells it
        tell("fault", (type(fault).__name__, str(fault)))
    else:
        tell("answer", answer)


def serve() -> None:
    """Do what the program that began this one asks for, and end."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no message
    _work(sys.stdin.buffer, own)
