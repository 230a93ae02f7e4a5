import PlanModel
import PlanQuantities
import PlanText

/// What limits bound, as far as it was worked out: many limits bound the same, and each would work it out again.
final class LimitMemo {
  var groups = KeptByKey<LimitedNoun, BoundedGroup>()
  /// The categories' money in a part of the plan's period, or in all of it.
  var categories = KeptByKey<Period?, CategorySums>()
  /// The channels that are part of each.
  var channelParts: [String: [String]]?
  var phasedLines: PhasedLines??
  /// What is spent in each period; nil where that cannot be told.
  var spending: [Period: Bounded?] = [:]
}

/// Values by key as far as there is room: every line in every one of many periods would fill the memory.
struct KeptByKey<Key: Hashable, Value> {
  private var values: [Key: Value] = [:]
  private var weight = 0
  private static var room: Int { 200_000 }

  subscript(key: Key) -> Value? { values[key] }

  /// Keeps a value that no key has yet, and forgets all others where they leave no room.
  ///
  /// - Parameter weight: how many parts it has.
  mutating func keep(_ value: Value, for key: Key, weight: Int) {
    if self.weight + weight > Self.room {
      values.removeAll()
      self.weight = 0
    }
    values[key] = value
    self.weight += weight + 1
  }
}

/// What a limit says of the things it bounds: limits that say the same bound the same.
struct LimitedNoun: Hashable {
  private let line: String?
  private let channel: String?
  private let category: String?
  private let reserve: Reserve.Purpose?
  private let phase: String?
  private let kpi: String?
  private let each: Limit.Each?
  private let period: Period?
  /// A cap on each channel lets some be.
  private let isConcentration: Bool

  init(_ limit: Limit) {
    line = limit.line?.value
    channel = limit.channel?.value
    category = limit.category?.value
    reserve = limit.reserve?.value
    phase = limit.phase?.value
    kpi = limit.kpi?.value
    each = limit.each?.value
    period = limit.period?.value
    isConcentration = each == .channel && limit.atMost != nil
  }
}

/// All that a limit bounds, in one unit and one mark.
struct BoundedGroup {
  let noun: LimitedNoun
  let all: [Bounded]
  /// The greatest of their least money: a cap that this does not pass is passed by none.
  let greatest: Fraction?
  /// The least of their most money: a floor that this does not miss is missed by none.
  let least: Fraction?

  init(_ noun: LimitedNoun, _ all: [Bounded]) {
    self.noun = noun
    self.all = all
    greatest = all.map(\.money.low).max()
    least = all.compactMap(\.money.high).min()
  }
}

/// The money of lines by category.
struct CategorySums {
  /// The lines of one category.
  struct Category {
    /// Nil where a line cannot be told.
    var money: MoneySpan?
    /// The first of them.
    let place: SourceRange
  }

  var categories: [String: Category] = [:]
  /// What lines of no category come to; nil where one of them cannot be told.
  var open: MoneySpan? = .nothing
}

/// What lines with phasing of their own add to phases.
struct PhasedLines {
  /// What they add to one phase.
  struct Phase {
    var money = Fraction(0)
    /// Whether a share is no one figure.
    var isLoose = false
    /// The first share of it.
    let place: SourceRange
  }

  var phases: [String: Phase] = [:]
  /// The money of lines that the budget's own phasing no longer holds for.
  var apart = Fraction(0)
}
