"""A question that takes a while: asked by a button, worked out apart, answered when it is done."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from matcher.services import Apart, Services
from matcher.ui.apart_line import is_going_on, show_going_on
from matcher.ui.what_if_state import Building


def asked_apart(
    services: Services,
    built: Building,
    service: str,
    label: str,
    *given: object,
    kind: Literal["primary", "secondary"] = "primary",
    disabled: bool = False,
    **named: object,
) -> object | None:
    """The answer of a service on the base, once the button ``label`` was pressed; else ``None``."""
    ready = not is_going_on(built.going_on, service)
    if ready and st.button(label, type=kind, disabled=disabled):
        built.answers.pop(service, None)
        work = Apart.begin(services, service, built.base(services), *given, **named)
        built.going_on[service], built.given[service] = work, given
    show_going_on(built.going_on, service, lambda answer: built.answers.update({service: answer}))
    return built.answers.get(service)
