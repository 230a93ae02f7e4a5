/// How a chart's text looks: one of three sizes, all readable where they are allowed.
package struct TextStyle: Sendable, Hashable {
  /// The size of the letters in tenths of a pixel.
  package enum Size: Int, Sendable {
    case normal = 12_5
    case small = 11_5
    /// Names on the axes of narrow drawings only.
    case axis = 10_5
  }

  /// What the colour says.
  enum Tone: Sendable {
    case plain, muted, bad, accent
    /// Text on the fill of that name.
    case on1, on2, on3, on4, onNegative
    /// Text on a disc of ink.
    case onInk
  }

  package var size: Size = .normal
  var isBold = false
  var tone: Tone = .plain
  /// Whether the paper's colour surrounds the letters, for text over lines.
  var hasHalo = false

  static let normal = TextStyle()
  static let bold = TextStyle(isBold: true)
  static let small = TextStyle(size: .small)
  static let smallBold = TextStyle(size: .small, isBold: true)
  static let muted = TextStyle(size: .small, tone: .muted)

  func toned(_ tone: Tone) -> TextStyle { with { $0.tone = tone } }
  func sized(_ size: Size) -> TextStyle { with { $0.size = size } }
  var haloed: TextStyle { with { $0.hasHalo = true } }

  private func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
    var style = self
    change(&style)
    return style
  }
}

/// Which point of a text its place names.
package enum TextAnchor: Sendable { case start, middle, end }
