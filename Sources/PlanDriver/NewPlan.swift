import Glibc
import PlanReports

/// Writes a commented plan into a folder, with the schema its first line names beside it; gives the plan's path. An
/// existing plan stays as it is.
package func writeNewPlan(in folder: String) -> Result<String, FileProblem> {
  let folder = normalized(folder)
  let id = planID(from: folder.split(separator: "/").last.map(String.init) ?? "plan")
  let path = folder + "/plan.yaml"
  let schema = OutputFile("plan.schema.json", schemaText(.plan))
  // The plan last: it names the schema.
  return writeFiles(
    [schema, OutputFile("plan.yaml", newPlanText(id: id))], into: folder, replacing: .noneAndNew("plan.yaml")
  ).map { path }
}

/// An id out of a folder's name: lower-case letters, digits and hyphens.
private func planID(from name: String) -> String {
  let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
  // YAML reads `null` as nothing.
  return words.isEmpty ? "plan" : words == ["null"] ? "plan-null" : words.joined(separator: "-")
}

/// The text of a new plan. A test lints it: it reports nothing.
package func newPlanText(id: String) -> String {
  """
  # yaml-language-server: $schema=plan.schema.json
  # A marketing plan. Check it with `marplan lint`, compile it with `marplan build -o out`.
  kind: plan
  schema: 1
  id: \(id)
  title: Spring launch            # or one text a language: {en: Spring launch, zh-Hans: 春季上市}
  period: 2026H1                  # a year, half, quarter, month, or a range A..B
  currency: EUR
  owner: marketing-lead           # a role of `team`
  status: draft

  team:
    roles:
      marketing-lead: Head of marketing

  # What the plan is to reach. Target and due date are the objective's; where it starts from is the KPI's.
  objectives:
    repeat-buyers:
      title: Raise the repeat purchase rate to 24% by 30 June 2026
      kpi: repeat-rate
      target: 24%
      change: +20%                # of the baseline; checked against the target
      due: 2026-06-30
      owner: marketing-lead

  kpis:
    repeat-rate:
      unit: "%"
      share_of: customers of the last twelve months
      direction: up
      baseline: 20%

  # All the money, in one place. Lines and reserves together make the total.
  budget:
    total: EUR 100k
    lines:
      media:
        amount: EUR 60k
        share: 60%                # of the total; checked against the amount
        owner: marketing-lead
        for: search and social advertising
      content:
        amount: EUR 25k
        owner: marketing-lead
        for: films and landing pages
    reserves:
      open: 15%
    phasing: {prepare: 40%, launch: 60%}

  phases:
    prepare: 2026Q1
    launch: 2026Q2

  milestones:
    campaign-ready:
      title: Campaign ready
      date: 2026-03-27
      deliverable: Approved films and landing pages
      accept: Signed off by the head of marketing
      owner: marketing-lead
    results:
      title: Results on the table
      date: 2026-06-26
      deliverable: Results against the objective
      accept: Presented to the board
      owner: marketing-lead

  """
}
