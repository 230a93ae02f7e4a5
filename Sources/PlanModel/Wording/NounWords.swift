package import PlanText

/// A noun of the language by the name its table gives it, in the reader's language.
struct NounName: Phrased {
  let name: String

  init(_ name: String) { self.name = name }

  func phrase(in language: Language) -> String {
    switch language {
    case .english:
      Self.english[name]
        ?? (name.utf8.contains(UInt8(ascii: "_")) ? String(name.map { $0 == "_" ? " " : $0 }) : name)
    case .simplified: Self.chinese[name]?.hans ?? "`\(name)`"
    case .traditional: Self.chinese[name]?.hant ?? "`\(name)`"
    }
  }

  /// The noun with its English article.
  var withArticle: NounWithArticle { NounWithArticle(noun: self) }

  /// Sections that stand once in a plan: named by their key, without an article.
  fileprivate static let bare: Set<String> = [
    "budget", "feasibility", "team", "finance", "definitions", "operating", "allocation", "scope", "attribution",
    "data", "required", "goals",
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
    "scope": ("范围", "範圍"), "evidence": ("事实依据", "事實依據"), "part_share": ("构成部分", "構成部分"), "term": ("术语", "術語"),
    "chapter": ("章节", "章節"), "pillar": ("战略支柱", "策略支柱"), "dimension": ("客群维度", "客群維度"),
    "segment": ("客群", "客群"), "stage": ("旅程阶段", "旅程階段"), "scorecard": ("评分卡", "評分卡"),
    "criterion": ("评分项", "評分項"), "response": ("投入响应", "投入反應"), "cost": ("成本", "成本"),
    "link_rule": ("协同规则", "協同規則"), "attribution": ("归因", "歸因"), "flight": ("投放", "投放"),
    "media": ("媒介数据", "媒體數據"), "utm": ("UTM 命名", "UTM 命名"), "funding": ("资金来源", "資金來源"),
    "reallocation": ("调剂", "調劑"), "saving": ("节约", "節約"), "adjustment": ("预算调整", "預算調整"),
    "move": ("资金调动", "資金調動"), "field_change": ("字段变更", "欄位變更"), "review": ("效果评估", "成效評估"),
    "commitment": ("承诺", "承諾"), "duty": ("职责", "職責"), "loss": ("损失", "損失"), "approval_mark": ("签署", "簽署"),
    "contingency": ("应急预案", "應變計畫"), "escalation": ("升级", "升級"), "service_level": ("服务水平", "服務水準"),
    "entry": ("日志条目", "日誌條目"), "module": ("技术模块", "技術模組"), "partner": ("合作方", "合作夥伴"),
    "data": ("数据治理", "資料治理"), "actuals": ("实际数据", "實際數據"), "column": ("列", "欄"),
    "required": ("必备内容", "必備內容"), "adjustment_rules": ("调整规则", "調整規則"), "approval_rule": ("审批权限", "核准權限"),
    "goals": ("目标要求", "目標要求"), "risk_rules": ("风险规则", "風險規則"), "cadence_rule": ("频率要求", "頻率要求"),
    "people_rules": ("人员考核要求", "人員考核要求"), "benchmark": ("行业基准", "產業基準"), "custom_rule": ("自定规则", "自訂規則"),
    "theme": ("报告主题", "報告主題"), "palette": ("配色", "配色"),
    "pillar or objective": ("战略支柱或目标", "策略支柱或目標"),
    "channel, module, milestone or event": ("渠道、模块、里程碑或例行活动", "通路、模組、里程碑或例行活動"),
    "channel, segment or line": ("渠道、客群或预算科目", "通路、客群或預算科目"), "module or channel": ("模块或渠道", "模組或通路"),
    "channel, module, line or partner": ("渠道、模块、预算科目或合作方", "通路、模組、預算科目或合作夥伴"),
    "word": ("词", "詞"), "role or unit": ("角色或部门", "角色或部門"),
  ]
}

extension Target: Phrased {
  /// What is referred to, without an article: `budget line`, 预算项.
  package func phrase(in language: Language) -> String { NounName(rawValue).phrase(in: language) }
}

/// A noun with its English article; Chinese needs none.
struct NounWithArticle: Phrased {
  fileprivate let noun: NounName

  func phrase(in language: Language) -> String {
    let word = noun.phrase(in: language)
    guard language == .english else { return word }
    if NounName.bare.contains(noun.name) { return "`\(noun.name)`" }
    return (word.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + word
  }
}
