package import PlanQuantities
package import PlanText

/// An expression that was read: its text, its tree and the paths it mentions.
package struct Expression: Sendable {
  /// Where the expression stands in its file.
  package let range: SourceRange
  /// The expression as written.
  package let text: String
  package let root: Node
  /// The periods a condition has to hold for, one after the other; nil without a window.
  package let window: Window?
  /// Every path in the order written, repetitions included.
  package let paths: [Path]
  /// Whether its parts have places of their own; without (escapes, folded lines) all have the whole scalar's.
  package let isPlaced: Bool

  /// The expression that is nothing but a path, as where a field names a figure by a word.
  package init(_ path: Path) {
    range = path.range
    text = path.text
    root = Node(form: .path(path), span: Span(0, path.text.utf8.count), range: path.range)
    window = nil
    paths = [path]
    isPlaced = false
  }

  init(range: SourceRange, text: String, root: Node, window: Window?, paths: [Path], isPlaced: Bool) {
    self.range = range
    self.text = text
    self.root = root
    self.window = window
    self.paths = paths
    self.isPlaced = isPlaced
  }

  /// The path, where the expression is nothing but a path.
  package var bareReference: Path? {
    if case .path(let path) = root.form { path } else { nil }
  }

  /// The text of a part.
  func wholeText(_ span: Span) -> String { text.part(span) }

  /// The text of a part for a message, shortened past 40 characters.
  func text(_ span: Span) -> String {
    let part = wholeText(span)
    return part.count > 40 ? part.prefix(39) + "…" : part
  }

  /// One part of an expression with its place.
  package struct Node: Sendable {
    package let form: Form
    /// The place in the expression's text.
    package let span: Span
    /// The place in the file.
    package let range: SourceRange
  }

  /// What a part of an expression is.
  package indirect enum Form: Sendable {
    case literal(Literal)
    case path(Path)
    /// A function's name is known and it has as many arguments as it takes.
    case call(Function, [Node])
    case negate(Node)
    case not(Node)
    /// The second range is the operator's own.
    case binary(Operator, SourceRange, Node, Node)
    case choice(condition: Node, then: Node, otherwise: Node)
  }
}

/// What stands between two parts of an expression.
package enum Operator: String, Sendable, CaseIterable, Phrased {
  case or, and
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case equal = "="
  case unequal = "!="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case power = "^"

  /// Whether it compares two figures and gives a truth.
  package var isComparison: Bool {
    switch self {
    case .less, .atMost, .greater, .atLeast, .equal, .unequal: true
    default: false
    }
  }

  package func phrase(in language: Language) -> String { rawValue }
}

extension String {
  /// The text of a stretch, cut at the end.
  func part(_ span: Span) -> String {
    let start = utf8.index(startIndex, offsetBy: span.start, limitedBy: endIndex) ?? endIndex
    let end = utf8.index(startIndex, offsetBy: span.end, limitedBy: endIndex) ?? endIndex
    return String(self[start..<end])
  }
}
