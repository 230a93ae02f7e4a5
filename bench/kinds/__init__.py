"""Kinds of hostile input by name: functions of the bytes wanted that give a text, bytes, or files by name."""

from . import expressions, nouns, rules, values, what_ifs, yaml  # noqa: F401
from .shared import BUDGET, HEAD, KINDS

__all__ = ["BUDGET", "HEAD", "KINDS"]
