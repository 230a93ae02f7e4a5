package import PlanQuantities
package import PlanText

/// The phases of a plan over time with their money, the milestones and the report's date.
package struct PhaseTrack: Chart {
  /// A phase.
  package struct Phase: Sendable {
    let name: String
    let period: Period
    let amount: String?
    let share: String?
    let gap: String?

    /// - Parameters:
    ///   - amount: the money released with it as tables print it, without unit; nil where none is said.
    ///   - share: its share of the total.
    ///   - gap: where the phase has no milestone, what that means, such as `25Q4 has no exit`; nil where it has one.
    package init(name: String, period: Period, amount: String? = nil, share: String? = nil, gap: String? = nil) {
      self.name = name
      self.period = period
      self.amount = amount
      self.share = share
      self.gap = gap
    }
  }

  /// A milestone.
  package struct Milestone: Sendable {
    let key: String
    let name: String
    let date: CivilDate
    let dateText: String
    let state: MilestoneState
    let remark: String?

    /// - Parameters:
    ///   - key: the short name it has in every chart and table, such as `M1`.
    ///   - dateText: its date as the report prints it, such as `Dec 2024`.
    ///   - remark: a word or two on its state, such as `no owner`.
    package init(
      key: String, name: String, date: CivilDate, dateText: String, state: MilestoneState, remark: String? = nil
    ) {
      self.key = key
      self.name = name
      self.date = date
      self.dateText = dateText
      self.state = state
      self.remark = remark
    }
  }

  let language: Language
  let unit: String
  let phases: [Phase]
  let milestones: [Milestone]
  let today: CivilDate?

  /// - Parameters:
  ///   - unit: the unit of the phases' amounts, for readers who hear the chart.
  ///   - phases: in any order; those that overlap stand in lanes.
  ///   - milestones: in the order of their keys.
  ///   - today: the report's date; no line is drawn where it is outside phases and milestones.
  package init(
    language: Language, unit: String, phases: [Phase], milestones: [Milestone], today: CivilDate?
  ) {
    self.language = language
    self.unit = unit
    self.phases = phases
    self.milestones = milestones
    self.today = today
  }

  package var title: String { "" }
  package var description: String { "" }
  package var widths: [ChartWidth] { [.full, .narrow, .paper] }
  package func draw(_ width: ChartWidth) -> Drawing { Drawing(width: width.tenths) }
}
