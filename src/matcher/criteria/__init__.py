"""Criteria: how well does this pair fit? One file a criterion, read everywhere."""

from matcher.criteria import (
    arenadekning,
    faglig_fokus,
    fosterhjem,
    kjennskap,
    kompetanse,
    kontinuitet,
    omrade,
    onske,
    pedagog,
    sprak,
    stabilitet,
    tidsaspekt,
)
from matcher.criteria.criterion import Criterion

CRITERIA: tuple[Criterion, ...] = (
    onske.CRITERION,
    tidsaspekt.CRITERION,
    faglig_fokus.CRITERION,
    kontinuitet.CRITERION,
    kjennskap.CRITERION,
    stabilitet.CRITERION,
    arenadekning.CRITERION,
    fosterhjem.CRITERION,
    pedagog.CRITERION,
    kompetanse.CRITERION,
    sprak.CRITERION,
    omrade.CRITERION,
)
"""Every criterion, in the order they are told: that of the profile's lines."""
