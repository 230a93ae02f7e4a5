"""Plans as written, read by PyYAML, and the few forms of money that the example plans use."""

import decimal
import pathlib
import re

import yaml


class Core(yaml.SafeLoader):
    """Scalars as YAML 1.2 types them, which is what editors go by: no dates, no 3:1 that is 181, no `no` that is false."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|false", ["t", "f"]),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def documents(path):
    """Each file of a plan: its path and content."""
    for file in sorted(pathlib.Path(path).glob("*.yaml")):
        yield file, yaml.load(file.read_text(encoding="utf-8"), Core)


def with_text_keys(value):
    """As JSON would have it: every key a string."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(item) for key, item in value.items()}
    return [with_text_keys(item) for item in value] if isinstance(value, list) else value


def plan(path):
    """A plan with the sections of all its files."""
    whole = {}
    for _, document in documents(path):
        if document["kind"] in ("plan", "part"):
            for key, value in document.items():
                if isinstance(value, dict) and isinstance(whole.get(key), dict):
                    whole[key] = {**whole[key], **value}
                elif key not in whole or document["kind"] == "plan":
                    whole[key] = value
    return whole


MAGNITUDES = {"": 1, "k": 1000, "m": 10**6, "bn": 10**9, "万": 10**4, "亿": 10**8}


def money(text):
    """An amount in whole currency units; None where the text is no plain amount."""
    text = str(text).replace(",", "").replace(" ", "")
    match = re.fullmatch(r"(?:[A-Z]{3}|¥)?([0-9.]+)(k|m|bn|万|亿|)(?:元|[A-Z]{3})?", text)
    return decimal.Decimal(match[1]) * MAGNITUDES[match[2]] if match else None


def principal(noun, field):
    """The figure of a noun that may stand in its short form."""
    return noun.get(field) if isinstance(noun, dict) else noun


def texts(value):
    """The readings of a text, in whatever languages it has."""
    return list(value.values()) if isinstance(value, dict) else [value]
