import PlanText

/// Paths in a sentence, in backticks: the first five, and how many more there are.
struct NameList: Phrased {
  let names: [String]
  private let limit = 5

  init(_ names: [String]) { self.names = names }

  func phrase(in language: Language) -> String {
    let shown = names.prefix(limit).map { "`\($0)`" }
    let list = shown.joined(separator: language == .english ? ", " : "、")
    guard names.count > limit else { return list }
    let more = names.count - limit
    return Message(
      en: "\(list) and \(more) more", hans: "\(list) 等 \(more + limit) 项", hant: "\(list) 等 \(more + limit) 項"
    )
    .text(in: language)
  }
}
