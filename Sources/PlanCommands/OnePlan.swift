import PlanDriver
import PlanModel
import PlanReports
import PlanText

/// The one plan at a path, compiled; ends the command with status 2 where there is none, or more than one.
func onePlan(_ path: String, _ day: DayOption, _ language: LanguageOption) throws -> CompiledPlan {
  switch compilePlans([path], options: try day.checkOptions(), language: language.language) {
  case .failure(let problem): throw environment("\(visible(problem.path)): \(problem.reason)")
  case .success(let plans):
    guard let plan = plans.first else { throw environment("no plan in \(visible(path))") }
    guard plans.count == 1 else {
      let files = plans.map { visible($0.resolved.file.path) }.joined(separator: ", ")
      throw environment("several plans in \(visible(path)); name one of them: \(files)")
    }
    return plan
  }
}
