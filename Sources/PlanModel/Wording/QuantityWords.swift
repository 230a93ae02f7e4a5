import PlanQuantities
package import PlanText

extension QuantityKind: Phrased {
  /// What kind of figure a field takes, with an example: money, such as `CNY 1.2m`.
  package func phrase(in language: Language) -> String { Shape.quantity(self).phrase(in: language) }

  /// What kind of figure a field takes, without an example.
  package var words: Message {
    switch self {
    case .money: Message(en: "money", hans: "金额", hant: "金額")
    case .amount: Message(en: "money, or money a year", hans: "金额或每年金额", hant: "金額或每年金額")
    case .rate: Message(en: "a percentage, or money per unit", hans: "百分比或单价", hant: "百分比或單價")
    case .share: Message(en: "a share from 0% to 100%", hans: "0% 到 100% 的占比", hant: "0% 到 100% 的占比")
    case .percent: Message(en: "a percentage", hans: "百分比", hant: "百分比")
    case .change: Message(en: "a change with its unit", hans: "带单位的变化量", hant: "帶單位的變化量")
    case .ratio: Message(en: "a ratio", hans: "比值", hant: "比值")
    case .duration: Message(en: "a length of time", hans: "时长", hant: "時間長度")
    case .count: Message(en: "a number with a unit", hans: "带单位的数量", hant: "帶單位的數量")
    case .often: Message(en: "how often in a stretch of time", hans: "一段时间内的次数", hant: "一段時間內的次數")
    case .quantity: Message(en: "a figure", hans: "一个数值", hant: "一個數值")
    }
  }

  /// A figure of this kind as a planner would write it.
  package var example: Message {
    switch self {
    case .money: Message(en: "`CNY 1.2m` or `120万元`", hans: "`120万元` 或 `CNY 1.2m`", hant: "`120萬元` 或 `CNY 1.2m`")
    case .amount:
      Message(en: "`CNY 1.2m` or `USD 3600/mo`", hans: "`120万元` 或 `2160万元/年`", hant: "`120萬元` 或 `2160萬元/年`")
    case .rate: Message(en: "`3%` or `266 CNY/customer`", hans: "`3%` 或 `266元/人`", hant: "`3%` 或 `266元/人`")
    case .share: Message(verbatim: "`15%`")
    case .percent: Message(verbatim: "`8%`")
    case .change:
      Message(en: "`+30%`, `+10.5pp` or `3x`", hans: "`+30%`、`+10.5pp` 或 `3倍`", hant: "`+30%`、`+10.5pp` 或 `3倍`")
    case .ratio: Message(en: "`3:1` or `3.5x`", hans: "`3:1` 或 `3.5倍`", hant: "`3:1` 或 `3.5倍`")
    case .duration: Message(en: "`6w`, `10wd` or `1.5y`", hans: "`6周` 或 `10工作日`", hant: "`6週` 或 `10工作日`")
    case .count: Message(en: "`500 users`", hans: "`50人`", hant: "`50人`")
    case .often: Message(en: "`2-3/y`", hans: "`每年2-3次`", hant: "`每年2-3次`")
    case .quantity:
      Message(en: "`CNY 1.2m`, `15%` or `500 users`", hans: "`120万元`、`15%` 或 `50人`", hant: "`120萬元`、`15%` 或 `50人`")
    }
  }

  /// One such figure, the same in every language.
  var plainExample: String {
    switch self {
    case .money, .amount, .quantity: "CNY 1.2m"
    case .rate, .percent: "8%"
    case .share: "15%"
    case .change: "+30%"
    case .ratio: "3:1"
    case .duration: "6w"
    case .count: "500 users"
    case .often: "2-3/y"
    }
  }
}

/// What sort of figure a quantity is, said beside it: money, a percentage, a length of time.
struct QuantityNature: Phrased {
  let quantity: Quantity

  init(_ quantity: Quantity) { self.quantity = quantity }

  func phrase(in language: Language) -> String { words.text(in: language) }

  private var words: Message {
    switch quantity.mark {
    case .percent, .permille:
      return quantity.unit.isPure
        ? Message(en: "a percentage", hans: "百分比", hant: "百分比")
        : Message(en: "a percentage over time", hans: "按时间计的百分比", hant: "按時間計的百分比")
    case .points: return Message(en: "percentage points", hans: "百分点", hant: "百分點")
    case .ratio: return Message(en: "a ratio", hans: "比值", hant: "比值")
    case .score: return Message(en: "a score", hans: "评分", hant: "評分")
    case .none: return unitWords
    }
  }

  private var unitWords: Message {
    if quantity.unit.isMoney { return Message(en: "money", hans: "金额", hant: "金額") }
    if quantity.unit.isMoneyPerTime { return Message(en: "money a year", hans: "每年金额", hant: "每年金額") }
    if quantity.unit.isTime { return Message(en: "a length of time", hans: "时长", hant: "時間長度") }
    if quantity.unit.isPure { return Message(en: "a bare number", hans: "没有单位的数", hant: "沒有單位的數") }
    return Message(en: "a figure in a unit of its own", hans: "带其他单位的数量", hant: "帶其他單位的數量")
  }
}
