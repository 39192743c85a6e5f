"""All rules on all pairs, under a profile: who is allowed, who is refused and why."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain.finding import Finding, Severity
from matcher.domain.pairs import MET, NOT_MET, UNKNOWN, Pairs, Verdicts
from matcher.domain.plan import BrokenRule, Refusal
from matcher.profiles.line import Mode, RuleLine, Unknown
from matcher.profiles.profile import Profile
from matcher.rules import RULES
from matcher.rules.rule import Rule

Pattern = NDArray[np.bool_]
"""n × m of yes and no."""


@dataclass(frozen=True)
class RuleResults:
    """What the rules in force say of every pair."""

    pairs: Pairs
    verdicts: dict[str, Verdicts]
    """n × m by rule id; a rule that is off is not here."""
    refused: dict[str, Pattern]
    """n × m by rule id: true where that rule strikes the pair out."""
    allowed: Pattern
    """n × m: true where no rule strikes the pair out."""

    def of_pair(self, i: int, j: int) -> dict[str, Verdicts]:
        """What each rule in force says of one pair (1 × 1), by rule id."""
        return {id_: answers[i : i + 1, j : j + 1] for id_, answers in self.verdicts.items()}


def evaluate(pairs: Pairs, profile: Profile) -> RuleResults:
    """Ask every rule in force of every pair."""
    verdicts = {rule.id: _verdicts(rule, pairs, profile) for rule in in_force(profile)}
    refused = {
        rule_id: _refused(answers, line_of(rule_id, profile))
        for rule_id, answers in verdicts.items()
    }
    allowed = np.ones(pairs.shape, np.bool_)
    for struck_out in refused.values():
        allowed &= ~struck_out
    return RuleResults(pairs, verdicts, refused, allowed)


def in_force(profile: Profile) -> tuple[Rule, ...]:
    """The rules a profile uses, in the order they are told."""
    return tuple(rule for rule in RULES if line_of(rule.id, profile).mode is not Mode.OFF)


def line_of(rule_id: str, profile: Profile) -> RuleLine:
    """A rule's line in the profile."""
    line: RuleLine = getattr(profile.rules, rule_id)
    return line


def may_override(rule_id: str, profile: Profile) -> bool:
    """Whether KE may set the rule aside for one pair, with a written reason."""
    return line_of(rule_id, profile).may_override


def refusals(results: RuleResults, profile: Profile, case_id: str) -> tuple[Refusal, ...]:
    """The coordinators who may not have the case, each with every rule that says so."""
    i = results.pairs.case_index[case_id]
    return tuple(
        refusal(results, profile, case_id, results.pairs.coordinators[j].id)
        for j in np.flatnonzero(~results.allowed[i])
    )


def refusal(results: RuleResults, profile: Profile, case_id: str, coordinator_id: str) -> Refusal:
    """Every rule that keeps this coordinator from this case."""
    pairs = results.pairs
    i, j = pairs.case_index[case_id], pairs.coordinator_index[coordinator_id]
    pair = pairs.only(case_id, coordinator_id)
    return Refusal(
        coordinator=coordinator_id,
        rules=tuple(
            BrokenRule(
                id=rule.id,
                title=rule.title,
                source=line_of(rule.id, profile).source,
                because=rule.because(pair, profile),
            )
            for rule in in_force(profile)
            if results.refused[rule.id][i, j]
        ),
    )


def refusal_counts(results: RuleResults, case_id: str) -> dict[str, int]:
    """How many coordinators each rule strikes out for the case, rules that strike none left out."""
    i = results.pairs.case_index[case_id]
    counts = {rule_id: int(struck_out[i].sum()) for rule_id, struck_out in results.refused.items()}
    return {rule_id: count for rule_id, count in counts.items() if count}


def warnings(
    pair: Pairs, profile: Profile, verdicts: Mapping[str, Verdicts] | None = None
) -> tuple[Finding, ...]:
    """What to know before choosing a 1 × 1 slice: rules not met that don't refuse, and unknowns.

    A rule not met warns; an unknown warns, or is told as something to ask about. The finding's
    code is the rule's id. A pair that a rule refuses has that in its refusal, not here.
    ``verdicts`` are the pair's, where a round has asked for them already.
    """
    if verdicts is None:
        verdicts = evaluate(pair, profile).of_pair(0, 0)
    found = []
    for rule in in_force(profile):
        line, answers = line_of(rule.id, profile), verdicts[rule.id]
        if answers[0, 0] == MET or _refused(answers, line)[0, 0]:
            continue
        asks = answers[0, 0] == UNKNOWN and line.unknown is Unknown.ASK
        found.append(
            Finding(
                code=rule.id,
                severity=Severity.INFO if asks else Severity.WARNING,
                subject=f"{pair.the_case.id} – {pair.the_coordinator.id}",
                message=rule.because(pair, profile),
                source=line.source,
            )
        )
    return tuple(found)


def _verdicts(rule: Rule, pairs: Pairs, profile: Profile) -> Verdicts:
    """The rule's answers, n × m; a case owed a role that the rule isn't about meets it."""
    is_about = pairs.role_verdicts(line_of(rule.id, profile).roles) == MET
    answers: Verdicts = np.where(is_about, rule.verdicts(pairs, profile), MET)
    return np.broadcast_to(answers, pairs.shape)


def _refused(answers: Verdicts, line: RuleLine) -> Pattern:
    refused: Pattern = (answers == NOT_MET) & (line.mode is Mode.REFUSE)
    if line.unknown is Unknown.REFUSE:
        refused |= answers == UNKNOWN
    return refused
