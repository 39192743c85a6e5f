"""What a rule is: may this coordinator have this case at all?"""

from collections.abc import Callable
from dataclasses import dataclass

from matcher.domain.pairs import Pairs, Verdicts
from matcher.profiles.profile import Profile
from matcher.profiles.rule_lines import RuleLines


@dataclass(frozen=True)
class Rule:
    """One rule, said once for all pairs.

    ``id`` is the module's name, and the key of its line in a profile.
    ``verdicts`` answers met, not met or unknown in a shape that spreads over n × m: a rule
    that looks at coordinators alone answers 1 × m.
    ``because`` names the facts of a 1 × 1 slice in one or two Norwegian sentences, whatever
    the verdict.
    """

    id: str
    verdicts: Callable[[Pairs, Profile], Verdicts]
    because: Callable[[Pairs, Profile], str]

    @property
    def title(self) -> str:
        """The rule's Norwegian name: that of its line in a profile."""
        return RuleLines.model_fields[self.id].title or self.id
