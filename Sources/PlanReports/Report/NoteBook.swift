import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Where every figure of the report comes from: one number a figure, in the order of first appearance; what figures
/// were computed from comes last.
final class NoteBook {
  private let plan: CompiledPlan
  private let amounts: Amounts
  private var numbers: [String: Int] = [:]
  private var entries: [Entry] = []

  /// A figure the report itself makes, such as the money that promises lack.
  struct Derived {
    let key: String
    let name: Message
    let value: Value
    let formula: String
    /// Paths of the figures it was made from.
    var inputs: [String] = []
    var places: [SourceRange] = []
  }

  private enum Entry {
    case figure(Figure)
    case derived(Derived)
    /// A literal or name that went into a figure and has no path of its own.
    case input(FigureInput)
  }

  init(_ plan: CompiledPlan, _ amounts: Amounts) {
    self.plan = plan
    self.amounts = amounts
  }

  /// The number of the note on the figure at a path; nil where the plan has no such figure.
  func number(_ path: String) -> Int? {
    if let number = numbers[path] { return number }
    guard let figure = plan.figures.figure(path) else { return nil }
    return add(path, .figure(figure))
  }

  func number(_ derived: Derived) -> Int {
    if let number = numbers[derived.key] { return number }
    return add(derived.key, .derived(derived))
  }

  private func number(_ input: FigureInput) -> Int {
    if let source = plan.figures.figure(input.name), source.place == input.place || source.value == input.value,
      let number = number(input.name)
    {
      return number
    }
    let key = "\(input.name)@\(input.place?.file.number ?? 0):\(input.place?.start ?? 0)"
    return numbers[key] ?? add(key, .input(input))
  }

  private func add(_ key: String, _ entry: Entry) -> Int {
    entries.append(entry)
    numbers[key] = entries.count
    return entries.count
  }

  /// Every note; what the figures rest on is added until nothing is missing.
  func all() -> [Report.Note] {
    var notes: [Report.Note] = []
    var place = 0
    while place < entries.count {
      notes.append(note(entries[place], place + 1))
      place += 1
    }
    return notes
  }

  private func note(_ entry: Entry, _ number: Int) -> Report.Note {
    switch entry {
    case .figure(let figure):
      return Report.Note(
        number: number, name: plan.name(ofFigure: figure.path), exact: exactText(figure.value),
        formula: figure.formula ?? figure.path, inputs: figure.inputs.map { self.number($0) },
        places: places([figure.place].compactMap { $0 }), isDoubtful: plan.isDoubtful(figure.path))
    case .derived(let derived):
      return Report.Note(
        number: number, name: derived.name.text(in: plan.language), exact: exactText(derived.value),
        formula: derived.formula, inputs: derived.inputs.compactMap { self.number($0) },
        places: places(derived.places), isDoubtful: derived.inputs.contains { plan.isDoubtful($0) })
    case .input(let input):
      return Report.Note(
        number: number, name: oneLine(input.name), exact: exactText(input.value), formula: nil, inputs: [],
        places: places([input.place].compactMap { $0 }), isDoubtful: false)
    }
  }

  private func places(_ ranges: [SourceRange]) -> [Report.Place] { plan.places(ranges) }

  /// The exact value for people: money in full, everything else with its unit.
  private func exactText(_ value: Value) -> String {
    if let reason = value.reason { return reason.text(in: plan.language) }
    guard case .quantity(let quantity) = value, !quantity.isRange, quantity.unit.isMoney,
      let currency = quantity.unit.currency
    else { return oneLine(plan.text(value)) }
    return amounts.number(quantity.value, places: 2) + "\u{A0}" + currency
  }
}

extension Value {
  /// The value for machines, the same in every language: decimal in the base unit, with the unit; twelve places where
  /// the decimals do not end.
  var exact: String {
    switch self {
    case .quantity(let quantity):
      let number =
        quantity.isRange
        ? "\(quantity.low.decimalText)..\(quantity.high.decimalText)" : quantity.value.decimalText
      let unit = quantity.unit.isPure ? quantity.mark.code : quantity.unit.code
      return unit.map { "\(number) \($0)" } ?? number
    case .period(let period): return period.text
    case .truth(let truth): return truth ? "true" : "false"
    default: return ""
    }
  }
}
