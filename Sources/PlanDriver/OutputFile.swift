/// A file to be written, by its name in the output folder.
package struct OutputFile: Sendable {
  package let name: String
  package let text: String
  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// Writes files into a folder, making it if need be: each whole or not at all, and none unless all could be written.
package func writeFiles(
  _ files: [OutputFile], into folder: String, replacing: Replacing = .all
) -> Result<Void, FileProblem> {
  OutputFolder.open(folder).flatMap { folder in
    if let problem = folder.stage(files) ?? folder.publish(replacing) { return .failure(problem) }
    return .success(())
  }
}

/// Which files of an output folder may be replaced.
package enum Replacing: Sendable {
  case all
  /// None: what is there stays, except that the file of this name must be new.
  case noneAndNew(String)
}
