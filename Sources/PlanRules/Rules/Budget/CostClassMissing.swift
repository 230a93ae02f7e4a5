import PlanModel
package import PlanText

/// A channel says no cost of a class that the policy asks for.
///
/// - zh-Hans: 渠道缺少政策要求的成本类别
/// - zh-Hant: 通路缺少政策要求的成本類別
///
/// ## Why it matters
/// Direct cost is what is invoiced. What integration, rework and conflicts between channels cost is hidden, and what the
/// same money would have brought elsewhere is forgone; a channel that shows neither looks cheaper than it is.
///
/// ## How to mend
/// Add a cost of each class under the channel's `costs`. Where there is none, a cost of 0 with a `note` says that somebody
/// looked.
///
/// ## Policy
/// `required.cost_classes`: the classes every channel with `costs` must show. Without it the rule is silent.
///
/// ## Bad
/// ```yaml
/// policy: [house.yaml]
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
/// channels:
///   search: {side: online, owner: cmo, paid_by: media, costs: {clicks: {class: direct, amount: CNY 900k}}}
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// required: {cost_classes: [direct, hidden]}
/// ```
///
/// ## Mended
/// ```yaml
/// policy: [house.yaml]
/// budget: {total: CNY 1m, lines: {media: {amount: CNY 1m, owner: cmo}}}
/// channels:
///   search:
///     side: online
///     owner: cmo
///     paid_by: media
///     costs: {clicks: {class: direct, amount: CNY 900k}, matching: {class: hidden, amount: CNY 100k}}
/// # file: house.yaml
/// kind: policy
/// schema: 1
/// id: house
/// title: House policy
/// owner: cfo
/// required: {cost_classes: [direct, hidden]}
/// ```
package struct CostClassMissing: Rule {
  package static let code = "B317"
  package static let severity = Severity.warning
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    guard let channels = context.plan.channels, !channels.isEmpty else { return }
    let asked = context.resolved.house.requiredCostClasses
    guard !asked.isEmpty else { return }
    let parents = Set(channels.entries.compactMap { $0.value.parent?.value })
    let out = Set((context.plan.scope?.channelsOut ?? []).map(\.value))
    var bare: [Table<Channel>.Entry] = []
    for entry in channels.entries where !out.contains(entry.id.value) {
      guard let costs = entry.value.costs, !costs.isEmpty else {
        if !parents.contains(entry.id.value), !entry.value.wrote("costs") { bare.append(entry) }
        continue
      }
      // A class that could not be read may be the one that is missing.
      guard costs.entries.allSatisfy({ $0.value.kind != nil }) else { continue }
      let said = Set(costs.entries.compactMap { $0.value.kind?.value })
      let missing = Cost.Class.allCases.filter { word in asked.contains { $0.value == word } && !said.contains(word) }
      if !missing.isEmpty { Self.report(entry, missing, asked.filter { missing.contains($0.value) }, context) }
    }
    guard let first = bare.first else { return }
    let names = NameList(bare.map { "channels.\($0.id.value)" })
    context.report(
      Diagnostic(
        Self.self, at: first.id.range,
        Message(
          en: "\(names) show no costs at all, though the policy asks for their classes",
          hans: "\(names) 完全未列成本，而政策要求按类别列示", hant: "\(names) 完全未列成本，而政策要求按類別列示"),
        labels: bare.dropFirst().prefix(5).map {
          .init($0.id.range, Message(en: "no `costs`", hans: "缺少 `costs`", hant: "缺少 `costs`"))
        },
        help: Message(
          en: "list what makes up their amounts under `costs`, each with its `class`",
          hans: "在 `costs` 中列出金额的构成，并注明 `class`", hant: "在 `costs` 中列出金額的構成，並註明 `class`"),
        severity: .advice))
  }

  private static func report(
    _ entry: Table<Channel>.Entry, _ missing: [Cost.Class], _ asked: [PolicyValue<Cost.Class>], _ context: RuleContext
  ) {
    let words = ClassWords(classes: missing)
    let first = missing.first?.rawValue ?? ""
    context.report(
      Diagnostic(
        Self.self, at: entry.id.range,
        Message(
          en: "`channels.\(entry.id.value)` shows no \(words) cost, which the policy asks for",
          hans: "`channels.\(entry.id.value)` 未列\(words)成本，而政策要求列示",
          hant: "`channels.\(entry.id.value)` 未列\(words)成本，而政策要求列示"),
        labels: asked.map(\.label),
        help: Message(
          en: "add a cost of `class: \(first)` under `costs`; where there is none, one of 0 with a `note`",
          hans: "在 `costs` 中补上 `class: \(first)` 的成本；确实没有时写 0 并以 `note` 说明",
          hant: "在 `costs` 中補上 `class: \(first)` 的成本；確實沒有時寫 0 並以 `note` 說明")))
  }
}

/// Names of classes of cost: direct, hidden, opportunity.
private struct ClassWords: Phrased {
  let classes: [Cost.Class]

  func phrase(in language: Language) -> String {
    let words = classes.map { kind in
      switch kind {
      case .direct: Message(en: "direct", hans: "直接", hant: "直接").text(in: language)
      case .hidden: Message(en: "hidden", hans: "隐性", hant: "隱性").text(in: language)
      case .opportunity: Message(en: "opportunity", hans: "机会", hant: "機會").text(in: language)
      }
    }
    return words.joined(separator: language == .english ? " or " : "、")
  }
}
