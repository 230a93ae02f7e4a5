/// What working out the figures of one plan has taken, and what it may take: what-ifs and sums over long series could ask
/// for ever more.
struct FigureBounds {
  /// How many steps the what-ifs may take: one for a figure asked for, two for a formula, two and more for a flow
  /// discounted.
  let mostWhatIfSteps: Int
  /// How many figures of maps and series the plan's expressions may look at, those that one meets twice counted twice.
  let mostLooks: Int
  /// How many what-ifs may be worked out at a time, one for the sake of another.
  static let mostOpenWhatIfs = 4

  private var whatIfSteps = 0
  private var looks = 0
  /// The first what-if that was left out, as there had been too many steps: the path of its figure, or empty where it is
  /// no figure of the plan.
  private(set) var leftOut: String?
  /// How many what-ifs are being worked out.
  var openWhatIfs = 0

  /// - Parameter bytes: how long the plan is, with all its files.
  init(bytes: Int) {
    mostWhatIfSteps = max(90_000, bytes / 11)
    mostLooks = max(200_000, bytes / 2)
  }

  /// Whether what-ifs may take so many steps more; if not, the one being worked out is noted as left out.
  mutating func hasSteps(_ count: Int, for path: @autoclosure () -> String) -> Bool {
    if leftOut == nil, whatIfSteps + count <= mostWhatIfSteps { return true }
    leftOut = leftOut ?? path()
    return false
  }

  mutating func takeSteps(_ count: Int) { whatIfSteps += count }

  /// Counts figures of maps and series that an expression is about to look at; false where they are too many.
  mutating func mayLook(at count: Int) -> Bool {
    looks += count
    return looks <= mostLooks
  }
}
