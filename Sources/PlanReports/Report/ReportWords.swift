import PlanModel
import PlanQuantities
import PlanText

/// The words of the report, each in the three languages.
enum ReportWord {
  static let period = Message(en: "Period", hans: "计划期间", hant: "計畫期間")
  static let evaluation = Message(en: "Evaluated over", hans: "评价期间", hant: "評估期間")
  static let currency = Message(en: "Currency", hans: "币种", hant: "幣別")
  static let owner = Message(en: "Owner", hans: "负责人", hant: "負責人")
  static let status = Message(en: "Status", hans: "状态", hant: "狀態")
  static let asOf = Message(en: "As of", hans: "截至", hant: "截至")
  static let notSaid = Message(en: "not said", hans: "未说明", hant: "未說明")

  static let findings = Message(en: "Findings", hans: "发现的问题", hant: "發現的問題")
  static let doubtfulNote = Message(
    en: "A dotted underline marks a figure that an error bears on, or that rests on such a figure.",
    hans: "带点状下划线的数字，其本身或依据涉及上述错误。", hant: "帶點狀底線的數字，其本身或依據涉及上述錯誤。")

  static let money = Message(en: "Money", hans: "资金", hant: "資金")
  static let line = Message(en: "Line", hans: "科目", hant: "科目")
  static let category = Message(en: "Category", hans: "类别", hant: "類別")
  static let amount = Message(en: "Amount", hans: "金额", hant: "金額")
  static let total = Message(en: "Total", hans: "总额", hant: "總額")
  static let sum = Message(en: "Sum", hans: "合计", hant: "合計")
  static let phasing = Message(en: "Money by phase", hans: "分阶段资金", hant: "分階段資金")
  static let share = Message(en: "Share", hans: "占比", hant: "占比")
  static let operating = Message(en: "Yearly cost after the investment", hans: "投入之后的年度运营成本", hant: "投入之後的年度營運成本")

  static let goals = Message(en: "Objectives and KPIs", hans: "目标与指标", hant: "目標與指標")
  static let objectives = Message(en: "Objectives", hans: "目标", hant: "目標")
  static let objective = Message(en: "Objective", hans: "目标", hant: "目標")
  static let kpis = Message(en: "KPIs", hans: "指标", hant: "指標")
  static let kpi = Message(en: "KPI", hans: "指标", hant: "指標")
  static let baseline = Message(en: "Baseline", hans: "基线", hant: "基準")
  static let target = Message(en: "Target", hans: "目标值", hant: "目標值")
  static let change = Message(en: "Change", hans: "变化", hant: "變化")
  static let due = Message(en: "Due", hans: "期限", hant: "期限")
  static let formula = Message(en: "Formula", hans: "公式", hant: "公式")
  static let unit = Message(en: "Unit", hans: "单位", hant: "單位")
  static let limit = Message(en: "Limit", hans: "限值", hant: "限值")
  static let cadence = Message(en: "Measured", hans: "统计频率", hant: "統計頻率")
  static let source = Message(en: "Source", hans: "来源", hant: "來源")

  static let timetable = Message(en: "Timetable", hans: "进度", hant: "時程")
  static let phases = Message(en: "Phases", hans: "阶段", hant: "階段")
  static let phase = Message(en: "Phase", hans: "阶段", hant: "階段")
  static let milestones = Message(en: "Milestones", hans: "里程碑", hant: "里程碑")
  static let milestone = Message(en: "Milestone", hans: "里程碑", hant: "里程碑")
  static let tasks = Message(en: "Tasks", hans: "任务", hant: "任務")
  static let task = Message(en: "Task", hans: "任务", hant: "任務")
  static let start = Message(en: "Start", hans: "开始", hant: "開始")
  static let finish = Message(en: "Finish", hans: "结束", hant: "結束")
  static let date = Message(en: "Date", hans: "日期", hant: "日期")
  static let days = Message(en: "Days", hans: "天数", hant: "天數")
  static let duration = Message(en: "Duration", hans: "工期", hant: "工期")
  static let after = Message(en: "After", hans: "前置", hant: "前置")
  static let deliverable = Message(en: "Deliverable", hans: "交付物", hant: "交付成果")

  static let otherWork = Message(en: "Outside the phases", hans: "不属于任何阶段", hant: "不屬於任何階段")
  static let planned = Message(en: "Planned for", hans: "计划日期", hant: "計畫日期")
  static let doneOn = Message(en: "Done on", hans: "完成日期", hant: "完成日期")
  static let recurs = Message(en: "Recurs", hans: "频率", hant: "頻率")
  static let attend = Message(en: "Takes part", hans: "参加者", hant: "參加者")
  static let length = Message(en: "Length", hans: "时长", hant: "時長")

  static let feasibility = Message(en: "Feasibility", hans: "可行性", hant: "可行性")
  static let investment = Message(en: "Investment", hans: "投资额", hant: "投資額")
  static let discountRate = Message(en: "Discount rate", hans: "折现率", hant: "折現率")
  static let flows = Message(en: "Flows and their present values", hans: "现金流及其现值", hant: "現金流及其現值")
  static let flow = Message(en: "Net benefit", hans: "净收益", hant: "淨效益")
  static let presentValue = Message(en: "Present value", hans: "现值", hant: "現值")
  static let results = Message(en: "What the money brings back", hans: "投入的回报", hant: "投入的回報")
  static let figure = Message(en: "Figure", hans: "项目", hant: "項目")
  static let value = Message(en: "Value", hans: "数值", hant: "數值")
  static let undefined = Message(en: "undefined", hans: "无定义", hant: "無定義")
  static let missing = Message(en: "missing", hans: "缺失", hant: "缺少")

  static let assumptions = Message(en: "Assumptions", hans: "假设", hant: "假設")
  static let takenForGranted = Message(en: "What the plan takes for granted", hans: "计划所依据的量", hant: "計畫所依據的量")
  static let assumption = Message(en: "Assumption", hans: "假设", hant: "假設")
  static let range = Message(en: "Tested range", hans: "检验区间", hant: "檢驗區間")
  static let confidence = Message(en: "Confidence", hans: "把握程度", hant: "把握程度")
  static let saidAgain = Message(
    en: "Figures said again, and what they must equal", hans: "重复引用的数字及其应有值", hant: "重複引用的數字及其應有值")
  static let claim = Message(en: "Claim", hans: "引用", hant: "引用")
  static let says = Message(en: "Says", hans: "原文", hant: "原文")
  static let mustEqual = Message(en: "Must equal", hans: "应等于", hant: "應等於")
  static let recomputed = Message(en: "Recomputed", hans: "复算", hant: "重算")
  static let whereSaid = Message(en: "Where", hans: "出处", hant: "出處")

  static let budget = Message(en: "Budget", hans: "预算", hant: "預算")
  static let payback = Message(en: "Payback", hans: "投资回收期", hant: "投資回收期")
  static let float = Message(en: "Float", hans: "浮动时间", hant: "浮時")
  static let accepted = Message(en: "Accepted by", hans: "验收", hant: "驗收")
  static let noOwner = Message(en: "no owner", hans: "无负责人", hant: "無負責人")
  static let nobody = Message(en: "none", hans: "无", hant: "無")
  static let remark = Message(en: "Note", hans: "说明", hant: "說明")
  static let allowed = Message(en: "Allowed", hans: "允许", hant: "允許")
  static let inPlan = Message(en: "In the plan", hans: "计划中", hant: "計畫中")
  static let bar = Message(en: "Bar", hans: "条形", hant: "長條")
  static let statedOtherwise = Message(en: "Stated otherwise", hans: "与原文不符", hant: "與原文不符")
  static let statedFigure = Message(en: "Stated", hans: "原文", hant: "原文")
  static let statedAndRecomputed = Message(en: "Stated and recomputed", hans: "原文与复算", hant: "原文與重算")
  static let rule = Message(en: "Rule", hans: "规则", hant: "規則")
  static let grade = Message(en: "Grade", hans: "级别", hant: "級別")
  static let what = Message(en: "What", hans: "内容", hant: "內容")
  static let place = Message(en: "Where", hans: "位置", hant: "位置")
  static let todo = Message(en: "To do", hans: "办法", hant: "辦法")
  static let exact = Message(en: "Exact", hans: "精确值", hant: "精確值")
  static let formulaAndInputs = Message(en: "Formula and inputs", hans: "公式与输入", hant: "公式與輸入")
  static let notes = Message(en: "Notes", hans: "注释", hant: "註釋")
  static let note = Message(en: "note", hans: "注", hant: "註")
  static let netBenefit = Message(en: "Net benefit", hans: "净收益", hant: "淨收益")
  static let contents = Message(en: "Contents", hans: "目录", hant: "目錄")
  static let skip = Message(en: "Skip to the details", hans: "跳到详细内容", hant: "跳到詳細內容")
  static let back = Message(en: "back to figure", hans: "返回数字", hant: "返回數字")
  static let smart = Message(
    en: "S specific, M measurable, A achievable, R relevant, T time-bound", hans: "S具体、M可衡量、A可实现、R相关、T有时限",
    hant: "S具體、M可衡量、A可實現、R相關、T有時限")

  static let inDoubt = Message(en: "in doubt", hans: "存疑", hant: "存疑")
  static let met = Message(en: "met", hans: "达到", hant: "達到")
  static let missed = Message(en: "not met", hans: "未达到", hant: "未達到")
  static let partly = Message(en: "partly", hans: "部分达到", hant: "部分達到")
  static let cannotTell = Message(en: "cannot tell", hans: "无法判断", hant: "無法判斷")
  static let differs = Message(en: "differs", hans: "不符", hant: "不符")
  static let agrees = Message(en: "agrees", hans: "相符", hant: "相符")
  static let roundedOff = Message(en: "rounding", hans: "舍入差异", hant: "捨入差異")
  static let kept = Message(en: "kept", hans: "符合", hant: "符合")

  /// The word for a status in a row of marks.
  static func word(for status: Report.Status) -> Message {
    switch status {
    case .good: met
    case .bad: missed
    case .half: partly
    case .warn, .unknown, .advice: cannotTell
    }
  }

  /// What stands between two facts on one line; a middle dot is a full em wide in Chinese faces.
  static func dot(_ language: Language) -> String { language == .english ? " · " : "\u{3000}" }

  /// What stands between a word and what it introduces.
  static func colon(_ language: Language) -> String { Word.colon(language) }
}

extension Plan.Life {
  var word: Message {
    switch self {
    case .draft: Message(en: "draft", hans: "草案", hant: "草案")
    case .proposed: Message(en: "proposed", hans: "已提交", hant: "已提交")
    case .approved: Message(en: "approved", hans: "已批准", hant: "已核准")
    case .closed: Message(en: "closed", hans: "已结束", hant: "已結案")
    }
  }
}

extension Status {
  var word: Message {
    switch self {
    case .planned: Message(en: "planned", hans: "计划中", hant: "計畫中")
    case .started: Message(en: "started", hans: "进行中", hant: "進行中")
    case .done: Message(en: "done", hans: "已完成", hant: "已完成")
    case .dropped: Message(en: "dropped", hans: "已取消", hant: "已取消")
    }
  }
}

extension Cadence {
  var word: Message {
    switch self {
    case .daily: Message(en: "daily", hans: "每日", hant: "每日")
    case .weekly: Message(en: "weekly", hans: "每周", hant: "每週")
    case .biweekly: Message(en: "every two weeks", hans: "每两周", hant: "每兩週")
    case .monthly: Message(en: "monthly", hans: "每月", hant: "每月")
    case .quarterly: Message(en: "quarterly", hans: "每季度", hant: "每季")
    case .halfYearly: Message(en: "half-yearly", hans: "每半年", hant: "每半年")
    case .yearly: Message(en: "yearly", hans: "每年", hant: "每年")
    }
  }
}

extension Confidence {
  var word: Message {
    switch self {
    case .low: Message(en: "low", hans: "低", hant: "低")
    case .medium: Message(en: "medium", hans: "中", hant: "中")
    case .high: Message(en: "high", hans: "高", hant: "高")
    }
  }
}

extension Feasibility.Deduction {
  var word: Message {
    switch self {
    case .operating: Message(en: "operating cost", hans: "运营成本", hant: "營運成本")
    case .tax: Message(en: "tax", hans: "税", hant: "稅")
    case .payroll: Message(en: "payroll", hans: "人工成本", hant: "人事成本")
    case .depreciation: Message(en: "depreciation", hans: "折旧", hant: "折舊")
    case .nothing: Message(en: "nothing", hans: "无", hant: "無")
    case .costOfGoods: Message(en: "cost of goods", hans: "商品成本", hant: "商品成本")
    }
  }
}
