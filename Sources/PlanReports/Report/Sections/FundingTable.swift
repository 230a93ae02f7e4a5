import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Where the money comes from, and whether it is certain.
  var fundingTable: [Report.Block] {
    let rows = (plan.plan.budget?.funding?.entries ?? []).map { entry in
      let source = entry.value
      let state: [Report.Span] =
        source.confirmed?.value == false
        ? [.status(.warn, word(Message(en: "not certain", hans: "未落实", hant: "未落實")))]
        : [.status(.good, word(Message(en: "certain", hans: "已落实", hant: "已落實")))]
      return Report.Row(cells: [
        name(source.common, entry.id), figure("budget.funding.\(entry.id.value)", else: source.amount?.value),
        .text(word((source.kind?.value ?? .own).word)), period(source.period?.value), state,
      ])
    }
    return table(
      Message(en: "Where the money comes from", hans: "资金来源", hant: "資金來源"), remark: unitRemark,
      [
        column(ReportWord.source, .name), Report.Column(title: amounts.unit(), kind: .figures),
        column(SectionWord.kind),
        column(Message(en: "Comes in", hans: "到账", hant: "到帳")), column(ReportWord.status),
      ], rows)
  }

  /// Savings the plan states, and whether the lines are net of them.
  var savingTable: [Report.Block] {
    let rows = (plan.plan.budget?.savings?.entries ?? []).map { entry in
      let saving = entry.value
      let state =
        saving.applied?.value == true
        ? Message(en: "the line is net of it", hans: "科目已扣除", hant: "科目已扣除")
        : Message(en: "not yet taken off", hans: "尚未扣除", hant: "尚未扣除")
      return Report.Row(cells: [
        name(saving.common, entry.id), .text(saving.line.map { plan.lineName($0.value) }),
        quantity(saving.share?.value),
        .text(word(state)),
      ])
    }
    return table(
      Message(en: "Savings stated", hans: "所称节约", hant: "所稱節省"),
      [
        column(Message(en: "Saving", hans: "节约", hant: "節省"), .name), column(ReportWord.line),
        column(Message(en: "Of the line", hans: "占科目", hant: "占科目"), .figures), column(ReportWord.status),
      ], rows)
  }
}
