"""What matters to the family, in words that nobody has said."""

from matcher.sample.chance import Chance
from matcher.sample.lives import Stage

_LITTLE = (
    "At vi slipper å fortelle det samme til alle.",
    "At barnehagen og helsestasjonen vet om hverandre.",
    "Noen å ringe til når vi lurer på noe.",
    "At vi får avlastning før vi er helt slitne.",
)
_SCHOOL = (
    "At skolen og hjelpen hjemme drar i samme retning.",
    "Å få være med i klassen.",
    "At møtene er korte, og at jeg får snakke først.",
    "At den samme personen blir med over til neste skole.",
    "Å få tilbake skolelysten.",
)
_GROWN = (
    "Å bo hjemme og klare mest mulig selv.",
    "Å komme tilbake i arbeid, litt om gangen.",
    "At noen holder oversikt over timene mine.",
    "Færre folk å forholde meg til.",
)


def draw_what_matters(chance: Chance, stage: Stage) -> str:
    """A short sentence that fits the stage of life."""
    if stage in (Stage.UNBORN, Stage.AT_HOME, Stage.KINDERGARTEN):
        return chance.one(_LITTLE)
    return chance.one(_GROWN if stage is Stage.ADULT else _SCHOOL)
