"""The languages a letter can be written in."""

from enum import StrEnum


class Language(StrEnum):
    """Bokmål, nynorsk or English, by its code."""

    BOKMAL = "nb"
    NYNORSK = "nn"
    ENGLISH = "en"
