/// Which drivers were asked after while something was worked out, whether they had other values or not.
///
/// What asked after none of the drivers that are supposed comes out the same under every supposition, so that it need not
/// be worked out again. There are 128 places, and 128 others; drivers that share one of both cost some work and never a
/// wrong figure.
struct Reach {
  private var places = SIMD2<UInt64>()
  private var others = SIMD2<UInt64>()

  init() {}

  init(_ drivers: some Sequence<Driver>) { for driver in drivers { insert(driver) } }

  mutating func insert(_ driver: Driver) {
    let (place, other) = driver.places
    places[place >> 6] |= 1 << (place & 63)
    others[other >> 6] |= 1 << (other & 63)
  }

  mutating func formUnion(_ other: Reach) {
    places |= other.places
    others |= other.others
  }

  /// Whether both may hold one driver.
  func meets(_ other: Reach) -> Bool {
    places & other.places != SIMD2() && others & other.others != SIMD2()
  }
}

/// Something that was worked out once, and which drivers it asked after.
///
/// One object: dictionaries of many grow without moving what they hold.
final class Kept<Value> {
  let value: Value
  let reach: Reach

  init(value: Value, reach: Reach) {
    self.value = value
    self.reach = reach
  }
}

extension Driver {
  /// Its two places in a reach, 0 to 127: the same in every run.
  fileprivate var places: (Int, Int) {
    let (kind, id): (UInt64, String) =
      switch self {
      case .assumption(let id): (1, id)
      case .kpi(let id): (2, id)
      case .baseline(let id): (3, id)
      case .line(let id): (4, id)
      case .total: (5, "")
      case .operating: (6, "")
      case .investment: (7, "")
      case .discountRate: (8, "")
      case .margin: (9, "")
      case .flows: (10, "")
      case .flow(let period): (11, period)
      case .benefits: (12, "")
      case .benefit(let id): (13, id)
      }
    let mixed = id.utf8.reduce(kind) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return (Int((mixed ^ mixed >> 32) & 127), Int((mixed >> 13 ^ mixed >> 45) & 127))
  }
}
