package import PlanModel
package import PlanQuantities
package import PlanSyntax
package import PlanText

/// Findings after the ignore comments of the files were heard.
package struct Suppressed: Sendable {
  /// What is left to report, with what is wrong with the comments.
  package var diagnostics: [Diagnostic]
  /// What the comments hide.
  package var hidden: [Diagnostic] = []
  /// The codes in comments that hid something, by their places. A comment of a part or policy may hide something in one
  /// plan and nothing in another; it is unused only if it is in all of them.
  package var used: Set<SourceRange> = []
}

/// Takes away the findings that comments hide, and reports comments that hide nothing or may not.
///
/// - Parameters:
///   - own: comments of the file under check and of its parts.
///   - borrowed: comments of the policies it stands under, of which nothing is reported here.
///   - isDamaged: whether a syntax error cost the plan a part, and perhaps what a comment hides.
package func suppress(
  _ diagnostics: [Diagnostic], own: [Directive], borrowed: [Directive] = [], house: PolicyBook, today: CivilDate?,
  isDamaged: Bool = false
) -> Suppressed {
  if own.isEmpty, borrowed.isEmpty { return Suppressed(diagnostics: diagnostics) }
  var suppression = Suppression(house: house, today: today)
  for directive in own { suppression.add(IgnoreComment(directive), isReported: true) }
  for directive in borrowed { suppression.add(IgnoreComment(directive), isReported: false) }
  var result = suppression.applied(to: diagnostics)
  if isDamaged { result.diagnostics.removeAll { $0.code == UnusedSuppression.code } }
  return result
}

/// What holds while one file's comments are heard.
private struct Suppression {
  let house: PolicyBook
  let today: CivilDate?
  private var permissions: [Permission] = []
  private var complaints: [Diagnostic] = []

  /// One code that a comment hides on its line.
  private struct Permission {
    let code: String
    let place: SourceRange
    let directive: Directive
    let isAlone: Bool
    let isReported: Bool

    func covers(_ diagnostic: Diagnostic) -> Bool {
      let (range, target) = (diagnostic.range, directive.target)
      return diagnostic.code == code && range.file == target.file && range.start >= target.start
        && range.start <= target.end
    }
  }

  init(house: PolicyBook, today: CivilDate?) {
    self.house = house
    self.today = today
  }

  /// What keeps the rest from being judged, and what is about comments.
  private static let neverHidden: Set<String> = ["S001", "S010", "S012", "S013", "S014"]

  mutating func add(_ comment: IgnoreComment, isReported: Bool) {
    func report(_ diagnostic: Diagnostic) { if isReported { complaints.append(diagnostic) } }
    if let word = comment.strangeWord {
      return report(BareSuppression.unknownWord(word.value, at: word.range))
    }
    guard !comment.codes.isEmpty else { return report(BareSuppression.withoutCode(at: comment.directive.range)) }
    var last: CivilDate?
    if let until = comment.until {
      guard let day = Self.day(until.value) else {
        return report(BareSuppression.unreadableDay(until.value, at: until.range))
      }
      last = day
    }
    for written in comment.codes {
      guard let code = code(of: written.value) else {
        report(BareSuppression.unknownCode(written.value, near: near(written.value), at: written.range))
        continue
      }
      if Self.neverHidden.contains(code) {
        report(BareSuppression.neverHidden(code, at: written.range))
      } else if let last, let today, last < today {
        report(BareSuppression.ended(code, on: last.text, at: written.range))
      } else if let rule = rule(on: code), rule.value == .forbidden {
        report(BareSuppression.forbidden(code, rule, at: written.range))
      } else if let rule = rule(on: code), rule.value == .withReason, comment.reason.isEmpty {
        report(BareSuppression.withoutReason(code, rule, at: written.range))
      } else {
        permissions.append(
          Permission(
            code: code, place: written.range, directive: comment.directive, isAlone: comment.codes.count == 1,
            isReported: isReported))
      }
    }
  }

  func applied(to diagnostics: [Diagnostic]) -> Suppressed {
    var result = Suppressed(diagnostics: complaints)
    for diagnostic in diagnostics {
      guard let permission = permissions.first(where: { $0.covers(diagnostic) }) else {
        result.diagnostics.append(diagnostic)
        continue
      }
      result.hidden.append(diagnostic)
      result.used.insert(permission.place)
    }
    for permission in permissions where permission.isReported && !result.used.contains(permission.place) {
      if today == nil, Self.needsToday(permission.code) { continue }
      result.diagnostics.append(
        UnusedSuppression.diagnostic(
          permission.code, at: permission.place, comment: permission.isAlone ? permission.directive.range : nil))
    }
    return result
  }

  /// Whether a rule says nothing while nobody says what day it is.
  private static func needsToday(_ code: String) -> Bool {
    Registry.rules.contains { type(of: $0).code == code && type(of: $0).needsToday }
  }

  private static func day(_ text: String) -> CivilDate? {
    var text = text
    return try? text.withUTF8 { parseDate($0, Dialect()) }.get()
  }

  // MARK: Codes

  private func code(of word: String) -> String? {
    if word.hasPrefix("house/") { return houseCodes.contains(word) ? word : nil }
    return Registry.documentation(of: word)?.code
  }

  private var houseCodes: [String] { house.rules.map { HouseRules.code(of: $0.id.value) } }

  /// What the policies say of hiding a rule's findings: by its code, else of any rule.
  private func rule(on code: String) -> PolicyValue<SuppressionRule>? {
    house.suppression(of: code) ?? house.suppression(of: "any")
  }

  private func near(_ word: String) -> String? {
    didYouMean(word, among: word.hasPrefix("house/") ? houseCodes : Registry.documentation.map(\.code))
  }
}
