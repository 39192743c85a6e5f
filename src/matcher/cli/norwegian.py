"""Norwegian in the places where the command-line library speaks English of its own."""

from __future__ import annotations

from typing import Any

import typer
from pydantic import ValidationError
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup, TyperOption

from matcher.domain.validation_text import in_norwegian

HELP = "Vis denne hjelpen og avslutt."

HEADINGS = {
    "OPTIONS_PANEL_TITLE": "Valg",
    "ARGUMENTS_PANEL_TITLE": "Angis",
    "COMMANDS_PANEL_TITLE": "Kommandoer",
    "ERRORS_PANEL_TITLE": "Feil",
    "REQUIRED_LONG_STRING": "[må angis]",
    "DEFAULT_STRING": "[ellers: {}]",
}


class Command(TyperCommand):
    """A command whose help is Norwegian."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """``--help``, explained in Norwegian."""
        return _in_norwegian(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """What the command takes, without the library's English kinds such as ``<bool>``."""
        return [_without_english_kind(param) for param in super().get_params(ctx)]


class Group(TyperGroup):
    """The commands together, with Norwegian help."""

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """``--help``, explained in Norwegian."""
        return _in_norwegian(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """The usage line."""
        return _usage(super().get_usage(ctx))

    def get_params(self, ctx: Any) -> list[Any]:
        """What the command takes, without the library's English kinds such as ``<bool>``."""
        return [_without_english_kind(param) for param in super().get_params(ctx)]


def _in_norwegian(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = HELP
    return option


def _without_english_kind(param: Any) -> Any:
    if getattr(param, "is_flag", False) or param.param_type_name == "argument":
        setattr(param, "display_type_rich", lambda ctx: None)  # noqa: B010 - not a field of its own
    return param


def _usage(text: str) -> str:
    words = {"Usage:": "Bruk:", "[OPTIONS]": "[VALG]", "COMMAND [ARGS]...": "KOMMANDO"}
    for english, norwegian in words.items():
        text = text.replace(english, norwegian)
    return text


def set_headings() -> None:
    """Headings and marks in the help pages."""
    for name, text in HEADINGS.items():
        setattr(rich_utils, name, text)


def told(fault: typer.TyperException) -> str:
    """What is wrong with the words of a command, in Norwegian.

    The library names its kinds of fault but doesn't export them, so they are told by name.
    """
    match type(fault).__name__:
        case "NoSuchOption":
            near: list[str] = getattr(fault, "possibilities", None) or []
            perhaps = f" Kanskje mente du {near[0]}?" if near else ""
            return f"Valget {getattr(fault, 'option_name', '')} finnes ikke.{perhaps}"
        case "MissingParameter":
            return f"{_name(fault)} mangler. Kanskje hjelper: matcher KOMMANDO --help"
        case "BadParameter":
            return f"{_name(fault)} kan ikke brukes. {_why(fault)}".strip()
        case "BadOptionUsage":
            return f"Valget {getattr(fault, 'option_name', '')} må ha en verdi."
        case _ if "No such command" in fault.message:
            return "Kommandoen finnes ikke. Kanskje vil du se alle: matcher --help"
        case _:
            return "Kommandoen er ikke skrevet riktig. Kanskje hjelper: matcher KOMMANDO --help"


def _name(fault: typer.TyperException) -> str:
    param: Any = getattr(fault, "param", None)
    if param is None:
        return "En verdi"
    if isinstance(param, TyperOption):
        return f"Valget {param.opts[0]}"
    return str(param.metavar or param.name)


def _why(fault: typer.TyperException) -> str:
    """Our own reason, which is Norwegian; the library's is told anew from what it rests on."""
    if "«" in fault.message:
        return fault.message
    found = fault.__cause__
    errors = found.errors() if isinstance(found, ValidationError) else []
    return " ".join(f"Verdien {in_norwegian(error)}." for error in errors)
