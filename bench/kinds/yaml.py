"""What YAML alone makes of it."""

from .shared import BUDGET, HEAD, kind, numbered, repeated


@kind
def open_brackets(size):
    return "a: " + "[" * size


@kind
def open_braces(size):
    return "a: " + repeated("{a: ", size)


@kind
def nested_dashes(size):
    return repeated("- ", size)


@kind
def nested_keys(size):
    depth = int((2 * size) ** 0.5)
    return "".join(" " * place + "a:\n" for place in range(depth))


@kind
def question_marks(size):
    return repeated("? ", size)


@kind
def tag_lines(size):
    return numbered(size, "%TAG !a@! x\n") + "--- a\n"


@kind
def percent_lines(size):
    return HEAD + repeated("%\n", size)


@kind
def flat_flow_at_depth_60(size):
    return "a: " + "[" * 60 + repeated("a,", size) + "]" * 60


@kind
def alias_bomb(size):
    return HEAD + "scope:\n  in: &a0 [a]\n" + numbered(size, "  x@: &b@ [*a0, *a0, *a0, *a0, *a0, *a0]\n")


@kind
def alias_tower(size):
    lines = ["scope:\n  in: &a0 [a, a]\n"]
    lines += [f"  x{p}: &a{p} [*a{p - 1}, *a{p - 1}, *a{p - 1}]\n" for p in range(1, size // 30)]
    return HEAD + "".join(lines)


@kind
def aliases_without_anchors(size):
    return HEAD + "scope:\n  in:\n" + repeated("  - *nowhere\n", size)


@kind
def anchors(size):
    return HEAD + numbered(size, "x@: &a@ 1\n")


@kind
def one_long_plain_scalar(size):
    return HEAD + "note: " + "x" * size + "\n"


@kind
def one_long_quoted_scalar(size):
    return HEAD + 'note: "' + "x" * size + '"\n'


@kind
def an_unclosed_quote(size):
    return HEAD + 'note: "' + repeated("x: y\n  ", size)


@kind
def unclosed_quotes(size):
    return HEAD + numbered(size, 'x@: "open\n')


@kind
def escapes(size):
    return HEAD + 'note: "' + repeated("\\u4e2d\\n", size) + '"\n'


@kind
def a_block_scalar(size):
    return HEAD + "note: |\n" + repeated("  x\n", size)


@kind
def a_folded_scalar(size):
    return HEAD + "note: >\n" + repeated("  x\n\n", size)


@kind
def blank_lines(size):
    return HEAD + "\n" * size


@kind
def comments(size):
    return HEAD + repeated("# comment\n", size)


@kind
def ignore_comments(size):
    return HEAD + BUDGET + repeated("# marplan: ignore B307 because it is so\n", size)


@kind
def documents(size):
    return HEAD + BUDGET + repeated("---\n", size)


@kind
def parts_in_one_file(size):
    return HEAD + BUDGET + numbered(size, "---\nkind: part\nschema: 1\nassumptions: {a@: {value: 1}}\n")


@kind
def policies_in_one_file(size):
    return numbered(size, "---\nkind: policy\nschema: 1\nid: p@\ntitle: P\nowner: cfo\n")


@kind
def equal_keys(size):
    return HEAD + repeated("a: 1\n", size)


@kind
def equal_keys_in_flow(size):
    return HEAD + "scope: {" + repeated("a: 1, ", size) + "}\n"


@kind
def carriage_returns(size):
    return HEAD + "\r" * size


@kind
def tabs(size):
    return HEAD + "a:\n" + repeated("\tb: 1\n", size)


@kind
def syntax_errors(size):
    return HEAD + numbered(size, 'x@: "a" b\n')


@kind
def glued_colons(size):
    return HEAD + repeated("预算：三成\n", size)


@kind
def control_characters(size):
    return HEAD + repeated("a: \x01\n", size)


@kind
def invisible_characters(size):
    return HEAD + repeated("# \u202e\u200b\n", size)


@kind
def bytes_that_are_no_text(size):
    return b"\xff" * size


@kind
def utf_16(size):
    return (HEAD + "note: " + "预" * (size // 2) + "\n").encode("utf-16")


@kind
def utf_16_half_pairs(size):
    return b"\xff\xfe" + b"\x00\xd8" * (size // 2)


@kind
def utf_32(size):
    return (HEAD + "x" * (size // 4)).encode("utf-32")


@kind
def gbk(size):
    return ("kind: plan\ntitle: " + "预算一千万" * (size // 10) + "\n").encode("gbk")
