"""A municipality's own profile: another one's, with the weights that it has set itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import tomlkit

from matcher.domain.wording import plain_id
from matcher.profiles.criterion_lines import CriterionLines, weights_fault
from matcher.profiles.load import parse
from matcher.profiles.profile import Origin, Profile


def own_profile(
    text: str, title: str, weights: Mapping[str, int], *, by: str, on: date, reason: str
) -> str:
    """The TOML of a profile with other weights, a title of its own, and who set them and why.

    ``weights`` says some or all criteria, 0–100 each, 100 together with the rest. The lines that
    are left alone stand as they stood, with their comments. A changed line has the new reason and
    day; its source still says why the criterion is there at all.
    Raises ``ProfileError`` where the result can't be used.
    """
    before = parse(text, title)
    origin = Origin(of=before.based_on, by=by, on=on, reason=reason)
    weights_before = weights_of(before)
    document: Any = tomlkit.parse(text)
    document["id"], document["title"] = name_of(title), title
    for criterion, weight in weights.items():
        if weight == weights_before[criterion]:
            continue
        line = document["criteria"][criterion]
        line["weight"], line["why"], line["checked"] = weight, origin.reason, origin.on
    document.pop("origin", None)
    document["origin"] = origin.model_dump()
    changed = tomlkit.dumps(document)
    parse(changed, title)
    return changed


def with_weights(profile: Profile, weights: Mapping[str, int]) -> Profile:
    """The same profile with other weights for some or all criteria; 100 together.

    Raises ``ValueError``, in Norwegian, where they aren't.
    """
    together = weights_of(profile) | dict(weights)
    if fault := weights_fault(together):
        raise ValueError(fault)
    lines = profile.criteria
    update = {
        name: getattr(lines, name).model_copy(update={"weight": weight})
        for name, weight in together.items()
    }
    return profile.model_copy(update={"criteria": lines.model_copy(update=update)})


def name_of(title: str) -> str:
    """A title as a file's name: ``Ås, vår egen`` is ``as-var-egen``."""
    return plain_id(title) or "egen"


def weights_of(profile: Profile) -> dict[str, int]:
    """The weight of every criterion, by its id."""
    lines = profile.criteria
    return {name: getattr(lines, name).weight for name in CriterionLines.model_fields}


def shared_out(shares: Mapping[str, int], total: int) -> dict[str, int]:
    """Whole shares in the same proportion that add up to ``total``.

    Points that don't divide go to those with the largest remainders, then by name.
    Raises ``ZeroDivisionError`` where every share is 0.
    """
    whole = sum(shares.values())
    given = {name: share * total // whole for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: (-(shares[name] * total % whole), name))
    for name in by_remainder[: total - sum(given.values())]:
        given[name] += 1
    return given
