package import PlanText

/// Formulas, includes, policies or dependencies that come back to where they began.
///
/// - zh-Hans: 公式、引入的文件、政策或依赖关系绕回了起点
/// - zh-Hant: 公式、引入的檔案、政策或相依關係繞回了起點
///
/// ## Why it matters
/// A figure that needs itself has no value, and a task that waits for itself never starts. Nothing on the loop can be
/// computed, nor what rests on it.
///
/// ## How to mend
/// State one of the figures on the loop, or take one of the references out.
///
/// ## Bad
/// ```yaml
/// assumptions:
///   revenue: {equals: online-revenue / 45%, source: management accounts, as_of: 2024}
///   online-revenue: {equals: revenue * 45%, source: management accounts, as_of: 2024}
/// ```
///
/// ## Mended
/// ```yaml
/// assumptions:
///   revenue: {value: CNY 1.6bn, source: management accounts, as_of: 2024}
///   online-revenue: {equals: revenue * 45%, source: management accounts, as_of: 2024}
/// ```
package enum ReferenceCycle: Problem {
  package static let code = "S009"
  package static let severity = Severity.error

  /// A loop, in the order in which one needs the next; the first may stand at its end again.
  package static func diagnostic(_ loop: [(name: String, range: SourceRange)]) -> Diagnostic {
    let isClosed = loop.count > 1 && loop.first?.name == loop.last?.name
    let loop = isClosed ? loop.dropLast() : loop[...]
    let names = loop.map(\.name)
    let whole = way(names + names.prefix(1))
    let first = names.first ?? ""
    return Diagnostic(
      Self.self, at: loop.first?.range ?? .nowhere,
      names.count == 1
        ? Message(
          en: "`\(first)` needs itself: \(whole)", hans: "`\(first)` 依赖自身：\(whole)",
          hant: "`\(first)` 相依於自身：\(whole)")
        : Message(
          en: "`\(first)` comes back to itself: \(whole)", hans: "`\(first)` 绕了一圈又回到自身：\(whole)",
          hant: "`\(first)` 繞了一圈又回到自身：\(whole)"),
      label: needs(names.count > 1 ? names[1] : first),
      labels: loop.enumerated().dropFirst().filter { $0.element.range != loop.first?.range }.map { place, member in
        Diagnostic.Label(member.range, needs(names[(place + 1) % names.count]))
      },
      help: Message(
        en: "take one step of the loop out: state a figure instead of deriving it, or drop an include",
        hans: "请去掉环中的一处引用：直接写出数字而不推导，或删去一处引入",
        hant: "請去掉環中的一處引用：直接寫出數字而不推導，或刪去一處引入"))
  }

  private static func needs(_ name: String) -> Message {
    Message(en: "needs `\(name)`", hans: "需要 `\(name)`", hant: "需要 `\(name)`")
  }
}
