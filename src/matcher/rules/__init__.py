"""Rules: may this coordinator have this case at all? One file a rule, read everywhere."""

from matcher.rules import (
    adressesperre,
    aktuelle_enheter,
    ansatt_og_til_stede,
    barnevern_undersokelse,
    fagkrav,
    har_avslatt,
    helse_og_omsorg,
    ikke_onsket,
    inhabil,
    kommunalt_ansatt,
    opplaering,
    samtykke,
    tjenesteyter,
)
from matcher.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    barnevern_undersokelse.RULE,
    helse_og_omsorg.RULE,
    aktuelle_enheter.RULE,
    kommunalt_ansatt.RULE,
    tjenesteyter.RULE,
    opplaering.RULE,
    ikke_onsket.RULE,
    inhabil.RULE,
    har_avslatt.RULE,
    ansatt_og_til_stede.RULE,
    samtykke.RULE,
    adressesperre.RULE,
    fagkrav.RULE,
)
"""Every rule, in the order they are told: that of the profile's lines."""
