package import PlanText

extension LiteralProblem {
  /// What would have been right, where it can be told.
  package var help: Message? {
    switch kind {
    case .empty, .notAFigure, .notAQuantity:
      Message(
        en: "write a number with its unit, such as 1.2亿元, CNY 380, 25%, +15pp, 6w or 50 people",
        hans: "请写数字和单位，例如 1.2亿元、CNY 380、25%、+15个百分点、6周、50人",
        hant: "請寫數字和單位，例如 1.2億元、CNY 380、25%、+15個百分點、6週、50人")
    case .notADate:
      Message(
        en: "write year, month and day: 2025-03-01", hans: "请写明年月日：2025-03-01", hant: "請寫明年月日：2025-03-01")
    case .notAPeriod, .noSuchPeriod, .backwardPeriod:
      Message(
        en: "write 2025, 2025H1, 2025Q1, 2025-03, 2025-W14, or a range such as 2024Q4..2025Q1",
        hans: "可写 2025、2025H1、2025Q1、2025-03、2025-W14，或区间 2024Q4..2025Q1",
        hant: "可寫 2025、2025H1、2025Q1、2025-03、2025-W14，或區間 2024Q4..2025Q1")
    case .trailingText: nil
    case .grouping(let plain), .misspeltUnit(_, known: let plain):
      Message(en: "write \(plain)", hans: "请写 \(plain)", hant: "請寫 \(plain)")
    case .tooManyDigits:
      Message(
        en: "round it, or use a magnitude such as 亿 or bn", hans: "请取整，或用“亿”等数量级",
        hant: "請取整，或用「億」等數量級")
    case .exponent:
      Message(
        en: "write all digits, or a magnitude: 1,000, 1k, 1千", hans: "请写出全部数字或数量级：1,000、1千",
        hant: "請寫出全部數字或數量級：1,000、1千")
    case .descendingSpan(let low, let high):
      Message(
        en: "a range runs from low to high: \(high)-\(low); a change is written with an arrow: \(low)→\(high)",
        hans: "区间由低到高：\(high)-\(low)；表示变化请用箭头：\(low)→\(high)",
        hant: "區間由低到高：\(high)-\(low)；表示變化請用箭頭：\(low)→\(high)")
    case .noSuchDate(_, let last): last.map(lastDay)
    default: wordingHelp
    }
  }

  private func lastDay(_ day: Int) -> Message {
    Message(
      en: "that month ends on day \(day)", hans: "该月最后一天是 \(day) 日",
      hant: "該月最後一天是 \(day) 日")
  }

  private var wordingHelp: Message? {
    switch kind {
    case .unknownCurrency:
      guard let suggestion else {
        return Message(
          en: "use an ISO 4217 code such as CNY or USD, or add it to the policy's currencies",
          hans: "请用 ISO 4217 代码，如 CNY、USD，或在制度的 currencies 中加入",
          hant: "請用 ISO 4217 代碼，如 CNY、USD，或在制度的 currencies 中加入")
      }
      return Message(en: "did you mean \(suggestion)?", hans: "是否应为 \(suggestion)？", hant: "是否應為 \(suggestion)？")
    case .ambiguousCurrency(_, let plan, let meanings):
      let list = meanings.joined(separator: ", ")
      return Message(
        en: "write the currency's code: \(plan), or one of \(list)", hans: "请写货币代码：\(plan)，或 \(list) 之一",
        hant: "請寫貨幣代碼：\(plan)，或 \(list) 之一")
    case .missingUnit:
      return Message(
        en: "write what it is counted by: CNY 266/customer, 6%/y", hans: "请写明按什么计：266元/客户、6%/年",
        hant: "請寫明按什麼計：266元/客戶、6%/年")
    case .bareMillion:
      return Message(
        en: "write 百万, the currency (CNY 3m), what is counted (3m users), or mo for months",
        hans: "请写“百万”，或写明货币（CNY 3m）、所计之物（3m users），月份时长请写 mo",
        hant: "請寫「百萬」，或寫明貨幣（CNY 3m）、所計之物（3m users），月份時長請寫 mo")
    case .secondMagnitude:
      return Message(
        en: "write the number with one magnitude: 3亿 for 3万万", hans: "请只写一个数量级，如“3万万”写作“3亿”",
        hant: "請只寫一個數量級，如「3萬萬」寫作「3億」")
    case .monthName:
      return Message(
        en: "write 个月 or mo for a length, 2025-06 for a month", hans: "时长请写“个月”或 mo，月份请写 2025-06",
        hant: "時長請寫「個月」或 mo，月份請寫 2025-06")
    case .ratioWithoutOne:
      return Message(
        en: "make one side 1, as in 3:1 or 1:3.5, or write 3.5x", hans: "请使一边为 1，如 3:1、1:3.5，或写 3.5倍",
        hant: "請使一邊為 1，如 3:1、1:3.5，或寫 3.5倍")
    case .badScale:
      return Message(
        en: "write 8.6/10 with full marks 5, 10 or 100, or 8.6分(满分10分)",
        hans: "请写 8.6/10（满分为 5、10 或 100），或 8.6分(满分10分)",
        hant: "請寫 8.6/10（滿分為 5、10 或 100），或 8.6分(滿分10分)")
    case .badHours:
      return Message(en: "write 24x7 or 8x5", hans: "请写 7×24小时 或 8x5", hant: "請寫 7×24小時 或 8x5")
    default: return nil
    }
  }
}
