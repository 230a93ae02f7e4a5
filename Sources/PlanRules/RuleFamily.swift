package import PlanText

/// A family of rules, in the order in which they are listed.
package enum RuleFamily: Sendable, CaseIterable {
  case structure
  case goals
  case kpis
  case budget
  case adjustments
  case channels
  case time
  case people
  case risk
  case feasibility
  case monitoring
  case technology

  /// The letter its codes begin with.
  package var letter: String {
    switch self {
    case .structure: "S"
    case .goals: "G"
    case .kpis: "K"
    case .budget: "B"
    case .adjustments: "A"
    case .channels: "C"
    case .time: "T"
    case .people: "P"
    case .risk: "R"
    case .feasibility: "F"
    case .monitoring: "M"
    case .technology: "D"
    }
  }

  /// What its rules are about, as a heading.
  package var title: Message {
    switch self {
    case .structure: Message(en: "Syntax and structure", hans: "语法与结构", hant: "語法與結構")
    case .goals: Message(en: "Goals", hans: "目标", hant: "目標")
    case .kpis: Message(en: "KPIs", hans: "关键绩效指标", hant: "關鍵績效指標")
    case .budget: Message(en: "Budget", hans: "预算", hant: "預算")
    case .adjustments: Message(en: "Adjustments", hans: "预算调整", hant: "預算調整")
    case .channels: Message(en: "Channels and costs", hans: "渠道与成本", hant: "通路與成本")
    case .time: Message(en: "Time", hans: "时间", hant: "時間")
    case .people: Message(en: "People and governance", hans: "人员与治理", hant: "人員與治理")
    case .risk: Message(en: "Risk", hans: "风险", hant: "風險")
    case .feasibility: Message(en: "Feasibility and claims", hans: "可行性与论断", hant: "可行性與論斷")
    case .monitoring: Message(en: "Monitoring", hans: "监控", hant: "監控")
    case .technology: Message(en: "Technology and data", hans: "技术与数据", hant: "技術與資料")
    }
  }
}
