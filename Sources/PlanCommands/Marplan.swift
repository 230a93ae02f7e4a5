import ArgumentParser
import Glibc
import PlanReports

/// The command line's root.
///
/// Every command says its `commandName`: worked out of the type's name, it costs each start as much as reading a plan.
struct Marplan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marplan",
    abstract: "The compiler and linter for marketing plans.",
    discussion: """
      Exit status: 0 clean, 1 findings, 2 usage or environment (nothing was judged).
      """,
    version: version,
    subcommands: [
      Lint.self, Build.self, ScheduleCommand.self, Why.self, Explain.self, Test.self, Rules.self, SchemaCommand.self,
      New.self,
    ])
}

/// The tool's version; CHANGELOG.md says what each brought.
package let version = "0.1.0"

/// Runs the command line with the process's arguments, and ends the process with our exit status.
package func runMarplan() -> Never {
  do {
    var command = try Marplan.parseAsRoot()
    try command.run()
    exit(0)
  } catch {
    let code = Marplan.exitCode(for: error)
    let text = Marplan.fullMessage(for: error)
    if code == .success {
      if !text.isEmpty { writeOut(text + "\n") }
      exit(0)
    }
    if error is ExitCode { exit(code.rawValue) }
    writeError(text + "\n")
    exit(2)
  }
}

/// Exit status 1: there are findings.
let findingsFound = ExitCode(1)
/// Exit status 2: usage or environment.
let cannotRun = ExitCode(2)

/// Writes lines for a person to standard output, whole.
///
/// - Parameter isColoured: whether the lines carry the tool's own styles.
func writeOut(_ text: String, isColoured: Bool = false) {
  write(terminalText(text, isColoured: isColoured), to: STDOUT_FILENO)
}

/// Writes what other programs read, such as JSON, to standard output, whole and as it is.
func writeData(_ text: String) { write(text, to: STDOUT_FILENO) }

/// Writes bytes that are fit for where they go to standard output, whole.
func writeData(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { write($0, to: STDOUT_FILENO) } }

/// Writes lines for a person to standard error, whole. Names of files and arguments in them are no more than text.
func writeError(_ text: String) { write(terminalText(text), to: STDERR_FILENO) }

/// Writes what steers the terminal at standard error, such as going back to the start of the line, and words of our own.
func writeSteering(_ text: String) { write(text, to: STDERR_FILENO) }

private func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { write($0, to: descriptor) }
}

private func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
  var done = 0
  while done < bytes.count {
    let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
    if count < 0, errno != EINTR { return }
    done += max(0, count)
  }
}
