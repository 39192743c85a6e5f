"""Gates: what must be in place before a decision is final? One file a gate."""

from matcher.gates import (
    barnet_hort,
    begrunnelse,
    bruker_hort,
    faglig_vurdering,
    fravik,
    godkjent,
    kandidat_spurt,
    stedfortreder,
    timer_avklart,
)
from matcher.gates.gate import Gate

GATES: tuple[Gate, ...] = (
    begrunnelse.GATE,
    fravik.GATE,
    bruker_hort.GATE,
    barnet_hort.GATE,
    kandidat_spurt.GATE,
    timer_avklart.GATE,
    stedfortreder.GATE,
    faglig_vurdering.GATE,
    godkjent.GATE,
)
"""Every gate, in the order they are told: that of the profile's lines."""
