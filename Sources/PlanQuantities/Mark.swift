/// How a number without dimension is meant, which steers comparison and print.
package enum Mark: Hashable, Sendable {
  case none
  /// `21%`, kept as 0.21.
  case percent
  /// `3‰`, kept as 0.003.
  case permille
  /// Percentage points: `15pp`, `15个百分点`, kept as 0.15.
  case points
  /// `3.5x`, `1:3.5`, `3:1`, `3倍`.
  case ratio
  /// `8.6/10`: a score with its full marks; zero where the scale is not said, as in `15分`.
  case score(Int)

  /// What the written number is divided by to give the value.
  var divisor: Fraction {
    switch self {
    case .percent, .points: 100
    case .permille: 1000
    default: 1
    }
  }
}

/// On which side of the written figure the value lies.
package enum Bound: Hashable, Sendable {
  /// `>`, 超, 突破, 高于, over.
  case over
  /// `>=`, 不低于, 至少, 以上, `200+`.
  case atLeast
  /// `<`, 低于, under.
  case under
  /// `<=`, 不超过, 至多, 以下, 以内.
  case atMost

  /// Its sign: `>`, `≥`, `<`, `≤`.
  package var symbol: String {
    switch self {
    case .over: ">"
    case .atLeast: "≥"
    case .under: "<"
    case .atMost: "≤"
    }
  }

  /// Whether a value lies on the bound's side of a figure.
  package func holds(_ value: Fraction, against figure: Fraction) -> Bool {
    switch self {
    case .over: value > figure
    case .atLeast: value >= figure
    case .under: value < figure
    case .atMost: value <= figure
    }
  }
}

/// How loosely a figure is meant.
package enum Vagueness: Hashable, Sendable {
  /// `≈`, 约, 左右, about.
  case about
  /// 近: close to the figure, but not above it.
  case nearly
}
