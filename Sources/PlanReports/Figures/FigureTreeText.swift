import PlanAnalysis
import PlanExpressions
import PlanQuantities
package import PlanText

extension FigureTree {
  /// The derivation as a tree of lines: each figure with its value, how it is come by and where it is written.
  package func text(_ plan: CompiledPlan) -> String {
    var lines: [String] = []
    write("", "", plan, &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private func write(_ head: String, _ rest: String, _ plan: CompiledPlan, _ lines: inout [String]) {
    let language = plan.language
    lines.append(head + title(plan))
    if let formula, manner != .shown {
      let word = manner == .checked ? FigureWord.mustEqual : FigureWord.formula
      let bar = inputs.isEmpty ? "   " : "│  "
      lines.append(rest + bar + word.text(in: language) + Word.colon(language) + formula)
    }
    for (place, input) in inputs.enumerated() {
      let isLast = place == inputs.count - 1
      input.write(rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  "), plan, &lines)
    }
  }

  /// `budget.technology = 5000万元 (50000000 CNY), stated, plan.yaml:38`.
  private func title(_ plan: CompiledPlan) -> String {
    let language = plan.language
    var notes: [String] = []
    if let exact = exactText { notes.append(exact) }
    if let word = manner.word { notes.append(word.text(in: language)) }
    if let place = plan.place(place) { notes.append("\(visible(place.file)):\(place.line)") }
    let shown =
      if let reason = value.reason {
        (value.isMissing ? ReportWord.missing : ReportWord.undefined).text(in: language) + Word.colon(language)
          + visible(reason.text(in: language))
      } else {
        oneLine(plan.text(value))
      }
    let tail = notes.isEmpty ? "" : "  [" + notes.joined(separator: language == .english ? ", " : "，") + "]"
    return oneLine(name) + " = " + shown + tail
  }

  /// The exact number in its base unit; where its decimals never end, to twelve places and marked so. A time in a unit of
  /// its own, such as working days, is exact as it stands.
  private var exactText: String? {
    guard case .quantity(let quantity) = value, !quantity.isRange, quantity.writtenTime == nil else { return nil }
    let number = quantity.value.decimalText + (quantity.value.decimalPlaces == nil ? "…" : "")
    return quantity.unit.isNone ? number : number + " " + quantity.unit.code
  }
}

extension Value {
  fileprivate var isMissing: Bool {
    if case .missing = self { true } else { false }
  }
}

extension FigureTree.Manner {
  /// The word beside the value; nothing where the formula below says it.
  fileprivate var word: Message? {
    switch self {
    case .stated, .checked: Message(en: "stated", hans: "计划所写", hant: "計畫所寫")
    case .shown: Message(en: "see above", hans: "见上", hant: "見上")
    case .computed, .absent: nil
    }
  }
}

/// The words of derivations.
package enum FigureWord {
  static let formula = Message(en: "formula", hans: "公式", hant: "公式")
  static let mustEqual = Message(en: "must equal", hans: "应等于", hant: "應等於")

  /// Says that a plan has no figure of a name, and which may be meant.
  package static func unknown(_ path: String, suggestion: String?) -> Message {
    let path = visible(path)
    guard let suggestion else {
      return Message(
        en: "the plan has no figure \(path); plan.json lists them all",
        hans: "计划中没有名为 \(path) 的数字；全部数字见 plan.json", hant: "計畫中沒有名為 \(path) 的數字；全部數字見 plan.json")
    }
    return Message(
      en: "the plan has no figure \(path); did you mean \(suggestion)?", hans: "计划中没有名为 \(path) 的数字；是否指 \(suggestion)？",
      hant: "計畫中沒有名為 \(path) 的數字；是否指 \(suggestion)？")
  }
}
