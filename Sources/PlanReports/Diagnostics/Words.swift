package import PlanText

extension Severity {
  /// The word that opens a finding.
  package var word: Message {
    switch self {
    case .error: Message(en: "error", hans: "错误", hant: "錯誤")
    case .warning: Message(en: "warning", hans: "警告", hant: "警告")
    case .advice: Message(en: "advice", hans: "建议", hant: "建議")
    }
  }

  /// A number of findings, such as "3 errors".
  func counted(_ count: Int) -> Message {
    switch self {
    case .error: Message(en: count == 1 ? "1 error" : "\(count) errors", hans: "\(count) 个错误", hant: "\(count) 個錯誤")
    case .warning:
      Message(en: count == 1 ? "1 warning" : "\(count) warnings", hans: "\(count) 个警告", hant: "\(count) 個警告")
    case .advice:
      Message(
        en: count == 1 ? "1 piece of advice" : "\(count) pieces of advice", hans: "\(count) 条建议", hant: "\(count) 則建議")
    }
  }
}

extension FindingCounts {
  /// How many findings there are of each severity, worst first: "3 errors, 1 warning"; or that there are none; and how
  /// many comments hide.
  package var summary: Message {
    let found = shown
    guard hidden > 0 else { return found }
    return Message(
      en: "\(found); \(hidden) hidden by comments", hans: "\(found)；另有 \(hidden) 项被注释隐藏",
      hant: "\(found)；另有 \(hidden) 項被註解隱藏")
  }

  private var shown: Message {
    if isEmpty { return Message(en: "no problems found", hans: "没有发现问题", hant: "沒有發現問題") }
    let parts = Severity.allCases.reversed().compactMap { severity in
      let count = self[severity]
      return count == 0 ? nil : severity.counted(count)
    }
    return parts.dropFirst().reduce(parts[0]) { Message(en: "\($0), \($1)", hans: "\($0)，\($1)", hant: "\($0)，\($1)") }
  }
}

/// The words of the text format besides the messages.
enum Word {
  static let note = Message(en: "note", hans: "依据", hant: "依據")
  static let help = Message(en: "help", hans: "办法", hant: "辦法")
  static let fix = Message(en: "fix", hans: "修正", hant: "修正")
  /// A fix that needs a person's look before it is applied.
  static let unsafeFix = Message(en: "fix to check", hans: "修正（须核对）", hant: "修正（須核對）")

  /// What stands between a word and what it introduces.
  static func colon(_ language: Language) -> String { language == .english ? ": " : "：" }
}
