"""jsonschema: the published schemas are schemas, and what is written, and what planners write, is valid by them."""

import jsonschema
import referencing.exceptions

import source

KINDS = ("plan", "part", "policy", "diagnostics", "plan.json")


def check(case):
    validators = {}
    for kind in KINDS:
        schema = case.schema(kind)
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
            yield None
        except jsonschema.SchemaError as error:
            yield f"the schema {kind} is none: {error.message}"
        validators[kind] = jsonschema.Draft202012Validator(schema)
    yield from complaints(validators["plan.json"], case.json, "plan.json")
    yield from complaints(validators["diagnostics"], case.findings, "lint --format json")
    for file, document in source.documents(case.path):
        yield from complaints(validators[document["kind"]], source.with_text_keys(document), file)


def complaints(validator, document, name):
    try:
        errors = list(validator.iter_errors(document))
    except referencing.exceptions.Unresolvable as error:
        yield f"the schema of {name} points to nothing: {error.ref}"
        return
    for error in errors[:5]:
        yield f"{name} at {error.json_path}: {error.message[:200]}"
    if not errors:
        yield None
