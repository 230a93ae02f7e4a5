import Foundation

/// What a process that ran to its end has left behind.
struct Run {
  let status: Int32
  let out: String
  let error: String

  /// Starts a process and waits for its end.
  init(_ process: Process) throws {
    let (out, error) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = error
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.out = String(decoding: output, as: UTF8.self)
    self.error = String(decoding: complaint, as: UTF8.self)
  }
}
