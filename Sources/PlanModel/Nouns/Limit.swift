package import PlanExpressions
package import PlanQuantities
package import PlanText

/// A cap or floor on a line, a category, a reserve, a phase, a KPI, or each of a kind.
package struct Limit: Noun {
  package var common = Common()
  package var line: Located<String>?
  package var channel: Located<String>?
  package var category: Located<String>?
  package var reserve: Located<Reserve.Purpose>?
  package var phase: Located<String>?
  package var kpi: Located<String>?
  package var each: Located<Each>?
  package var atMost: Located<Quantity>?
  package var atLeast: Located<Quantity>?
  package var base: Located<Expression>?
  package var period: Located<Period>?
  package var severity: Located<Strength>?
  package var overridable: Located<Bool>?
  package var reason: Text?

  package init() {}

  package enum Each: String, Choice { case channel, line, category, phase, month, quarter, plan }
  package enum Strength: String, Choice {
    case error, warning, advice
    /// As a diagnostic's severity.
    package var severity: Severity { Severity(rawValue: rawValue) ?? .error }
  }

  package static let nounName = "limit"

  package static let table = NounTable<Limit>(
    Doc("a cap or floor", "上限或下限"),
    exclusive: [["line", "channel", "category", "reserve", "phase", "kpi", "each"]],
    example: """
      budget:
        total: 500万元
        lines:
          media: {amount: 300万元, owner: cmo, for: 全年投放}
          content: {amount: 200万元, owner: cmo, for: films and articles}
      limits:
        media-cap: {line: media, at_most: 65%}
        content-floor: {line: content, at_least: 150万元}
      """,
    [
      Field("line", \.line, .reference(.line), Doc("the line it bounds", "所限科目")),
      Field("channel", \.channel, .reference(.channel), Doc("the channel it bounds", "所限渠道")),
      Field("category", \.category, .word, Doc("the category of lines it bounds", "所限类别")),
      Field("reserve", \.reserve, .choice(Reserve.Purpose.self), Doc("the reserves of a purpose", "所限用途的预留")),
      Field("phase", \.phase, .reference(.phase), Doc("the phase it bounds", "所限阶段")),
      Field("kpi", \.kpi, .reference(.kpi), Doc("the KPI it bounds", "所限指标")),
      Field("each", \.each, .choice(Each.self), Doc("every one of a kind", "每一个")),
      Field(
        "at_most", \.atMost, .quantity(.quantity), .unless(["at_least"]),
        Doc("the cap, in money or as a share", "上限，金额或比例"),
        base: "of", tightening: .lower),
      Field(
        "at_least", \.atLeast, .quantity(.quantity), Doc("the floor, in money or as a share", "下限，金额或比例"), base: "of",
        tightening: .higher),
      Field("of", \.base, .expression, Doc("base of a share; budget.total if left out", "比例的基数，默认 budget.total")),
      Field("period", \.period, .period, Doc("when it holds", "适用期间")),
      Field("severity", \.severity, .choice(Strength.self), Doc("how a breach is reported", "违反时的级别")),
      Field(
        "overridable", \.overridable, .flag,
        Doc("whether a plan may loosen it with a reason; policy only", "计划可否说明理由后放宽，仅政策可写")),
      Field("reason", \.reason, .text, Doc("why it is loosened", "放宽理由")),
    ])
}
