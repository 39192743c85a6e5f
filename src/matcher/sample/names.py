"""Names of nobody: given names put together with farm names that are themselves put together."""

from matcher.sample.chance import Chance

WOMAN, MAN = "kvinne", "mann"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GIVEN = {
    WOMAN: _words(
        "Anne Astrid Berit Bente Camilla Cecilie Elin Eva Gro Grete Hanne Heidi Hilde Ida Inger "
        "Ingrid Kari Karoline Kristin Laila Lene Line Linn Liv Mari Marit Marte Mette Mona Nina "
        "Oda Ragnhild Randi Ragna Sara Sigrid Silje Siri Solveig Stine Tone Torill Tuva Trine "
        "Turid Unni Vigdis Vilde Åse Åshild"
    ),
    MAN: _words(
        "Anders Arild Arne Bjørn Einar Eirik Erlend Fredrik Geir Gunnar Håkon Hans Henrik Ivar "
        "Jan Jon Jonas Jørgen Karsten Kjell Knut Lars Leif Magne Magnus Martin Morten Odd Ola "
        "Per Petter Roar Rune Sigurd Simen Steinar Stian Svein Sverre Terje Tor Trond Vegard Øyvind"
    ),
}
_GIVEN_ABROAD = {
    WOMAN: _words(
        "Agnieszka Aisha Amina Fatuma Hodan Iryna Katarzyna Layla Mehret Oksana Rahel Samira"
    ),
    MAN: _words("Abdi Ahmad Dawit Hassan Ibrahim Karim Marek Mykola Omar Pawel Tesfay Yusuf"),
}
_FARM_FIRST = _words(
    "Ask Berg Birke Bjørk Brå Dal Eik Elve Fjell Furu Gran Hegge Hest Kalv Lang Lind Lyng Myr "
    "Nord Rogn Sand Sel Skog Sol Stein Svart Ulv Vestre Vind Øvre"
)
_FARM_LAST = _words(
    "bakken bø eide fjord haug heim holt land li moen nes rud sletten stad tveit vik voll"
)
_SURNAMES_ABROAD = _words(
    "Abdullah Adan Bondar Dudek Farah Ghebre Haddad Kowal Mansour Nowicki Osman Petrenko "
    "Saleh Tekle Warsame Zielik"
)


class Names:
    """Deals out full names, none of them twice."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._taken: set[str] = set()

    def name(self, gender: str, *, from_abroad: bool = False) -> str:
        """A full name that hasn't been dealt out yet."""
        while True:
            given = self._chance.one((_GIVEN_ABROAD if from_abroad else _GIVEN)[gender])
            if from_abroad:
                surname = self._chance.one(_SURNAMES_ABROAD)
            else:
                surname = self._chance.one(_FARM_FIRST) + self._chance.one(_FARM_LAST)
            full = f"{given} {surname}"
            if full in self._taken and from_abroad:
                full = f"{given} {self._chance.one(_GIVEN[gender])} {surname}"
            if full not in self._taken:
                self._taken.add(full)
                return full
