/// Checks the files of all rules and problems and writes the registry they make up.
///
/// Run by the build plugin as `rule-registry ROOT OUTPUT FILE…`; it depends on nothing, so that it is built in a moment.
@main
enum RuleRegistryTool {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { end(["usage: rule-registry ROOT OUTPUT FILE…"]) }
    let (root, output) = (arguments[0], arguments[1])
    var files: [RuleFile] = []
    var complaints: [Complaint] = []
    for path in arguments.dropFirst(2) {
      guard let text = contents(ofFile: path) else { end(["\(path): error: cannot be read"]) }
      let (file, found) = RuleFileReader(path: path, root: root, text: text).read()
      complaints += found
      if let file { files.append(file) }
    }
    files.sort { $0.code < $1.code }
    complaints += clashes(in: files)
    guard complaints.isEmpty else { end(complaints.map(\.line)) }
    guard save(registrySource(of: files), toFile: output) else { end(["\(output): error: cannot be written"]) }
  }
}
