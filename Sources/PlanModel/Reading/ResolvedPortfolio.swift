package import PlanQuantities
package import PlanText

/// A portfolio with its plans and the policies whose rates and limits hold for it.
package final class ResolvedPortfolio: Sendable {
  /// One plan of a portfolio.
  package struct Member: Sendable {
    /// What the portfolio calls it.
    package let id: Located<String>
    /// The plan's file, as the portfolio names it.
    package let name: Located<String>
    package let plan: ResolvedPlan
  }

  package let portfolio: Portfolio
  package let house: PolicyBook
  /// The plans that could be read, in the order written.
  package let members: [Member]
  /// Ids of the plans that could not be read: nothing can be said of sums then.
  package let unreadable: [Located<String>]
  /// The portfolio's file.
  package let file: SourceFile
  /// Every file read, the portfolio's first, those of its plans and policies after.
  package let files: [SourceFile]
  /// Today, from `--as-of`; nil if nobody said.
  package let today: CivilDate?

  init(
    portfolio: Portfolio, house: PolicyBook, members: [Member], unreadable: [Located<String>], file: SourceFile,
    files: [SourceFile], today: CivilDate?
  ) {
    self.portfolio = portfolio
    self.house = house
    self.members = members
    self.unreadable = unreadable
    self.file = file
    self.files = files
    self.today = today
  }

  /// The roles that are one person in all plans, each with the plans that have it, by what the portfolio calls them.
  package var sharedRoles: [(role: Located<String>, plans: [String])] {
    (portfolio.shared ?? []).map { role in
      (role, members.filter { $0.plan.plan.team?.roles?.place(of: role.value) != nil }.map(\.id.value))
    }
  }
}
