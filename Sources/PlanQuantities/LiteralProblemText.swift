package import PlanText

extension LiteralProblem {
  /// What is wrong with the text, for S006 and its kin.
  package var message: Message {
    switch kind {
    case .empty: Message(en: "there is no value here", hans: "这里没有值", hant: "這裡沒有值")
    case .notAFigure: Message(en: "this is not a figure", hans: "这不是一个数值", hant: "這不是一個數值")
    case .notADate: Message(en: "this is not a date", hans: "这不是日期", hant: "這不是日期")
    case .notAPeriod: Message(en: "this is not a period", hans: "这不是期间", hant: "這不是期間")
    case .notAQuantity:
      Message(en: "a quantity is due here", hans: "这里应为一个数量", hant: "這裡應為一個數量")
    case .trailingText(let rest):
      Message(
        en: "the value ends before “\(shortened(rest))”", hans: "值到“\(shortened(rest))”之前就结束了",
        hant: "值到「\(shortened(rest))」之前就結束了")
    case .grouping:
      Message(
        en: "commas group digits by three from the right", hans: "逗号须从右起每三位分一组",
        hant: "逗號須從右起每三位分一組")
    case .tooManyDigits(let most):
      Message(
        en: "a figure has at most \(most) digits", hans: "一个数最多 \(most) 位", hant: "一個數最多 \(most) 位")
    case .exponent:
      Message(
        en: "powers of ten are not read in figures", hans: "数值不采用科学记数法", hant: "數值不採用科學記號")
    case .descendingSpan(let low, let high):
      Message(
        en: "the range runs from \(low) down to \(high)", hans: "区间从 \(low) 降到 \(high)",
        hant: "區間從 \(low) 降到 \(high)")
    case .unlikeSpan:
      Message(
        en: "the two ends of the range are measured in different units", hans: "区间两端的单位不同",
        hant: "區間兩端的單位不同")
    case .noSuchDate(let date, _):
      Message(en: "there is no \(date) in the calendar", hans: "日历中没有 \(date)", hant: "曆法中沒有 \(date)")
    case .noSuchPeriod(let period):
      Message(en: "there is no period \(period)", hans: "没有 \(period) 这个期间", hant: "沒有 \(period) 這個期間")
    case .backwardPeriod:
      Message(en: "the period ends before it begins", hans: "期间的结束早于开始", hant: "期間的結束早於開始")
    default: wordingMessage
    }
  }

  /// The half of the kinds that concern words and what they measure.
  private var wordingMessage: Message {
    switch kind {
    case .unknownCurrency(let code):
      Message(en: "\(code) is no currency known here", hans: "没有 \(code) 这种货币", hant: "沒有 \(code) 這種貨幣")
    case .ambiguousCurrency(let sign, let plan, _):
      Message(
        en: "\(sign) does not mean the plan's currency, \(plan)", hans: "\(sign) 不能表示计划的货币 \(plan)",
        hant: "\(sign) 不能表示計畫的貨幣 \(plan)")
    case .misspeltUnit(let word, let known):
      Message(
        en: "unit “\(word)” is one letter off “\(known)”", hans: "单位“\(word)”与“\(known)”只差一个字母",
        hant: "單位「\(word)」與「\(known)」只差一個字母")
    case .missingUnit: Message(en: "a unit is missing here", hans: "这里缺少单位", hant: "這裡缺少單位")
    case .bareMillion:
      Message(
        en: "m beside a bare number could be metres, months or millions", hans: "单独数字后的 m 可能是米、月或百万",
        hant: "單獨數字後的 m 可能是公尺、月或百萬")
    case .secondMagnitude(let word):
      Message(
        en: "the number has a magnitude already, and “\(word)” begins with another",
        hans: "数字已带数量级，“\(word)”又带一个", hant: "數字已帶數量級，「\(word)」又帶一個")
    case .monthName(let word):
      Message(
        en: "\(word) after a number names a month, not a length of time", hans: "数字后的“\(word)”是月份，不是时长",
        hant: "數字後的「\(word)」是月份，不是時長")
    case .ratioWithoutOne:
      Message(en: "neither side of the ratio is 1", hans: "比值的两边都不是 1", hant: "比值的兩邊都不是 1")
    case .badScale:
      Message(en: "the score does not fit its scale", hans: "得分与满分不符", hant: "得分與滿分不符")
    case .badHours:
      Message(
        en: "a day has 24 hours and a week 7 days", hans: "一天 24 小时，一周 7 天", hant: "一天 24 小時，一週 7 天")
    case .unlikePair:
      Message(
        en: "the two figures of the change are measured in different units", hans: "变化前后的单位不同",
        hant: "變化前後的單位不同")
    case .contraryBounds:
      Message(en: "the two bounds contradict each other", hans: "两个界限互相矛盾", hant: "兩個界限互相矛盾")
    default: Message(en: "this is not a value", hans: "这不是一个值", hant: "這不是一個值")
    }
  }

  private func shortened(_ text: String) -> String { text.count <= 24 ? text : String(text.prefix(24)) + "…" }
}
