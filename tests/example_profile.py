"""A made-up profile with every rule in force, for tests of rules and criteria."""

from datetime import date
from typing import Any

from matcher.profiles.criterion_lines import CriterionLines
from matcher.profiles.load import load
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import RuleLines

SOURCE: dict[str, Any] = {"practice": "laget for testene", "checked": date(2026, 11, 1)}
REFUSES = SOURCE | {"mode": "refuse"}

RULES: dict[str, dict[str, Any]] = dict.fromkeys(RuleLines.model_fields, REFUSES) | {
    "barnevern_undersokelse": REFUSES | {"review_after_months": 3, "may_override": True},
    "helse_og_omsorg": REFUSES | {"services": ["psykisk helse", "rus"], "employers": ["kommune"]},
    "aktuelle_enheter": REFUSES
    | {"services": ["skole", "barnevern"], "also_when_natural": ["fysioterapi"]},
    "ansatt_og_til_stede": REFUSES | {"start_within_days": 30, "longest_absence_days": 14},
    "samtykke": SOURCE | {"mode": "warn"},
    "adressesperre": SOURCE | {"mode": "warn"},
    "fagkrav": REFUSES | {"services": ["skole"], "employers": ["kommune", "stat"]},
}

PARAMETERS: dict[str, dict[str, Any]] = {
    "tidsaspekt": {
        "need_months": 24,
        "ends_at": {"ungdomsskole-videregående": ["skole"], "til voksen": ["barnevern"]},
    },
    "kontinuitet": {
        "current_coordinator": 50,
        "already_in_case": 30,
        "spans_transition": 20,
        "more_for_each_earlier_change": 5,
    },
    "stabilitet": {"stable_months": 24, "full_position_percent": 80},
    "pedagog": {
        "services": ["skole", "barnehage"],
        "roles": ["koordinator uten rettskrav"],
    },
}


def example_profile(
    rules: dict[str, dict[str, Any]] | None = None,
    criteria: dict[str, dict[str, Any]] | None = None,
) -> Profile:
    """Farsund's profile with these rules and criteria, and other values on the lines named.

    Weights: onske 34 and 6 for each of the other eleven, unless others are given.
    """
    criterion_lines = {
        name: SOURCE
        | {"weight": 34 if name == "onske" else 6, "why": "laget for testene"}
        | PARAMETERS.get(name, {})
        for name in CriterionLines.model_fields
    }
    for name, values in (criteria or {}).items():
        criterion_lines[name] = criterion_lines[name] | values
    rule_lines = {name: line | (rules or {}).get(name, {}) for name, line in RULES.items()}
    return load("farsund").model_copy(
        update={
            "rules": RuleLines.model_validate(rule_lines),
            "criteria": CriterionLines.model_validate(criterion_lines),
        }
    )
