import PlanModel
package import PlanText

/// A task or milestone has nobody who answers for it.
///
/// - zh-Hans: 任务或里程碑没有负责人
/// - zh-Hant: 任務或里程碑沒有負責人
///
/// ## Why it matters
/// Work that belongs to everybody is done by nobody, and nobody can be asked when it is late.
///
/// ## How to mend
/// Name one role as `owner`; where the one who answers and the one who does the work part, write a `raci` row instead.
///
/// ## Bad
/// ```yaml
/// milestones:
///   shop-open: {date: 2025-03-31, deliverable: web shop, accept: first order is paid}
/// ```
///
/// ## Mended
/// ```yaml
/// milestones:
///   shop-open: {date: 2025-03-31, deliverable: web shop, accept: first order is paid, owner: cmo}
/// ```
package struct UnownedWork: Rule {
  package static let code = "T606"
  package static let severity = Severity.warning
  package static let needsWholePlan = true

  package init() {}

  package func check(_ context: RuleContext) {
    if let milestones = context.plan.milestones {
      for place in milestones.entries.indices {
        guard milestones.entries[place].value.owner == nil, milestones.entries[place].value.raci == nil,
          !milestones.entries[place].value.wrote("owner"), !milestones.entries[place].value.wrote("raci"),
          milestones.entries[place].value.status?.value != .dropped
        else { continue }
        let id = milestones.entries[place].id
        Self.report(
          id, Message(en: "milestone `\(id.value)`", hans: "里程碑 `\(id.value)` ", hant: "里程碑 `\(id.value)` "), context)
      }
    }
    guard let tasks = context.plan.tasks else { return }
    for place in tasks.entries.indices {
      guard tasks.entries[place].value.owner == nil, tasks.entries[place].value.raci == nil,
        !tasks.entries[place].value.wrote("owner"), !tasks.entries[place].value.wrote("raci"),
        tasks.entries[place].value.status?.value != .dropped
      else { continue }
      let id = tasks.entries[place].id
      Self.report(id, Message(en: "task `\(id.value)`", hans: "任务 `\(id.value)` ", hant: "任務 `\(id.value)` "), context)
    }
  }

  private static func report(_ id: Located<String>, _ name: Message, _ context: RuleContext) {
    let roles = RoleList(context.plan.team?.roles?.ids ?? [])
    context.report(
      Diagnostic(
        Self.self, at: id.range,
        Message(en: "\(name) has no owner", hans: "\(name)没有负责人", hant: "\(name)沒有負責人"),
        help: roles.ids.isEmpty
          ? Message(
            en: "write `owner`, a role of `team.roles`; or a `raci` row",
            hans: "请写 `owner`（`team.roles` 中的角色），或写 `raci`",
            hant: "請寫 `owner`（`team.roles` 中的角色），或寫 `raci`")
          : Message(
            en: "write `owner`, one of \(roles); or a `raci` row", hans: "请写 `owner`（\(roles) 之一），或写 `raci`",
            hant: "請寫 `owner`（\(roles) 之一），或寫 `raci`")))
  }

  /// The first roles of the team, as code.
  private struct RoleList: Phrased {
    let ids: [String]
    init(_ ids: [String]) { self.ids = ids }

    func phrase(in language: Language) -> String {
      let shown = ids.prefix(6).map { "`\($0)`" } + (ids.count > 6 ? ["…"] : [])
      return shown.joined(separator: language == .english ? ", " : "、")
    }
  }
}
