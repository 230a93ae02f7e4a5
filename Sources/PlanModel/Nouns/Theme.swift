import PlanQuantities
package import PlanText

/// How an organisation wants its reports to look: colours, logo, a few texts, which sections in which order.
package struct Theme: Noun {
  package var common = Common()
  package var kind: Located<String>?
  package var schema: Located<String>?
  package var colours: Palette?
  package var dark: Palette?
  package var logo: Located<String>?
  package var addressee: Text?
  package var foot: Text?
  package var sections: [Located<Section>]?

  package init() {}

  /// A section of the report, by the name that links to it.
  package enum Section: String, Choice {
    case kpi, audience, channels, budget, alloc, schedule, team, tech, partners, risks, feas, mon, adj, sources,
      findings
    case gaps, defs
  }

  package static let nounName = "theme"

  package static let table = NounTable<Theme>(
    Doc("how an organisation's reports look", "报告的样式"), common: [.title, .note],
    example: """
      kind: theme
      schema: 1
      title: House style
      colours: {accent: "#0B4F6C", s1: "#0B4F6C"}
      addressee: {en: Board of directors, zh-Hans: 董事会}
      sections: [kpi, budget, schedule, feas]
      """,
    [
      Field("kind", \.kind, .word, Doc("what the document is: theme", "文档种类：theme")),
      Field("schema", \.schema, .word, Doc("version of the language: 1", "语言版本：1")),
      Field("colours", \.colours, .noun(Palette.self), Doc("colours on white and on paper", "浅色与纸面的颜色")),
      Field("dark", \.dark, .noun(Palette.self), Doc("colours on a dark screen", "深色屏幕的颜色")),
      Field(
        "logo", \.logo, .file,
        Doc("picture at the head: SVG, PNG or JPEG, at most 100 kB", "页首图标：SVG、PNG 或 JPEG，不超过 100 kB")),
      Field("addressee", \.addressee, .text, Doc("whom the report is for", "报告的呈送对象")),
      Field("foot", \.foot, .text, Doc("a sentence at the foot of the report", "页尾文字")),
      Field(
        "sections", \.sections, .list(.choice(Section.self)),
        Doc("the sections in their order; those left out are not printed, findings always are", "各部分及顺序；未列的不印，发现必印")),
    ])
}

/// Colours by what they are for, each `"#0B4F6C"`.
package struct Palette: Noun {
  package var common = Common()
  package var accent: Located<String>?
  package var ink: Located<String>?
  package var ink2: Located<String>?
  package var ink3: Located<String>?
  package var paper: Located<String>?
  package var wash: Located<String>?
  package var rule: Located<String>?
  package var axis: Located<String>?
  package var s1: Located<String>?
  package var s2: Located<String>?
  package var s3: Located<String>?
  package var s4: Located<String>?
  package var on1: Located<String>?
  package var on2: Located<String>?
  package var on3: Located<String>?
  package var on4: Located<String>?
  package var neg: Located<String>?
  package var bad: Located<String>?
  package var warn: Located<String>?
  package var good: Located<String>?

  package init() {}

  package static let nounName = "palette"

  package static let table = NounTable<Palette>(
    Doc("colours by what they are for", "按用途的颜色"), common: [],
    example: """
      kind: theme
      schema: 1
      colours: {accent: "#8A1C1C", ink: "#1B1B1B", s1: "#8A1C1C", s2: "#2E5E4E"}
      """,
    [
      Field("accent", \.accent, .colour, Doc("links and section names", "链接与章节名")),
      Field("ink", \.ink, .colour, Doc("text", "正文")),
      Field("ink2", \.ink2, .colour, Doc("secondary text", "次要文字")),
      Field("ink3", \.ink3, .colour, Doc("labels and note marks", "标签与注号")),
      Field("paper", \.paper, .colour, Doc("ground", "底色")),
      Field("wash", \.wash, .colour, Doc("bands", "浅底纹")),
      Field("rule", \.rule, .colour, Doc("rules between rows", "表格线")),
      Field("axis", \.axis, .colour, Doc("axes and links", "坐标轴与连线")),
      Field("s1", \.s1, .colour, Doc("first series, critical tasks", "第一系列、关键任务")),
      Field("s2", \.s2, .colour, Doc("second series", "第二系列")),
      Field("s3", \.s3, .colour, Doc("third series, tasks with float", "第三系列、有浮动的任务")),
      Field("s4", \.s4, .colour, Doc("fourth series", "第四系列")),
      Field("on1", \.on1, .colour, Doc("text on s1", "s1 上的文字")),
      Field("on2", \.on2, .colour, Doc("text on s2", "s2 上的文字")),
      Field("on3", \.on3, .colour, Doc("text on s3", "s3 上的文字")),
      Field("on4", \.on4, .colour, Doc("text on s4", "s4 上的文字")),
      Field("neg", \.neg, .colour, Doc("bars that go down", "下降的条形")),
      Field("bad", \.bad, .colour, Doc("errors", "错误")),
      Field("warn", \.warn, .colour, Doc("warnings", "警告")),
      Field("good", \.good, .colour, Doc("what is met", "达到")),
    ])

  /// The colours that are set, by name, in the order of the table.
  package var colours: [(name: String, colour: Located<String>)] {
    let all: [(String, Located<String>?)] = [
      ("accent", accent), ("ink", ink), ("ink2", ink2), ("ink3", ink3), ("paper", paper), ("wash", wash),
      ("rule", rule), ("axis", axis), ("s1", s1), ("s2", s2), ("s3", s3), ("s4", s4), ("on1", on1), ("on2", on2),
      ("on3", on3), ("on4", on4), ("neg", neg), ("bad", bad), ("warn", warn), ("good", good),
    ]
    return all.compactMap { name, colour in colour.map { (name, $0) } }
  }
}

/// Reads a theme; every problem is a diagnostic, and what could be read is given.
package func readTheme(_ document: Document) -> (theme: Theme, diagnostics: [Diagnostic]) {
  var decoder = Decoder(document.tree, dialect: Dialect(currency: nil))
  let theme = decoder.noun(document.root, Theme.self, keyRange: .nowhere)
  return (theme, decoder.diagnostics)
}
