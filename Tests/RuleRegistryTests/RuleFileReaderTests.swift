import Testing
import rule_registry

@Suite struct RuleFileReaderTests {
  /// A rule that keeps to the form.
  static let sound = #"""
    package import PlanText

    /// A stated share differs from amount over total,
    /// by more than its precision.
    ///
    /// - zh-Hans: 写明的占比
    ///   与金额不符
    /// - zh-Hant: 寫明的占比與金額不符
    ///
    /// ## Why it matters
    /// Two figures say "different" things.
    ///
    /// Which holds?
    ///
    /// ## How to mend
    /// Keep one.
    ///
    /// ## Bad
    /// ```yaml
    /// ## a comment of YAML
    /// share: 45%
    ///   path: C:\x
    /// ```
    ///
    /// ## Mended
    /// ```yaml
    /// share: 40%
    /// ```
    package struct ShareContradictsAmount: Rule {
      package static let code = "B307"
      package static let severity = Severity.error

      package init() {}
      package func check(_ context: RuleContext) {}
    }
    """#

  /// What is read of a text that stands in place of the sound rule.
  static func read(
    _ text: String, at path: String = "Sources/PlanRules/Rules/Budget/ShareContradictsAmount.swift"
  ) -> (file: RuleFile?, complaints: [String]) {
    let (file, complaints) = RuleFileReader(path: "/repo/" + path, root: "/repo", text: text).read()
    return (file, complaints.map { "\($0.number): \($0.message)" })
  }

  @Test func readsEveryPart() throws {
    let (read, complaints) = Self.read(Self.sound)
    let file = try #require(read)
    #expect(complaints == [])
    #expect(file.path == "Sources/PlanRules/Rules/Budget/ShareContradictsAmount.swift")
    #expect((file.type, file.name) == ("ShareContradictsAmount", "share-contradicts-amount"))
    #expect((file.code, file.severity, file.isRule) == ("B307", "error", true))
    let comment = file.documentation
    #expect(comment.english == "A stated share differs from amount over total, by more than its precision")
    #expect(comment.simplified == "写明的占比与金额不符")
    #expect(comment.traditional == "寫明的占比與金額不符")
    #expect(comment.whyItMatters == "Two figures say \"different\" things.\n\nWhich holds?")
    #expect(comment.howToMend == "Keep one.")
    #expect(comment.policy == nil)
    #expect(comment.bad == "## a comment of YAML\nshare: 45%\n  path: C:\\x\n")
    #expect(comment.mended == "share: 40%\n")
  }

  @Test func readsProblemsAndPolicy() throws {
    let text = Self.sound
      .replacing("package struct ShareContradictsAmount: Rule", with: "package enum DuplicateKey: Problem")
      .replacing("\"B307\"", with: "\"S002\"")
      .replacing("= Severity.error", with: ": Severity = .warning")
      .replacing("/// ## Bad", with: "/// ## Policy\n/// `limits`, its shares\n///\n/// ## Bad")
    let (file, complaints) = Self.read(text, at: "Sources/PlanSyntax/Problems/DuplicateKey.swift")
    #expect(complaints == [])
    #expect(file?.isRule == false)
    #expect(file?.severity == "warning")
    #expect(file?.documentation.policy == "`limits`, its shares")
  }

  @Test func readsWindowsLineEnds() {
    let (file, complaints) = Self.read(Self.sound.replacing("\n", with: "\r\n"))
    #expect(complaints == [])
    #expect(file == Self.read(Self.sound).file)
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    var change: (from: String, to: String)
    var complaint: String
    var testDescription: String { complaint }
  }

  static let slips: [Slip] = [
    Slip(
      change: ("struct ShareContradictsAmount", "struct ShareOff"),
      complaint: "29: ShareOff stands in ShareContradictsAmount.swift; file and type share a name"),
    Slip(
      change: ("package struct ShareContradictsAmount: Rule", "struct Helper"),
      complaint: "1: no `package enum ShareContradictsAmount: Problem` or "
        + "`package struct ShareContradictsAmount: Rule` stands here"),
    Slip(
      change: (": Rule", ": Problem"), complaint: "29: a Problem lives in Sources/<Module>/Problems/"),
    Slip(
      change: ("package struct", "package final class"),
      complaint: "29: ShareContradictsAmount is to be `package struct ShareContradictsAmount`: "
        + "stateless, with nothing to inherit"),
    Slip(
      change: ("code = \"B307\"", "code = makeCode()"),
      complaint: "30: `code` is to be a literal, as in `package static let code = \"B307\"`"),
    Slip(
      change: ("  package static let code = \"B307\"\n", ""),
      complaint: "1: there is no `package static let code = \"B307\"`"),
    Slip(
      change: ("Severity.error", "Severity.fatal"),
      complaint: "31: `severity` is to be a literal, as in `package static let severity = Severity.error`"),
    Slip(
      change: ("\"B307\"", "\"B407\""),
      complaint: "30: B407 is not a code of any family; they are S0xx, G1xx, K2xx, B3xx, A4xx, C5xx, T6xx, P7xx, R8xx, "
        + "F9xx, M0xx, D1xx"),
    Slip(
      change: ("\"B307\"", "\"T607\""),
      complaint: "30: the code T607 belongs to the family time, not into Rules/Budget"),
    Slip(
      change: ("/// - zh-Hant: 寫明的占比與金額不符\n", ""),
      complaint: "28: the doc comment lacks the summary in Traditional Chinese, `- zh-Hant: …`"),
    Slip(
      change: ("/// - zh-Hans:", "/// - zh-CN:"),
      complaint: "6: only `- zh-Hans:` and `- zh-Hant:` stand between the summary and the first heading"),
    Slip(
      change: ("## How to mend", "## How to fix"),
      complaint: "15: unknown heading `## How to fix`; known are `## Why it matters`, `## How to mend`, `## Policy`, "
        + "`## Bad`, `## Mended`"),
    Slip(
      change: ("/// ## How to mend\n/// Keep one.\n///\n", ""), complaint: "26: the doc comment has no `## How to mend`"
    ),
    Slip(change: ("/// Keep one.\n", ""), complaint: "15: nothing is said under `## How to mend`"),
    Slip(
      change: ("/// ## Mended", "/// ## Bad"), complaint: "25: `## Bad` stands twice or after a later heading"),
    Slip(
      change: ("/// ```yaml\n/// share: 40%", "/// ```\n/// share: 40%"),
      complaint: "25: under `## Mended` stands one example between ```yaml and ```, and nothing else"),
    Slip(change: ("/// share: 40%\n", ""), complaint: "25: the example under `## Mended` is empty"),
  ]

  @Test(arguments: slips) func saysWhatIsOff(_ slip: Slip) {
    let text = Self.sound.replacing(slip.change.from, with: slip.change.to)
    #expect(text != Self.sound)
    #expect(Self.read(text).complaints.contains(slip.complaint), "\(Self.read(text).complaints)")
  }

  @Test func findsClashes() throws {
    let file = try #require(Self.read(Self.sound).file)
    var other = file
    other.fullPath = "/repo/other.swift"
    #expect(
      clashes(in: [file, other]).map(\.line) == [
        "/repo/other.swift:30: error: the code B307 already belongs to \(file.path)",
        "/repo/other.swift:30: error: the name share-contradicts-amount already belongs to \(file.path)",
      ])
  }

  @Test(arguments: [
    ("DuplicateKey", "duplicate-key"), ("YAMLSyntax", "yaml-syntax"), ("KPIFormulaInvalid", "kpi-formula-invalid"),
    ("OneSidedKPIs", "one-sided-kpis"), ("KPIsScattered", "kpis-scattered"), ("ROISmall", "roi-small"),
    ("Overdue", "overdue"),
  ])
  func namesInKebabCase(type: String, name: String) {
    #expect(kebab(type) == name)
  }

  @Test func writesLiterals() throws {
    let source = registrySource(of: [try #require(Self.read(Self.sound).file)])
    #expect(source.contains("    ShareContradictsAmount(),\n"))
    #expect(source.contains("    documentB307(),\n"))
    #expect(source.contains(#"whyItMatters: "Two figures say \"different\" things.\n\nWhich holds?","#))
    #expect(source.contains(###"bad: "## a comment of YAML\nshare: 45%\n  path: C:\\x\n","###))
    #expect(source.contains("policy: nil,"))
  }
}
