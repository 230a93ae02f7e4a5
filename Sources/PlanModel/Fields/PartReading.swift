import PlanSyntax
import PlanText

extension Decoder {
  /// Reads a part: any section of a plan, into the plan.
  mutating func part(_ root: NodeID, into plan: inout Plan) {
    let outer = plan.common
    let heads: Set<String> = ["kind", "schema", "include"]
    let sections = Set(Plan.sections.map(\.key))
    for (key, _) in tree.entries(root) where !tree.isSwallowed(key) {
      let name = tree.text(key)
      if !heads.contains(name), !sections.contains(name) {
        if Plan.table.fields.contains(where: { $0.key == name }) {
          report(UnknownKey.ofTheHead(name, at: tree.range(key)))
        } else {
          report(
            UnknownKey.diagnostic(
              name, noun: "part", allowed: Array(heads).sorted() + Plan.sections.map(\.key), at: tree.range(key)))
        }
      }
    }
    let kept = (plan.kind, plan.schema, plan.include)
    fields(of: root, into: &plan, Plan.table, only: sections)
    (plan.kind, plan.schema, plan.include) = kept
    plan.common = outer
  }
}
