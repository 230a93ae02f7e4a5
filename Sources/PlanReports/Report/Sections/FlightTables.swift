import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What runs when in which channel, by its first day, and the media plan's rows.
  var flightTables: [Report.Block] {
    let flights = (plan.plan.flights?.entries ?? []).enumerated().sorted { a, b in
      let (left, right) = (a.element.value.period?.value.first, b.element.value.period?.value.first)
      return (left?.dayNumber ?? .max, a.offset) < (right?.dayNumber ?? .max, b.offset)
    }.map(\.element)
    return flightTable(flights) + mediaTable(flights)
  }

  private func flightTable(_ flights: [Table<Flight>.Entry]) -> [Report.Block] {
    let rows = flights.map { entry in
      let flight = entry.value
      let weights = (flight.weights?.entries ?? []).map { point in
        "\(point.period.value.text) \(amounts.text(point.value.value, .table, isInText: true))"
      }
      let pattern = weights.isEmpty ? flight.pattern.map { word($0.value.word) } : list(weights)
      let target = flight.target.map { amounts.text($0.value, .full, isInText: true) }
      let aim = [flight.kpi.map { kpi($0.value) }, target].compactMap(\.self).joined(separator: " ")
      return Report.Row(cells: [
        name(flight.common, entry.id), .text(flight.channel.map { channel($0.value) }),
        .text(flight.period.map { spoken($0.value) }),
        figure("flights.\(entry.id.value)", else: flight.amount?.value), .text(pattern), .text(aim),
        names(flight.segments, segment), payer(flight.paidBy), person(flight.owner?.value),
      ])
    }
    return table(
      Message(en: "Flights", hans: "投放排期", hant: "投放排程"), remark: unitRemark,
      [
        column(Message(en: "Flight", hans: "投放", hant: "投放"), .name), column(SectionWord.channel),
        column(ReportWord.period), Report.Column(title: amounts.unit(), kind: .figures),
        column(Message(en: "Pattern", hans: "节奏", hant: "節奏")),
        column(Message(en: "Delivers", hans: "应达成", hant: "應達成")),
        column(SectionWord.segments), column(SectionWord.paidBy), column(ReportWord.owner),
      ], rows, isLong: rows.count > 20)
  }

  private func mediaTable(_ flights: [Table<Flight>.Entry]) -> [Report.Block] {
    let rows = flights.compactMap { entry -> Report.Row? in
      guard let media = entry.value.media else { return nil }
      func full(_ quantity: Quantity?) -> [Report.Span] {
        .text(quantity.map { amounts.text($0, .full, isInText: true) })
      }
      return Report.Row(cells: [
        name(entry.value.common, entry.id), full(media.reach?.value), full(media.frequency?.value),
        full(media.grp?.value),
        full(media.impressions?.value), full(media.cpm?.value), full(media.clicks?.value), full(media.ctr?.value),
        full(media.cpc?.value), full(media.conversions?.value), full(media.cvr?.value), full(media.cpa?.value),
        .text(media.revenue.map { shown($0.value) }), full(media.roas?.value),
      ])
    }
    return table(
      Message(en: "Media plan", hans: "媒介计划", hant: "媒體計畫"),
      [
        column(Message(en: "Flight", hans: "投放", hant: "投放"), .name),
        column(Message(en: "Reach", hans: "到达率", hant: "觸及率"), .figures),
        column(Message(en: "Frequency", hans: "频次", hant: "頻次"), .figures), column(Message(verbatim: "GRP"), .figures),
        column(Message(en: "Impressions", hans: "曝光", hant: "曝光"), .figures),
        column(Message(verbatim: "CPM"), .figures),
        column(Message(en: "Clicks", hans: "点击", hant: "點擊"), .figures), column(Message(verbatim: "CTR"), .figures),
        column(Message(verbatim: "CPC"), .figures),
        column(Message(en: "Conversions", hans: "转化", hant: "轉換"), .figures),
        column(Message(verbatim: "CVR"), .figures),
        column(Message(verbatim: "CPA"), .figures), column(Message(en: "Revenue", hans: "收入", hant: "營收"), .figures),
        column(Message(verbatim: "ROAS"), .figures),
      ], rows, isLong: rows.count > 20)
  }
}
