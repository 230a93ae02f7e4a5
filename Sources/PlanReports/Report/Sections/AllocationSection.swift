import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// What the plan gives each channel against what its own method would give, and what more money would bring.
  var allocationSection: Report.Section? {
    let curves = (plan.plan.channels?.entries ?? []).filter { $0.value.response != nil }
    guard let allocation = plan.plan.budget?.allocation else {
      guard !curves.isEmpty else { return nil }
      var section = Report.Section(
        id: "alloc", name: word(SectionWord.allocation), headline: sentence(Sentence.curves(curves.count)))
      section.blocks = curveTable(curves)
      return section
    }
    let split = splitEntries(allocation)
    let departs = split.count { departure(from: $0) != nil }
    var section = Report.Section(
      id: "alloc", name: word(SectionWord.allocation),
      headline: sentence(Sentence.allocation(channels: split.count, methods: methods(allocation), departs: departs)))
    section.blocks = methodTable(split, allocation) + curveTable(curves)
    return section
  }

  /// The channels money is split over: those the allocation names, else all that are no parts of others' money.
  private func splitEntries(_ allocation: Allocation) -> [Table<Channel>.Entry] {
    let channels = plan.plan.channels?.entries ?? []
    if let over = allocation.over {
      return over.compactMap { id in channels.first { $0.id.value == id.value } }
    }
    let parents = Set(channels.compactMap { $0.value.parent?.value })
    let out = Set((plan.plan.scope?.channelsOut ?? []).map(\.value))
    return channels.filter { !parents.contains($0.id.value) && !out.contains($0.id.value) }
  }

  /// The method, or the blend with its weights.
  private func methods(_ allocation: Allocation) -> String {
    let methods = allocation.methods?.entries ?? []
    let names = methods.map { entry -> String in
      let name =
        switch entry.id.value {
        case "even": word(Message(en: "evenly", hans: "均分", hant: "均分"))
        case "by_return": word(Message(en: "by expected return", hans: "预期回报", hant: "預期報酬"))
        case "by_value": word(Message(en: "by the value of segments", hans: "客群价值", hant: "客群價值"))
        case "by_curve": word(Message(en: "by response", hans: "响应曲线", hant: "反應曲線"))
        default: oneLine(entry.id.value)
        }
      return methods.count == 1 ? name : name + " " + amounts.text(entry.value.value, .table, isInText: true)
    }
    return list(names)
  }

  /// The finding that a channel's money departs from the method.
  private func departure(from entry: Table<Channel>.Entry) -> RankedFinding? {
    summary.ordered.first {
      $0.diagnostic.code == "B314"
        && $0.diagnostic.contradiction?.subject.hasPrefix("channels.\(entry.id.value)") == true
    }
  }

  private func methodTable(_ split: [Table<Channel>.Entry], _ allocation: Allocation) -> [Report.Block] {
    let rows = split.map { entry in
      let channel = entry.value
      let path = "channels.\(entry.id.value)"
      let method = "allocation.\(entry.id.value)"
      let planned = figure(path, else: channel.amount?.value)
      let made =
        plan.figures.figure(method + ".amount")?.quantity == nil
        ? [] : figure(method + ".amount", .table, isInText: false)
      let share = plan.figures.figure(method)?.quantity.map { figure(method, printed: amounts.percent($0.value)) } ?? []
      let reason = text(channel.reason)
      let state: [Report.Span]
      if departure(from: entry) != nil {
        state = [.status(.bad, word(Message(en: "departs", hans: "偏离", hant: "偏離")))]
      } else if channel.locked?.value == true {
        state = .text(word(SectionWord.locked), .muted)
      } else if made.isEmpty {
        state = [.status(.unknown, word(ReportWord.cannotTell))]
      } else {
        state = reason.isEmpty ? [.status(.good, word(ReportWord.kept))] : []
      }
      return Report.Row(cells: [
        name(channel.common, entry.id), planned.isEmpty ? notSaid : planned, made, difference(path, method + ".amount"),
        share, quantity(channel.roi?.value), state, reason,
      ])
    }
    let tolerance =
      allocation.tolerance.map { amounts.text($0.value, .table, isInText: true) }
      ?? word(Message(en: "5\u{A0}pp", hans: "5个百分点", hant: "5個百分點"))
    let bound = word(
      Message(
        en: "; more than \(tolerance) of the total apart is told", hans: "；偏离超过总额的\(tolerance)即提示",
        hant: "；偏離超過總額的\(tolerance)即提示"))
    return table(
      Message(en: "Plan against method", hans: "计划与方法对照", hant: "計畫與方法對照"),
      remark: .text(amounts.unit() + bound),
      [
        column(SectionWord.channel, .name), column(ReportWord.inPlan, .figures),
        column(Message(en: "By the method", hans: "按方法", hant: "按方法"), .figures),
        column(Message(en: "Apart by", hans: "相差", hant: "相差"), .figures),
        column(Message(en: "Share by method", hans: "方法占比", hant: "方法占比"), .figures),
        column(Message(en: "Expected return", hans: "预期回报", hant: "預期報酬"), .figures), column(ReportWord.status),
        column(Message(en: "Reason", hans: "理由", hant: "理由")),
      ], rows)
  }

  /// How much more the plan gives than the method would.
  private func difference(_ path: String, _ method: String) -> [Report.Span] {
    guard let planned = money(path), let made = money(method) else { return [] }
    return .text(amounts.money(planned - made, signed: true))
  }

  private func curveTable(_ curves: [Table<Channel>.Entry]) -> [Report.Block] {
    let rows = curves.compactMap { entry -> Report.Row? in
      guard let response = entry.value.response else { return nil }
      let shape =
        response.shape?.value == .linear
        ? Message(en: "a straight line", hans: "线性", hant: "線性")
        : Message(en: "saturating (Hill)", hans: "饱和（希尔）", hant: "飽和（希爾）")
      return Report.Row(cells: [
        name(entry.value.common, entry.id), .text(word(shape)), quantity(response.most?.value),
        quantity(response.half?.value), quantity(response.slope?.value), quantity(response.carryOver?.value),
        entry.value.locked?.value == true ? .text(word(SectionWord.locked), .muted) : [], text(response.common.source),
      ])
    }
    return table(
      Message(en: "What more money would bring, a month", hans: "每月追加投入的回报", hant: "每月追加投入的報酬"), remark: unitRemark,
      [
        column(SectionWord.channel, .name), column(Message(en: "Response", hans: "响应", hant: "反應")),
        column(Message(en: "At most", hans: "饱和回报", hant: "飽和報酬"), .figures),
        column(Message(en: "Half of it at", hans: "半饱和投入", hant: "半飽和投入"), .figures),
        column(Message(en: "Slope", hans: "陡度", hant: "陡度"), .figures),
        column(Message(en: "Carried over", hans: "延续", hant: "延續"), .figures), column(ReportWord.remark),
        column(ReportWord.source),
      ], rows)
  }
}
