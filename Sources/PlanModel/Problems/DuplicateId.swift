package import PlanText

/// One id, or one key, is set in two documents of a plan.
///
/// - zh-Hans: 同一个 id 或同一个键在计划的两个文档里都有
/// - zh-Hant: 同一個 id 或同一個鍵在計畫的兩個文件裡都有
///
/// ## Why it matters
/// A plan is the union of its files, and nothing overrides anything: with two values for one thing nobody could tell
/// which of them holds, and the order of files would decide over money.
///
/// ## How to mend
/// Keep one of the two, or give one of them another id.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   conversion: {value: 3%, share_of: visitors, source: web shop, as_of: 2024}
/// kpis:
///   conversion: {unit: "%", share_of: visitors, direction: up}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   conversion-2024: {value: 3%, share_of: visitors, source: web shop, as_of: 2024}
/// kpis:
///   conversion: {unit: "%", share_of: visitors, direction: up}
/// ```
package enum DuplicateId: Problem {
  package static let code = "S007"
  package static let severity = Severity.error

  /// Two nouns of one kind with one id.
  ///
  /// - Parameter kind: the name of the nouns' table.
  package static func diagnostic(
    _ id: String, kind: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    let noun = NounName(kind)
    return Diagnostic(
      Self.self, at: range,
      Message(
        en: "\(noun) `\(id)` is there twice", hans: "\(noun) `\(id)` 出现了两次", hant: "\(noun) `\(id)` 出現了兩次"),
      labels: [Diagnostic.Label(first, firstHere)],
      help: Message(
        en: "keep one of the two, or give one another id; nothing overrides anything",
        hans: "只保留一处，或给其中一处换一个 id；任何内容都不会互相覆盖", hant: "只保留一處，或給其中一處換一個 id；任何內容都不會互相覆蓋"))
  }

  /// A key set in two documents of one plan.
  package static func key(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(key)` is set in two documents of one plan", hans: "`\(key)` 在同一计划的两个文档里都有设定",
        hant: "`\(key)` 在同一計畫的兩個文件裡都有設定"),
      labels: [Diagnostic.Label(first, firstHere)],
      help: Message(
        en: "keep it in one of them; nothing overrides anything", hans: "只保留一处；文档之间不会互相覆盖",
        hant: "只保留一處；文件之間不會互相覆蓋"))
  }

  /// A plan that a portfolio names twice.
  package static func plan(_ file: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(file)` is in the portfolio twice; its money is counted once", hans: "组合里两次列入 `\(file)`；其金额只计一次",
        hant: "組合裡兩次列入 `\(file)`；其金額只計一次"),
      labels: [Diagnostic.Label(first, firstHere)],
      help: Message(en: "take one of the two out", hans: "请删去其中一处", hant: "請刪去其中一處"))
  }

  /// An assumption and a KPI with one name.
  package static func sharedName(_ id: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      Self.self, at: range,
      Message(
        en: "`\(id)` names both an assumption and a KPI", hans: "`\(id)` 既是假设又是 KPI 的名称",
        hant: "`\(id)` 既是假設又是 KPI 的名稱"),
      labels: [Diagnostic.Label(first, firstHere)],
      help: Message(
        en: "rename one of the two: assumptions and KPIs share one name space, for expressions name them alike",
        hans: "请给其中一个改名：假设与 KPI 共用一个名称空间，表达式里的 `\(id)` 才只有一个含义",
        hant: "請給其中一個改名：假設與 KPI 共用一個名稱空間，運算式裡的 `\(id)` 才只有一個含義"))
  }

  private static let firstHere = Message(en: "first here", hans: "首次出现在此", hant: "首次出現在此")
}
