import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

// Pieces that sections on the plan's nouns share: names, lists, money that is stated in several ways, who pays.
extension ReportBuilder {
  /// What a noun is called.
  func name(_ common: Common, _ id: Located<String>) -> [Report.Span] { .text(plan.name(common, id: id.value)) }

  /// Names of several nouns by what one is called, as a list in running text.
  func names(_ ids: [Located<String>]?, _ name: (String) -> String) -> [Report.Span] {
    .text(list((ids ?? []).map { name($0.value) }))
  }

  /// A list in running text: with commas, 、 in Chinese.
  func list(_ parts: [String]) -> String { parts.joined(separator: language == .english ? ", " : "、") }

  /// Statements one after the other in one cell.
  func clauses(_ parts: [String]) -> String { parts.joined(separator: language == .english ? "; " : "；") }

  func people(_ ids: [Located<String>]?) -> [Report.Span] { names(ids, plan.person) }

  /// Who answers for something; that nobody does, said as a fault.
  func owner(_ id: String?) -> [Report.Span] {
    id == nil ? [.text(word(ReportWord.nobody), .bad)] : person(id)
  }

  func channel(_ id: String) -> String { plan.plan.channels?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }
  func module(_ id: String) -> String { plan.plan.modules?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }
  func kpi(_ id: String) -> String { plan.plan.kpis?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }
  func segment(_ id: String) -> String {
    let part = plan.plan.segments?.entries.lazy.compactMap { $0.value.parts?[id] }.first
    return part.map { plan.name($0.common, id: id) } ?? oneLine(id)
  }
  func stage(_ id: String) -> String { plan.plan.journey?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }
  func unit(_ id: String) -> String { plan.plan.team?.units?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }
  func partner(_ id: String) -> String { plan.plan.partners?[id].map { plan.name($0.common, id: id) } ?? oneLine(id) }

  /// The computed figure at a path, else the figure the plan states; nothing where neither is said.
  func figure(_ path: String, else stated: Quantity?, _ level: Amounts.Level = .table, isInText: Bool = false)
    -> [Report.Span]
  {
    guard let figure = plan.figures.figure(path), figure.value.reason == nil else {
      return quantity(stated, level, isInText: isInText)
    }
    return self.figure(path, level, isInText: isInText)
  }

  /// Money or money a year, with its unit.
  func amount(_ quantity: Quantity?) -> [Report.Span] { .text(quantity.map(amountText)) }

  func amountText(_ quantity: Quantity) -> String {
    guard quantity.unit.isMoneyPerTime, !quantity.isRange, quantity.vagueness == nil, quantity.bound == nil,
      let currency = quantity.unit.currency
    else { return shown(quantity) }
    return shown(Quantity(quantity.value, .currency(currency))) + word(Message(en: "/y", hans: "/年", hant: "/年"))
  }

  /// The lines that pay for something, with their parts where there are several.
  func payer(_ payer: Payer?) -> [Report.Span] {
    switch payer {
    case nil: []
    case .one(let line)?: .text(plan.lineName(line.value))
    case .several(let parts)?:
      .text(
        list(
          parts.map { part in
            plan.lineName(part.line.value) + " " + amounts.text(part.amount.value, .table, isInText: true)
          }))
    }
  }

  /// A grade by shape and word.
  func grade(_ grade: Grade?) -> [Report.Span] {
    guard let grade else { return [.status(.unknown, word(Message(en: "unknown", hans: "未知", hant: "未知")))] }
    let status: Report.Status =
      switch grade {
      case .high: .bad
      case .medium: .warn
      case .low: .good
      }
    return [.status(status, word(grade.word))]
  }

  /// A table in a region of its own that scrolls where it is too wide.
  func matrix(_ caption: Message, remark: [Report.Span] = [], _ columns: [Report.Column], _ rows: [Report.Row])
    -> [Report.Block]
  {
    guard !rows.isEmpty else { return [] }
    var table = Report.Table(caption: word(caption), remark: remark, columns: columns)
    table.rows = rows
    table.shape = .matrix
    return [.table(table)]
  }
}
