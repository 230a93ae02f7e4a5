/// What a mark of a chart means, as the class by which the page's style draws it.
package enum MarkStyle: String, Sendable {
  // Fills of ordered series, darkest first.
  case shade1 = "s1"
  case shade2 = "s2"
  case shade3 = "s3"
  case shade4 = "s4"
  /// Planned, not yet done: an outline.
  case planned = "pl"
  /// Not known or not assigned: a dashed outline.
  case unknown = "gut2"
  /// A wash that sets an area apart.
  case area = "gut"
  /// Without cover: hatched.
  case hatched = "hatch"
  /// Disputed: hatched, with a lighter outline.
  case disputed = "hatchb"

  case gain = "pos"
  case loss = "neg"
  case total = "tot"

  case gridline = "grid"
  case axis = "ax"
  case bracket = "br"
  case limit = "lim"
  case base = "lim2"
  case today

  case phase0 = "ph0"
  case phase1 = "ph1"
  case phase2 = "ph2"
  case band = "band0"

  case milestoneMet = "mok"
  case milestonePlanned = "munk"
  case milestoneAtRisk = "mwarn"
  case milestoneUnreachable = "mbad"
  case milestoneMissing = "mgone"
  case milestoneLine = "mline"
  /// A value the plan states and the figures do not bear out.
  case stated = "mstated"

  case series1 = "ln1"
  case series2 = "ln2"
  case point1 = "pt1"
  case point2 = "pt2"

  case critical = "crit"
  case task = "norm"
  case float
  case late
  /// The head of a link, and the approved dates under a bar.
  case linkHead = "deph"
  case link = "dep"
  case criticalLink = "depc"
  case criticalLinkHead = "depch"

  case cell
  case disc = "rk"
  /// Cells of a matrix whose risks are grave, and half so.
  case gradeHigh = "gr2"
  case gradeMedium = "gr1"
}

extension MilestoneState {
  /// How its diamond is drawn.
  var mark: MarkStyle {
    switch self {
    case .planned: .milestonePlanned
    case .met: .milestoneMet
    case .atRisk: .milestoneAtRisk
    case .unreachable: .milestoneUnreachable
    case .missing: .milestoneMissing
    }
  }

  /// Whether its label is written in the colour of errors.
  var isBad: Bool { self == .unreachable || self == .missing }
}
