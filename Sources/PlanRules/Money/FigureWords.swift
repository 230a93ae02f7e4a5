import PlanQuantities
import PlanText

extension Message {
  /// A name and its figure: `budget.total: 1.2亿元`.
  static func figure(_ name: String, _ value: some Phrased) -> Message {
    Message(en: "\(name): \(value)", hans: "\(name)：\(value)", hant: "\(name)：\(value)")
  }
}

/// A figure inside a sentence, in the manner of the plan's own; in Chinese set off from what is Latin by a blank.
struct Said: Phrased {
  private let shown: Shown
  private let isFollowed: Bool

  /// - Parameter isFollowed: whether further words come after it, and not punctuation.
  init(_ quantity: Quantity, like model: Quantity?, isFollowed: Bool = false) {
    self.init(Shown(quantity, like: model), isFollowed)
  }

  private init(_ shown: Shown, _ isFollowed: Bool) {
    self.shown = shown
    self.isFollowed = isFollowed
  }

  /// The figure with further words after it.
  var on: Said { Said(shown, true) }

  func phrase(in language: Language) -> String {
    let text = shown.phrase(in: language)
    guard language != .english, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return text
    }
    return (first.isASCII ? " " : "") + text + (isFollowed && last.isASCII ? " " : "")
  }
}

/// A computed figure as it could be put into the plan: in the manner of one that stands there, and without the commas
/// that would end the value inside `{}`.
struct Writable: Phrased {
  let quantity: Quantity
  /// The figure whose manner it takes; the reader's own language without one.
  let model: Quantity?

  init(_ quantity: Quantity, like model: Quantity? = nil) {
    self.quantity = quantity
    self.model = model
  }

  func phrase(in language: Language) -> String {
    let manner = model?.spelling.map { Self.manner($0, language) } ?? language
    return quantity.computedPhrase(in: manner).replacing(",", with: "")
  }

  /// The language a figure was written in, as far as its words tell; the reader's own otherwise.
  static func manner(_ spelling: String, _ reader: Language) -> Language {
    var isChinese = false
    for letter in spelling.unicodeScalars {
      switch letter {
      case "萬", "億": return .traditional
      case "万", "亿": return .simplified
      case "元", "年": isChinese = true
      default: break
      }
    }
    return !isChinese ? .english : reader == .english ? .simplified : reader
  }
}

/// Figures added up, each by its name: `pilot 40% + rollout 35%`; past the limit, an ellipsis.
struct Sum: Phrased {
  let terms: [(name: String, value: Quantity)]
  /// The figure in whose manner computed ones are written.
  let model: Quantity?
  private let limit = 8

  init(_ terms: [(name: String, value: Quantity)], like model: Quantity? = nil) {
    self.terms = terms
    self.model = model
  }

  func phrase(in language: Language) -> String {
    let shown = terms.prefix(limit).map { "\($0.name) \(Shown($0.value, like: model).phrase(in: language))" }
    return (terms.count > limit ? shown + ["…"] : shown).joined(separator: " + ")
  }

  /// The sum and what it makes: `pilot 40% + rollout 35% = 75%`.
  func note(_ result: Quantity) -> Message {
    let result = Shown(result, like: model)
    return Message(en: "\(self) = \(result)", hans: "\(self) = \(result)", hant: "\(self) = \(result)")
  }
}
