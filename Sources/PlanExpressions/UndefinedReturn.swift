package import PlanQuantities
package import PlanText

/// Why a measure of return has no value.
package enum UndefinedReturn: Error, Sendable, Hashable {
  /// Nothing is invested, so nothing can be divided by it or paid back.
  case noInvestment
  /// The flows never change from going out to coming in.
  case noSignChange
  /// The flows change sign more than once, and more than one rate may fit.
  case severalRates(signChanges: Int)
  /// The flows end before the outlays are paid back; what is then still missing.
  case neverPaidBack(missing: Fraction)
  /// The flows take no time.
  case noTime
  /// A rate of −100 % or less.
  case rateTooLow
  /// The result lies past any range that figures have.
  case pastRange

  /// The reason in a sentence's part.
  package var message: Message {
    switch self {
    case .noInvestment:
      Message(en: "nothing is invested", hans: "没有投资额", hant: "沒有投資額")
    case .noSignChange:
      Message(
        en: "the flows never turn from paying to earning", hans: "现金流从未由支出转为收入",
        hant: "現金流從未由支出轉為收入")
    case .severalRates(let changes):
      Message(
        en: "the flows change sign \(changes) times, so more than one rate may fit",
        hans: "现金流正负变化 \(changes) 次，可能有多个内部收益率",
        hant: "現金流正負變化 \(changes) 次，可能有多個內部報酬率")
    case .neverPaidBack(let missing):
      Message(
        en: "the flows end \(missing.text(places: 2, grouped: true)) short of the investment",
        hans: "现金流结束时距收回投资还差 \(missing.text(places: 2, grouped: true))",
        hant: "現金流結束時距回收投資還差 \(missing.text(places: 2, grouped: true))")
    case .noTime:
      Message(en: "the flows take no time", hans: "现金流没有期间", hant: "現金流沒有期間")
    case .rateTooLow:
      Message(en: "the rate is −100% or less", hans: "折现率不高于 −100%", hant: "折現率不高於 −100%")
    case .pastRange:
      Message(en: "the figure is past any range", hans: "数值超出范围", hant: "數值超出範圍")
    }
  }
}
