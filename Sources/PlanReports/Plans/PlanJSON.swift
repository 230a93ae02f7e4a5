import PlanAnalysis
import PlanModel
import PlanQuantities
import PlanRules
import PlanText

/// `plan.json`: every figure with where it comes from, the plan's nouns, and the findings, for other programs.
///
/// `schemas/plan.json.schema.json` describes it.
package struct PlanJSON: PlanFormat {
  package static let fileName = "plan.json"
  /// The version of the format; it grows when a reader of the old one would be misled.
  package static let version = 1

  package init() {}

  package func render(_ plan: CompiledPlan) -> String {
    var json = JSONWriter()
    json.object { json in
      Self.writeHead(plan, &json)
      json.object("figures") { json in
        for path in plan.figures.allPaths {
          guard let figure = plan.figures.figure(path) else { continue }
          json.object(path) { Self.write(figure, at: path, plan, &$0) }
        }
      }
      Self.writeSections(plan, &json)
      json.array("findings", plan.diagnostics) { json, diagnostic in
        json.object { JSONFormat.write(diagnostic, plan.findings, plan.locator, &$0) }
      }
    }
    return json.finished()
  }

  private static func writeHead(_ compiled: CompiledPlan, _ json: inout JSONWriter) {
    let plan = compiled.plan
    json.member("marplan", version)
    json.member("language", compiled.language.rawValue)
    json.member("id", plan.id?.value ?? "")
    write("title", plan.common.title, compiled, &json)
    write("period", plan.period?.value, &json)
    write("evaluation", plan.evaluation?.value, &json)
    json.member("currency", plan.currency?.value)
    json.member("status", plan.life.rawValue)
    json.key("as_of")
    if let today = compiled.resolved.today { json.string(today.text) } else { json.null() }
    json.member("owner", plan.owner?.value)
    json.member("sponsor", plan.sponsor?.value)
    json.member("manager", plan.manager?.value)
    json.array("files", compiled.resolved.files) { $0.string($1.path) }
  }

  // MARK: Values

  /// A text by language tag; plain text stands under the plan's first language.
  static func write(_ name: String, _ text: Text?, _ plan: some Compiled, _ json: inout JSONWriter) {
    guard let text else { return }
    json.object(name) { json in
      for (tag, wording) in wordings(text, plan) { json.member(tag, wording) }
    }
  }

  /// A text's wordings, each tag once.
  static func wordings(_ text: Text, _ plan: some Compiled) -> [(tag: String, text: String)] {
    var seen: Set<String> = []
    return text.wordings.compactMap { wording in
      let tag = wording.tag.isEmpty ? plan.firstLanguage : wording.tag
      return seen.insert(tag).inserted ? (tag, wording.text) : nil
    }
  }

  /// A period with its first and last day.
  static func write(_ name: String, _ period: Period?, _ json: inout JSONWriter) {
    guard let period else { return }
    json.object(name) { json in
      json.member("text", period.text)
      json.member("start", period.first.text)
      json.member("end", period.last.text)
    }
  }

  /// The file and line where something is written; nothing for what stands in no file.
  static func write(_ range: SourceRange?, _ plan: some Compiled, _ json: inout JSONWriter) {
    guard let place = plan.place(range) else { return }
    json.member("file", place.file)
    json.member("line", place.line)
  }
}

extension CompiledPlan {
  /// The findings as the formats of findings take them.
  var findings: Findings {
    Findings(diagnostics, sources: sources, language: language) {
      HouseRules.id(of: $0) ?? Registry.documentation(of: $0)?.name
    }
  }
}
