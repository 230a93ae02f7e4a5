import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// What the rules on adjustments look at.
extension RuleContext {
  /// What adjustments moved, in the order of their dates.
  var ledger: Ledger { figures.ledger }

  /// An entry as it is written.
  func adjustment(_ entry: Ledger.Entry) -> Adjustment { plan.adjustments?.entries[entry.place].value ?? Adjustment() }

  /// The adjustments, as against reallocations, by date.
  var countedEntries: [Ledger.Entry] { ledger.entries.filter { adjustment($0).kind?.value == .adjustment } }

  /// Whether any policy bounds adjustments; most plans need not look further.
  var hasAdjustmentRules: Bool { !resolved.house.each(\.adjustments).isEmpty }

  /// The year of the plan's calendar in which a day falls.
  func year(of date: CivilDate) -> Period { resolved.period(.year, holding: date) }

  /// Approved money at the id of a line or reserve, or at `total`, in the plan's currency; nil where that is no one figure.
  func approved(_ account: String) -> Quantity? { figures.balance(of: account, after: 0) }

  /// Approved money of several lines and reserves together; nil without any, or where one of them cannot be told.
  func approved(_ accounts: [String]) -> Quantity? {
    var sum: Fraction = 0
    for account in accounts {
      guard let money = approved(account) else { return nil }
      sum += money.value
    }
    return accounts.isEmpty ? nil : Quantity(sum, ledger.unit)
  }

  /// Whether a line or reserve is one of these, or stands under one of them.
  func isInside(_ id: String, _ ids: Set<String>) -> Bool {
    guard let place = resolved.lines.place(of: id) else { return ids.contains(id) }
    return resolved.lines.lineage(of: place).contains { ids.contains(resolved.lines.entries[$0].id.value) }
  }
}

/// An entry of the ledger for the reader: adjustment `adj-1`; in a Chinese sentence with a blank after it.
struct EntryName: Phrased {
  let id: String
  let kind: Adjustment.Kind

  init(_ entry: Ledger.Entry, _ context: RuleContext) {
    self.init(entry.id.value, context.adjustment(entry))
  }

  init(_ id: String, _ adjustment: Adjustment) {
    self.id = id
    kind = adjustment.kind?.value ?? .adjustment
  }

  /// The name before a comma: without the blank.
  var last: Message { words(after: "") }

  func phrase(in language: Language) -> String { words(after: " ").text(in: language) }

  private func words(after blank: String) -> Message {
    kind == .adjustment
      ? Message(en: "adjustment `\(id)`", hans: "调整 `\(id)`\(blank)", hant: "調整 `\(id)`\(blank)")
      : Message(en: "reallocation `\(id)`", hans: "调剂 `\(id)`\(blank)", hant: "調劑 `\(id)`\(blank)")
  }
}

extension Ledger.Entry {
  /// Where its money is written: the one amount, or the entry's name where it moves several.
  var range: SourceRange { moves.count == 1 ? moves[0].range : id.range }
}

extension RuleContext {
  /// Whether a machine may decide on an entry, because it is a reallocation under a standing right that says so.
  func isAutomatic(_ adjustment: Adjustment) -> Bool {
    guard let right = plan.budget?.reallocation, adjustment.kind?.value == .reallocation else { return false }
    return right.automatic?.value == true && right.countsAs?.value == .reallocation
  }
}

/// Who reports to whom.
struct ReportingLines {
  /// Numbers of the roles and of all that they are said to report to.
  private var numbers: [String: Int] = [:]
  /// The number that each of these reports to.
  private var superiors: [Int?] = []

  init(_ roles: Table<Role>?) {
    for entry in roles?.entries ?? [] {
      let role = number(of: entry.id.value)
      let superior = entry.value.reportsTo.map { number(of: $0.value) }
      superiors[role] = superior
    }
  }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = superiors.count
    superiors.append(nil)
    return superiors.count - 1
  }

  /// Whether a role reports to another, directly or through others.
  func has(_ role: String, under other: String) -> Bool {
    guard let start = numbers[role], let goal = numbers[other] else { return false }
    var next = superiors[start]
    // Those who report to each other in a circle are all met within as many steps as there are roles.
    for _ in superiors.indices {
      guard let superior = next else { return false }
      if superior == goal { return true }
      next = superiors[superior]
    }
    return false
  }
}

extension RuleContext {
  /// What the budget's figures in an expression come to today, where the ledger changed them: the expression itself speaks
  /// of them as approved.
  func todayNotes(_ expression: Expression) -> [Message] {
    guard plan.adjustments != nil else { return [] }
    return expression.paths.prefix(4).compactMap { path in
      guard path.names.first == "budget", let account = path.names.last,
        let approved = figures.figure(path.text)?.quantity, let today = figures.figure(path.text + ".today")?.quantity,
        today.value != approved.value, path.names.count == 1 || isTouched(account)
      else { return nil }
      return Message(
        en: "\(path) as approved; with the ledger it is \(said(today))",
        hans: "\(path) 为批准数；加上台账为 \(said(today))", hant: "\(path) 為核准數；加上台帳為 \(said(today))")
    }
  }

  /// Whether the ledger names a line or reserve, or one below it. What was moved by today tells it without gathering all
  /// that the ledger names; only what comes out even, and money of another currency, is looked up there.
  private func isTouched(_ account: String) -> Bool {
    ledger.moved(account, after: ledger.effective) != 0 || ledger.accounts.contains(account)
  }
}
