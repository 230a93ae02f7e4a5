/// The documentation in a rule's doc comment.
package struct RuleComment: Sendable, Equatable {
  /// The summary in English, without its full stop.
  package var english = ""
  /// The summary in Simplified Chinese.
  package var simplified = ""
  /// The summary in Traditional Chinese.
  package var traditional = ""
  /// Markdown.
  package var whyItMatters = ""
  /// Markdown.
  package var howToMend = ""
  /// Markdown; nil for a rule that reads no policy.
  package var policy: String?
  /// YAML that raises the code.
  package var bad = ""
  /// The same YAML, mended.
  package var mended = ""

  /// Documentation that says nothing yet.
  package init() {}
}

/// Reads a doc comment: a summary, its translations, then sections under fixed headings in a fixed order.
struct RuleCommentReader {
  /// A line of the comment without its slashes; `number` is its line in the file, from 1.
  struct Line {
    var number: Int
    var text: String
  }

  private struct Section {
    var heading: Line
    var lines: [Line] = []
  }

  static let headings = ["Why it matters", "How to mend", "Policy", "Bad", "Mended"]

  /// Where the comment ends and a missing part is reported.
  let declarationLine: Int
  let lines: [Line]
  private var comment = RuleComment()
  private var complaints: [(line: Int, message: String)] = []

  init(lines: [Line], declarationLine: Int) {
    self.lines = lines
    self.declarationLine = declarationLine
  }

  mutating func read() -> (comment: RuleComment, complaints: [(line: Int, message: String)]) {
    let (opening, sections) = split()
    readOpening(opening)
    checkOrder(sections)
    comment.whyItMatters = prose("Why it matters", in: sections)
    comment.howToMend = prose("How to mend", in: sections)
    if sections.contains(where: { $0.heading.text == "## Policy" }) { comment.policy = prose("Policy", in: sections) }
    comment.bad = example("Bad", in: sections)
    comment.mended = example("Mended", in: sections)
    return (comment, complaints)
  }

  /// The lines before the first heading, and the sections; a `##` inside an example is no heading.
  private func split() -> (opening: [Line], sections: [Section]) {
    var opening: [Line] = []
    var sections: [Section] = []
    var isInExample = false
    for line in lines {
      if line.text.hasPrefix("```") { isInExample.toggle() }
      if !isInExample, line.text.hasPrefix("#") {
        sections.append(Section(heading: line))
      } else if sections.isEmpty {
        opening.append(line)
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return (opening, sections)
  }

  private mutating func readOpening(_ opening: [Line]) {
    var parts: [String: String] = [:]
    var part = "summary"
    for line in opening {
      if line.text.hasPrefix("- zh-Hans:") {
        part = "- zh-Hans:"
      } else if line.text.hasPrefix("- zh-Hant:") {
        part = "- zh-Hant:"
      } else if isBlank(line.text) {
        part = part == "summary" && parts[part] != nil ? "" : part
      } else if part.isEmpty {
        complain(line.number, "only `- zh-Hans:` and `- zh-Hant:` stand between the summary and the first heading")
        continue
      }
      let text = line.text.hasPrefix(part) ? line.text.dropFirst(part.count) : line.text[...]
      parts[part] = joined(parts[part], trimmed(text))
    }
    comment.english = sentence("a summary in English", parts["summary"])
    comment.simplified = sentence("the summary in Simplified Chinese, `- zh-Hans: …`", parts["- zh-Hans:"])
    comment.traditional = sentence("the summary in Traditional Chinese, `- zh-Hant: …`", parts["- zh-Hant:"])
  }

  private mutating func checkOrder(_ sections: [Section]) {
    var place = -1
    for section in sections {
      let heading = section.heading
      guard let index = Self.headings.firstIndex(where: { heading.text == "## \($0)" }) else {
        let known = Self.headings.map { "`## \($0)`" }.joined(separator: ", ")
        complain(heading.number, "unknown heading `\(heading.text)`; known are \(known)")
        continue
      }
      if index <= place { complain(heading.number, "`\(heading.text)` stands twice or after a later heading") }
      place = max(place, index)
    }
  }

  private mutating func prose(_ name: String, in sections: [Section]) -> String {
    guard let section = section(name, in: sections) else { return "" }
    let text = trimmedLines(section.lines.map(\.text)).joined(separator: "\n")
    if text.isEmpty { complain(section.heading.number, "nothing is said under `## \(name)`") }
    return text
  }

  private mutating func example(_ name: String, in sections: [Section]) -> String {
    guard let section = section(name, in: sections) else { return "" }
    let lines = trimmedLines(section.lines.map(\.text))
    let body = lines.dropFirst().dropLast()
    guard lines.first == "```yaml", lines.last == "```", !body.contains(where: { $0.hasPrefix("```") }) else {
      complain(
        section.heading.number, "under `## \(name)` stands one example between ```yaml and ```, and nothing else")
      return ""
    }
    if body.allSatisfy(isBlank) { complain(section.heading.number, "the example under `## \(name)` is empty") }
    return body.map { $0 + "\n" }.joined()
  }

  private mutating func section(_ name: String, in sections: [Section]) -> Section? {
    let found = sections.first { $0.heading.text == "## \(name)" }
    if found == nil { complain(declarationLine, "the doc comment has no `## \(name)`") }
    return found
  }

  /// A summary without its full stop, so that it reads alike in a table and in every language.
  private mutating func sentence(_ what: String, _ text: String?) -> String {
    guard let text, !text.isEmpty else {
      complain(declarationLine, "the doc comment lacks \(what)")
      return ""
    }
    return text.hasSuffix(".") || text.hasSuffix("。") ? String(text.dropLast()) : text
  }

  private mutating func complain(_ line: Int, _ message: String) { complaints.append((line, message)) }
}

/// Two lines of one paragraph as one; Chinese is joined without a space.
private func joined(_ first: String?, _ second: String) -> String {
  guard let first, let last = first.last else { return second }
  if second.isEmpty { return first }
  return first + (last.isASCII || second.first?.isASCII == true ? " " : "") + second
}

private func isBlank(_ text: some StringProtocol) -> Bool { text.allSatisfy(\.isWhitespace) }

private func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop(while: \.isWhitespace)
  return String(start.prefix(upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
}

/// Lines without the blank ones at both ends.
private func trimmedLines(_ lines: [String]) -> [String] {
  guard let first = lines.firstIndex(where: { !isBlank($0) }), let last = lines.lastIndex(where: { !isBlank($0) })
  else { return [] }
  return Array(lines[first...last])
}
