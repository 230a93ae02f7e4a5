import PlanModel
import PlanSyntax
import PlanText

/// The files of one input, all in memory: the plan first, and what it may name.
///
/// An input is written as the cases of rules are: `# file: NAME` begins a further file. A few files that every plan may
/// name stand beside them.
struct FuzzFiles: FileAccess {
  private let names: [String]
  private let contents: [[UInt8]]

  init(_ input: [UInt8]) {
    var names = ["plan.yaml"]
    var contents: [[UInt8]] = [[]]
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: FuzzFiles.mark) {
        names.append(String(decoding: line.dropFirst(FuzzFiles.mark.count), as: UTF8.self))
        contents.append([])
      } else {
        if !contents[contents.count - 1].isEmpty { contents[contents.count - 1].append(0x0A) }
        contents[contents.count - 1] += line
      }
    }
    for (name, text) in FuzzFiles.given where !names.contains(name) {
      names.append(name)
      contents.append(Array(text.utf8))
    }
    self.names = names
    self.contents = contents
  }

  /// The plan, as it was read, and what was found in its bytes.
  var first: (SourceFile, [Diagnostic]) { decoded(0) }

  func file(at path: String, namedBy file: SourceFile) -> FileAnswer {
    guard !path.hasPrefix("/") else { return .outsideRoot }
    var parts = file.path.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return .outsideRoot
      }
    }
    guard let place = names.firstIndex(of: parts.joined(separator: "/")) else { return .missing }
    let (source, problems) = decoded(place)
    return .found(source, problems)
  }

  private func decoded(_ place: Int) -> (SourceFile, [Diagnostic]) {
    decodeSource(contents[place], id: FileID(UInt32(place)), path: names[place])
  }

  private static let mark = Array("# file: ".utf8)

  /// What stands beside the files of every input.
  private static let given: [(name: String, text: String)] = [
    (
      "part.yaml",
      """
      kind: part
      schema: 1
      kpis:
        footfall: {unit: visits, direction: up, baseline: 42000 visits, cadence: weekly, source: counters, owner: cmo}
      """
    ),
    (
      "policy.yaml",
      """
      kind: policy
      schema: 1
      id: house
      title: House
      authority: {owner: cmo}
      exchange_rates: {USD: 7.2}
      """
    ),
  ]
}
