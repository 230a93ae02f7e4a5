/// What the file of a rule or a problem says.
package struct RuleFile: Sendable, Equatable {
  /// The file, relative to the repository.
  package var path: String
  /// The file as the compiler was given it, for complaints.
  package var fullPath: String
  /// The type that stands for the rule, named as the file is.
  package var type: String
  /// Whether it is a rule with a check, or a problem that a stage below the rules raises.
  package var isRule: Bool
  /// Such as `B307`.
  package var code: String
  /// The line of the code, from 1.
  package var codeLine: Int
  /// `error`, `warning` or `advice`.
  package var severity: String
  /// What the doc comment says.
  package var documentation: RuleComment

  /// The name users see: `DuplicateKey` is `duplicate-key`.
  package var name: String { kebab(type) }
}

/// Something wrong with a file.
package struct Complaint: Sendable, Equatable {
  /// The file as the compiler was given it.
  package var path: String
  /// The line, from 1.
  package var number: Int
  /// What is wrong, and what would be right.
  package var message: String

  /// The complaint as compilers write theirs, so that editors jump to it.
  package var line: String { "\(path):\(number): error: \(message)" }
}

/// Complaints about two files that claim one code or one name.
package func clashes(in files: [RuleFile]) -> [Complaint] {
  var complaints: [Complaint] = []
  var codes: [String: RuleFile] = [:]
  var names: [String: RuleFile] = [:]
  for file in files {
    func complain(_ message: String) {
      complaints.append(Complaint(path: file.fullPath, number: file.codeLine, message: message))
    }
    if let other = codes.updateValue(file, forKey: file.code) {
      complain("the code \(file.code) already belongs to \(other.path)")
    }
    if let other = names.updateValue(file, forKey: file.name) {
      complain("the name \(file.name) already belongs to \(other.path)")
    }
  }
  return complaints
}

/// A type's name in kebab case: a word starts at a capital after a small letter or a digit, and at the last capital
/// of a run; the plural of an acronym stays whole, as in `OneSidedKPIs`.
package func kebab(_ name: String) -> String {
  let letters = Array(name)
  var result = ""
  for (index, letter) in letters.enumerated() {
    let next = index + 1 < letters.count ? letters[index + 1] : nil
    let afterNext = index + 2 < letters.count ? letters[index + 2] : nil
    let startsWord =
      index > 0 && letter.isUppercase
      && (!letters[index - 1].isUppercase || (next?.isLowercase == true && !isPluralEnd(next, afterNext)))
    if startsWord { result += "-" }
    result += letter.lowercased()
  }
  return result
}

/// Whether a letter is the `s` of an acronym's plural: an `s` with no small letter after it.
private func isPluralEnd(_ letter: Character?, _ next: Character?) -> Bool {
  letter == "s" && next?.isLowercase != true
}
