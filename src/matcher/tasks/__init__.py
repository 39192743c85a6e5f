"""Tasks: what is a decision to be followed by? One file a kind of task."""

from matcher.tasks import (
    arsmote,
    barnevern,
    enkelt_samspill,
    evaluering,
    formote,
    forste_mote,
    forventninger,
    individuell_plan,
    journal,
    kandidat,
    melding_til_ke,
    neste_mote,
    opplaering,
    orientering,
    overforing,
    overgang,
    samtykke,
    samtykke_til_ke,
    stedfortreder,
    verktoy,
)
from matcher.tasks.task_kind import TaskKind

TASKS: tuple[TaskKind, ...] = (
    kandidat.KIND,
    samtykke.KIND,
    samtykke_til_ke.KIND,
    journal.KIND,
    opplaering.KIND,
    verktoy.KIND,
    overforing.KIND,
    orientering.KIND,
    stedfortreder.KIND,
    forventninger.KIND,
    melding_til_ke.KIND,
    formote.KIND,
    forste_mote.KIND,
    neste_mote.KIND,
    arsmote.KIND,
    evaluering.KIND,
    individuell_plan.KIND,
    enkelt_samspill.KIND,
    overgang.KIND,
    barnevern.KIND,
)
"""Every kind of task, in the order they are told: that of the profile's lines."""
