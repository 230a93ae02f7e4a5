import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the plan is about and what it leaves out; whom it aims at.
  var audienceSection: Report.Section? {
    let dimensions = plan.plan.segments?.entries ?? []
    guard plan.plan.scope != nil || !dimensions.isEmpty else { return nil }
    let parts = dimensions.flatMap { $0.value.parts?.entries ?? [] }
    var section = Report.Section(
      id: "audience", name: word(SectionWord.audience),
      headline: sentence(
        Sentence.audience(
          segments: parts.count, dimensions: dimensions.count, aimed: parts.count { $0.value.target?.value != false })))
    section.blocks = scopeTerms + segmentTable(dimensions)
    return section
  }

  private var scopeTerms: [Report.Block] {
    guard let scope = plan.plan.scope else { return [] }
    func texts(_ texts: [Text]?) -> [Report.Span] { .text(clauses((texts ?? []).compactMap { plan.text($0) })) }
    let terms: [(term: String, meaning: [Report.Span])] = [
      (word(Message(en: "Covers", hans: "包含", hant: "包含")), texts(scope.inside)),
      (word(Message(en: "Leaves out", hans: "不包含", hant: "不包含")), texts(scope.outside)),
      (word(Message(en: "Where", hans: "地域", hant: "地區")), texts(scope.places)),
      (word(Message(en: "Trades", hans: "行业", hant: "產業")), texts(scope.industries)),
      (
        word(Message(en: "Channels without money", hans: "提及但不投入的渠道", hant: "提及但不投入的通路")),
        names(scope.channelsOut, channel)
      ),
      (word(Message(en: "Years of the data", hans: "数据年份", hant: "資料年份")), period(scope.data?.value)),
    ].filter { !$0.meaning.isEmpty }
    return terms.isEmpty ? [] : [.terms(terms)]
  }

  private func segmentTable(_ dimensions: [Table<SegmentDimension>.Entry]) -> [Report.Block] {
    let channels = plan.plan.channels?.entries ?? []
    let rows = dimensions.flatMap { dimension in
      (dimension.value.parts?.entries ?? []).map { part in
        let reached = channels.filter { $0.value.segments?.contains { $0.value == part.id.value } == true }
        let aim: [Report.Span] =
          part.value.target?.value == false
          ? .text(word(Message(en: "not aimed at", hans: "非目标", hant: "非目標")), .muted)
          : reached.isEmpty && !channels.isEmpty
            ? [.status(.warn, word(Message(en: "no channel", hans: "没有渠道", hant: "沒有通路")))]
            : .text(list(reached.map { channel($0.id.value) }))
        return Report.Row(cells: [
          name(part.value.common, part.id), .text(plan.name(dimension.value.common, id: dimension.id.value)),
          quantity(part.value.share?.value), quantity(part.value.value?.value, .full, isInText: true),
          text(part.value.traits), aim, text(part.value.common.source ?? dimension.value.common.source),
        ])
      }
    }
    return table(
      Message(en: "Whom it aims at", hans: "目标客群", hant: "目標客群"),
      [
        column(SectionWord.segment, .name), column(Message(en: "By", hans: "维度", hant: "維度")),
        column(ReportWord.share, .figures),
        column(Message(en: "Lifetime value", hans: "生命周期价值", hant: "終身價值"), .figures),
        column(Message(en: "Traits", hans: "特征", hant: "特徵")),
        column(Message(en: "Reached by", hans: "触达渠道", hant: "接觸通路")), column(ReportWord.source),
      ], rows, isLong: rows.count > 20)
  }
}
