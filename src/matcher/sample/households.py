"""Who lives together: cases of the same family share place, language and address block."""

from dataclasses import dataclass

from matcher.domain.vocabulary import AddressBlock
from matcher.sample.chance import Chance

_SHARE_WITH_SIBLINGS = 0.08
_SIBLINGS = {2: 0.8, 3: 0.2}

LANGUAGES = {
    "arabisk": 0.22,
    "polsk": 0.2,
    "ukrainsk": 0.18,
    "somali": 0.12,
    "tigrinja": 0.1,
    "engelsk": 0.06,
    "litauisk": 0.06,
    "nordsamisk": 0.03,
    "norsk tegnspråk": 0.03,
}
"""Languages besides Norwegian, by how often a family speaks them."""
NORWEGIAN = "norsk"


@dataclass(frozen=True)
class Household:
    """One case, or siblings who are cases at the same time."""

    cases: int
    family: str | None
    area: str | None
    languages: tuple[str, ...]
    address_block: AddressBlock | None


def draw_households(chance: Chance, cases: int, areas: tuple[str, ...]) -> list[Household]:
    """Households for so many cases, in random order; some 8 % of the cases have siblings."""
    sizes: list[int] = []
    while sum(sizes) < round(cases * _SHARE_WITH_SIBLINGS) - 1:
        sizes.append(min(chance.weighted(_SIBLINGS), cases - sum(sizes)))
    sizes += [1] * (cases - sum(sizes))
    blocks = chance.dealt(len(sizes), _ADDRESS_BLOCKS)
    households = []
    families = 0
    for size, block in zip(chance.shuffled(sizes), blocks, strict=True):
        families += size > 1
        family = f"F-{families:02d}" if size > 1 else None
        is_blocked = block not in (AddressBlock.NONE, None)
        area = None if is_blocked else chance.unless(0.04, chance.one(areas))
        households.append(Household(size, family, area, _languages(chance), block))
    return households


_ADDRESS_BLOCKS = {
    AddressBlock.NONE: 0.9,
    None: 0.06,
    AddressBlock.CONFIDENTIAL: 0.025,
    AddressBlock.STRICTLY_CONFIDENTIAL: 0.015,
}


def _languages(chance: Chance) -> tuple[str, ...]:
    if chance.yes(0.8):
        return (NORWEGIAN,) if chance.yes(0.93) else ()
    language = chance.weighted(LANGUAGES)
    return (language,) if chance.yes(0.5) else (NORWEGIAN, language)
