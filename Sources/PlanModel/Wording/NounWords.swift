package import PlanText

/// A noun of the language by the name its table gives it, in the reader's language.
struct NounName: Phrased {
  let name: String

  init(_ name: String) { self.name = name }

  func phrase(in language: Language) -> String {
    switch language {
    case .english: Self.english[name] ?? name.replacing("_", with: " ")
    case .simplified: Self.chinese[name]?.hans ?? "`\(name)`"
    case .traditional: Self.chinese[name]?.hant ?? "`\(name)`"
    }
  }

  /// The noun with its English article; Chinese needs none.
  var withArticle: Message {
    let english = phrase(in: .english)
    let article = english.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    return Message(
      en: Self.bare.contains(name) ? "`\(name)`" : "\(article) \(self)", hans: "\(self)", hant: "\(self)")
  }

  /// Sections that stand once in a plan: named by their key, without an article.
  private static let bare: Set<String> = [
    "budget", "feasibility", "team", "finance", "definitions", "operating", "allocation", "scope", "attribution",
    "data",
  ]

  private static let english: [String: String] = ["kpi": "KPI", "line": "budget line"]

  private static let chinese: [String: (hans: String, hant: String)] = [
    "plan": ("计划", "計畫"), "part": ("计划的分文件", "計畫的分檔"), "policy": ("政策", "政策"),
    "portfolio": ("计划组合", "計畫組合"), "approval": ("审批", "核准"), "assumption": ("假设", "假設"),
    "objective": ("目标", "目標"), "kpi": ("KPI", "KPI"), "budget": ("预算", "預算"), "line": ("预算科目", "預算科目"),
    "reserve": ("预备金", "預備金"), "operating": ("运营成本", "營運成本"), "allocation": ("预算分配", "預算分配"),
    "limit": ("限额", "限額"), "phase": ("阶段", "階段"), "milestone": ("里程碑", "里程碑"), "task": ("任务", "任務"),
    "team": ("团队", "團隊"), "role": ("角色", "角色"), "unit": ("部门", "部門"),
    "feasibility": ("可行性分析", "可行性分析"), "flow": ("现金流", "現金流"), "definitions": ("口径定义", "口徑定義"),
    "benefit": ("收益", "效益"), "sensitivity": ("敏感性分析", "敏感度分析"),
    "break_even": ("盈亏平衡点", "損益兩平點"), "scenario": ("情景", "情境"), "verdict": ("结论", "結論"),
    "claim": ("陈述", "陳述"), "finance": ("财务要求", "財務要求"), "category": ("类别", "類別"),
    "currency": ("货币", "貨幣"), "calendar": ("工作日历", "工作行事曆"), "event": ("例行活动", "例行活動"), "risk": ("风险", "風險"),
    "channel": ("渠道", "通路"), "alert": ("预警", "預警"),
    "word": ("词", "詞"), "role or unit": ("角色或部门", "角色或部門"),
  ]
}

extension Target: Phrased {
  /// What is referred to, without an article: `budget line`, 预算项.
  package func phrase(in language: Language) -> String { NounName(rawValue).phrase(in: language) }
}
