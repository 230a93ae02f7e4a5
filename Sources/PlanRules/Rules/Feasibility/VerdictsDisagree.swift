import PlanModel
import PlanQuantities
package import PlanText

/// Two verdicts of the study disagree.
///
/// - zh-Hans: 可行性各项结论相互矛盾
/// - zh-Hant: 可行性各項結論相互矛盾
///
/// ## Why it matters
/// Whoever carries the plan out begins with what the last verdict said they should; two orders of launch mean that
/// neither has been thought through to the end.
///
/// ## How to mend
/// Agree on one order of launch, and say it in all verdicts. An overall verdict takes up the most doubtful of its parts.
///
/// ## Bad
/// ```yaml
/// modules:
///   crm: {title: CRM, existing: true}
///   shop: {title: Shop, existing: true}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
///   verdicts:
///     technical: {says: feasible, start_with: [crm]}
///     economic: {says: feasible, start_with: [shop]}
/// ```
///
/// ## Mended
/// ```yaml
/// modules:
///   crm: {title: CRM, existing: true}
///   shop: {title: Shop, existing: true}
/// feasibility:
///   start: 2025-01-01
///   investment: CNY 10m
///   flows: {2025: CNY 7m, 2026: CNY 8m}
///   net_of: [operating]
///   verdicts:
///     technical: {says: feasible, start_with: [crm]}
///     economic: {says: feasible, start_with: [crm, shop]}
/// ```
package struct VerdictsDisagree: Rule {
  package static let code = "F918"
  package static let severity = Severity.warning

  package init() {}

  package func check(_ context: RuleContext) {
    guard let verdicts = context.plan.feasibility?.verdicts else { return }
    checkOrders(verdicts, context)
    checkOverall(verdicts, context)
  }

  /// Two lists of what to begin with; one may go further than the other.
  private func checkOrders(_ verdicts: Table<StudyVerdict>, _ context: RuleContext) {
    let orders = verdicts.entries.filter { $0.value.startWith?.isEmpty == false }
    guard let first = orders.first, let order = first.value.startWith else { return }
    for other in orders.dropFirst() {
      guard let second = other.value.startWith, zip(order, second).contains(where: { $0.value != $1.value }),
        let place = Self.range(second), let earlier = Self.range(order)
      else { continue }
      context.report(
        Diagnostic(
          Self.self, at: place,
          Message(
            en:
              "the \(other.id.value) verdict starts with \(Names(second)), the \(first.id.value) one with \(Names(order))",
            hans: "\(other.id.value) 结论建议先做 \(Names(second))，\(first.id.value) 结论建议先做 \(Names(order))",
            hant: "\(other.id.value) 結論建議先做 \(Names(second))，\(first.id.value) 結論建議先做 \(Names(order))"),
          labels: [.init(earlier, .figure(first.id.value, Names(order)))],
          help: Message(
            en: "agree on one order of launch, and say it in both", hans: "请商定同一先后次序，并写入各项结论",
            hant: "請商定同一先後次序，並寫入各項結論")))
      return
    }
  }

  private static func range(_ list: [Located<String>]) -> SourceRange? {
    guard let first = list.first?.range, let last = list.last?.range else { return nil }
    return first.file == last.file ? first.through(last) : first
  }

  /// An overall verdict that is better than one of its parts.
  private func checkOverall(_ verdicts: Table<StudyVerdict>, _ context: RuleContext) {
    guard let overall = verdicts["overall"]?.says else { return }
    let parts = verdicts.entries.filter { $0.id.value != "overall" }
    guard
      let part = parts.first(where: { entry in
        entry.value.says.map { $0.value.doubt > overall.value.doubt && $0.value == .infeasible } ?? false
      }), let says = part.value.says
    else { return }
    context.report(
      Diagnostic(
        Self.self, at: overall.range,
        Message(
          en:
            "the overall verdict is \(overall.value.rawValue), but the \(part.id.value) one is \(says.value.rawValue)",
          hans: "总体结论为 \(overall.value.rawValue)，而 \(part.id.value) 结论为 \(says.value.rawValue)",
          hant: "總體結論為 \(overall.value.rawValue)，而 \(part.id.value) 結論為 \(says.value.rawValue)"),
        labels: [.init(says.range, .figure(part.id.value, Message(verbatim: says.value.rawValue)))],
        help: Message(
          en: "a plan that fails in one respect is not feasible as a whole: mend that part, or the verdict",
          hans: "有一方面不可行，整体即不可行：请解决该方面，或更正总体结论", hant: "有一方面不可行，整體即不可行：請解決該方面，或更正總體結論")))
  }
}

extension StudyVerdict.Answer {
  /// How doubtful it is.
  fileprivate var doubt: Int {
    switch self {
    case .feasible: 0
    case .conditional: 1
    case .infeasible: 2
    }
  }
}

/// Names, one after the other.
private struct Names: Phrased {
  let names: [Located<String>]
  init(_ names: [Located<String>]) { self.names = names }

  func phrase(in language: Language) -> String {
    names.map(\.value).joined(separator: language == .english ? ", " : "、")
  }
}
