import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// Figures of modules: what they cost, what they bring, and in what time they pay themselves back.
extension Figures {
  /// The figures of all modules together, by name.
  static let moduleSums = ["amount", "benefit", "payback", "payback_by_line"]

  func moduleFigure(_ path: String, _ names: [String]) -> Figure? {
    guard let id = names.first else { return nil }
    guard let module = plan.modules?[id] else { return names.count == 1 ? moduleSum(path, id) : nil }
    switch (names.count > 1 ? names[1] : "amount", names.count) {
    case ("amount", ...2): return moduleAmount(path, id, module)
    case ("benefit", 2): return stated(path, module.benefit, equals: nil)
    case ("payback", 2): return modulePayback(path, id, module)
    case ("payback_by_line", 2): return modulePaybackByLine(path, id, module)
    case ("go_live", 2): return module.goLive.map { Figure(path, .period($0.value), place: $0.range) }
    case ("counted", 3):
      return value(names[2], in: module.counted).map { Figure(path, .quantity($0.value), place: $0.range) }
    default: return nil
    }
  }

  /// As stated, else what several lines pay, else what its line leaves; nothing for what is there already.
  private func moduleAmount(_ path: String, _ id: String, _ module: Module) -> Figure? {
    if let figure = stated(path, module.amount, equals: nil) { return figure }
    if case .several(let parts) = module.paidBy { return payments(path, parts) }
    if let place = spending.place(of: "modules.\(id)"), let rest = rest(path, of: place) { return rest }
    if module.existing?.value == true, let range = module.existing?.range {
      return Figure(path, .quantity(Quantity(0, moneyUnit)), formula: "it is there already", place: range)
    }
    return Figure(path, .missing(noAmount("modules.\(id)")), dimension: money, place: module.common.keyRange)
  }

  /// Amount over yearly benefit.
  private func modulePayback(_ path: String, _ id: String, _ module: Module) -> Figure? {
    guard module.benefit != nil, let amount = figure("modules.\(id)"), let benefit = figure("modules.\(id).benefit")
    else { return nil }
    return quotient(path, amount, benefit, at: module.common.keyRange)
  }

  /// The whole of the lines that pay over the yearly benefit: what the payback is if the budget is right and the
  /// module's own amount is not.
  private func modulePaybackByLine(_ path: String, _ id: String, _ module: Module) -> Figure? {
    guard module.benefit != nil, let lines = module.paidBy?.lines, let benefit = figure("modules.\(id).benefit") else {
      return nil
    }
    let paths = lines.map { "budget.\($0)" }
    guard let paid = paths.count == 1 ? figure(paths[0]) : sum(path, of: paths, at: module.common.keyRange) else {
      return nil
    }
    let formula = paths.count == 1 ? paths[0] : "(\(paths.joined(separator: " + ")))"
    return Figure(
      path, Arithmetic.quotient(paid.value, benefit.value, divisor: benefit.path),
      formula: "\(formula) / \(benefit.path)",
      inputs: paths.compactMap { figure($0) }.map { FigureInput($0) }
        + [FigureInput(benefit)], place: module.common.keyRange)
  }

  /// All modules together: what they cost, what they bring a year, and the one over the other.
  private func moduleSum(_ path: String, _ name: String) -> Figure? {
    guard let modules = plan.modules, !modules.isEmpty, let place = modules.entries.first?.id.range else { return nil }
    let bringing = modules.entries.filter { $0.value.benefit != nil }
    switch name {
    case "amount":
      let costing = modules.entries.filter { $0.value.amount != nil || $0.value.paidBy != nil }
      return sum(path, of: costing.map { "modules.\($0.id.value)" }, at: place)
    case "benefit": return sum(path, of: bringing.map { "modules.\($0.id.value).benefit" }, at: place)
    case "payback":
      guard let benefit = figure("modules.benefit"),
        let amount = sum("\(path).amount", of: bringing.map { "modules.\($0.id.value)" }, at: place)
      else { return nil }
      return Figure(
        path, Arithmetic.quotient(amount.value, benefit.value, divisor: benefit.path),
        formula: "(\(amount.formula ?? "")) / modules.benefit", inputs: amount.inputs + [FigureInput(benefit)],
        place: place)
    case "payback_by_line":
      var seen: Set<String> = []
      let lines = bringing.flatMap { $0.value.paidBy?.lines ?? [] }.filter { seen.insert($0).inserted }
      guard bringing.allSatisfy({ $0.value.paidBy != nil }), let benefit = figure("modules.benefit"),
        let paid = sum(path, of: lines.map { "budget.\($0)" }, at: place)
      else { return nil }
      return Figure(
        path, Arithmetic.quotient(paid.value, benefit.value, divisor: benefit.path),
        formula: "(\(paid.formula ?? "")) / modules.benefit", inputs: paid.inputs + [FigureInput(benefit)], place: place
      )
    default: return nil
    }
  }
}
