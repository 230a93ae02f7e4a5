package import PlanText

/// A reference to something the plan does not have.
///
/// - zh-Hans: 引用了计划里不存在的东西
/// - zh-Hant: 引用了計畫裡不存在的東西
///
/// ## Why it matters
/// An owner who is no role answers for nothing; a formula over a name that is nowhere has no value, nor has anything
/// that rests on it.
///
/// ## How to mend
/// Correct the id, or add what it refers to.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
///   online-revenue: {equals: anual-revenue * 45%, source: management accounts, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   annual-revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
///   online-revenue: {equals: annual-revenue * 45%, source: management accounts, as_of: 2024}
/// ```
package enum UndefinedReference: Problem {
  package static let code = "S008"
  package static let severity = Severity.error

  /// An id in a field that no noun of its section has.
  ///
  /// - Parameters:
  ///   - near: the one that was most likely meant.
  ///   - known: the ids there are, in the order of the plan.
  package static func diagnostic(
    _ id: String, target: Target, near: String?, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "there is no \(target) `\(id)`", hans: "没有名为 `\(id)` 的\(Spaced(target))",
        hant: "沒有名為 `\(id)` 的\(Spaced(target))"),
      help: suggestion(near) ?? list(known, of: target),
      fix: near.map { Fix.guess($0, at: range) })
  }

  /// A path in an expression that is nothing.
  ///
  /// - Parameter known: the names that could have stood there.
  package static func path(_ path: String, known: [String], at range: SourceRange) -> Diagnostic {
    let near = didYouMean(path, among: known)
    let names = CodeList(known, limit: shown)
    let help =
      known.isEmpty
      ? Message(
        en: "write a KPI or an assumption by its id, anything else with its section: `budget.total`",
        hans: "KPI 和假设直接写 id，其他内容要带上所在部分，例如 `budget.total`", hant: "KPI 和假設直接寫 id，其他內容要帶上所在部分，例如 `budget.total`")
      : Message(en: "known here: \(names)", hans: "此处可用：\(names)", hant: "此處可用：\(names)")
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(path)` is no figure of this plan", hans: "本计划里没有 `\(path)` 这个数字", hant: "本計畫裡沒有 `\(path)` 這個數字"),
      help: suggestion(near) ?? help,
      fix: near.map { Fix.guess($0, at: range) })
  }

  /// A KPI named bare where one figure of it is needed.
  ///
  /// - Parameter figures: the paths of the figures the KPI has, such as `cac.target`.
  package static func series(_ kpi: String, figures: [String], at range: SourceRange) -> Diagnostic {
    let names = CodeList(figures, limit: shown)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(kpi)` is a KPI with several figures, and one of them is needed here",
        hans: "`\(kpi)` 是有多个数字的 KPI，这里需要其中一个", hant: "`\(kpi)` 是有多個數字的 KPI，這裡需要其中一個"),
      help: figures.isEmpty
        ? Message(
          en: "give the KPI a `baseline`, or an objective with a `target`, and name that figure: `\(kpi).target`",
          hans: "请给这个 KPI 写上 `baseline`，或给目标写上 `target`，再引用该数字：`\(kpi).target`",
          hant: "請給這個 KPI 寫上 `baseline`，或給目標寫上 `target`，再引用該數字：`\(kpi).target`")
        : Message(en: "name one of them: \(names)", hans: "请写明是哪一个：\(names)", hant: "請寫明是哪一個：\(names)"),
      fix: figures.count == 1 ? figures.first.map { Fix.guess($0, at: range) } : nil)
  }

  /// A limit of a portfolio that bounds what only single plans have.
  package static func acrossPlans(_ key: String, _ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "a portfolio's limit cannot bound \(key) `\(id)`: an id in two plans means two things",
        hans: "组合的限额不能限制 \(key) `\(id)`：同一个 id 在两份计划里是两样东西",
        hant: "組合的限額不能限制 \(key) `\(id)`：同一個 id 在兩份計畫裡是兩樣東西"),
      help: Message(
        en:
          "bound a `category`, a `reserve`, `each: category` or `each: plan`; other limits belong to a plan or its policy",
        hans: "可限制 `category`、`reserve`、`each: category` 或 `each: plan`；其他限额请写在计划或其政策里",
        hant: "可限制 `category`、`reserve`、`each: category` 或 `each: plan`；其他限額請寫在計畫或其政策裡"))
  }

  private static let shown = 8

  private static func suggestion(_ near: String?) -> Message? {
    near.map { Message(en: "did you mean `\($0)`?", hans: "是否想写 `\($0)`？", hant: "是否想寫 `\($0)`？") }
  }

  private static func list(_ known: [String], of target: Target) -> Message {
    let names = CodeList(known, limit: shown)
    if !known.isEmpty {
      return Message(en: "the plan has \(names)", hans: "计划里有 \(names)", hant: "計畫裡有 \(names)")
    }
    let section = target.section
    return Message(
      en: "\(section) is empty; add it there, or take the reference out", hans: "\(section) 是空的；请在那里补上，或删去这个引用",
      hant: "\(section) 是空的；請在那裡補上，或刪去這個引用")
  }
}

extension Target {
  /// Where nouns of this kind are written.
  fileprivate var section: Message {
    switch self {
    case .role: Message(verbatim: "`team.roles`")
    case .unit: Message(verbatim: "`team.units`")
    case .roleOrUnit: Message(verbatim: "`team`")
    case .line: Message(verbatim: "`budget.lines`")
    case .stage: Message(verbatim: "`journey`")
    case .duty: Message(verbatim: "`duties`")
    case .evidence: Message(verbatim: "`evidence`")
    case .category: Message(en: "`categories` of the policy", hans: "政策的 `categories`", hant: "政策的 `categories`")
    case .calendar: Message(en: "`calendars` of the policy", hans: "政策的 `calendars`", hant: "政策的 `calendars`")
    case .served: Self.sections("pillars", "objectives")
    case .means: Self.sections("channels", "modules", "milestones", "events")
    case .audience: Self.sections("channels", "segments", "budget.lines")
    case .provided: Self.sections("modules", "channels")
    case .exposed: Self.sections("channels", "modules", "partners", "budget.lines")
    case .kpi, .phase, .milestone, .task, .objective, .assumption, .claim, .channel, .segment, .module, .partner,
      .alert,
      .risk, .adjustment, .scorecard, .serviceLevel:
      Message(verbatim: "`\(rawValue)s`")
    }
  }

  private static func sections(_ names: String...) -> Message { Message(verbatim: "\(CodeList(names))") }
}
