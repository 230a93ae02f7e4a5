import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Facts about the world with place, day and source; another company's result is marked as such.
  var evidenceTable: [Report.Block] {
    let rows = (plan.plan.evidence?.entries ?? []).map { entry in
      let fact = entry.value
      let kind = fact.kind?.value ?? .market
      return Report.Row(cells: [
        name(fact.common, entry.id), .text(value(of: fact)), .text(change(of: fact)),
        kind == .case ? [.status(.advice, word(kind.word))] : .text(word(kind.word), .muted), text(fact.place),
        period(fact.common.asOf?.value), text(fact.common.source), text(fact.common.note),
      ])
    }
    return table(
      Message(en: "Facts the plan rests on", hans: "计划所依据的事实", hant: "計畫所依據的事實"),
      [
        column(Message(en: "Fact", hans: "事实", hant: "事實"), .name), column(ReportWord.value, .figures),
        column(ReportWord.change, .figures), column(SectionWord.kind),
        column(Message(en: "Where it holds", hans: "地域", hant: "地區")), column(ReportWord.asOf),
        column(ReportWord.source),
        column(ReportWord.remark),
      ], rows, isLong: rows.count > 12)
  }

  /// A fact's figure, its parts, or its figures by period.
  private func value(of fact: Evidence) -> String {
    var parts: [String] = []
    if let value = fact.value?.value { parts.append(value.quantity.map(shown) ?? oneLine(value.phrase(in: language))) }
    parts += (fact.parts?.entries ?? []).map { part in
      let share = part.value.share.map { amounts.text($0.value, .table, isInText: true) } ?? ""
      return plan.name(part.value.common, id: part.id.value) + " " + share
    }
    parts += (fact.path?.entries ?? []).map { "\($0.period.value.text) \(shown($0.value.value))" }
    return list(parts)
  }

  private func change(of fact: Evidence) -> String? {
    guard let change = fact.change?.value else { return nil }
    let text = change.quantity.map(shown) ?? oneLine(change.phrase(in: language))
    guard let against = fact.against?.value else { return text }
    let period = against.phrase(in: language)
    return text + word(Message(en: " on \(period)", hans: "（较\(period)）", hant: "（較\(period)）"))
  }
}
