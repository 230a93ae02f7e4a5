"""YAML in block and flow style, plain, quoted and folded, with comments."""


class Writer:
    """Lines of YAML, in block or flow style, with comments here and there."""

    def __init__(self, r, comments):
        self.r, self.comments, self.lines = r, comments, []

    def line(self, depth, text, comment=0.0):
        tail = f"   # {self.r.choice(self.comments)}" if self.r.random() < comment else ""
        self.lines.append("  " * depth + text + tail)

    def noun(self, depth, key, fields, flow=None):
        """One noun; `fields` maps keys to text, to lists, to maps (written in flow style) or to Folded text."""
        fields = {k: v for k, v in fields.items() if v is not None}
        foldable = any(isinstance(v, Folded) for v in fields.values())
        if flow is None:
            flow = not foldable and self.r.random() < 0.45
        if flow and not foldable:
            self.line(depth, f"{key}: {flowing(fields)}", comment=0.08)
            return
        self.line(depth, f"{key}:", comment=0.05)
        for name, value in fields.items():
            if isinstance(value, Folded):
                self.line(depth + 1, f"{name}: {value.style}")
                for sentence in value.sentences:
                    self.line(depth + 2, sentence)
            else:
                self.line(depth + 1, f"{name}: {flowing(value, inside=False)}", comment=0.03)

    def text(self):
        return "\n".join(self.lines) + "\n"


class Folded:
    """A text written as a block scalar."""

    def __init__(self, style, sentences):
        self.style, self.sentences = style, sentences


def flowing(value, inside=True):
    """A value on one line. Plain where YAML lets it be plain, else in double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {flowing(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flowing(v) for v in value) + "]"
    text = str(value)
    if text[:1] in "\"'":
        return text
    special = text[0] in "%#@&*!|>-?`" and not text[1:2].isdigit() or ": " in text or " #" in text
    return f'"{text}"' if special or text == "%" or inside and any(c in text for c in ",[]{}") else text
