"""Spreadsheets in and out: the workbook of a municipality, its faults, and the plan as a sheet."""

from matcher.exchange.imported import Imported
from matcher.exchange.plan_writing import write_plan
from matcher.exchange.reading import read, read_folder, read_path
from matcher.exchange.roster_writing import write_csv_folder, write_roster
from matcher.exchange.template import template

__all__ = [
    "Imported",
    "read",
    "read_folder",
    "read_path",
    "template",
    "write_csv_folder",
    "write_plan",
    "write_roster",
]
