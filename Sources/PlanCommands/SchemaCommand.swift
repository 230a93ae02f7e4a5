import ArgumentParser
import PlanModel
import PlanReports

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a kind of document, for editors and other checkers.")

  @Argument(help: "plan, part, policy, portfolio, theme, diagnostics, plan.json or portfolio.json.")
  var kind: PublishedSchema = .plan

  func run() throws { writeData(schemaText(kind)) }
}

extension PublishedSchema: ExpressibleByArgument {}
