import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Who works on the plan from outside and what is promised, with the lines that pay for it.
  var partnersSection: Report.Section? {
    let partners = plan.plan.partners?.entries ?? []
    let commitments = plan.plan.commitments?.entries ?? []
    guard !partners.isEmpty || !commitments.isEmpty else { return nil }
    let unpaid =
      partners.count { isUnpaid($0.value.paidBy, $0.value.amount?.value) }
      + commitments.count { isUnpaid($0.value.paidBy, $0.value.amount?.value) }
    var section = Report.Section(
      id: "partners", name: word(SectionWord.partners),
      headline: sentence(Sentence.partners(partners.count, commitments: commitments.count, unpaid: unpaid)))
    section.blocks = partnerTable(partners) + commitmentTable(commitments)
    return section
  }

  /// Whether no line pays for something that is not said to cost nothing.
  private func isUnpaid(_ payer: Payer?, _ amount: Quantity?) -> Bool { payer == nil && amount?.value.isZero != true }

  private func line(_ payer: Payer?, _ amount: Quantity?) -> [Report.Span] {
    if isUnpaid(payer, amount) { return [.status(.warn, word(SectionWord.noLine))] }
    return payer == nil ? none : self.payer(payer)
  }

  private func partnerTable(_ partners: [Table<Partner>.Entry]) -> [Report.Block] {
    let rows = partners.map { entry in
      let partner = entry.value
      let provided = list(
        (partner.provides ?? []).map { plan.plan.modules?[$0.value] == nil ? channel($0.value) : module($0.value) })
      let level = partner.serviceLevel.map { id in
        plan.plan.serviceLevels?[id.value].map { plan.name($0.common, id: id.value) } ?? oneLine(id.value)
      }
      return Report.Row(cells: [
        name(partner.common, entry.id), .text(partner.kind.map { word($0.value.word) }),
        .text(partner.number.map { amounts.text($0.value, .table, isInText: true) }), amount(partner.amount?.value),
        line(partner.paidBy, partner.amount?.value), .text(provided), text(partner.contract), .text(level),
        .text(partner.backup.map { self.partner($0.value) }),
      ])
    }
    return table(
      Message(en: "Partners", hans: "合作方", hant: "合作夥伴"),
      [
        column(Message(en: "Partner", hans: "合作方", hant: "合作夥伴"), .name), column(SectionWord.kind),
        column(Message(en: "Number", hans: "数量", hant: "數量"), .figures), column(ReportWord.amount, .figures),
        column(SectionWord.paidBy), column(Message(en: "Provides", hans: "提供", hant: "提供")),
        column(Message(en: "Contract", hans: "合同", hant: "合約")),
        column(Message(en: "Service level", hans: "服务水平", hant: "服務水準")),
        column(Message(en: "Backup", hans: "备选", hant: "備援")),
      ], rows, isLong: rows.count > 20)
  }

  private func commitmentTable(_ commitments: [Table<Commitment>.Entry]) -> [Report.Block] {
    let rows = commitments.map { entry in
      let commitment = entry.value
      let path = "commitments.\(entry.id.value)"
      let computed = plan.figures.figure(path)?.quantity.map(amountText).map { figure(path, printed: $0) }
      let rate = commitment.rate.map { rate in
        let share = amounts.text(rate.value, .table, isInText: true)
        return commitment.base.map { "\(share) × \(oneLine($0.value.text))" } ?? share
      }
      let money = computed ?? amount(commitment.amount?.value)
      return Report.Row(cells: [
        name(commitment.common, entry.id), money.isEmpty && rate == nil ? notSaid : money, .text(rate),
        line(commitment.paidBy, commitment.amount?.value), text(commitment.common.note),
      ])
    }
    return table(
      Message(en: "Commitments", hans: "承诺", hant: "承諾"),
      [
        column(Message(en: "Commitment", hans: "承诺", hant: "承諾"), .name), column(ReportWord.amount, .figures),
        column(Message(en: "Rate", hans: "费率", hant: "費率"), .figures), column(SectionWord.paidBy),
        column(ReportWord.remark),
      ], rows, isLong: rows.count > 20)
  }
}
