"""Plans whose texts are other texts: the shipped ones with what hostile/texts.yaml has in every place that takes a text."""

import pathlib

import yaml

HERE = pathlib.Path(__file__).parent
TEXT, PROSE = "#/$defs/text", "#/$defs/prose"


def kinds():
    """The hostile texts by what they try."""
    return yaml.safe_load((HERE / "hostile/texts.yaml").read_text(encoding="utf-8"))


def harmless(number, length):
    """Words that nothing mistakes for anything: none twice, of about a length."""
    letters = "abcdefghjkmnopqrstuvwxyz"
    code = "zq" + letters[number // 576 % 24] + letters[number // 24 % 24] + letters[number % 24]
    return (code + " harmless words and nothing else" * (1 + length // 30))[: max(5, length)].rstrip()


def rewrite(source, target, schemas, choose):
    """Copies a tree of YAML files; each text becomes what `choose` makes of its number and of whether it may have
    paragraphs. Gives how many there were."""
    count = 0
    for file in sorted(pathlib.Path(source).rglob("*")):
        copy = target / file.relative_to(source)
        if file.is_dir():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix != ".yaml":
            copy.write_bytes(file.read_bytes())
            continue
        whole = file.read_text(encoding="utf-8")
        pieces, done = [], 0
        for root in yaml.compose_all(whole):
            kind = next((value.value for key, value in root.value if key.value == "kind"), "plan")
            schema = schemas[kind]
            found = {node.start_mark.index: (node, is_prose) for node, is_prose in texts(root, schema, schema)}
            for start, (node, is_prose) in sorted(found.items()):
                pieces += [whole[done:start], quoted(choose(count, is_prose))]
                done = node.end_mark.index
                if node.style in ("|", ">"):
                    pieces.append("\n")
                count += 1
        copy.write_text("".join([*pieces, whole[done:]]), encoding="utf-8")
    return count


def texts(node, schema, whole):
    """The scalars of a document that its schema calls texts, each with whether it may have paragraphs."""
    if not isinstance(schema, dict):
        return
    reference = schema.get("$ref")
    if reference in (TEXT, PROSE):
        yield from ((scalar, reference == PROSE) for scalar in scalars(node))
        return
    if reference:
        yield from texts(node, whole["$defs"][reference.rsplit("/", 1)[1]], whole)
    for word in ("then", "else"):
        yield from texts(node, schema.get(word), whole)
    for word in ("anyOf", "oneOf", "allOf"):
        for choice in schema.get(word, ()):
            yield from texts(node, choice, whole)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = schema.get("properties", {}).get(key.value, schema.get("additionalProperties"))
            yield from texts(value, inner, whole)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from texts(item, schema.get("items"), whole)


def scalars(node):
    """The readings of a text in whatever languages it has; not the YAML of a house rule's examples."""
    if isinstance(node, yaml.ScalarNode):
        if ":\n" not in node.value and node.value.strip():
            yield node
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from scalars(value)


def quoted(text):
    """A text as a scalar of YAML that has nothing in it but printable ASCII."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}" for c in text) + '"'
