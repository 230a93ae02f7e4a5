import PlanText

/// The words of the sections on audience, channels, technology, partners, risks, monitoring and adjustments.
enum SectionWord {
  static let audience = Message(en: "Scope and audience", hans: "范围与客群", hant: "範圍與客群")
  static let channels = Message(en: "Channels", hans: "渠道", hant: "通路")
  static let allocation = Message(en: "Allocation", hans: "资金分配", hant: "資金分配")
  static let technology = Message(en: "Technology", hans: "技术", hant: "技術")
  static let partners = Message(en: "Partners and commitments", hans: "合作方与承诺", hant: "合作夥伴與承諾")
  static let risks = Message(en: "Risks", hans: "风险", hant: "風險")
  static let monitoring = Message(en: "Monitoring", hans: "监控", hant: "監控")
  static let adjustments = Message(en: "Adjustments", hans: "调整台账", hant: "調整台帳")

  static let channel = Message(en: "Channel", hans: "渠道", hant: "通路")
  static let segment = Message(en: "Segment", hans: "客群", hant: "客群")
  static let segments = Message(en: "Segments", hans: "客群", hant: "客群")
  static let role = Message(en: "Role", hans: "作用", hant: "作用")
  static let cost = Message(en: "Cost", hans: "成本", hant: "成本")
  static let paidBy = Message(en: "Paid by", hans: "支付科目", hant: "支付科目")
  static let ofTotal = Message(en: "Of total", hans: "占总额", hant: "占總額")
  static let locked = Message(en: "settled", hans: "金额已锁定", hant: "金額已鎖定")
  static let kind = Message(en: "Kind", hans: "种类", hant: "種類")
  static let within = Message(en: "Within", hans: "时限", hant: "時限")
  static let noLine = Message(en: "no line pays", hans: "没有支付科目", hant: "沒有支付科目")

  /// The letters of an adjustment's four steps: problem, solution, approval, review.
  static let steps = Message(en: "PSAR", hans: "题案批效", hant: "題案核效")

  static let risk = Message(en: "Risk", hans: "风险", hant: "風險")
  static let likelihood = Message(en: "Likelihood", hans: "可能性", hant: "可能性")
  static let impact = Message(en: "Impact", hans: "影响", hant: "影響")
  static let loss = Message(en: "Loss if it strikes", hans: "发生时损失", hant: "發生時損失")
  static let expected = Message(en: "Expected loss", hans: "预期损失", hant: "預期損失")
  static let response = Message(en: "Response", hans: "应对", hant: "因應")
  static let contingency = Message(en: "Contingency", hans: "应急预案", hant: "應變計畫")
  static let indicators = Message(en: "Indicators", hans: "预警指标", hant: "預警指標")
  static let unknown = Message(en: "unknown", hans: "未知", hant: "未知")
}
