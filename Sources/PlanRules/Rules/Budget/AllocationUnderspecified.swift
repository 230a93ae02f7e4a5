import PlanAnalysis
import PlanModel
import PlanQuantities
package import PlanText

/// A method of allocation lacks what it splits the money by.
///
/// - zh-Hans: 分配方法缺少所依据的数据
/// - zh-Hant: 分配方法缺少所依據的資料
///
/// ## Why it matters
/// "In proportion to return" is no method while a channel has no expected return: whoever computes the split has to guess.
///
/// ## How to mend
/// `by_return` needs a `roi` on every channel it splits over, `by_value` segments with `share` and `value`, `by_curve` a
/// `response`; `even` needs nothing. Name fewer channels in `over`, give the input, or set the method's weight to 0%.
///
/// ## Bad
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines: {media: {amount: CNY 1m, owner: cmo}}
///   allocation: {methods: {by_return: 100%}}
/// channels:
///   live: {side: online, owner: cmo, paid_by: media, amount: CNY 600k, roi: 8.2x}
///   search: {side: online, owner: cmo, paid_by: media, amount: CNY 400k}
/// ```
///
/// ## Mended
/// ```yaml
/// budget:
///   total: CNY 1m
///   lines: {media: {amount: CNY 1m, owner: cmo}}
///   allocation: {methods: {by_return: 100%}}
/// channels:
///   live: {side: online, owner: cmo, paid_by: media, amount: CNY 700k, roi: 8.2x}
///   search: {side: online, owner: cmo, paid_by: media, amount: CNY 300k, roi: 3.5x}
/// ```
package struct AllocationUnderspecified: Rule {
  package static let code = "B313"
  package static let severity = Severity.error
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let allocation = context.plan.budget?.allocation, let methods = allocation.methods else { return }
    let known = Figures.allocationMethods + ["by_curve"]
    for method in methods.entries where !known.contains(method.id.value) {
      let guess = didYouMean(method.id.value, among: known)
      context.report(
        Diagnostic(
          Self.self, at: method.id.range,
          Message(
            en: "there is no method `\(method.id.value)`", hans: "没有名为 `\(method.id.value)` 的分配方法",
            hant: "沒有名為 `\(method.id.value)` 的分配方法"),
          help: guess.map { Message(en: "did you mean `\($0)`?", hans: "是否为 `\($0)`？", hant: "是否為 `\($0)`？") }
            ?? Message(
              en: "write one of `even`, `by_return`, `by_value`, `by_curve`",
              hans: "请写 `even`、`by_return`、`by_value`、`by_curve` 之一",
              hant: "請寫 `even`、`by_return`、`by_value`、`by_curve` 之一")))
    }
    for gap in context.figures.allocationGaps { Self.report(gap, context) }
  }

  private static func report(_ gap: AllocationGap, _ context: RuleContext) {
    let names = NameList(gap.channels.map { "channels.\($0.id.value)" })
    let needs: Message
    let lack: Message
    switch gap.method {
    case "by_return":
      needs = Message(en: "splits by expected return", hans: "按预期回报分配", hant: "按預期回報分配")
      lack = .code("roi")
    case "by_value":
      needs = Message(en: "splits by what customers are worth", hans: "按用户价值分配", hant: "按用戶價值分配")
      lack = Message(
        en: "`share` and `value` of their segments", hans: "客群的 `share` 与 `value` ", hant: "客群的 `share` 與 `value` ")
    default:
      needs = Message(en: "splits by response curves", hans: "按响应曲线分配", hant: "按響應曲線分配")
      lack = .code("response")
    }
    context.report(
      Diagnostic(
        Self.self, at: gap.place,
        Message(
          en: "`\(gap.method)` \(needs), but there is no \(lack) for \(names)",
          hans: "`\(gap.method)` \(needs)，而 \(names) 缺少\(Followed(lack))",
          hant: "`\(gap.method)` \(needs)，而 \(names) 缺少\(Followed(lack))"),
        labels: gap.channels.prefix(6).map {
          .init($0.id.range, Message(en: "no \(lack)", hans: "缺少\(Followed(lack))", hant: "缺少\(Followed(lack))"))
        },
        help: Message(
          en: "give the missing input, leave these channels out of `over`, or weigh the method 0%",
          hans: "请补上所缺数据，或在 `over` 中去掉这些渠道，或将该方法的权重设为 0%",
          hant: "請補上所缺資料，或在 `over` 中去掉這些通路，或將該方法的權重設為 0%")))
  }
}

/// Words at the end of a Chinese sentence: set off by a blank before what is Latin, and by none after it.
private struct Followed: Phrased {
  let words: Message

  init(_ words: Message) { self.words = words }

  func phrase(in language: Language) -> String {
    let text = words.text(in: language)
    let trimmed = text.hasSuffix(" ") ? String(text.dropLast()) : text
    return (trimmed.unicodeScalars.first?.isASCII == true ? " " : "") + trimmed
  }
}
