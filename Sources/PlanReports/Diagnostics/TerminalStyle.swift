import PlanText

/// How a piece of text is set off on a terminal.
enum TerminalStyle: Hashable {
  case plain
  case strong
  case severity(Severity)
  /// Line numbers, bars and the underlines of related places.
  case aside

  /// The text, between the ANSI codes that switch the style on and off again if colours are wanted.
  func applied(to text: String, isColoured: Bool) -> String {
    guard isColoured, self != .plain, !text.isEmpty else { return text }
    return sequence + text + Self.plain.sequence
  }

  /// What switches the styles on and, the last one, off: all that the tool ever tells a terminal.
  static let sequences: [String] =
    ([.strong, .aside] + Severity.allCases.map { .severity($0) } + [.plain]).map { (style: TerminalStyle) in
      style.sequence
    }

  private var sequence: String { "\u{1B}[\(code)m" }

  /// Parameters of ANSI's "select graphic rendition": bold, with a bright colour that shows on dark and light ground.
  private var code: String {
    switch self {
    case .plain: "0"
    case .strong: "1"
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.advice): "1;36"
    case .aside: "1;34"
    }
  }
}
