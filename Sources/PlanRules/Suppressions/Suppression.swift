package import PlanModel
package import PlanQuantities
package import PlanSyntax
package import PlanText

/// Findings after the ignore comments of the files were heard.
package struct Suppressed {
  /// What is left to report, with what is wrong with the comments.
  package var findings: [Finding]
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
  _ findings: [Finding], own: [Directive], borrowed: [Directive] = [], house: PolicyBook, today: CivilDate?,
  isDamaged: Bool = false
) -> Suppressed {
  if own.isEmpty, borrowed.isEmpty { return Suppressed(findings: findings) }
  var suppression = Suppression(house: house, today: today)
  for directive in own { suppression.add(IgnoreComment(directive), isReported: true) }
  for directive in borrowed { suppression.add(IgnoreComment(directive), isReported: false) }
  var result = suppression.applied(to: findings)
  if isDamaged { result.findings.removeAll { $0.code == UnusedSuppression.code } }
  return result
}

/// What holds while one file's comments are heard.
private struct Suppression {
  let house: PolicyBook
  let today: CivilDate?
  private var permissions: [Permission] = []
  private var complaints: [Finding] = []

  /// One code that a comment hides on its line.
  private struct Permission {
    let code: String
    let place: SourceRange
    let directive: Directive
    let isAlone: Bool
    let isReported: Bool
  }

  /// The codes of the house's rules, in the order of its policies.
  private lazy var houseCodes: [String] = house.rules.map { HouseRules.code(of: $0.id.value) }
  private lazy var houseCodesAtHand: Set<String> = Set(houseCodes)
  private lazy var knownHouseCodes: KnownWords = KnownWords(houseCodes)
  private static let knownCodes = KnownWords(Registry.documentation.map(\.code))
  /// What may still be spent on looking for what a comment means.
  private var effort = KnownWords.effort
  private var meant: [String: String?] = [:]

  /// The codes, and `any`, of which some policy says whether they may be hidden.
  private lazy var ruledCodes: Set<String> = Set(house.each { $0.suppress }.flatMap { $0.value.map(\.id.value) })
  private var rules: [String: PolicyValue<SuppressionRule>?] = [:]

  init(house: PolicyBook, today: CivilDate?) {
    self.house = house
    self.today = today
  }

  /// What keeps the rest from being judged, and what is about comments.
  private static let neverHidden: Set<String> = ["S001", "S010", "S012", "S013", "S014"]

  mutating func add(_ comment: IgnoreComment, isReported: Bool) {
    func report(_ diagnostic: Diagnostic) { if isReported { complaints.append(Finding(diagnostic)) } }
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
        if isReported {
          let near = near(written.value)
          complaints.append(
            Finding(BareSuppression.code, at: written.range, severity: BareSuppression.severity) {
              BareSuppression.unknownCode(written.value, near: near, at: written.range)
            })
        }
        continue
      }
      let rule = rule(on: code)
      if Self.neverHidden.contains(code) {
        report(BareSuppression.neverHidden(code, at: written.range))
      } else if let last, let today, last < today {
        report(BareSuppression.ended(code, on: last.text, at: written.range))
      } else if let rule, rule.value == .forbidden {
        report(BareSuppression.forbidden(code, rule, at: written.range))
      } else if let rule, rule.value == .withReason, comment.reason.isEmpty {
        report(BareSuppression.withoutReason(code, rule, at: written.range))
      } else {
        permissions.append(
          Permission(
            code: code, place: written.range, directive: comment.directive, isAlone: comment.codes.count == 1,
            isReported: isReported))
      }
    }
  }

  func applied(to findings: [Finding]) -> Suppressed {
    var result = Suppressed(findings: complaints)
    let hearing = Hearing(permissions)
    for finding in findings {
      guard let permission = hearing.permission(for: finding) else {
        result.findings.append(finding)
        continue
      }
      result.hidden.append(finding.diagnostic)
      result.used.insert(permission.place)
    }
    for permission in permissions where permission.isReported && !result.used.contains(permission.place) {
      if today == nil, Registry.needsToday(permission.code) { continue }
      result.findings.append(
        Finding(
          UnusedSuppression.diagnostic(
            permission.code, at: permission.place, comment: permission.isAlone ? permission.directive.range : nil)))
    }
    return result
  }

  /// The permissions by what they hide, and where.
  private struct Hearing {
    private struct Matter: Hashable {
      let code: String
      let file: FileID
    }
    /// In the order of the lines spoken of, each once: no two lines share a place.
    private let lines: [Matter: [Permission]]

    init(_ permissions: [Permission]) {
      var first: [Matter: [UInt32: Permission]] = [:]
      for permission in permissions {
        let target = permission.directive.target
        let matter = Matter(code: permission.code, file: target.file)
        if first[matter]?[target.start] == nil { first[matter, default: [:]][target.start] = permission }
      }
      lines = first.mapValues { $0.sorted { $0.key < $1.key }.map(\.value) }
    }

    /// The first permission to hide a finding.
    func permission(for finding: Finding) -> Permission? {
      let (start, file) = (finding.range.start, finding.range.file)
      guard let lines = lines[Matter(code: finding.code, file: file)] else { return nil }
      let after = lines.firstPlace { $0.directive.target.start > start }
      return after > 0 && start <= lines[after - 1].directive.target.end ? lines[after - 1] : nil
    }
  }

  private static func day(_ text: String) -> CivilDate? {
    var text = text
    return try? text.withUTF8 { parseDate($0, Dialect()) }.get()
  }

  // MARK: Codes

  private mutating func code(of word: String) -> String? {
    if word.hasPrefix("house/") { return houseCodesAtHand.contains(word) ? word : nil }
    return Registry.documentation(of: word)?.code
  }

  /// What the policies say of hiding a rule's findings: by its code, else of any rule.
  private mutating func rule(on code: String) -> PolicyValue<SuppressionRule>? {
    guard ruledCodes.contains(code) else { return code == "any" ? nil : rule(on: "any") }
    if let known = rules[code] { return known }
    let found = house.suppression(of: code) ?? (code == "any" ? nil : rule(on: "any"))
    rules.updateValue(found, forKey: code)
    return found
  }

  private mutating func near(_ word: String) -> String? {
    if let known = meant[word] { return known }
    guard effort > 0 else { return nil }
    let known = word.hasPrefix("house/") ? knownHouseCodes : Self.knownCodes
    let found = known.nearest(to: word, effort: &effort)?.word
    meant.updateValue(found, forKey: word)
    return found
  }
}
