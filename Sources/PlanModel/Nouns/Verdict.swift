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
    [
      Field(
        "says", \.says, .choice(Answer.self), .required, Doc("feasible, conditional or infeasible", "可行、有条件可行或不可行")),
      Field("start_with", \.startWith, .list(.reference(.module)), Doc("what to begin with", "建议先行的模块")),
      Field("because", \.because, .text, Doc("why", "理由")),
    ])
}
