import PlanModel
import PlanText

// The words of the plan's closed lists, as the report's readers say them.

extension Channel.Side {
  var word: Message {
    switch self {
    case .online: Message(en: "online", hans: "线上", hant: "線上")
    case .offline: Message(en: "offline", hans: "线下", hant: "線下")
    case .both: Message(en: "both", hans: "线上线下", hant: "線上線下")
    }
  }
}

extension Channel.Tier {
  var word: Message {
    switch self {
    case .high: Message(en: "high value", hans: "高价值", hant: "高價值")
    case .medium: Message(en: "medium value", hans: "中价值", hant: "中價值")
    case .low: Message(en: "low value", hans: "低价值", hant: "低價值")
    }
  }
}

extension Cost.Class {
  var word: Message {
    switch self {
    case .direct: Message(en: "Direct", hans: "直接成本", hant: "直接成本")
    case .hidden: Message(en: "Hidden", hans: "隐性成本", hant: "隱性成本")
    case .opportunity: Message(en: "Opportunity", hans: "机会成本", hant: "機會成本")
    }
  }
}

extension LinkRule.Kind {
  var word: Message {
    switch self {
    case .content: Message(en: "content", hans: "内容", hant: "內容")
    case .traffic: Message(en: "traffic", hans: "引流", hant: "導流")
    case .membership: Message(en: "membership", hans: "会员", hant: "會員")
    case .service: Message(en: "service", hans: "服务", hant: "服務")
    case .data: Message(en: "data", hans: "数据", hant: "資料")
    }
  }
}

extension Attribution.Model {
  var word: Message {
    switch self {
    case .first: Message(en: "the first contact", hans: "首次触点", hant: "首次接觸")
    case .last: Message(en: "the last contact", hans: "末次触点", hant: "末次接觸")
    case .linear: Message(en: "equal parts", hans: "平均归因", hant: "平均歸因")
    case .position: Message(en: "position", hans: "位置归因", hant: "位置歸因")
    case .decay: Message(en: "time decay", hans: "时间衰减", hant: "時間衰減")
    case .data: Message(en: "a model of the data", hans: "数据驱动归因", hant: "資料驅動歸因")
    }
  }
}

extension Flight.Pattern {
  var word: Message {
    switch self {
    case .even: Message(en: "even", hans: "均匀", hant: "平均")
    case .front: Message(en: "front-loaded", hans: "前重后轻", hant: "前重後輕")
    case .back: Message(en: "back-loaded", hans: "前轻后重", hant: "前輕後重")
    case .pulse: Message(en: "in pulses", hans: "脉冲", hant: "脈衝")
    }
  }
}

extension Funding.Kind {
  var word: Message {
    switch self {
    case .own: Message(en: "own money", hans: "自有资金", hant: "自有資金")
    case .tax: Message(en: "tax", hans: "税收", hant: "稅收")
    case .grant: Message(en: "grant", hans: "补助", hant: "補助")
    case .sponsor: Message(en: "sponsor", hans: "赞助", hant: "贊助")
    case .partner: Message(en: "partner", hans: "合作方", hant: "合作夥伴")
    case .tickets: Message(en: "tickets", hans: "票务", hant: "票務")
    case .treasury: Message(en: "treasury", hans: "国库", hant: "國庫")
    case .other: Message(en: "other", hans: "其他", hant: "其他")
    }
  }
}

extension Adjustment.Kind {
  var word: Message {
    switch self {
    case .adjustment: Message(en: "adjustment", hans: "调整", hant: "調整")
    case .reallocation: Message(en: "reallocation", hans: "调剂", hant: "調劑")
    }
  }
}

extension Grade {
  var word: Message {
    switch self {
    case .low: Message(en: "low", hans: "低", hant: "低")
    case .medium: Message(en: "medium", hans: "中", hant: "中")
    case .high: Message(en: "high", hans: "高", hant: "高")
    }
  }
}

extension Risk.Response {
  var word: Message {
    switch self {
    case .avoid: Message(en: "avoid", hans: "规避", hant: "規避")
    case .transfer: Message(en: "transfer", hans: "转移", hant: "移轉")
    case .mitigate: Message(en: "mitigate", hans: "减轻", hant: "減輕")
    case .accept: Message(en: "accept", hans: "接受", hant: "接受")
    }
  }
}

extension Risk.Status {
  var word: Message {
    switch self {
    case .open: Message(en: "open", hans: "未关闭", hant: "未結案")
    case .closed: Message(en: "closed", hans: "已关闭", hant: "已結案")
    case .struck: Message(en: "has struck", hans: "已发生", hant: "已發生")
    }
  }
}

extension Alert.Duty {
  var word: Message {
    switch self {
    case .explanation: Message(en: "explanation", hans: "说明原因", hant: "說明原因")
    case .action: Message(en: "action", hans: "采取措施", hant: "採取措施")
    case .escalation: Message(en: "escalation", hans: "上报", hant: "呈報")
    }
  }
}

extension Alert.Each {
  var word: Message {
    switch self {
    case .plan: Message(en: "the plan", hans: "整个计划", hant: "整個計畫")
    case .channel: Message(en: "each channel", hans: "各渠道", hant: "各通路")
    case .line: Message(en: "each line", hans: "各科目", hant: "各科目")
    case .flight: Message(en: "each flight", hans: "各次投放", hant: "各次投放")
    case .segment: Message(en: "each segment", hans: "各客群", hant: "各客群")
    case .module: Message(en: "each module", hans: "各模块", hant: "各模組")
    }
  }
}

extension LogEntry.Kind {
  var word: Message {
    switch self {
    case .explanation: Message(en: "explanation", hans: "说明", hant: "說明")
    case .incident: Message(en: "incident", hans: "事件", hant: "事件")
    case .lesson: Message(en: "lesson", hans: "教训", hant: "教訓")
    case .decision: Message(en: "decision", hans: "决定", hant: "決定")
    case .result: Message(en: "result", hans: "结果", hant: "結果")
    case .issue: Message(en: "issue", hans: "问题", hant: "問題")
    }
  }
}

extension Partner.Kind {
  var word: Message {
    switch self {
    case .vendor: Message(en: "vendor", hans: "供应商", hant: "供應商")
    case .store: Message(en: "store", hans: "门店", hant: "門市")
    case .creator: Message(en: "creator", hans: "创作者", hant: "創作者")
    case .agency: Message(en: "agency", hans: "代理机构", hant: "代理商")
    case .insurer: Message(en: "insurer", hans: "保险机构", hant: "保險公司")
    case .supplier: Message(en: "supplier", hans: "供货方", hant: "供貨商")
    }
  }
}

extension Evidence.Kind {
  var word: Message {
    switch self {
    case .market: Message(en: "market", hans: "市场数据", hant: "市場數據")
    case .survey: Message(en: "survey", hans: "调查", hant: "調查")
    case .case: Message(en: "another company's result", hans: "他人案例", hant: "他人案例")
    case .benchmark: Message(en: "benchmark", hans: "行业基准", hant: "產業基準")
    case .forecast: Message(en: "forecast", hans: "预测", hant: "預測")
    }
  }
}

extension Scorecard.Purpose {
  var word: Message {
    switch self {
    case .evaluation: Message(en: "evaluation", hans: "评价", hant: "評估")
    case .selection: Message(en: "selection", hans: "选型", hant: "選型")
    case .people: Message(en: "people", hans: "人员考核", hant: "人員考核")
    }
  }
}

extension StudyVerdict.Answer {
  var word: Message {
    switch self {
    case .feasible: Message(en: "feasible", hans: "可行", hant: "可行")
    case .conditional: Message(en: "feasible with conditions", hans: "有条件可行", hant: "有條件可行")
    case .infeasible: Message(en: "not feasible", hans: "不可行", hant: "不可行")
    }
  }

  var status: Report.Status {
    switch self {
    case .feasible: .good
    case .conditional: .warn
    case .infeasible: .bad
    }
  }
}
