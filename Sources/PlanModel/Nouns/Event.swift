package import PlanQuantities
package import PlanText

/// Something that recurs.
package struct Event: Noun {
  package var common = Common()
  package var kind: Located<Kind>?
  package var cadence: Located<Cadence>?
  package var times: Located<Quantity>?
  package var dates: [Located<Period>]?
  package var day: Located<EventDay>?
  package var length: Located<Quantity>?
  package var period: Located<Period>?
  package var about: Located<String>?
  package var owner: Located<String>?
  package var raci: Located<RACI>?
  package var attend: [Located<String>]?
  package var amount: Located<Quantity>?
  package var paidBy: Payer?

  package init() {}

  package enum Kind: String, Choice {
    case review, report, meeting, training, drill, audit, rotation, evaluation, survey, teambuilding
  }

  package static let nounName = "event"

  package static let table = NounTable<Event>(
    Doc("something that recurs", "例行活动"), exclusive: [["cadence", "times", "dates"], ["owner", "raci"]],
    example: """
      events:
        review: {title: 月度复盘, kind: review, cadence: monthly, day: last-wd, about: budget, owner: cmo}
        training: {title: Store training, kind: training, times: 2-3/y, about: service, length: 1d, owner: cmo}
        fair: {title: Tea fair, kind: meeting, dates: [2025-05-18, 2025-11-07], owner: cmo}
      """,
    [
      Field("kind", \.kind, .choice(Kind.self), .required, Doc("what it is", "种类")),
      Field(
        "cadence", \.cadence, .choice(Cadence.self), .unless(["times", "dates"]), Doc("how often it recurs", "频率")),
      Field("times", \.times, .often, Doc("how often, where the days are not settled: 2-3/y", "次数，日期未定时写，如 2-3/y")),
      Field("dates", \.dates, .list(.period), Doc("its days, where no cadence says them", "具体日期")),
      Field(
        "day", \.day, .eventDay,
        Doc("the day it falls on: mon, 15, last, first-wd, last-wd", "落在哪一天：mon、15、last、first-wd、last-wd")),
      Field("length", \.length, .duration, Doc("how long one takes", "每次时长")),
      Field("period", \.period, .period, Doc("when it recurs; the plan's period if left out", "举行期间，默认计划期间")),
      Field("about", \.about, .word, Doc("its subject", "主题")),
      Field("owner", \.owner, .reference(.role), Doc("who runs it", "负责人")),
      Field("raci", \.raci, .raci, Doc("roles, where owner and doer part", "职责分工")),
      Field("attend", \.attend, .list(.reference(.role)), Doc("who takes part", "参加者")),
      Field("amount", \.amount, .amount, Doc("what it costs", "费用")),
      Field("paid_by", \.paidBy, .payer, Doc("the line or reserve that pays", "支付科目")),
    ])
}

/// On which day of its week, month, quarter, half or year an event falls.
package enum EventDay: Choice, Hashable {
  case weekday(WeekdayWord)
  /// A day of the month; the last one where the month is shorter.
  case monthDay(Int)
  /// The last day.
  case last
  /// The first or the last working day.
  case firstWorkday, lastWorkday

  package init?(rawValue: String) {
    guard let day = EventDay.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = day
  }

  package var rawValue: String {
    switch self {
    case .weekday(let day): day.rawValue
    case .monthDay(let day): String(day)
    case .last: "last"
    case .firstWorkday: "first-wd"
    case .lastWorkday: "last-wd"
    }
  }

  package static let allCases: [EventDay] =
    WeekdayWord.allCases.map { .weekday($0) } + [.last, .firstWorkday, .lastWorkday]
    + (1...31).map { .monthDay($0) }
}

extension FieldType where Value == Located<EventDay> {
  /// A day of the week, of the month, or a working day. To a schema it is a word: YAML takes `15` for a number.
  static var eventDay: Self { FieldType(.word) { node, decoder in decoder.choice(node, EventDay.self) } }
}
