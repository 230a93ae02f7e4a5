import PlanModel
import PlanText

extension MarkdownText {
  /// Pieces of a sentence as one text.
  static func written(_ spans: [Report.Span]) -> String {
    var text = ""
    for span in spans {
      switch span {
      case .text(let part, let style):
        switch style {
        case .plain, .muted: text += escaped(part, isStart: text.isEmpty)
        case .strong, .bad, .good: text += "**\(escaped(part))**"
        case .code: text += code(part)
        }
      case .figure(let figure):
        text += escaped(figure.text, isStart: text.isEmpty) + (figure.isDoubtful ? "⚠" : "") + "[^\(figure.note)]"
      case .status(let status, let word): text += "\(status.symbol) \(escaped(word, isStart: false))"
      case .presence(let side, let word):
        let mark = side == .online ? "●" : side == .offline ? "○" : "◐"
        text += word.isEmpty ? mark : mark + " " + escaped(word, isStart: false)
      case .change(_, let label): text += escaped(label, isStart: text.isEmpty)
      case .notes(let numbers): text += numbers.map { "[^\($0)]" }.joined()
      case .mark(let status, _, let letter): text += "\(letter)\(status.symbol) "
      case .place(let place): text += placeText(place)
      case .link(let part, _): text += escaped(part, isStart: text.isEmpty)
      case .dot: text += " · "
      case .bar, .threshold: break
      }
    }
    return unmarked(text)
  }

  /// A place, as a link where the user gave a template.
  static func placeText(_ place: Report.Place) -> String {
    place.link.map { "[\(code(place.text))](<\($0)>)" } ?? code(place.text)
  }
}
