package import PlanAnalysis
package import PlanExpressions
package import PlanModel
package import PlanQuantities
package import PlanSchedule
package import PlanText

/// What a rule may look at, and where it reports.
package final class RuleContext {
  package let resolved: ResolvedPlan
  /// Every figure of the plan by its path.
  package let figures: Figures
  /// What was reported so far, in the order of reporting.
  private var findings: [Finding] = []

  /// Places in the plan's expressions where currencies meet without a rate.
  var unconvertible: [ExpressionProblem] = []

  /// Figures of the plan that are stated with their derivation beside them.
  package private(set) lazy var statedFigures = allStatedFigures()

  /// When everything happens.
  package var schedule: Schedule { figures.schedule }

  /// The working days of a calendar; Monday to Friday for nil or a name that no policy has.
  func workdays(_ calendar: String?) -> Workdays { figures.calendars.workdays(calendar) }

  /// What the plan's money is counted in.
  private(set) lazy var moneyUnit = wholeUnit()
  /// What every line comes to, in the order of the line book.
  private(set) lazy var lineMoney = allLineMoney()
  /// How the total stands to lines and reserves.
  private(set) lazy var balance = workedOutBalance()
  /// What limits bound, as far as it was worked out.
  private(set) lazy var limitMemo = LimitMemo()
  /// The caps that are passed: of several on one thing the gravest, of those the tightest.
  private(set) lazy var passedCaps = allPassedCaps()

  package init(_ resolved: ResolvedPlan) {
    self.resolved = resolved
    figures = Figures(resolved)
  }

  package var plan: Plan { resolved.plan }

  /// Whether what is reported now counts one step less, as a draft's unfinished places do.
  var isMilder = false

  package func report(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    if isMilder { diagnostic.severity = diagnostic.severity.milder }
    findings.append(Finding(diagnostic))
  }

  /// Reports what a plan may have thousands of: `words` is asked for those that are told.
  ///
  /// - Parameter code: another than the problem's, as rules of the house have.
  func report(
    _ problem: any Problem.Type, code: String? = nil, at range: SourceRange, severity: Severity? = nil,
    words: @escaping () -> Diagnostic
  ) {
    let severity = severity ?? problem.severity
    findings.append(
      Finding(code ?? problem.code, at: range, severity: isMilder ? severity.milder : severity, words: words))
  }

  /// Gives what was reported, and forgets it: what is still to be put into words holds on to this context.
  package func takeFindings() -> [Finding] {
    defer { findings = [] }
    return findings
  }

  /// How a stated figure compares with what its own expression gives; nil where that is missing or undefined.
  package func agreement(_ stated: Quantity, with derived: Value) -> Agreement? {
    guard case .quantity(let derived) = derived else { return nil }
    return PlanQuantities.agreement(stated: stated, derived: derived, approximate: resolved.approximate)
  }
}

/// Runs rules on a plan: all of them, unless told which.
package func checkRules(_ resolved: ResolvedPlan, rules: [any Rule] = Registry.rules) -> [Diagnostic] {
  checkRules([resolved], rules: rules)[0].takeFindings().map(\.diagnostic)
}

/// Runs rules on several plans, and gives what each has to say: all of them, unless told which.
///
/// Rule by rule, not plan by plan: a rule's code then serves all plans while the processor has it at hand.
package func checkRules(_ plans: [ResolvedPlan], rules: [any Rule] = Registry.rules) -> [RuleContext] {
  let contexts = plans.map { RuleContext($0) }
  for context in contexts { context.reportExpressionProblems() }
  for rule in rules {
    let isMilderInDraft = type(of: rule).isMilderInDraft
    let needsWholePlan = type(of: rule).needsWholePlan
    for context in contexts where !(needsWholePlan && context.resolved.isDamaged) {
      context.isMilder = isMilderInDraft && context.resolved.plan.life == .draft
      rule.check(context)
    }
  }
  for context in contexts {
    context.isMilder = false
    context.checkHouseRules()
    context.reportLeftOut()
  }
  return contexts
}

extension Plan {
  /// Whether anything is written to wait for something.
  var hasLinks: Bool {
    tasks?.entries.contains { $0.value.after?.isEmpty == false } == true
      || milestones?.entries.contains { $0.value.after?.isEmpty == false } == true
      || phases?.entries.contains { $0.value.gate != nil } == true
  }
}
