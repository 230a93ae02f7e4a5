import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// Where the plan meets its customers: stages served, money and return, what each channel is for, its costs, flights.
  var channelsSection: Report.Section? {
    let channels = plan.plan.channels?.entries ?? []
    guard !channels.isEmpty || plan.plan.flights?.isEmpty == false else { return nil }
    var section = Report.Section(id: "channels", name: word(SectionWord.channels), headline: channelsHeadline(channels))
    section.blocks =
      journeyMatrix(channels) + channelMoney(channels) + channelRoles(channels) + channelCosts(channels)
      + attribution + flightTables
    return section
  }

  // MARK: Headline

  private func channelsHeadline(_ channels: [Table<Channel>.Entry]) -> [Report.Span] {
    let stages = plan.plan.journey?.entries ?? []
    let served = Set(channels.flatMap { $0.value.stages?.map(\.value) ?? [] })
    let unserved = stages.filter { !served.contains($0.id.value) }
    let first =
      stages.isEmpty
      ? Sentence.channelCount(channels.count)
      : Sentence.journey(unserved: unserved.count, first: unserved.first.map { stage($0.id.value) } ?? "")
    // Parts of another channel are in its money already.
    let own = channels.filter { $0.value.parent == nil }
    let amounts = own.compactMap { entry in channelAmount(entry).map { (entry, $0) } }
    let top = amounts.max { $0.1.value < $1.1.value }
    let share = top.flatMap { channelShare($0.0, $0.1) }
    let isCompared = amounts.count > 1 && share != nil
    return sentence(
      Sentence.channelMoney(
        first, channels: own.count, stated: amounts.count,
        top: isCompared ? top.map { channel($0.0.id.value) } : nil),
      ["share": share.map { figure($0, .headline) } ?? []])
  }

  /// A channel's money where it is one figure in the plan's currency.
  func channelAmount(_ entry: Table<Channel>.Entry) -> Quantity? {
    let quantity = plan.figures.figure("channels.\(entry.id.value)")?.quantity ?? entry.value.amount?.value
    guard let quantity, !quantity.isRange, quantity.unit.isMoney,
      quantity.unit.currency == plan.plan.currencyCode
    else { return nil }
    return quantity
  }

  private func channelShare(_ entry: Table<Channel>.Entry, _ amount: Quantity) -> NoteBook.Derived? {
    guard let total = money("budget.total"), let share = amount.value.divided(by: total) else { return nil }
    let path = "channels.\(entry.id.value)"
    let name = channel(entry.id.value)
    return NoteBook.Derived(
      key: path + " share",
      name: Message(en: "\(name), share of the total", hans: "\(name)占总额的比例", hant: "\(name)占總額的比例"),
      value: .quantity(Quantity(share, mark: .percent)), formula: "\(path) / budget.total",
      inputs: [path, "budget.total"], places: [entry.value.amount?.range].compactMap { $0 })
  }

  // MARK: Journey

  /// Which channel serves which stage, online or offline.
  private func journeyMatrix(_ channels: [Table<Channel>.Entry]) -> [Report.Block] {
    let stages = plan.plan.journey?.entries ?? []
    guard !stages.isEmpty, !channels.isEmpty else { return [] }
    let places = Dictionary(stages.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let served = channels.map { Set(($0.value.stages ?? []).compactMap { places[$0.value] }) }
    var counts = Array(repeating: 0, count: stages.count)
    for place in served.flatMap({ $0 }) { counts[place] += 1 }
    let key = [Channel.Side.online, .offline, .both].flatMap { side -> [Report.Span] in
      [.presence(side, ""), .text("\u{A0}" + word(side.word) + "\u{2002}", .plain)]
    }
    return MatrixSheets(columns: stages.count, marks: served.map { Array($0) }).sheets.flatMap { sheet in
      var rows = sheet.rows.map { row in
        let (entry, channel) = (channels[row], channels[row].value)
        let side = channel.side?.value ?? .both
        let marks = sheet.columns.map { place -> [Report.Span] in
          served[row].contains(place) ? [.presence(side, word(side.word))] : []
        }
        return Report.Row(cells: [name(channel.common, entry.id)] + marks, indent: channel.parent == nil ? 0 : 1)
      }
      rows.append(
        Report.Row(
          cells: [.text(word(Message(en: "Channels", hans: "渠道数", hant: "通路數")))]
            + sheet.columns.map { place in
              counts[place] > 0
                ? .text(String(counts[place]))
                : [.status(.bad, word(Message(en: "gap", hans: "空缺", hant: "缺口")))]
            }, kind: .total))
      return matrix(
        Message(en: "Stages of the journey by channel", hans: "各渠道服务的旅程阶段", hant: "各通路服務的旅程階段"), remark: key,
        [column(SectionWord.channel, .name)]
          + stages[sheet.columns].map { Report.Column(title: stage($0.id.value), kind: .cell) }, rows)
    }
  }

  // MARK: Money

  private func channelMoney(_ channels: [Table<Channel>.Entry]) -> [Report.Block] {
    let known = channels.map { channelAmount($0) }
    guard known.contains(where: { $0 != nil }) || channels.contains(where: { $0.value.amount != nil }) else {
      return []
    }
    let largest = known.compactMap { $0?.value }.max() ?? 0
    let rows = zip(channels, known).map { entry, amount in
      let path = "channels.\(entry.id.value)"
      let money = figure(path, else: entry.value.amount?.value)
      let share: [Report.Span] =
        amount.flatMap { channelShare(entry, $0) }.map { .text(amounts.percent($0.share)) } ?? []
      let bar: [Report.Span] =
        amount.flatMap { $0.value.divided(by: largest) }.map { [.bar($0, isStrong: entry.value.parent == nil)] } ?? []
      return Report.Row(
        cells: [
          name(entry.value.common, entry.id), money.isEmpty ? notSaid : money, share, bar,
          quantity(entry.value.roi?.value), payer(entry.value.paidBy), departure(of: entry),
        ], indent: entry.value.parent == nil ? 0 : 1, kind: entry.value.parent == nil ? .plain : .sub)
    }
    return table(
      Message(en: "Money by channel", hans: "分渠道资金", hant: "分通路資金"), remark: unitRemark,
      [
        column(SectionWord.channel, .name), Report.Column(title: amounts.unit(), kind: .figures),
        column(SectionWord.ofTotal, .figures), column(ReportWord.bar, .bar),
        column(Message(en: "Expected return", hans: "预期回报", hant: "預期報酬"), .figures), column(SectionWord.paidBy),
        column(ReportWord.remark),
      ], rows, .lines)
  }

  /// What is said of the channel's money or share elsewhere, and what else bears on its money.
  private func departure(of entry: Table<Channel>.Entry) -> [Report.Span] {
    let path = "channels.\(entry.id.value)"
    let found = summary.ordered.first { finding in
      guard let pair = finding.diagnostic.contradiction, finding.diagnostic.severity > .advice else { return false }
      return pair.subject == path || pair.subject.hasPrefix(path + ".")
    }
    if let pair = found?.diagnostic.contradiction {
      let (said, made) = (side(pair.stated).plainText, recomputed(pair).plainText)
      // Plain text, for a status never breaks its line.
      let words = Message(
        en: "stated \(said), recomputed \(made)", hans: "原文\(said)，复算\(made)", hant: "原文\(said)，重算\(made)")
      return .text(word(words), .bad)
    }
    return entry.value.locked?.value == true ? .text(word(SectionWord.locked), .muted) : []
  }

  // MARK: Roles and costs

  private func channelRoles(_ channels: [Table<Channel>.Entry]) -> [Report.Block] {
    let rows = channels.map { entry in
      let channel = entry.value
      let links = (channel.links?.entries ?? []).map { link in
        let kinds = list((link.value.kinds ?? []).map { word($0.value.word) })
        return self.channel(link.id.value) + (language == .english ? " (\(kinds))" : "（\(kinds)）")
      }
      return Report.Row(
        cells: [
          name(channel.common, entry.id), .text(channel.side.map { word($0.value.word) }), text(channel.role),
          names(channel.segments, segment), .text(clauses(links)), .text(channel.tier.map { word($0.value.word) }),
          owner(channel.owner?.value),
        ], indent: channel.parent == nil ? 0 : 1)
    }
    return table(
      Message(en: "What each channel is for", hans: "各渠道的作用", hant: "各通路的作用"),
      [
        column(SectionWord.channel, .name), column(Message(en: "Side", hans: "线上或线下", hant: "線上或線下")),
        column(SectionWord.role), column(SectionWord.segments),
        column(Message(en: "Works with", hans: "协同渠道", hant: "協同通路"), .wide),
        column(Message(en: "Tier", hans: "价值等级", hant: "價值等級")), column(ReportWord.owner),
      ], rows, isLong: rows.count > 20)
  }

  /// The costs of each channel with their class; what is forgone is shown and never spent.
  private func channelCosts(_ channels: [Table<Channel>.Entry]) -> [Report.Block] {
    let rows = channels.flatMap { entry in
      (entry.value.costs?.entries ?? []).map { cost in
        let value = cost.value
        let path = "channels.\(entry.id.value).costs.\(cost.id.value)"
        let computed = figure(path, else: nil, isInText: true)
        let rate = value.rate.map { [Report.Span.text(rateText($0.value, value), .plain)] } ?? []
        return Report.Row(cells: [
          name(value.common, cost.id), .text(channel(entry.id.value)), .text(value.kind.map { word($0.value.word) }),
          computed.isEmpty ? amount(value.amount?.value) : computed, rate, quantity(value.growth?.value),
          .text(
            list(
              (value.split?.entries ?? []).map {
                channel($0.id.value) + " " + amounts.text($0.value.value, .table, isInText: true)
              })),
          payer(value.paidBy), text(value.common.source),
        ])
      }
    }
    guard !rows.isEmpty else { return [] }
    let isForgone = channels.contains { $0.value.costs?.contains { $0.value.kind?.value == .opportunity } == true }
    let remark = word(
      Message(en: "opportunity cost is shown, never spent", hans: "机会成本仅列示，不支出", hant: "機會成本僅列示，不支出"))
    return table(
      Message(en: "Costs by channel", hans: "分渠道成本", hant: "分通路成本"), remark: isForgone ? .text(remark) : [],
      [
        column(SectionWord.cost, .name), column(SectionWord.channel),
        column(Message(en: "Class", hans: "类别", hant: "類別")),
        column(ReportWord.amount, .figures), column(Message(en: "Rate", hans: "费率", hant: "費率"), .figures),
        column(Message(en: "Growth a year", hans: "年增长", hant: "年成長"), .figures),
        column(Message(en: "Split", hans: "分摊", hant: "分攤")), column(SectionWord.paidBy), column(ReportWord.source),
      ], rows, isLong: rows.count > 20)
  }

  private func rateText(_ rate: Quantity, _ cost: Cost) -> String {
    let text = amounts.text(rate, .full, isInText: true)
    if let base = cost.base { return "\(text) × \(oneLine(base.value.text))" }
    return cost.volume.map { "\(text) × \(amounts.text($0.value, .table, isInText: true))" } ?? text
  }

  private var attribution: [Report.Block] {
    guard let attribution = plan.plan.attribution, let model = attribution.model?.value else { return [] }
    var text = word(
      Message(en: "Results are credited by \(model.word)", hans: "成效按\(model.word)计算", hant: "成效按\(model.word)計算"))
    let credits = (attribution.credits?.entries ?? []).map { entry in
      let id = entry.id.value
      let name = plan.plan.journey?[id] != nil ? stage(id) : channel(id)
      return name + " " + amounts.text(entry.value.value, .table, isInText: true)
    }
    if !credits.isEmpty { text += ReportWord.colon(language) + list(credits) }
    if let window = attribution.window?.value {
      let length = amounts.text(window, .table, isInText: true)
      text += word(Message(en: "; a contact counts for \(length)", hans: "；归因窗口\(length)", hant: "；歸因期間\(length)"))
    }
    return [.paragraph([.text(text + Sentence.stop(language), .plain)])]
  }
}

extension NoteBook.Derived {
  /// A derived share as a fraction; nothing for what is no single figure.
  fileprivate var share: Fraction {
    if case .quantity(let quantity) = value { quantity.value } else { 0 }
  }
}
