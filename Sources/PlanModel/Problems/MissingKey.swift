package import PlanText

/// A field that must be there is missing.
///
/// - zh-Hans: 缺少必须填写的字段
/// - zh-Hant: 缺少必須填寫的欄位
///
/// ## Why it matters
/// A KPI without a unit cannot be compared, a milestone without a date cannot be scheduled: what depends on the field
/// is left out of every check and every report.
///
/// ## How to mend
/// Add the field, or one of those that may stand for it.
///
/// ## Bad
/// ```yaml
/// kpis:
///   repurchase-rate: {unit: "%", share_of: members, baseline: 20%}
/// ```
///
/// ## Mended
/// ```yaml
/// kpis:
///   repurchase-rate: {unit: "%", share_of: members, baseline: 20%, direction: up}
/// ```
package enum MissingKey: Problem {
  package static let code = "S004"
  package static let severity = Severity.error

  /// A plan that is said to be approved, or closed, and not by whom.
  static func approval(of status: Located<Plan.Life>) -> Diagnostic {
    let isClosed = status.value == .closed
    return Diagnostic(
      Self.self, at: status.range,
      Message(
        en:
          "the plan is \(isClosed ? "closed" : "approved"), but there is no `approval`: nobody is said to have approved it",
        hans: "计划状态为\(isClosed ? "已结束" : "已批准")，却没有 `approval`：未写由谁批准",
        hant: "計畫狀態為\(isClosed ? "已結束" : "已核准")，卻沒有 `approval`：未寫由誰核准"),
      help: Message(
        en: "add `approval: {by: …, date: …, revision: …}`, or go back to `status: proposed`",
        hans: "请补上 `approval: {by: …, date: …, revision: …}`，或退回 `status: proposed`",
        hant: "請補上 `approval: {by: …, date: …, revision: …}`，或退回 `status: proposed`"))
  }

  /// A field that a noun must have.
  ///
  /// - Parameter alternatives: other fields, any of which may stand for it; empty if none may.
  /// - Parameter noun: the name of the noun's table.
  package static func diagnostic(
    _ key: String, alternatives: [String], noun: String, at range: SourceRange
  ) -> Diagnostic {
    let owner = NounName(noun)
    guard !alternatives.isEmpty else {
      return Diagnostic(
        Self.self, at: range,
        Message(
          en: "\(owner.withArticle) must say its `\(key)`", hans: "\(Spaced(owner, .after))缺少必填字段 `\(key)`",
          hant: "\(Spaced(owner, .after))缺少必填欄位 `\(key)`"),
        help: Message(en: "add `\(key): …`", hans: "请补上 `\(key): …`", hant: "請補上 `\(key): …`"))
    }
    let others = CodeList(alternatives)
    let other =
      alternatives.count == 1
      ? Message(verbatim: others.phrase(in: .english))
      : Message(en: "one of \(others)", hans: "\(others) 之一", hant: "\(others) 其中之一")
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(owner.withArticle) must say its `\(key)`, or \(other) in its place",
        hans: "\(Spaced(owner, .after))须有 `\(key)`，或以 \(other) 代替",
        hant: "\(Spaced(owner, .after))須有 `\(key)`，或以 \(other) 代替"),
      help: Message(
        en: "add `\(key): …`; \(others) may stand for it", hans: "请补上 `\(key): …`，或改写 \(others)",
        hant: "請補上 `\(key): …`，或改寫 \(others)"))
  }
}
