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
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

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
