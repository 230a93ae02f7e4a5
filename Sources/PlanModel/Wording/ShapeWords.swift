package import PlanText

extension Shape: Phrased {
  /// What may stand in a field, with an example: money, such as `CNY 1.2m`.
  package func phrase(in language: Language) -> String {
    guard let example else { return words.text(in: language) }
    return Message(
      en: "\(words), such as \(example)", hans: "\(words)，例如 \(example)", hant: "\(words)，例如 \(example)"
    ).text(in: language)
  }

  /// What may stand in a field, without an example.
  package var words: Message {
    switch self {
    case .text, .prose: Message(en: "a text", hans: "一段文字", hant: "一段文字")
    case .word: Message(en: "a word", hans: "一个词", hant: "一個詞")
    case .colour:
      Message(en: "a colour in quotes", hans: "加引号的颜色值", hant: "加引號的色碼")
    case .flag: Message(en: "`true` or `false`", hans: "`true` 或 `false`", hant: "`true` 或 `false`")
    case .integer: Message(en: "a whole number", hans: "一个整数", hant: "一個整數")
    case .date: Message(en: "a date", hans: "一个日期", hant: "一個日期")
    case .period: Message(en: "a period", hans: "一段时期", hant: "一段期間")
    case .expression: Message(en: "an expression", hans: "一个表达式", hant: "一個運算式")
    case .condition: Message(en: "a condition", hans: "一个条件", hant: "一個條件")
    case .link: Message(en: "a dependency", hans: "一个依赖关系", hant: "一個相依關係")
    case .file: Message(en: "the path of a file", hans: "一个文件路径", hant: "一個檔案路徑")
    case .payer:
      Message(
        en: "the budget line that pays, or a mapping from lines to money", hans: "出资的预算科目，或从预算科目到金额的映射",
        hant: "出資的預算科目，或從預算科目到金額的對映")
    case .quantity(let kind): kind.words
    case .choice(let words):
      Message(en: "one of \(CodeList(words))", hans: "\(CodeList(words)) 之一", hant: "\(CodeList(words)) 其中之一")
    case .reference(let target):
      Message(
        en: "the id of \(NounName(target.rawValue).withArticle)",
        hans: "一个\(Spaced(target, .both))的 id", hant: "一個\(Spaced(target, .both))的 id")
    case .orNone(let shape):
      Message(
        en: "\(shape.words) or `none`", hans: "\(Spaced(shape.words, .after))或 `none`",
        hant: "\(Spaced(shape.words, .after))或 `none`")
    case .list(let item):
      Message(
        en: "a list, each item \(item.words)", hans: "一个列表，每项是\(Spaced(item.words))",
        hant: "一個清單，每項是\(Spaced(item.words))")
    case .map(let item):
      Message(
        en: "a mapping from ids, each to \(item.words)", hans: "以 id 为键的映射，每个值是\(Spaced(item.words))",
        hant: "以 id 為鍵的對映，每個值是\(Spaced(item.words))")
    case .keyed(let key, let item):
      Message(
        en: "a mapping from \(key.words) to \(item.words)", hans: "一个映射，键是\(Spaced(key.words))，值是\(Spaced(item.words))",
        hant: "一個對映，鍵是\(Spaced(key.words))，值是\(Spaced(item.words))")
    case .noun(let name):
      Message(
        en: "the fields of \(NounName(name).withArticle)", hans: "\(Spaced(NounName(name), .after))的各个字段",
        hant: "\(Spaced(NounName(name), .after))的各個欄位")
    }
  }

  /// A value of the shape as a planner would write it; nil where the words say enough.
  package var example: Message? {
    switch self {
    case .text, .prose, .flag, .choice, .noun, .payer: nil
    case .word: Message(verbatim: "`main`")
    case .colour: Message(verbatim: "`\"#0B4F6C\"`")
    case .integer: Message(verbatim: "`3`")
    case .date: Message(verbatim: "`2025-03-31`")
    case .period:
      Message(en: "`2025Q1` or `2025-03..2025-06`", hans: "`2025Q1` 或 `2025年3月`", hant: "`2025Q1` 或 `2025年3月`")
    case .expression: Message(verbatim: "`budget.technology * 10%`")
    case .condition: Message(verbatim: "`actual > plan * 105%`")
    case .link:
      Message(en: "`build` or `build SS+2w`", hans: "`build` 或 `build SS+2w`", hant: "`build` 或 `build SS+2w`")
    case .file: Message(verbatim: "`parts/budget.yaml`")
    case .quantity(let kind): kind.example
    case .reference(let target): target.example.map { Message(verbatim: "`\($0)`") }
    case .orNone(let shape): shape.example
    case .list(let item): item.itemExample.map { Message(verbatim: "`[\($0)]`") }
    case .map(let item): item.itemExample.map { Message(verbatim: "`{some-id: \($0)}`") }
    case .keyed(let key, let item):
      if let key = key.itemExample, let item = item.itemExample {
        Message(verbatim: "`{\(key): \(item)}`")
      } else {
        nil
      }
    }
  }

  /// One plain value for the example of a list or mapping.
  private var itemExample: String? {
    switch self {
    case .word: "main"
    case .colour: "0B4F6C"
    case .integer: "3"
    case .date: "2025-03-31"
    case .period: "2025Q1"
    case .file: "parts/budget.yaml"
    case .link: "build"
    case .expression: "budget.total * 10%"
    case .quantity(let kind): kind.plainExample
    case .choice(let words): words.first
    case .reference(let target): target.example
    case .orNone(let shape): shape.itemExample
    default: nil
    }
  }
}

extension Target {
  /// An id a plan might give such a noun.
  var example: String? {
    switch self {
    case .role, .roleOrUnit: "cmo"
    case .kpi: "repurchase-rate"
    case .line, .category: "technology"
    case .phase: "pilot"
    case .milestone: "go-live"
    case .task: "build"
    case .objective: "repurchase"
    case .assumption: "annual-revenue"
    case .calendar: "office"
    case .channel, .audience, .provided, .exposed: "search"
    case .stage: "awareness"
    case .segment: "families"
    case .unit: "data-team"
    case .module, .means: "data-platform"
    case .partner: "agency"
    case .alert: "overspend"
    case .risk: "outage"
    case .adjustment: "adj-1"
    case .scorecard: "platform-choice"
    case .duty: "reporting"
    case .evidence: "survey-2024"
    case .serviceLevel: "support"
    case .served: "growth"
    case .claim: nil
    }
  }
}
