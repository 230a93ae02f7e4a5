package import PlanText

/// How the model gets at files named by a plan; the driver decides what may be read.
package protocol FileAccess: Sendable {
  /// The file at a path that another file names, relative to that file.
  func file(at path: String, namedBy file: SourceFile) -> FileAnswer
}

/// What became of a file that was asked for.
package enum FileAnswer: Sendable {
  case found(SourceFile, [Diagnostic])
  case missing
  case outsideRoot
  case unreadable(reason: String)
}
