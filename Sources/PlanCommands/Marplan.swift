import ArgumentParser
import Glibc
import PlanDriver
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
  settleStreams()
  withRoomyStack { run() }
  exit(0)
}

private func run() {
  do {
    if let lint = LintRun(bare: Array(CommandLine.arguments.dropFirst())) {
      try lint.run()
    } else {
      var command = try Marplan.parseAsRoot()
      try command.run()
    }
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch {
    let code = Marplan.exitCode(for: error)
    let text = Marplan.fullMessage(for: error)
    if code == .success {
      if !text.isEmpty { writeOut(text + "\n") }
      exit(0)
    }
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
func writeOut(_ text: String, isColoured: Bool = false) { writeData(terminalText(text, isColoured: isColoured)) }

/// Writes what other programs read, such as JSON, to standard output, whole and as it is; ends the command with status 2
/// where that cannot be, as a closed pipe or a full disk cannot.
func writeData(_ text: String) {
  var text = text
  text.withUTF8 { writeData($0) }
}

/// Writes bytes that are fit for where they go to standard output, whole, or ends the command as above.
func writeData(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { writeData($0) } }

private func writeData(_ bytes: UnsafeBufferPointer<UInt8>) {
  if writeBytes(UnsafeRawBufferPointer(bytes), to: STDOUT_FILENO) { return }
  let reason = String(cString: strerror(errno))
  writeError("marplan: standard output: \(reason)\n")
  exit(cannotRun.rawValue)
}

/// Writes lines for a person to standard error, whole. Names of files and arguments in them are no more than text.
func writeError(_ text: String) { writeSteering(terminalText(text)) }

/// Writes what steers the terminal at standard error, such as going back to the start of the line, and words of our own.
func writeSteering(_ text: String) {
  var text = text
  _ = text.withUTF8 { writeBytes(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
}

/// Has failures to write told by the call that fails, and keeps files from getting a missing standard stream's number.
private func settleStreams() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
  // Opened for reading, so that writing to them fails as before.
  for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 { _ = open("/dev/null", O_RDONLY) }
}
