import PlanModel
package import PlanReports
import PlanSyntax
package import PlanText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What reading a theme's file gave.
package struct ThemeFile: Sendable {
  package let theme: ReportTheme
  package let diagnostics: [Diagnostic]
  package let sources: SourceMap
}

/// Reads a theme and its logo. A logo must lie in the theme's folder or below, so that a theme from elsewhere shows no
/// file of the reader's.
package func readTheme(at path: String, store: FileStore = FileStore()) -> Result<ThemeFile, FileProblem> {
  store.read(path).flatMap { source, problems in
    let (tree, syntax) = parseYAML(source)
    let documents = Document.all(in: tree)
    guard let document = documents.first(where: { $0.kind == .theme }) else {
      return .failure(FileProblem(path, reason: "no theme: its head should say `kind: theme`"))
    }
    let (theme, findings) = PlanModel.readTheme(document)
    let sources = SourceMap([source])
    let diagnostics = problems + syntax + document.headProblems() + findings
    return logo(of: theme, at: path).map { logo in
      ThemeFile(theme: ReportTheme(theme, logo: logo), diagnostics: diagnostics, sources: sources)
    }
  }
}

private func logo(of theme: Theme, at path: String) -> Result<(kind: String, base64: String)?, FileProblem> {
  guard let name = theme.logo?.value else { return .success(nil) }
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let kinds = ["svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"]
  let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  guard let kind = kinds[ending] else {
    return .failure(FileProblem(name, reason: "a logo is an SVG, PNG or JPEG file"))
  }
  let file = folder + "/" + name
  guard !name.hasPrefix("/"), let root = realPath(folder.isEmpty ? "/" : folder), let real = realPath(file),
    isInside(root, real)
  else { return .failure(FileProblem(name, reason: "not in the theme's folder")) }
  let most = 100_000
  return readBytes(real, atMost: most + 1).flatMap { bytes in
    guard bytes.count <= most else {
      return .failure(FileProblem(name, reason: "a logo takes at most \(most) bytes"))
    }
    return .success((kind, Data(bytes).base64EncodedString()))
  }
}
