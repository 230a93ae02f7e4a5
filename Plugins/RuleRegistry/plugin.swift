import Foundation
import PackagePlugin

/// Hands the files of all rules and problems to `rule-registry`, which checks them and writes the registry that the
/// target is compiled with.
@main
struct RuleRegistry: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let files = ruleFiles(in: root.appending(path: "Sources"))
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleRegistry.swift")
    return [
      .buildCommand(
        displayName: "Registering \(files.count) rules and problems",
        executable: try context.tool(named: "rule-registry").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  /// `Sources/*/Problems/*.swift` and `Sources/PlanRules/Rules/*/*.swift`, in the order of their paths.
  private func ruleFiles(in sources: URL) -> [URL] {
    let problems = contents(of: sources).flatMap { swiftFiles(in: $0.appending(path: "Problems")) }
    let families = contents(of: sources.appending(path: "PlanRules/Rules"))
    return (problems + families.flatMap(swiftFiles)).sorted { $0.path < $1.path }
  }

  private func swiftFiles(in folder: URL) -> [URL] {
    contents(of: folder).filter { $0.pathExtension == "swift" }
  }

  /// What a folder holds; nothing for a folder that is not there.
  private func contents(of folder: URL) -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  }
}
