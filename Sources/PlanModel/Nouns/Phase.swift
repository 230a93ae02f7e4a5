package import PlanQuantities
package import PlanText

/// A stretch of the plan with a purpose of its own.
package struct Phase: Noun {
  package var common = Common()
  package var period: Located<Period>?
  package var track: Located<String>?
  package var kind: Located<Kind>?
  package var scale: Located<Quantity>?
  package var modules: [Located<String>]?
  package var gate: Located<String>?
  package var deliverables: [Text]?

  package init() {}

  package enum Kind: String, Choice { case prepare, pilot, rollout, evaluate, other }

  package static let nounName = "phase"

  package static let table = NounTable<Phase>(
    Doc("a stretch of the plan with a purpose of its own", "计划的一个阶段"),
    example: """
      phases:
        pilot: {period: 2025Q1, kind: pilot, scale: 3 stores, deliverables: [试点报告]}
        rollout: {period: 2025Q2..2025Q4, kind: rollout, scale: 40 stores, gate: pilot-judged, deliverables: [40 stores live]}
      milestones:
        pilot-judged: {date: 2025-03-28, phase: pilot, deliverable: 试点评估, accept: 营销负责人签字, owner: cmo}
      """,
    [
      Field("period", \.period, .period, .required, Doc("from when to when", "起止"), principal: true, frozen: true),
      Field("track", \.track, .word, Doc("the timetable it belongs to; main if left out", "所属时间表，默认 main")),
      Field("kind", \.kind, .choice(Kind.self), Doc("prepare, pilot, rollout, evaluate or other", "准备、试点、推广、评估或其他")),
      Field("scale", \.scale, .count, Doc("how much of the world: 3 cities", "范围，如 3个城市")),
      Field("modules", \.modules, .list(.reference(.module)), Doc("modules finished in it", "本阶段完成的模块")),
      Field(
        "gate", \.gate, .reference(.milestone), Doc("the milestone that must be done before it starts", "开始前须完成的里程碑")),
      Field("deliverables", \.deliverables, .list(.text), Doc("what it yields", "交付物")),
    ])
}

extension Phase {
  /// The timetable it belongs to.
  package var trackName: String { track?.value ?? "main" }
}
