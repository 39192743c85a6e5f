"""Alerts: what is ahead that somebody should know of in time? One file a kind."""

from matcher.alerts import (
    barnevern,
    belastning,
    bytter,
    datagrunnlag,
    fyller_18,
    mote,
    opplaering,
    overgang,
    overtakelse,
    slutter,
    stedfortreder,
    timer,
)
from matcher.alerts.alert_kind import AlertKind

ALERTS: tuple[AlertKind, ...] = (
    overtakelse.KIND,
    stedfortreder.KIND,
    slutter.KIND,
    belastning.KIND,
    opplaering.KIND,
    timer.KIND,
    mote.KIND,
    overgang.KIND,
    fyller_18.KIND,
    barnevern.KIND,
    bytter.KIND,
    datagrunnlag.KIND,
)
"""Every kind of alert, in the order they are told: that of the profile's lines."""
