import PlanAnalysis
import PlanExpressions
import PlanModel
import PlanQuantities
import PlanText

/// The nouns of `plan.json` that say where and with whom the plan works, and what may go wrong.
extension PlanJSON {
  static func writeNouns(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    writeAudience(plan, &json)
    writeChannels(plan, &json)
    writePeople(plan, &json)
    writeTechnology(plan, &json)
    writeRisks(plan, &json)
    writeWords(plan, &json)
  }

  // MARK: Pieces

  private static func ids(_ name: String, _ ids: [Located<String>]?, _ json: inout JSONWriter) {
    json.array(name, ids ?? []) { $0.string($1.value) }
  }

  private static func texts(_ name: String, _ texts: [Text]?, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array(name, texts ?? []) { json, text in
      json.object { json in
        for (tag, wording) in wordings(text, plan) { json.member(tag, wording) }
      }
    }
  }

  /// The lines that pay, each with its part where there are several.
  private static func write(_ payer: Payer?, _ plan: CompiledPlan, _ json: inout JSONWriter) {
    let parts: [(line: String, amount: Quantity?)] =
      switch payer {
      case nil: []
      case .one(let line)?: [(line.value, nil)]
      case .several(let parts)?: parts.map { ($0.line.value, $0.amount.value) }
      }
    json.array("paid_by", parts) { json, part in
      json.object { json in
        json.member("line", part.line)
        write("amount", part.amount, plan, &json)
      }
    }
  }

  /// The head of a noun that has a figure: id, title, path, money as computed or else as stated.
  private static func head(
    _ id: String, _ common: Common, _ path: String, _ stated: Quantity?, _ plan: CompiledPlan, _ json: inout JSONWriter
  ) {
    json.member("id", id)
    write("title", common.title, plan, &json)
    let figure = plan.figures.figure(path)
    if figure != nil { json.member("figure", path) }
    write("amount", figure?.quantity ?? stated, plan, &json)
  }

  // MARK: Audience and channels

  private static func writeAudience(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    let parts = (plan.plan.segments?.entries ?? []).flatMap { dimension in
      (dimension.value.parts?.entries ?? []).map { (dimension.id.value, $0) }
    }
    json.array("segments", parts) { json, part in
      let (dimension, entry) = part
      json.object { json in
        json.member("id", entry.id.value)
        write("title", entry.value.common.title, plan, &json)
        json.member("dimension", dimension)
        write("share", entry.value.share?.value, plan, &json)
        write("value", entry.value.value?.value, plan, &json)
        json.member("target", entry.value.target?.value ?? true)
        write("traits", entry.value.traits, plan, &json)
      }
    }
    json.array("journey", plan.plan.journey?.entries ?? []) { json, entry in
      json.object { json in
        json.member("id", entry.id.value)
        write("title", entry.value.common.title, plan, &json)
      }
    }
  }

  private static func writeChannels(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("channels", plan.plan.channels?.entries ?? []) { json, entry in
      let channel = entry.value
      json.object { json in
        head(entry.id.value, channel.common, "channels.\(entry.id.value)", channel.amount?.value, plan, &json)
        json.member("side", channel.side?.value.rawValue)
        json.member("parent", channel.parent?.value)
        write("role", channel.role, plan, &json)
        ids("stages", channel.stages, &json)
        ids("segments", channel.segments, &json)
        json.member("owner", channel.owner?.value)
        json.member("tier", channel.tier?.value.rawValue)
        json.member("kind", channel.kind?.value)
        write(channel.paidBy, plan, &json)
        write("stated_share", channel.share?.value, plan, &json)
        write("roi", channel.roi?.value, plan, &json)
        json.member("locked", channel.locked?.value ?? false)
        json.array("costs", channel.costs?.entries ?? []) { json, cost in
          json.object { json in
            head(
              cost.id.value, cost.value.common, "channels.\(entry.id.value).costs.\(cost.id.value)",
              cost.value.amount?.value, plan, &json)
            json.member("class", cost.value.kind?.value.rawValue)
          }
        }
      }
    }
    json.array("flights", plan.plan.flights?.entries ?? []) { json, entry in
      let flight = entry.value
      json.object { json in
        head(entry.id.value, flight.common, "flights.\(entry.id.value)", flight.amount?.value, plan, &json)
        json.member("channel", flight.channel?.value)
        write("period", flight.period?.value, &json)
        write(flight.paidBy, plan, &json)
        json.member("pattern", flight.pattern?.value.rawValue)
        ids("segments", flight.segments, &json)
        json.member("kpi", flight.kpi?.value)
        write("target", flight.target?.value, plan, &json)
        json.member("owner", flight.owner?.value)
      }
    }
  }

  // MARK: People and technology

  private static func writePeople(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("units", plan.plan.team?.units?.entries ?? []) { json, entry in
      let unit = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", unit.common.title, plan, &json)
        json.member("lead", unit.lead?.value)
        json.member("parent", unit.parent?.value)
        write("headcount", unit.headcount?.value, plan, &json)
        json.member("temporary", unit.temporary?.value ?? false)
        write(unit.paidBy, plan, &json)
      }
    }
    json.array("duties", plan.plan.duties?.entries ?? []) { json, entry in
      let duty = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", duty.common.title, plan, &json)
        json.member("owner", duty.owner?.value)
        json.object("raci") { json in
          for letters in duty.raci?.value.letters.entries ?? [] { json.member(letters.id.value, letters.value.value) }
        }
      }
    }
  }

  private static func writeTechnology(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("modules", plan.plan.modules?.entries ?? []) { json, entry in
      let module = entry.value
      let path = "modules.\(entry.id.value)"
      json.object { json in
        head(entry.id.value, module.common, path, module.amount?.value, plan, &json)
        write(module.paidBy, plan, &json)
        write("benefit", module.benefit?.value, plan, &json)
        write("stated_payback", module.payback?.value, plan, &json)
        write("payback", plan.figures.figure(path + ".payback")?.quantity, plan, &json)
        write("go_live", module.goLive?.value, &json)
        json.member("pilot", module.pilot?.value)
        ids("needs", module.needs, &json)
        json.member("existing", module.existing?.value ?? false)
        json.member("scorecard", module.scorecard?.value)
        ids("kpis", module.kpis, &json)
        json.member("owner", module.owner?.value)
      }
    }
    json.array("service_levels", plan.plan.serviceLevels?.entries ?? []) { json, entry in
      let level = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", level.common.title, plan, &json)
        json.member("system", level.system?.value)
        write("availability", level.availability?.value, plan, &json)
        write("respond_within", level.respondWithin?.value, plan, &json)
        write("recover_within", level.recoverWithin?.value, plan, &json)
        json.member("hours", level.hours?.value)
        json.member("staffed_by", level.staffedBy?.value)
      }
    }
    json.array("partners", plan.plan.partners?.entries ?? []) { json, entry in
      let partner = entry.value
      json.object { json in
        head(entry.id.value, partner.common, "partners.\(entry.id.value)", partner.amount?.value, plan, &json)
        json.member("kind", partner.kind?.value.rawValue)
        write("number", partner.number?.value, plan, &json)
        write(partner.paidBy, plan, &json)
        ids("provides", partner.provides, &json)
        json.member("service_level", partner.serviceLevel?.value)
        json.member("backup", partner.backup?.value)
      }
    }
    json.array("commitments", plan.plan.commitments?.entries ?? []) { json, entry in
      let commitment = entry.value
      json.object { json in
        head(entry.id.value, commitment.common, "commitments.\(entry.id.value)", commitment.amount?.value, plan, &json)
        write("rate", commitment.rate?.value, plan, &json)
        json.member("of", commitment.base?.value.text)
        write(commitment.paidBy, plan, &json)
      }
    }
  }

  // MARK: Risks

  private static func writeRisks(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("risks", plan.plan.risks?.entries ?? []) { json, entry in
      let risk = entry.value
      let path = "risks.\(entry.id.value)"
      json.object { json in
        json.member("id", entry.id.value)
        write("title", risk.common.title, plan, &json)
        json.member("category", risk.category?.value)
        json.member("origin", risk.origin?.value.rawValue)
        write("likelihood", risk.likelihood?.value, plan, &json)
        write("impact", risk.impact?.value, plan, &json)
        write("loss", risk.loss?.value?.value, plan, &json)
        write("expected", plan.figures.figure(path + ".expected")?.quantity, plan, &json)
        json.member("grade", risk.grade?.value.rawValue)
        json.member("response", risk.response?.value.rawValue)
        json.member("transfer_to", risk.transferTo?.value)
        write("reason", risk.reason, plan, &json)
        ids("actions", risk.actions?.entries.map(\.id), &json)
        ids("indicators", risk.indicators, &json)
        write("contingency", risk.contingency?.plan, plan, &json)
        write("contingency_amount", risk.contingency?.amount?.value, plan, &json)
        write("strikes", risk.strikes?.value, &json)
        json.member("owner", risk.owner?.value)
        json.member("reviewed", risk.reviewed?.value.text)
        ids("about", risk.about, &json)
        json.member("status", (risk.status?.value ?? .open).rawValue)
      }
    }
    json.array("alerts", plan.plan.alerts?.entries ?? []) { json, entry in
      let alert = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", alert.common.title, plan, &json)
        json.member("kpi", alert.kpi?.value)
        json.member("when", alert.when?.value.text)
        json.member("each", (alert.each?.value ?? .plan).rawValue)
        json.member("cadence", alert.cadence?.value.rawValue)
        json.member("grade", alert.grade?.value.rawValue)
        json.array("owes", alert.owes ?? []) { $0.string($1.value.rawValue) }
        write("within", alert.within?.value, plan, &json)
        texts("causes", alert.causes, plan, &json)
        write("advice", alert.advice, plan, &json)
        json.member("owner", alert.owner?.value)
      }
    }
    json.array("log", plan.plan.log ?? []) { json, entry in
      json.object { json in
        json.member("date", entry.date?.value.text)
        json.member("kind", entry.kind?.value.rawValue)
        json.member("alert", entry.alert?.value)
        json.member("risk", entry.risk?.value)
        json.member("adjustment", entry.adjustment?.value)
        json.member("scope", entry.scope?.value)
        write("period", entry.period?.value, &json)
        write("text", entry.text, plan, &json)
        write("action", entry.action, plan, &json)
        json.member("by", entry.by?.value)
        json.member("due", entry.due?.value.text)
      }
    }
  }

  // MARK: Facts and words

  private static func writeWords(_ plan: CompiledPlan, _ json: inout JSONWriter) {
    json.array("evidence", plan.plan.evidence?.entries ?? []) { json, entry in
      let fact = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", fact.common.title, plan, &json)
        json.member("measure", fact.measure?.value)
        write("says", fact.value?.value, plan, &json)
        write("change", fact.change?.value, plan, &json)
        json.member("kind", (fact.kind?.value ?? .market).rawValue)
        write("place", fact.place, plan, &json)
        write("source", fact.common.source, plan, &json)
        json.member("as_of", fact.common.asOf?.value.text)
        json.array("parts", fact.parts?.entries ?? []) { json, part in
          json.object { json in
            json.member("id", part.id.value)
            write("share", part.value.share?.value, plan, &json)
          }
        }
      }
    }
    json.array("scorecards", plan.plan.scorecards?.entries ?? []) { json, entry in
      let card = entry.value
      json.object { json in
        json.member("id", entry.id.value)
        write("title", card.common.title, plan, &json)
        json.member("purpose", (card.purpose?.value ?? .evaluation).rawValue)
        json.array("criteria", card.criteria?.entries ?? []) { json, criterion in
          json.object { json in
            json.member("id", criterion.id.value)
            write("weight", criterion.value.weight?.value, plan, &json)
            json.member("kpi", criterion.value.kpi?.value)
          }
        }
        json.member("chosen", card.chosen?.value)
      }
    }
    json.array("glossary", plan.plan.glossary?.entries ?? []) { json, entry in
      json.object { json in
        json.member("id", entry.id.value)
        write("term", entry.value.term ?? entry.value.common.title, plan, &json)
        write("meaning", entry.value.meaning, plan, &json)
      }
    }
    json.array("chapters", plan.plan.chapters?.entries ?? []) { json, entry in
      json.object { json in
        json.member("id", entry.id.value)
        write("title", entry.value.common.title, plan, &json)
        write("text", entry.value.text, plan, &json)
        json.member("after", entry.value.after?.value)
      }
    }
  }
}
