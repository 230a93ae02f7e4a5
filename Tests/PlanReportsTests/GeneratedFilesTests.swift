import PlanDriver
import PlanReports
import PlanText
import Testing

/// What is made from the source and committed is up to date.
@Suite struct GeneratedFilesTests {
  @Test(arguments: GeneratedFiles.all.map(\.path))
  func isUpToDate(path: String) throws {
    let file = try #require(GeneratedFiles.all.first { $0.path == path })
    let committed = try? FileStore().read("\(repository)/\(path)").get().0.bytes
    let isCurrent = committed == Array(file.text.utf8)
    #expect(isCurrent, "\(path) is out of date: run `swift run marplan-dev generate`")
  }
}
