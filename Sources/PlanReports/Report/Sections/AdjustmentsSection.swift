import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

extension ReportBuilder {
  /// The ledger: every change of the approved budget with its four steps, what lines come to today, the standing right
  /// to shift money.
  var adjustmentsSection: Report.Section? {
    let entries = (plan.plan.adjustments?.entries ?? []).enumerated().sorted { a, b in
      let (left, right) = (a.element.value.date?.value.dayNumber ?? .max, b.element.value.date?.value.dayNumber ?? .max)
      return (left, a.offset) < (right, b.offset)
    }.map(\.element)
    guard !entries.isEmpty || plan.plan.budget?.reallocation != nil else { return nil }
    var section = Report.Section(
      id: "adj", name: word(SectionWord.adjustments), headline: adjustmentHeadline(entries))
    section.blocks = ledgerTable(entries) + stepTable(entries) + balanceTable + standingRight
    return section
  }

  private func adjustmentHeadline(_ entries: [Table<Adjustment>.Entry]) -> [Report.Span] {
    guard !entries.isEmpty else { return sentence(Sentence.onlyReallocation) }
    let counted = entries.filter { $0.value.kind?.value != .reallocation }
    let moved = movedInAll(entries)
    return sentence(
      Sentence.adjustments(
        counted.count, allowed: plan.resolved.house.adjustmentsPerYear?.value, isMoney: moved != nil),
      moved.map { ["moved": figure($0, .headline)] } ?? [:])
  }

  /// All money that entries move, where each of them says it in the plan's currency.
  private func movedInAll(_ entries: [Table<Adjustment>.Entry]) -> NoteBook.Derived? {
    let moves = entries.flatMap { $0.value.moves ?? [] }
    guard let currency = plan.plan.currencyCode, !moves.isEmpty else { return nil }
    var sum = Fraction(0)
    for move in moves {
      guard let amount = move.amount?.value, amount.isExact, amount.unit.isMoney, amount.unit.currency == currency
      else {
        return nil
      }
      sum = sum + amount.value
    }
    return NoteBook.Derived(
      key: "moved in all", name: Message(en: "Money moved", hans: "调动资金合计", hant: "調動資金合計"),
      value: .quantity(Quantity(sum, .currency(currency))), formula: "Σ adjustments.*.moves.amount",
      places: moves.compactMap { $0.amount?.range })
  }

  // MARK: Ledger

  private func ledgerTable(_ entries: [Table<Adjustment>.Entry]) -> [Report.Block] {
    let rows = entries.flatMap { entry -> [Report.Row] in
      let adjustment = entry.value
      let moves = adjustment.moves ?? []
      let changes = adjustment.changes ?? []
      let head: [[Report.Span]] = [
        name(adjustment.common, entry.id), day(adjustment.date?.value),
        .text(adjustment.kind.map { word($0.value.word) }),
      ]
      let tail: [[Report.Span]] = [steps(adjustment), people(adjustment.approvedBy), day(adjustment.approvedOn?.value)]
      let parts: [[[Report.Span]]] =
        moves.map { move in
          [
            .text(
              move.from.map { plan.lineName($0.value) } ?? word(Message(en: "new money", hans: "新增资金", hant: "新增資金"))),
            .text(move.to.map { plan.lineName($0.value) } ?? word(Message(en: "given back", hans: "退回", hant: "退回"))),
            quantity(move.amount?.value),
          ]
        }
        + changes.map { change in
          [
            .text(change.path.map { plan.name(ofFigure: $0.value.text) }),
            .text([change.was, change.now].map { $0?.value.phrase(in: language) ?? "…" }.joined(separator: " → ")), [],
          ]
        }
      return (parts.isEmpty ? [[[], [], []]] : parts).enumerated().map { place, part in
        Report.Row(
          cells: place == 0 ? head + part + tail : [name(adjustment.common, entry.id), [], []] + part + [[], [], []],
          indent: place == 0 ? 0 : 1, kind: place == 0 ? .plain : .sub)
      }
    }
    let key = word(
      Message(
        en: "P problem, S solution, A approval, R review of the effect", hans: "题：问题，案：方案，批：批准，效：效果评估",
        hant: "題：問題，案：方案，核：核准，效：成效評估"))
    let ledger = table(
      Message(en: "Ledger", hans: "调整台账", hant: "調整台帳"), remark: unitRemark,
      [
        column(Message(en: "Entry", hans: "记录", hant: "紀錄"), .name), column(ReportWord.date), column(SectionWord.kind),
        column(Message(en: "From", hans: "调出", hant: "調出")), column(Message(en: "To", hans: "调入", hant: "調入")),
        Report.Column(title: amounts.unit(), kind: .figures),
        column(SectionWord.steps, .marks),
        column(Message(en: "Approved by", hans: "批准人", hant: "核准人")),
        column(Message(en: "On", hans: "批准日", hant: "核准日")),
      ], rows, isLong: rows.count > 12)
    return ledger.isEmpty ? [] : ledger + [.source([.text(key, .muted)])]
  }

  /// The four steps of an adjustment: said, asked for, signed, judged by its effect.
  private func steps(_ adjustment: Adjustment) -> [Report.Span] {
    let today = plan.resolved.today
    let problem: Report.Status =
      adjustment.problem?.isEmpty != false ? .bad : adjustment.evidence?.isEmpty != false ? .half : .good
    let solution: Report.Status = adjustment.proposal?.isEmpty != false ? .bad : .good
    let approval: Report.Status =
      adjustment.approvedBy?.isEmpty != false ? .bad : adjustment.approvedOn == nil ? .half : .good
    let review: Report.Status =
      if let review = adjustment.review {
        review.doneOn != nil && review.result?.isEmpty == false
          ? .good : today.flatMap { today in review.due.map { $0.value < today } } == true ? .bad : .unknown
      } else {
        .bad
      }
    return zip(word(SectionWord.steps), [problem, solution, approval, review]).map { letter, status in
      .mark(status, word(stepWord(status)), letter: String(letter))
    }
  }

  private func stepWord(_ status: Report.Status) -> Message {
    switch status {
    case .good: Message(en: "done", hans: "已完成", hant: "已完成")
    case .half: Message(en: "in part", hans: "部分完成", hant: "部分完成")
    case .bad: Message(en: "missing", hans: "缺失", hant: "缺少")
    case .unknown, .warn, .advice: Message(en: "not due yet", hans: "未到期", hant: "未到期")
    }
  }

  /// What was wrong, what is done, and what came of it.
  private func stepTable(_ entries: [Table<Adjustment>.Entry]) -> [Report.Block] {
    let rows = entries.map { entry in
      let adjustment = entry.value
      let review = adjustment.review
      return Report.Row(cells: [
        name(adjustment.common, entry.id), text(adjustment.problem),
        .text(clauses((adjustment.evidence ?? []).compactMap { plan.text($0) }), .muted), text(adjustment.proposal),
        person(adjustment.requestedBy?.value), day(review?.due?.value), .text(review?.kpi.map { kpi($0.value) }),
        text(review?.result),
      ])
    }
    return table(
      Message(en: "Why, and with what effect", hans: "原因与效果", hant: "原因與成效"),
      [
        column(Message(en: "Entry", hans: "记录", hant: "紀錄"), .name),
        column(Message(en: "Problem", hans: "问题", hant: "問題"), .wide),
        column(Message(en: "Shown by", hans: "依据", hant: "依據")),
        column(Message(en: "Solution", hans: "方案", hant: "方案"), .wide),
        column(Message(en: "Asked for by", hans: "申请人", hant: "申請人")),
        column(Message(en: "Review due", hans: "评估日", hant: "評估日")),
        column(Message(en: "Should move", hans: "应改善", hant: "應改善")),
        column(Message(en: "Came of it", hans: "结果", hant: "結果")),
      ], rows, isLong: rows.count > 12)
  }

  // MARK: Today

  /// The lines and reserves that the ledger changed: approved, moved, today.
  private var balanceTable: [Report.Block] {
    guard plan.plan.adjustments?.isEmpty == false else { return [] }
    func row(_ id: String, _ name: String, _ kind: Report.Row.Kind) -> Report.Row? {
      guard let moved = plan.figures.figure("budget.\(id).moved")?.quantity,
        kind == .total || !moved.value.isZero
      else { return nil }
      let signed = amounts.money(moved.value, signed: true)
      return Report.Row(
        cells: [
          .text(name), figure("budget.\(id)", .table, isInText: false), figure("budget.\(id).moved", printed: signed),
          figure("budget.\(id).today", .table, isInText: false),
        ], kind: kind)
    }
    let ids =
      plan.resolved.lines.entries.filter { !$0.isOperating }.map(\.id.value) + (plan.plan.budget?.reserves?.ids ?? [])
    var rows = ids.compactMap { row($0, plan.lineName($0), .plain) }
    guard !rows.isEmpty else { return [] }
    if let total = row("total", word(ReportWord.total), .total) { rows.append(total) }
    return table(
      Message(en: "What lines come to today", hans: "科目现额", hant: "科目現額"), remark: unitRemark,
      [
        column(ReportWord.line, .name), column(Message(en: "Approved", hans: "批准额", hant: "核准額"), .figures),
        column(Message(en: "Moved", hans: "调动", hant: "調動"), .figures),
        column(Message(en: "Today", hans: "现额", hant: "現額"), .figures),
      ], rows, .plain)
  }

  /// What may be shifted without an adjustment.
  private var standingRight: [Report.Block] {
    guard let right = plan.plan.budget?.reallocation else { return [] }
    var facts: [String] = []
    if let cadence = right.cadence?.value { facts.append(word(cadence.word)) }
    if let within = right.within {
      let lines = list(within.map { plan.lineName($0.value) })
      facts.append(word(Message(en: "within \(lines)", hans: "限于\(lines)", hant: "限於\(lines)")))
    }
    if let most = right.atMost?.value {
      let share = amounts.text(most, .table, isInText: true)
      facts.append(word(Message(en: "at most \(share) each time", hans: "每次不超过\(share)", hant: "每次不超過\(share)")))
    }
    if right.automatic?.value == true {
      facts.append(word(Message(en: "decided by a machine", hans: "由系统自动决定", hant: "由系統自動決定")))
    }
    let kind = (right.countsAs?.value ?? .adjustment).word
    facts.append(word(Message(en: "counts as \(kind)", hans: "计为\(kind)", hant: "計為\(kind)")))
    if let note = plan.text(right.common.note) { facts.append(note) }
    return [
      .heading(word(Message(en: "Standing right to shift money", hans: "常设调剂权限", hant: "常設調劑權限"))),
      .paragraph([.text(clauses(facts), .plain)]),
    ]
  }
}
