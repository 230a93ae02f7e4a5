import PlanText

/// The sentences of the report, in the three languages; `{names}` are places for figures with their notes.
///
/// Chinese counts with 处, 项, 个 and 条; English knows one and many.
enum Sentence {
  // MARK: Lead

  /// What the money brings back. Slots: npv, rate, payback.
  static func worth(isLoss: Bool, isPaidBack: Bool) -> Message {
    switch (isLoss, isPaidBack) {
    case (false, true):
      Message(
        en: "Worth {npv} at {rate} and paid back in {payback}", hans: "净现值{npv}（按{rate}折现），{payback}回本",
        hant: "淨現值{npv}（按{rate}折現），{payback}回本")
    case (false, false):
      Message(en: "Worth {npv} at {rate}", hans: "净现值{npv}（按{rate}折现）", hant: "淨現值{npv}（按{rate}折現）")
    case (true, true):
      Message(
        en: "Worth {npv} at {rate}, a loss, though paid back in {payback}",
        hans: "净现值{npv}（按{rate}折现），为亏损，虽可在{payback}回本",
        hant: "淨現值{npv}（按{rate}折現），為虧損，雖可在{payback}回本")
    case (true, false):
      Message(
        en: "Worth {npv} at {rate}, a loss, and not paid back within its years",
        hans: "净现值{npv}（按{rate}折现），为亏损，期内不能回本", hant: "淨現值{npv}（按{rate}折現），為虧損，期內不能回本")
    }
  }

  /// What joins two clauses: of one sign, or of two.
  static func joint(isSameSign: Bool, _ language: Language) -> String {
    switch (language, isSameSign) {
    case (.english, true): ", and "
    case (.english, false): ", but "
    case (_, true): "，且"
    case (_, false): "；但"
    }
  }

  static func stop(_ language: Language) -> String { language == .english ? "." : "。" }

  static func figuresHold(warnings: Int) -> Message {
    if warnings == 0 {
      return Message(en: "its figures add up", hans: "各项数字相符", hant: "各項數字相符")
    }
    let many = warnings == 1 ? "1 warning is open" : "\(warnings) warnings are open"
    return Message(
      en: "its figures add up, while \(many)", hans: "各项数字相符，尚有\(warnings)处警告待处理", hant: "各項數字相符，尚有\(warnings)處警告待處理")
  }

  /// Slots: money.
  static func unfunded(errors: Int) -> Message {
    let many = errors == 1 ? "1 error stands" : "\(errors) errors stand"
    return Message(
      en: "{money} of its promises has no money behind it and \(many) against approval",
      hans: "有{money}的承诺没有资金来源，另有\(errors)处错误待改", hant: "有{money}的承諾沒有資金來源，另有\(errors)處錯誤待改")
  }

  /// Slots: money, if the largest of them is about money.
  static func errors(_ count: Int, over money: Bool) -> Message {
    let many = count == 1 ? "1 error stands against approval" : "\(count) errors stand against approval"
    if !money { return Message(en: "\(many)", hans: "有\(count)处错误待改", hant: "有\(count)處錯誤待改") }
    let largest = count == 1 ? "over {money}" : "the largest over {money}"
    return Message(
      en: "\(many), \(largest)", hans: "有\(count)处错误待改，其中一处涉及{money}", hant: "有\(count)處錯誤待改，其中一處涉及{money}")
  }

  // MARK: First page

  static func verdict(missed: Int, of hurdles: Int, holds: Bool) -> Message {
    if hurdles == 0 {
      return holds
        ? Message(en: "No return is stated; the arithmetic holds", hans: "未写明回报；计算成立", hant: "未寫明回報；計算成立")
        : Message(en: "No return is stated; the arithmetic does not hold", hans: "未写明回报；计算不成立", hant: "未寫明回報；計算不成立")
    }
    let clears = missed == 0
    let en: Wording =
      clears ? "The return clears every hurdle" : "The return misses \(missed) of \(hurdles) hurdles"
    let hans: Wording = clears ? "回报高于各项门槛" : "\(hurdles)项回报门槛中有\(missed)项未达到"
    let hant: Wording = clears ? "報酬高於各項門檻" : "\(hurdles)項報酬門檻中有\(missed)項未達到"
    let first = Message(en: en, hans: hans, hant: hant)
    switch (clears == holds, holds) {
    case (true, true):
      return Message(
        en: "\(first), and the arithmetic around it holds", hans: "\(first)，且支撑它的计算成立", hant: "\(first)，且支撐它的計算成立")
    case (true, false):
      return Message(
        en: "\(first), and the arithmetic around it does not hold", hans: "\(first)，支撑它的计算也不成立",
        hant: "\(first)，支撐它的計算也不成立")
    case (false, true):
      return Message(
        en: "\(first); the arithmetic around it holds", hans: "\(first)，但支撑它的计算成立", hant: "\(first)，但支撐它的計算成立")
    case (false, false):
      return Message(
        en: "\(first); the arithmetic around it does not hold", hans: "\(first)，但支撑它的计算不成立",
        hant: "\(first)，但支撐它的計算不成立")
    }
  }

  /// Slots: total.
  static func ask(phases: Int) -> Message {
    switch phases {
    case 0, 1: Message(en: "Approve {total}", hans: "批准{total}", hant: "核准{total}")
    default:
      Message(
        en: "Approve {total} in \(phases) phases", hans: "批准{total}，分\(phases)期拨付", hant: "核准{total}，分\(phases)期撥付")
    }
  }

  static let before = Message(en: "Before that:", hans: "批准之前须先：", hant: "核准之前須先：")
  static let nothingBefore = Message(
    en: "Nothing found stands in the way.", hans: "没有须先处理的问题。", hant: "沒有須先處理的問題。")
  static let noTotal = Message(
    en: "The plan does not say what is asked for", hans: "计划未写明所请求的金额", hant: "計畫未寫明所請求的金額")

  static func returnPlan(errors: Int, aboutMoney: Int) -> Message {
    let many = errors == 1 ? "1 error blocks approval" : "\(errors) errors block approval"
    if aboutMoney == 0 {
      return Message(en: "Return the plan: \(many)", hans: "退回修改：尚有\(errors)处错误", hant: "退回修改：尚有\(errors)處錯誤")
    }
    return Message(
      en: "Return the plan: \(many), \(aboutMoney) of them about money",
      hans: "退回修改：尚有\(errors)处错误，其中\(aboutMoney)处涉及金额", hant: "退回修改：尚有\(errors)處錯誤，其中\(aboutMoney)處涉及金額")
  }

  /// Slots: money.
  static func decideReserves(_ count: Int) -> Message {
    let promises = count == 1 ? "the promise" : "the \(count) promises"
    return Message(
      en: "Decide the reserves: fund {money} by cutting lines, or drop \(promises)",
      hans: "就预备金作出决定：压缩科目以落实{money}，或撤回\(count)项承诺", hant: "就預備金作出決定：壓縮科目以落實{money}，或撤回\(count)項承諾")
  }

  static func decideLimits(_ count: Int) -> Message {
    let breaches = count == 1 ? "1 limit is broken" : "\(count) limits are broken"
    return Message(
      en: "Decide on the limits: \(breaches)", hans: "就限额作出决定：有\(count)项限额被突破", hant: "就限額作出決定：有\(count)項限額被突破")
  }

  static let decideReturn = Message(
    en: "Say which return is meant: gross, net or yearly", hans: "写明所指的回报口径：毛、净或年均", hant: "寫明所指的報酬定義：毛、淨或年均")

  static func nameOwners(_ count: Int) -> Message {
    let pieces = count == 1 ? "1 piece of work has none" : "\(count) pieces of work have none"
    return Message(
      en: "Name owners: \(pieces)", hans: "指定负责人：\(count)项工作尚无人负责", hant: "指定負責人：\(count)項工作尚無人負責")
  }

  static func clearWarnings(_ count: Int) -> Message {
    let many = count == 1 ? "1 warning" : "\(count) warnings"
    return Message(en: "Answer \(many)", hans: "处理\(count)处警告", hant: "處理\(count)處警告")
  }

  /// Slots: total, share, reserves.
  static func money(lines: Int, hasReserves: Bool, isUnfunded: Bool) -> Message {
    let spend = lines == 1 ? "the line spends" : "the \(lines) lines spend"
    if isUnfunded {
      return Message(
        en: "Of {total} \(spend) {share}; the reserves promised on top of that would need {reserves} more",
        hans: "\(lines)个科目用去{total}的{share}；另行承诺的预备金还需{reserves}",
        hant: "\(lines)個科目用去{total}的{share}；另行承諾的預備金還需{reserves}")
    }
    if hasReserves {
      return Message(
        en: "Of {total} \(spend) {share}; {reserves} is held back",
        hans: "\(lines)个科目用去{total}的{share}；已留出{reserves}预备金",
        hant: "\(lines)個科目用去{total}的{share}；已留出{reserves}預備金")
    }
    return Message(
      en: "Of {total} \(spend) {share}; nothing is held back", hans: "\(lines)个科目用去{total}的{share}；没有留预备金",
      hant: "\(lines)個科目用去{total}的{share}；沒有留預備金")
  }

  static let noMoney = Message(
    en: "The plan does not say how the money is spent", hans: "计划未写明资金如何使用", hant: "計畫未寫明資金如何使用")

  static func milestonesFaulty(_ faulty: Int, of count: Int, first: String) -> Message {
    let carry = faulty == 1 ? "1 of \(count) milestones carries" : "\(faulty) of \(count) milestones carry"
    return Message(
      en: "\(carry) a finding: \(first)", hans: "\(count)个里程碑，\(faulty)个有问题：\(first)",
      hant: "\(count)個里程碑，\(faulty)個有問題：\(first)")
  }

  static func milestonesUnowned(_ unowned: Int, of count: Int) -> Message {
    if unowned == count {
      let all = count == 1 ? "The milestone has no owner" : "None of the \(count) milestones has an owner"
      return Message(en: "\(all)", hans: "\(count)个里程碑均无负责人", hant: "\(count)個里程碑均無負責人")
    }
    let have = unowned == 1 ? "1 of \(count) milestones has" : "\(unowned) of \(count) milestones have"
    return Message(
      en: "\(have) no owner", hans: "\(count)个里程碑中\(unowned)个无负责人", hant: "\(count)個里程碑中\(unowned)個無負責人")
  }

  static func milestonesLate(_ late: Int, of count: Int, first: String) -> Message {
    Message(
      en: "\(late) of \(count) milestones \(late == 1 ? "is" : "are") out of reach: \(first)",
      hans: "\(count)个里程碑，\(late)个不可达成：\(first)", hant: "\(count)個里程碑，\(late)個不可達成：\(first)")
  }

  static func nextMilestone(_ name: String, on day: String, days: Int) -> Message {
    let away = days == 1 ? "1 calendar day" : "\(days) calendar days"
    return Message(
      en: "Next: \(name) on \(day), \(away) away", hans: "下一个里程碑：\(name)，\(day)，还有\(days)天",
      hant: "下一個里程碑：\(name)，\(day)，還有\(days)天")
  }

  static func milestonesAhead(_ count: Int, first: String, on day: String) -> Message {
    let many = count == 1 ? "1 milestone" : "\(count) milestones"
    return Message(
      en: "\(many), the first \(first) on \(day)", hans: "共\(count)个里程碑，首个为\(first)，\(day)",
      hant: "共\(count)個里程碑，首個為\(first)，\(day)")
  }

  static let noMilestones = Message(en: "The plan sets no milestone", hans: "计划没有里程碑", hant: "計畫沒有里程碑")

  static let noRisks = Message(
    en: "The plan names no risks, so none can be ranked", hans: "计划未列风险，无从排序", hant: "計畫未列風險，無從排序")
  static func exceptions(errors: Int, warnings: Int, advice: Int, shown: Int) -> Message {
    let e = errors == 1 ? "1 error" : "\(errors) errors"
    let w = warnings == 1 ? "1 warning" : "\(warnings) warnings"
    if shown == 0 {
      return Message(
        en: "\(e), \(w), \(advice) advice", hans: "\(errors)处错误、\(warnings)处警告、\(advice)条建议",
        hant: "\(errors)處錯誤、\(warnings)處警告、\(advice)則建議")
    }
    let those = shown == 1 ? "the one that moves a decision" : "the \(shown) that move a decision"
    return Message(
      en: "\(e), \(w), \(advice) advice; \(those)", hans: "\(errors)处错误、\(warnings)处警告、\(advice)条建议；影响决策的\(shown)处",
      hant: "\(errors)處錯誤、\(warnings)處警告、\(advice)則建議；影響決策的\(shown)處")
  }

  static let noFindings = Message(en: "No findings: every figure agrees", hans: "没有发现问题：各处数字一致", hant: "沒有發現問題：各處數字一致")

  static func allFindings(_ count: Int) -> Message {
    let all = count == 1 ? "The finding in full" : "All \(count) findings"
    return Message(en: "\(all)", hans: "全部\(count)个问题", hant: "全部\(count)個問題")
  }

  // MARK: Sections

  static func goals(_ objectives: Int, numbers: Int, owners: Int, sources: Int, contradictions: Int) -> Message {
    let targets = objectives == 1 ? "1 target" : "\(objectives) targets"
    let have = numbers == 1 ? "1 has a number" : "\(numbers) have numbers"
    let first = Message(
      en: "\(targets): \(have), \(owners) an owner, \(sources) a source",
      hans: "\(objectives)项目标：\(numbers)项有数值，\(owners)项有负责人，\(sources)项有来源",
      hant: "\(objectives)項目標：\(numbers)項有數值，\(owners)項有負責人，\(sources)項有來源")
    if contradictions == 0 {
      return Message(en: "\(first); none disagrees with itself", hans: "\(first)；没有自相矛盾", hant: "\(first)；沒有自相矛盾")
    }
    let disagree = contradictions == 1 ? "1 disagrees with itself" : "\(contradictions) disagree with themselves"
    return Message(
      en: "\(first); \(disagree)", hans: "\(first)；\(contradictions)项自相矛盾", hant: "\(first)；\(contradictions)項自相矛盾")
  }

  /// Slots: total, difference.
  static func budget(isExact: Bool, isOver: Bool) -> Message {
    if isExact {
      return Message(
        en: "Lines and reserves add up to {total}", hans: "科目与预备金合计{total}，相符", hant: "科目與預備金合計{total}，相符")
    }
    return isOver
      ? Message(
        en: "Lines and reserves exceed {total} by {difference}", hans: "科目与预备金合计超出{total}，多{difference}",
        hant: "科目與預備金合計超出{total}，多{difference}")
      : Message(
        en: "Lines and reserves fall short of {total} by {difference}", hans: "科目与预备金合计不足{total}，少{difference}",
        hant: "科目與預備金合計不足{total}，少{difference}")
  }

  static let budgetOpen = Message(
    en: "The budget cannot be summed: a figure is missing or loose", hans: "预算无法合计：有数字缺失或不确定", hant: "預算無法合計：有數字缺失或不確定")

  static func stated(_ line: String, share: String, not stated: String) -> Message {
    Message(
      en: "; \(line) takes \(share), not the \(stated) stated", hans: "；\(line)占\(share)，而非原文所写的\(stated)",
      hant: "；\(line)占\(share)，而非原文所写的\(stated)")
  }

  /// How long the plan takes, and which of its tasks have no slack.
  static func schedule(months: Int, tasks: Int, critical: Int, least: Int?, first: String?) -> Message {
    let span = months == 1 ? "1 month" : "\(months) months"
    let start = Message(en: "\(span)", hans: "工期\(months)个月", hant: "工期\(months)個月")
    guard tasks > 0 else {
      return Message(en: "\(start), no tasks listed", hans: "\(start)，未列任务", hant: "\(start)，未列任務")
    }
    guard let least else {
      return Message(
        en: "\(start), no links declared: criticality unknown", hans: "\(start)，未写明前置关系，关键路径未知",
        hant: "\(start)，未寫明前置關係，要徑未知")
    }
    let which =
      first.map {
        critical == 1
          ? Message(en: ": \($0)", hans: "：\($0)", hant: "：\($0)")
          : Message(en: ", first \($0)", hans: "，首先是\($0)", hant: "，首先是\($0)")
      } ?? Message(verbatim: "")
    if least < 0 {
      let short = least == -1 ? "1 working day" : "\(-least) working days"
      return Message(
        en: "\(start); a date is missed by \(short)\(which)", hans: "\(start)；有日期晚\(-least)个工作日\(which)",
        hant: "\(start)；有日期晚\(-least)個工作日\(which)")
    }
    if critical == 0 {
      let slack = least == 1 ? "1 working day" : "\(least) working days"
      return Message(
        en: "\(start); every task has \(slack) of float or more", hans: "\(start)；每项任务至少有\(least)个工作日浮动时间",
        hant: "\(start)；每項任務至少有\(least)個工作日浮時")
    }
    let of =
      tasks == 1 ? "the task has" : critical == 1 ? "1 of \(tasks) tasks has" : "\(critical) of \(tasks) tasks have"
    return Message(
      en: "\(start); \(of) no float\(which)", hans: "\(start)；\(tasks)项任务中\(critical)项没有浮动时间\(which)",
      hant: "\(start)；\(tasks)項任務中\(critical)項沒有浮時\(which)")
  }

  static func team(roles: Int, headcount: String?) -> Message {
    let named = roles == 1 ? "1 role" : "\(roles) roles"
    if let headcount {
      return Message(
        en: "\(named) answer for a team of \(headcount)", hans: "\(roles)个角色负责\(headcount)的团队",
        hant: "\(roles)個角色負責\(headcount)的團隊")
    }
    return Message(en: "\(named) named", hans: "列出\(roles)个角色", hant: "列出\(roles)個角色")
  }

  /// Slots: npv, rate, share.
  static func feasibility(hasBreakEven: Bool) -> Message {
    hasBreakEven
      ? Message(
        en: "Worth {npv} at {rate}: benefits could fall to {share} of plan before the value is gone",
        hans: "净现值{npv}（按{rate}折现）；收益降至计划的{share}才归零", hant: "淨現值{npv}（按{rate}折現）；收益降至計畫的{share}才歸零")
      : Message(en: "Worth {npv} at {rate}", hans: "净现值{npv}（按{rate}折现）", hant: "淨現值{npv}（按{rate}折現）")
  }

  static let noReturn = Message(
    en: "No return can be computed: {why}", hans: "无法计算回报：{why}", hant: "無法計算報酬：{why}")

  static func sources(assumptions: Int, withSource: Int, facts: Int) -> Message {
    let many =
      assumptions == 1 ? "The plan takes 1 figure for granted" : "The plan takes \(assumptions) figures for granted"
    let first = Message(
      en: "\(many), \(withSource) of them with a source", hans: "计划以\(assumptions)项假设为前提，\(withSource)项有来源",
      hant: "計畫以\(assumptions)項假設為前提，\(withSource)項有來源")
    if facts == 0 { return first }
    let more = facts == 1 ? "it cites 1 fact" : "it cites \(facts) facts"
    return Message(en: "\(first); \(more)", hans: "\(first)；引用\(facts)项事实", hant: "\(first)；引用\(facts)項事實")
  }

  static func findings(_ count: Int, errors: Int, warnings: Int, advice: Int) -> Message {
    let all = count == 1 ? "1 finding" : "\(count) findings"
    let e = errors == 1 ? "1 error" : "\(errors) errors"
    let w = warnings == 1 ? "1 warning" : "\(warnings) warnings"
    return Message(
      en: "\(all): \(e), \(w), \(advice) advice, worst first",
      hans: "查出\(count)个问题：错误\(errors)处、警告\(warnings)处、建议\(advice)条，由重到轻",
      hant: "查出\(count)個問題：錯誤\(errors)處、警告\(warnings)處、建議\(advice)則，由重到輕")
  }

  static func clean(rules: Int) -> Message {
    Message(
      en: "No findings: \(rules) rules ran", hans: "没有发现问题：共检查\(rules)条规则", hant: "沒有發現問題：共檢查\(rules)條規則")
  }

  static func gaps(_ count: Int) -> Message {
    let parts = count == 1 ? "1 part of this report is" : "\(count) parts of this report are"
    return Message(
      en: "\(parts) missing because the plan does not hold the data", hans: "报告有\(count)部分缺失，因为计划没有相应数据",
      hant: "報告有\(count)部分缺少，因為計畫沒有相應資料")
  }

  static let definitions = Message(
    en: "What the words for money mean here", hans: "本报告中金额用语的含义", hant: "本報告中金額用語的含義")
  static let definitionsAndTerms = Message(
    en: "What the words for money and the plan's own terms mean", hans: "金额用语与本计划术语的含义", hant: "金額用語與本計畫術語的含義")
  static let notes = Message(en: "Where every figure comes from", hans: "每个数字的来源", hant: "每個數字的來源")
}
