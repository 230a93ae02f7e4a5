import ArgumentParser
import PlanDriver

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a plan: a commented file that lints clean.",
    discussion: "An existing file is never overwritten.")

  @Argument(help: "The folder of the new plan; its last name becomes the plan's id.")
  var folder: String

  func run() throws {
    switch writeNewPlan(in: folder) {
    case .success(let path): writeOut("\(path)\n")
    case .failure(let problem): throw environment("\(problem.path): \(problem.reason)")
    }
  }
}
