/// Reads the file of a rule or a problem and checks that it keeps to the form described in CONTRIBUTING.md.
package struct RuleFileReader {
  private let path: String
  private let relativePath: String
  private let lines: [Substring]
  private var complaints: [Complaint] = []

  /// - Parameters:
  ///   - path: the file as complaints name it.
  ///   - root: the repository; the file's documentation names it relative to this.
  package init(path: String, root: String, text: String) {
    self.path = path
    let folder = root.hasSuffix("/") ? root : root + "/"
    relativePath = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// What the file says, and what is wrong with it; the former is nil when there is no rule in it to speak of.
  package func read() -> (file: RuleFile?, complaints: [Complaint]) {
    var reader = self
    let file = reader.readFile()
    return (file, reader.complaints)
  }

  private mutating func readFile() -> RuleFile? {
    guard let declaration = declaration() else { return nil }
    check(declaration)
    let code = literal("code", #""B307""#) { $0.first == "\"" && $0.last == "\"" && $0.count > 2 }
    let severity = literal("severity", "Severity.error") { Self.severities.contains(Self.lastName($0)) }
    let documentation = documentation(before: declaration.index)
    guard let code, let severity else { return nil }
    let text = String(code.value.dropFirst().dropLast())
    checkFamily(text, at: code.index)
    return RuleFile(
      path: relativePath, fullPath: path, type: declaration.type, isRule: declaration.isRule, code: text,
      codeLine: code.index + 1, severity: Self.lastName(severity.value), documentation: documentation)
  }

  private struct Declaration {
    var index: Int
    var keyword: String
    var type: String
    var isRule: Bool
  }

  /// The one type of the file that conforms to `Problem` or `Rule`.
  private mutating func declaration() -> Declaration? {
    let all = lines.indices.compactMap { declaration(at: $0) }
    guard let first = all.first else {
      complain(0, "no `package enum \(fileName): Problem` or `package struct \(fileName): Rule` stands here")
      return nil
    }
    for other in all.dropFirst() {
      complain(other.index, "\(other.type) belongs into a file of its own: one rule or problem a file")
    }
    return first
  }

  private func declaration(at index: Int) -> Declaration? {
    let words = lines[index].split { " :,{".contains($0) }.map(String.init)
    guard words.count >= 4, words[0] == "package", ["enum", "struct", "class", "final"].contains(words[1]) else {
      return nil
    }
    let name = words[1] == "final" ? 3 : 2
    guard let kind = words.dropFirst(name + 1).first(where: { $0 == "Problem" || $0 == "Rule" }) else { return nil }
    return Declaration(index: index, keyword: words[1], type: words[name], isRule: kind == "Rule")
  }

  private mutating func check(_ declaration: Declaration) {
    let type = declaration.type
    if type != fileName {
      complain(declaration.index, "\(type) stands in \(fileName).swift; file and type share a name")
    }
    if type.first?.isUppercase != true || !type.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
      complain(declaration.index, "\(type) is not a name in UpperCamelCase, of which the rule's name could be made")
    }
    if declaration.isRule != isInRules {
      complain(
        declaration.index,
        declaration.isRule
          ? "a Rule lives in Sources/PlanRules/Rules/<Family>/" : "a Problem lives in Sources/<Module>/Problems/")
    }
    let keyword = declaration.isRule ? "struct" : "enum"
    if declaration.keyword != keyword {
      complain(declaration.index, "\(type) is to be `package \(keyword) \(type)`: stateless, with nothing to inherit")
    }
  }

  private mutating func checkFamily(_ code: String, at index: Int) {
    guard let family = RuleFamily.of(code: code) else {
      let known = RuleFamily.all.map { $0.prefix + "xx" }.joined(separator: ", ")
      return complain(index, "\(code) is not a code of any family; they are \(known)")
    }
    if isInRules, let folder, folder.lowercased() != family.name {
      complain(index, "the code \(code) belongs to the family \(family.name), not into Rules/\(folder)")
    }
  }

  /// The right-hand side of `static let name = …`, which has to stand there plainly, to be read without a compiler.
  private mutating func literal(
    _ name: String, _ example: String, isValid: (Substring) -> Bool
  ) -> (index: Int, value: Substring)? {
    let start = "package static let \(name)"
    guard let index = lines.firstIndex(where: { $0.drop { $0 == " " }.hasPrefix(start) }) else {
      complain(0, "there is no `\(start) = \(example)`")
      return nil
    }
    let line = lines[index]
    guard let sign = line.firstIndex(of: "=") else {
      complain(index, "`\(name)` is to be a literal, as in `\(start) = \(example)`")
      return nil
    }
    let value = line[line.index(after: sign)...].drop { $0 == " " }
    guard isValid(value) else {
      complain(index, "`\(name)` is to be a literal, as in `\(start) = \(example)`")
      return nil
    }
    return (index, value)
  }

  private mutating func documentation(before index: Int) -> RuleComment {
    var first = index
    while first > 0, lines[first - 1].hasPrefix("///") || lines[first - 1].hasPrefix("@") { first -= 1 }
    let comment = (first..<index).filter { lines[$0].hasPrefix("///") }.map { line in
      let text = lines[line].dropFirst(3)
      return RuleCommentReader.Line(number: line + 1, text: String(text.hasPrefix(" ") ? text.dropFirst() : text))
    }
    var reader = RuleCommentReader(lines: comment, declarationLine: index + 1)
    let (documentation, found) = reader.read()
    for (number, message) in found { complain(number - 1, message) }
    return documentation
  }

  private static let severities = ["error", "warning", "advice"]

  /// The case's name of `.error` or `Severity.error`.
  private static func lastName(_ text: Substring) -> String {
    text.hasPrefix(".") || text.hasPrefix("Severity.") ? String(text.split(separator: ".").last ?? "") : ""
  }

  private var parts: [Substring] { relativePath.split(separator: "/") }
  private var fileName: String { String(parts.last?.dropLast(".swift".count) ?? "") }
  private var folder: String? { parts.dropLast().last.map(String.init) }
  private var isInRules: Bool { relativePath.hasPrefix("Sources/PlanRules/Rules/") }

  /// - Parameter index: the line, from 0.
  private mutating func complain(_ index: Int, _ message: String) {
    complaints.append(Complaint(path: path, number: index + 1, message: message))
  }
}
