import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// The scorecards of one purpose: weights, measures and what options score.
  func scorecards(_ purpose: Scorecard.Purpose) -> [Report.Block] {
    (plan.plan.scorecards?.entries ?? []).filter { ($0.value.purpose?.value ?? .evaluation) == purpose }
      .flatMap(scorecard)
  }

  private func scorecard(_ entry: Table<Scorecard>.Entry) -> [Report.Block] {
    let card = entry.value
    let options = card.scores?.entries ?? []
    let criteria = card.criteria?.entries ?? []
    var rows = criteria.map { criterion in
      Report.Row(
        cells: [
          name(criterion.value.common, criterion.id), quantity(criterion.value.weight?.value),
          .text(criterion.value.kpi.map { kpi($0.value) }),
        ] + options.map { quantity($0.value[criterion.id.value]?.value, isInText: true) })
    }
    let weights = criteria.compactMap { $0.value.weight?.value.value }
    if weights.count == criteria.count, !criteria.isEmpty {
      rows.append(
        Report.Row(
          cells: [.text(word(ReportWord.sum)), .text(amounts.percent(weights.reduce(0, +))), []]
            + options.map { weighted($0.value, criteria, entry) }, kind: .total))
    }
    let title = plan.name(card.common, id: entry.id.value)
    var remarks = people(card)
    if let chosen = card.chosen?.value {
      remarks.append(
        word(Message(en: "chosen: \(oneLine(chosen))", hans: "选定：\(oneLine(chosen))", hant: "選定：\(oneLine(chosen))")))
    }
    return table(
      Message(en: "Scorecard: \(title)", hans: "评分卡：\(title)", hant: "評分卡：\(title)"), remark: .text(clauses(remarks)),
      [
        column(Message(en: "Criterion", hans: "评分项", hant: "評分項"), .name),
        column(Message(en: "Weight", hans: "权重", hant: "權重"), .figures), column(ReportWord.kpi),
      ] + options.map { Report.Column(title: oneLine($0.id.value), kind: .figures) }, rows)
  }

  /// Whose pay follows a scorecard.
  private func people(_ card: Scorecard) -> [String] {
    guard let paid = card.paid, !paid.isEmpty else { return [] }
    let names = list(paid.map { plan.plan.team?.units?[$0.value] == nil ? plan.person($0.value) : unit($0.value) })
    return [word(Message(en: "decides the pay of \(names)", hans: "用于考核\(names)", hant: "用於考核\(names)"))]
  }

  /// An option's weighted score, where every criterion has a weight and a score on one scale.
  private func weighted(
    _ scores: Table<Located<Quantity>>, _ criteria: [Table<Criterion>.Entry], _ card: Table<Scorecard>.Entry
  ) -> [Report.Span] {
    var sum = Fraction(0)
    var scale: Quantity?
    for criterion in criteria {
      guard let weight = criterion.value.weight?.value, let score = scores[criterion.id.value]?.value, !score.isRange,
        !weight.isRange, scale == nil || scale?.mark == score.mark && scale?.unit == score.unit
      else { return [] }
      sum = sum + weight.value * score.value
      scale = score
    }
    guard let scale else { return [] }
    return .text(amounts.text(Quantity(sum, scale.unit, mark: scale.mark), .table, isInText: true))
  }
}
