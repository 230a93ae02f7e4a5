"""What all kinds of hostile input are made of: a folder of functions of the bytes wanted."""

HEAD = """kind: plan
schema: 1
id: case
title: Case
period: 2025
currency: CNY
owner: cmo
team: {roles: {cmo: Marketing head}}
"""
BUDGET = "budget: {total: CNY 1m, lines: {films: {amount: CNY 1m, owner: cmo, for: films}}}\n"
KINDS = {}


def kind(make):
    """A kind of hostile input: a function of the bytes wanted that gives a text, bytes, or files by name."""
    KINDS[make.__name__.replace("_", " ")] = make
    return make


def repeated(piece, size):
    return piece * (size // len(piece.encode()) + 1)


def numbered(size, line, start="", most=10**9):
    """`start`, then `line` with 0, 1, 2 in place of its @, up to a size, or so many times."""
    pieces, length, place = [start], len(start), 0
    while length < size and place < most:
        pieces.append(line.replace("@", str(place)))
        length += len(pieces[-1].encode())
        place += 1
    return "".join(pieces)
