import Foundation
import Seeded
import Testing

@testable import PlanDriver

/// Whatever is wrong with a cache, a run goes on as if there were none, and leaves a sound one if it may.
@Suite struct DamagedCacheTests {
  private func plans() throws -> PlanFolder {
    try PlanFolder(["marplan.yaml": "", "house.yaml": Text.house(), "a.yaml": Text.plan("a"), "b.yaml": Text.plan("b")])
  }

  private func cached() throws -> (folder: PlanFolder, file: URL) {
    let folder = try plans()
    _ = try folder.lint()
    return (folder, URL(fileURLWithPath: try #require(folder.cacheFiles.first)))
  }

  @Test func aCacheIsTheUsersAlone() throws {
    let (folder, file) = try cached()
    #expect(folder.cacheFiles.count == 1)
    #expect(try mode(file.path) == 0o600)
    #expect(try mode(folder.cachePath) == 0o700)
  }

  @Test func ofACacheCutOffNothingHolds() throws {
    let (folder, file) = try cached()
    let whole = try Data(contentsOf: file)
    for length in Array(0..<100) + stride(from: 100, to: whole.count, by: 97) {
      try whole.prefix(length).write(to: file)
      #expect(try #require(try folder.agree()).known == 0)
    }
    #expect(try Data(contentsOf: file).count == whole.count)
  }

  @Test func ofACacheWithAFlippedBitNothingHolds() throws {
    let (folder, file) = try cached()
    let whole = try Data(contentsOf: file)
    for place in stride(from: 0, to: whole.count, by: 61) {
      var damaged = whole
      damaged[place] ^= 0x10
      try damaged.write(to: file)
      #expect(try #require(try folder.agree()).known == 0)
    }
  }

  /// What a damaged table says is never trusted to lie within it, even where its digest was made to fit.
  @Test func ofNonsenseWithAGoodDigestNothingBreaks() throws {
    let (folder, file) = try cached()
    let whole = [UInt8](try Data(contentsOf: file))
    let start = 8 + 2 * Digest.size
    var random = SeededGenerator(1)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<4 { bytes[Int.random(in: start..<bytes.count, using: &random)] = UInt8.random(in: .min ... .max) }
      var table = CacheWriter()
      table.write(raw: bytes[...])
      table.replace(at: start - Digest.size, by: blake2b(Array(bytes[start...])))
      try Data(table.bytes).write(to: file)
      _ = try folder.lint()
    }
  }

  @Test func garbageIsReplaced() throws {
    let (folder, file) = try cached()
    try Data(repeating: 0xFF, count: 5000).write(to: file)
    let run = try #require(try folder.agree())
    #expect(run.known == 0)
    #expect(run.knownThen == 4)
  }

  @Test func aLinkIsNotFollowed() throws {
    let (folder, file) = try cached()
    let elsewhere = file.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("elsewhere")
    try FileManager.default.moveItem(at: file, to: elsewhere)
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: elsewhere)
    let before = try Data(contentsOf: elsewhere)
    #expect(try #require(try folder.agree()).known == 0)
    #expect(try Data(contentsOf: elsewhere) == before)
    let cache = file.deletingLastPathComponent()
    try FileManager.default.moveItem(at: cache, to: elsewhere.appendingPathExtension("folder"))
    try FileManager.default.createSymbolicLink(
      at: cache, withDestinationURL: elsewhere.appendingPathExtension("folder"))
    #expect(try #require(try folder.agree()).knownThen == 0)
  }

  @Test func whatOthersMayWriteIsNotRead() throws {
    let (folder, file) = try cached()
    try FileManager.default.setAttributes([.posixPermissions: 0o622], ofItemAtPath: file.path)
    #expect(try #require(try folder.agree()).known == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.cachePath)
    #expect(try #require(try folder.agree()).knownThen == 0)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func whatBelongsToOthersIsNotRead() throws {
    let (folder, file) = try cached()
    #expect(chown(file.path, 4711, 4711) == 0)
    #expect(try #require(try folder.agree()).known == 0)
    #expect(chown(folder.cachePath, 4711, 4711) == 0)
    #expect(try #require(try folder.agree()).knownThen == 0)
  }

  @Test func whereNoFolderCanBeThereIsNoCache() throws {
    let folder = try plans()
    try FileManager.default.createDirectory(
      atPath: (folder.cachePath as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data("a file".utf8).write(to: URL(fileURLWithPath: folder.cachePath))
    #expect(try #require(try folder.agree()).knownThen == 0)
    #expect(try String(contentsOfFile: folder.cachePath, encoding: .utf8) == "a file")
    #expect(CacheFolder("/proc/no/such") == nil)
  }

  @Test func aFolderOfItsNameIsInTheWay() throws {
    let (folder, file) = try cached()
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    #expect(try #require(try folder.agree()).knownThen == 0)
    #expect(folder.cacheFiles == [file.path], "nothing half-written is left")
  }

  @Test func runsAtOnceLeaveOneSoundCache() throws {
    let folder = try plans()
    DispatchQueue.concurrentPerform(iterations: 16) { number in
      _ = try? folder.lint(PlanFolder.Run(jobs: 1 + number % 2))
    }
    #expect(folder.cacheFiles.count == 1)
    #expect(try #require(try folder.agree()).known == 4)
  }

  @Test func cachesDoNotPileUp() throws {
    let folder = try plans()
    for number in 0..<80 { _ = try folder.lint(PlanFolder.Run(program: [UInt8(number)])) }
    #expect(folder.cacheFiles.count == 64)
    #expect(try folder.lint(PlanFolder.Run(program: [79])).knownCount == 4)
    #expect(try folder.lint(PlanFolder.Run(program: [0])).knownCount == 0)
  }

  @Test func whatAKilledRunLeftOverIsSweptAway() throws {
    let (folder, file) = try cached()
    let left = file.deletingLastPathComponent().appendingPathComponent(".left.1")
    try Data("half".utf8).write(to: left)
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: left.path)
    try folder.write("a.yaml", Text.plan("other"))
    _ = try folder.lint()
    #expect(!FileManager.default.fileExists(atPath: left.path))
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
