import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What is built, bought or used: cost, benefit and payback of each module, how it was chosen, what systems promise.
  var technologySection: Report.Section? {
    let modules = plan.plan.modules?.entries ?? []
    let choices = scorecards(.selection)
    let rest = choices + serviceLevels + dataGovernance
    guard !modules.isEmpty || !rest.isEmpty else { return nil }
    let stated = modules.filter { $0.value.payback != nil }
    let off = stated.filter { finding(about: "modules.\($0.id.value).payback") != nil }
    let headline =
      modules.isEmpty
      ? Sentence.serviceLevels
      : Sentence.technology(
        modules: modules.count, existing: modules.count { $0.value.existing?.value == true }, paybacks: stated.count,
        off: off.count)
    var section = Report.Section(id: "tech", name: word(SectionWord.technology), headline: sentence(headline))
    section.blocks = moduleTable(modules) + rest
    return section
  }

  /// The first finding of weight that sets the figure at a path against another.
  func finding(about path: String) -> Contradiction? {
    summary.ordered.lazy.filter { $0.diagnostic.severity > .advice }.compactMap(\.diagnostic.contradiction)
      .first { $0.subject == path }
  }

  private func moduleTable(_ modules: [Table<Module>.Entry]) -> [Report.Block] {
    let rows = modules.map { entry in
      let module = entry.value
      let path = "modules.\(entry.id.value)"
      let isThere = module.existing?.value == true
      let money = figure(path, else: module.amount?.value)
      return Report.Row(cells: [
        name(module.common, entry.id),
        isThere && money.isEmpty
          ? .text(word(Message(en: "there already", hans: "已有", hant: "已有")), .muted) : money.isEmpty ? notSaid : money,
        perYear(module.benefit?.value), quantity(module.payback?.value, isInText: true), payback(module, path),
        period(module.goLive?.value), names(module.needs, self.module), payer(module.paidBy),
        isThere && module.owner == nil ? none : owner(module.owner?.value),
      ])
    }
    let yearly = amounts.unit() + word(Message(en: " a year", hans: "/年", hant: "/年"))
    return table(
      Message(en: "Modules", hans: "技术模块", hant: "技術模組"), remark: unitRemark,
      [
        column(Message(en: "Module", hans: "模块", hant: "模組"), .name),
        Report.Column(title: amounts.unit(), kind: .figures),
        Report.Column(
          title: word(Message(en: "Benefit", hans: "收益", hant: "效益")) + word(Message(en: ", ", hans: "，", hant: "，"))
            + yearly, kind: .figures),
        column(Message(en: "Payback stated", hans: "所写回收期", hant: "所寫回收期"), .figures),
        column(Message(en: "Recomputed", hans: "复算", hant: "重算"), .figures),
        column(Message(en: "Goes live", hans: "上线", hant: "上線")), column(Message(en: "Needs", hans: "依赖", hant: "相依")),
        column(SectionWord.paidBy), column(ReportWord.owner),
      ], rows, isLong: rows.count > 20)
  }

  /// Money a year in the unit of tables, whose head says so.
  private func perYear(_ quantity: Quantity?) -> [Report.Span] {
    guard let quantity else { return [] }
    guard quantity.unit.isMoneyPerTime, !quantity.isRange, quantity.unit.currency == plan.plan.currencyCode else {
      return amount(quantity)
    }
    return .text(amounts.money(quantity.value))
  }

  /// Cost over benefit; a mark where the stated payback is another.
  private func payback(_ module: Module, _ path: String) -> [Report.Span] {
    if let pair = finding(about: path + ".payback") { return [.status(.bad, recomputed(pair).plainText)] }
    return figure(path + ".payback", else: nil, isInText: true)
  }

  // MARK: Systems and data

  private var serviceLevels: [Report.Block] {
    let rows = (plan.plan.serviceLevels?.entries ?? []).map { entry in
      let level = entry.value
      return Report.Row(cells: [
        name(level.common, entry.id), .text(level.system.map { oneLine($0.value) }),
        quantity(level.availability?.value), quantity(level.respondWithin?.value, isInText: true),
        quantity(level.recoverWithin?.value, isInText: true), .text(level.hours.map { oneLine($0.value) }),
        .text(level.staffedBy.map { unit($0.value) }),
      ])
    }
    return table(
      Message(en: "Service levels", hans: "服务水平", hant: "服務水準"),
      [
        column(Message(en: "Level", hans: "服务水平", hant: "服務水準"), .name),
        column(Message(en: "System", hans: "系统", hant: "系統")),
        column(Message(en: "Availability", hans: "可用率", hant: "可用率"), .figures),
        column(Message(en: "Responds within", hans: "响应", hant: "回應"), .figures),
        column(Message(en: "Recovers within", hans: "恢复", hant: "復原"), .figures),
        column(Message(en: "Hours", hans: "服务时段", hant: "服務時段")),
        column(Message(en: "Staffed by", hans: "值守", hant: "值班")),
      ], rows)
  }

  /// What is settled about the data, and what is not.
  private var dataGovernance: [Report.Block] {
    guard let data = plan.plan.data else { return [] }
    let fields: [(Message, Text?)] = [
      (Message(en: "Standard", hans: "数据标准", hant: "資料標準"), data.standard),
      (Message(en: "Key of a customer", hans: "客户唯一标识", hant: "客戶唯一識別"), data.customerID),
      (Message(en: "Access", hans: "访问权限", hant: "存取權限"), data.access),
      (Message(en: "Encryption", hans: "加密", hant: "加密"), data.encryption),
      (Message(en: "Backup", hans: "备份", hant: "備份"), data.backup),
      (Message(en: "Retention", hans: "保存期限", hant: "保存期限"), data.retention),
      (Message(en: "Consent", hans: "授权同意", hant: "授權同意"), data.consent),
    ]
    var terms = fields.map { name, value in
      let said = text(value)
      return (term: word(name), meaning: said.isEmpty ? notSaid : said)
    }
    if let quality = data.qualityAtLeast?.value {
      let share = amounts.text(quality, .table, isInText: true)
      terms.append(
        (
          term: word(Message(en: "Quality", hans: "数据质量", hant: "資料品質")),
          meaning: .text(
            word(Message(en: "a person looks below \(share)", hans: "低于\(share)须人工复核", hant: "低於\(share)須人工複核")))
        ))
    }
    return [.heading(word(Message(en: "How data are governed", hans: "数据治理", hant: "資料治理"))), .terms(terms)]
  }
}
