"""A document with one change, as a slip of the hand or of an editor would make it."""

import copy


def nodes(value, path=()):
    """The place of every value inside a document, the document itself left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from nodes(item, (*path, key))


def mutant(base, chance):
    """A name for the change, and the document with it; every change is equally likely, at a place it fits."""
    while True:
        document = copy.deepcopy(base)
        change = chance.choice(CHANGES)
        path = chance.choice(list(nodes(document)))
        holder = at(document, path[:-1])
        if change(holder, path[-1], document, chance) is not None:
            return f"{change.__name__} at {'.'.join(map(str, path))}", around(path[0], document, base)


def around(section, document, base):
    """The head of a document with the section that was changed: no other has a part in the verdict."""
    return {
        key: value
        for key, value in document.items()
        if key == section or not isinstance(value, (dict, list)) or value != base.get(key)
    }


def at(document, path):
    for key in path:
        document = document[key]
    return document


def replaced(holder, key, new_key, value):
    """The entry under another key, in its old place."""
    entries = [(new_key, value) if k == key else (k, v) for k, v in holder.items()]
    holder.clear()
    holder.update(entries)
    return True


# Each gives None where it does not fit the place.


def delete(holder, key, document, chance):
    del holder[key]
    return True


def misspell(holder, key, document, chance):
    if isinstance(holder, list) or len(str(key)) < 2:
        return None
    text = str(key)
    place = chance.randrange(len(text) - 1)
    new = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return None if new in holder or new == text else replaced(holder, key, new, holder[key])


def add_unknown_key(holder, key, document, chance):
    if not isinstance(holder[key], dict):
        return None
    holder[key]["remarks"] = "see the minutes"
    return True


def add_unknown_section(holder, key, document, chance):
    document["budgets"] = {"total": "CNY 1m"}
    return True


def into_list(holder, key, document, chance):
    holder[key] = [holder[key]]
    return True


def into_two(holder, key, document, chance):
    holder[key] = [holder[key], holder[key]]
    return True


def into_mapping(holder, key, document, chance):
    holder[key] = {"value": holder[key]}
    return True


def into_languages(holder, key, document, chance):
    if isinstance(holder[key], (dict, list)):
        return None
    holder[key] = {"en": holder[key], "zh-Hans": holder[key]}
    return True


def into_text(holder, key, document, chance):
    if not isinstance(holder[key], (dict, list)):
        return None
    holder[key] = "to be decided"
    return True


def without_keys(holder, key, document, chance):
    if not isinstance(holder[key], dict):
        return None
    holder[key] = list(holder[key].values())
    return True


def wrong_word(holder, key, document, chance):
    if not isinstance(holder[key], str):
        return None
    holder[key] = "tomorrow"
    return True


def words_for_number(holder, key, document, chance):
    if not isinstance(holder[key], (int, float)):
        return None
    holder[key] = "many"
    return True


def quoted(holder, key, document, chance):
    if not isinstance(holder[key], (int, float)):
        return None
    holder[key] = str(holder[key]).lower()
    return True


def bare_number(holder, key, document, chance):
    if isinstance(holder[key], (dict, list)):
        return None
    holder[key] = chance.choice([0, 12, -3, 1.5])
    return True


def truth(holder, key, document, chance):
    holder[key] = chance.choice([True, False])
    return True


def nothing(holder, key, document, chance):
    holder[key] = None
    return True


def empty_mapping(holder, key, document, chance):
    holder[key] = {}
    return True


def empty_list(holder, key, document, chance):
    holder[key] = []
    return True


def nested_again(holder, key, document, chance):
    if not isinstance(holder[key], dict):
        return None
    holder[key][key] = copy.deepcopy(holder[key])
    return True


def swap_values(holder, key, document, chance):
    if len(holder) < 2:
        return None
    other = chance.choice([k for k in (holder if isinstance(holder, dict) else range(len(holder))) if k != key])
    holder[key], holder[other] = holder[other], holder[key]
    return True


def moved_up(holder, key, document, chance):
    if key in document or isinstance(holder, list):
        return None
    document[key] = holder.pop(key)
    return True


CHANGES = [
    delete,
    delete,
    misspell,
    misspell,
    add_unknown_key,
    add_unknown_section,
    into_list,
    into_two,
    into_mapping,
    into_languages,
    into_text,
    without_keys,
    wrong_word,
    wrong_word,
    words_for_number,
    quoted,
    bare_number,
    truth,
    nothing,
    empty_mapping,
    empty_list,
    nested_again,
    swap_values,
    moved_up,
]
