import PlanExpressions
import PlanQuantities

extension Unit {
  /// The unit in outputs for programs: `CNY`, `y`, `CNY/y`, `CNY/person·y`; `1` for a plain number.
  var code: String {
    let factors = self.factors
    let top = factors.filter { $0.power > 0 }.flatMap { Unit.names($0.base, $0.power) }
    // Counted things before time, as a plan writes `CNY/person·y`.
    let below = factors.filter { $0.power < 0 }
    let bottom = (below.filter { $0.base != .time } + below.filter { $0.base == .time })
      .flatMap { Unit.names($0.base, -$0.power) }
    let head = top.isEmpty ? "1" : top.joined(separator: "·")
    return bottom.isEmpty ? head : head + "/" + bottom.joined(separator: "·")
  }

  private static func names(_ base: Base, _ power: Int) -> [String] {
    let name =
      switch base {
      case .currency(let code): code
      case .time: "y"
      case .word(let word): word
      }
    return Array(repeating: name, count: min(power, 100))
  }
}

extension Dimension {
  /// The unit in outputs for programs; nil where it is not known.
  var code: String? {
    switch self {
    case .unknown: nil
    case .zero, .tally: "1"
    case .quantity(let unit, _): unit.code
    case .date: "date"
    case .truth: "truth"
    case .series(let element), .figures(let element): element.code
    }
  }
}

extension Mark {
  /// How a plain number is meant, in outputs for programs; nil for one that is meant as it stands.
  var code: String? {
    switch self {
    case .none: nil
    case .percent: "percent"
    case .permille: "permille"
    case .points: "points"
    case .ratio: "ratio"
    case .score: "score"
    }
  }
}

extension Bound {
  /// On which side of the figure the value lies, in outputs for programs.
  var code: String {
    switch self {
    case .over: "over"
    case .atLeast: "at_least"
    case .under: "under"
    case .atMost: "at_most"
    }
  }
}

extension Vagueness {
  /// How loosely the figure is meant, in outputs for programs.
  var code: String {
    switch self {
    case .about: "about"
    case .nearly: "nearly"
    }
  }
}
