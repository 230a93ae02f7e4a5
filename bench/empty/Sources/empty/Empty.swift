import ArgumentParser

/// A command line that does nothing: what start-up and argument parsing alone cost.
@main
struct Empty: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Does nothing, three ways.",
    subcommands: [Lint.self, Build.self, Explain.self])

  struct Lint: ParsableCommand {
    @Argument var paths: [String] = []
    @Option var format = "text"
    @Flag var noCache = false
  }

  struct Build: ParsableCommand {
    @Argument var paths: [String] = []
    @Option(name: .shortAndLong) var output = "build"
  }

  struct Explain: ParsableCommand {
    @Argument var code: String
  }
}
