package import PlanText

/// What a study of feasibility comes to.
package struct StudyVerdict: Noun {
  package var common = Common()
  package var says: Located<Answer>?
  package var startWith: [Located<String>]?
  package var because: Text?

  package init() {}

  package enum Answer: String, Choice { case feasible, conditional, infeasible }

  package static let nounName = "verdict"

  package static let table = NounTable<StudyVerdict>(
    Doc("what a study of feasibility comes to", "可行性结论"),
    example: """
      modules: {member-app: {title: 会员应用, existing: true}}
      feasibility:
        start: 2025-01-01
        investment: 600万元
        net_of: operating
        flows: {2025: 260万元, 2026: 380万元, 2027: 420万元}
        verdicts:
          technical: {says: feasible, start_with: member-app}
          overall:
            says: conditional
            start_with: member-app
            because: {en: The app must first show 9000 members, zh-Hans: 应用须先达到9000名会员}
      """,
    [
      Field(
        "says", \.says, .choice(Answer.self), .required, Doc("feasible, conditional or infeasible", "可行、有条件可行或不可行")),
      Field("start_with", \.startWith, .list(.reference(.module)), Doc("what to begin with", "建议先行的模块")),
      Field("because", \.because, .text, Doc("why", "理由")),
    ])
}
