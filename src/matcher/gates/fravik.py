"""A rule is set aside only where the profile lets KE do so, and each one with its reason (S115)."""

from matcher.domain.plan import BrokenRule
from matcher.domain.wording import listed
from matcher.gates.gate import Gate, Settling, is_blank
from matcher.profiles.gate_lines import GateLines


def missing(settling: Settling, lines: GateLines) -> str | None:
    """Every rule that stops the one chosen, and isn't set aside with a reason."""
    broken = settling.broken_rules
    firm = [rule for rule in broken if rule.id not in settling.may_be_set_aside]
    if firm:
        return f"{settling.name} stoppes av en regel som ikke kan fravikes: {_named(firm)}."
    reasons = {one.rule for one in settling.decision.overrides if not is_blank(one.reason)}
    unsaid = [rule for rule in broken if rule.id not in reasons]
    if unsaid:
        return f"Valget fraviker {_named(unsaid)}. Skriv hvorfor, for hver regel."
    return None


def _named(rules: list[BrokenRule]) -> str:
    return listed(f"«{rule.title}» ({rule.source})" for rule in rules)


GATE = Gate(id="fravik", missing=missing)
