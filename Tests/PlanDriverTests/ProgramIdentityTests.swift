import Foundation
import Testing

@testable import PlanDriver

@Suite struct ProgramIdentityTests {
  @Test func aProgramStaysItself() {
    #expect(!programIdentity().isEmpty)
    #expect(programIdentity() == programIdentity())
  }

  /// The system's C library has one on every distribution.
  @Test func buildIDsAreRead() throws {
    let library = try #require(
      ["/lib/x86_64-linux-gnu/libc.so.6", "/lib/aarch64-linux-gnu/libc.so.6", "/lib64/libc.so.6"]
        .first { FileManager.default.fileExists(atPath: $0) })
    #expect(try #require(buildID(of: library)).count >= 8)
    #expect(buildID(of: #filePath) == nil)
    #expect(buildID(of: "/no/such/file") == nil)
  }

  /// Whatever a file says of itself, reading it ends.
  @Test func damagedProgramsHaveNone() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("elf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let head = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[0])).prefix(4096)
    for place in 0..<200 {
      var damaged = head
      damaged[place] = 0xFF
      try damaged.write(to: file)
      _ = buildID(of: file.path)
    }
    try Data(head.prefix(70)).write(to: file)
    #expect(buildID(of: file.path) == nil)
  }
}
