import PlanText
import Testing

@testable import PlanReports

/// Every sentence of the report at none, one, two and many, in three languages.
@Suite struct SentenceTests {
  static let counts = [0, 1, 2, 999]

  static var all: [Message] {
    var all: [Message] = [
      Sentence.before, Sentence.nothingBefore, Sentence.noTotal, Sentence.decideReturn, Sentence.noMoney,
      Sentence.noMilestones, Sentence.noRisks, Sentence.noFindings, Sentence.budgetOpen,
      Sentence.noReturn, Sentence.definitions, Sentence.notes,
    ]
    for flag in [false, true] {
      for other in [false, true] {
        all.append(Sentence.worth(isLoss: flag, isPaidBack: other))
        all.append(Sentence.budget(isExact: flag, isOver: other))
        for count in counts {
          all.append(Sentence.money(lines: count, hasReserves: flag, isUnfunded: other))
          all.append(Sentence.verdict(missed: min(count, 4), of: flag ? 4 : 0, holds: other))
        }
      }
      all.append(Sentence.feasibility(hasBreakEven: flag))
    }
    for count in counts {
      all += [
        Sentence.figuresHold(warnings: count), Sentence.unfunded(errors: count), Sentence.errors(count, over: true),
        Sentence.errors(count, over: false), Sentence.ask(phases: count),
        Sentence.returnPlan(errors: count, aboutMoney: count), Sentence.decideReserves(count),
        Sentence.decideLimits(count), Sentence.nameOwners(count), Sentence.clearWarnings(count),
        Sentence.milestonesUnowned(count, of: 999), Sentence.milestonesUnowned(count, of: count),
        Sentence.milestonesFaulty(count, of: 999, first: "M1"), Sentence.milestonesLate(count, of: 999, first: "M1"),
        Sentence.nextMilestone("M1", on: "1 Jan 2025", days: count),
        Sentence.milestonesAhead(count, first: "M1", on: "1 Jan 2025"),
        Sentence.exceptions(errors: count, warnings: count, advice: count, shown: min(count, 5)),
        Sentence.allFindings(count),
        Sentence.goals(count, numbers: count, owners: count, sources: count, contradictions: count),
        Sentence.schedule(months: count, tasks: count, critical: 0, least: nil, first: nil),
        Sentence.schedule(months: count, tasks: 999, critical: count, least: count, first: "T"),
        Sentence.schedule(months: count, tasks: count, critical: 0, least: count, first: nil),
        Sentence.schedule(months: count, tasks: 999, critical: count, least: -count - 1, first: "T"),
        Sentence.team(roles: count, headcount: nil),
        Sentence.team(roles: count, headcount: "50"), Sentence.sources(assumptions: count, withSource: count, facts: 0),
        Sentence.sources(assumptions: count, withSource: count, facts: count),
        Sentence.findings(count, errors: count, warnings: count, advice: count), Sentence.clean(rules: count),
        Sentence.gaps(count),
      ]
    }
    return all + ofSections
  }

  /// The sentences of the sections on the plan's nouns.
  static var ofSections: [Message] {
    var all = [
      Sentence.serviceLevels, Sentence.limitsWatched, Sentence.logged, Sentence.onlyReallocation,
      Sentence.definitionsAndTerms,
    ]
    for count in counts {
      for part in counts where part <= count {
        let first = Sentence.journey(unserved: part, first: "Loyalty")
        all += [
          Sentence.audience(segments: count, dimensions: 1, aimed: part), first,
          Sentence.channelMoney(first, channels: count, stated: part, top: nil),
          Sentence.channelMoney(Sentence.channelCount(count), channels: count, stated: part, top: "Live"),
          Sentence.allocation(channels: count, methods: "evenly", departs: part),
          Sentence.technology(modules: count, existing: part, paybacks: part, off: 0),
          Sentence.technology(modules: count, existing: 0, paybacks: count, off: part),
          Sentence.partners(count, commitments: part, unpaid: part),
          Sentence.partners(0, commitments: count, unpaid: 0),
          Sentence.risks(count, ranked: part, high: part, unowned: part, isCosted: true, hasReserves: part > 1),
          Sentence.risks(count, ranked: part, high: 0, unowned: 0, isCosted: false, hasReserves: false),
          Sentence.monitoring(alerts: count, high: part, untold: part, firing: 0),
          Sentence.monitoring(alerts: count, high: 0, untold: 0, firing: part),
          Sentence.adjustments(count, allowed: part == 0 ? nil : part, isMoney: part > 1),
        ]
      }
      all += [Sentence.curves(count), Sentence.moreRisks(count)]
    }
    return all
  }

  @Test func everyOneReadsInEveryLanguage() {
    for message in Self.all {
      for language in Language.allCases {
        let text = message.text(in: language)
        #expect(!text.isEmpty && !text.contains("  ") && text == text.trimmingSpaces, "\(text)")
        #expect(text.count { $0 == "{" } == text.count { $0 == "}" }, "\(text)")
      }
      // The same places for figures in every language.
      let found = Language.allCases.map { slots(message.text(in: $0)) }
      #expect(found.allSatisfy { $0 == found[0] }, "\(message.text(in: .english))")
    }
  }

  @Test func englishKnowsOneAndMany() {
    for message in Self.all {
      let text = message.text(in: .english)
      for wrong in [
        "1 errors", "1 warnings", "1 findings", "1 targets", "1 months", "1 roles", "1 phases", "1 milestones ",
        "1 segments", "1 channels", "1 stages", "1 modules", "1 paybacks", "1 partners", "1 commitments", "1 risks",
        "1 conditions", "1 adjustments", "1 facts",
      ] {
        #expect(!text.contains(" " + wrong) && !text.hasPrefix(wrong), "\(text)")
      }
    }
  }

  private func slots(_ text: String) -> Set<String> { Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) }) }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
