import PlanText

// The sentences that open the sections on audience, channels, allocation, technology, partners, risks, monitoring and
// adjustments.
extension Sentence {
  // MARK: Audience

  static func audience(segments: Int, dimensions: Int, aimed: Int) -> Message {
    if segments == 0 { return Message(en: "What the plan covers", hans: "计划覆盖的范围", hant: "計畫涵蓋的範圍") }
    let many = segments == 1 ? "1 segment" : "\(segments) segments"
    let ways = dimensions == 1 ? "1 dimension" : "\(dimensions) dimensions"
    let first = Message(
      en: "\(many) in \(ways)", hans: "按\(dimensions)个维度划分出\(segments)类客群", hant: "按\(dimensions)個維度劃分出\(segments)類客群")
    if aimed == segments {
      return Message(
        en: "\(first); the plan aims at \(segments == 1 ? "it" : "all of them")", hans: "\(first)，均为目标客群",
        hant: "\(first)，均為目標客群")
    }
    return Message(
      en: "\(first); the plan aims at \(aimed)", hans: "\(first)，其中\(aimed)类为目标客群", hant: "\(first)，其中\(aimed)類為目標客群")
  }

  // MARK: Channels

  /// Whether every stage of the journey has a channel; nil where the plan has no journey.
  static func journey(unserved: Int, first: String) -> Message {
    switch unserved {
    case 0: Message(en: "Every stage has a channel", hans: "各阶段均有渠道", hant: "各階段均有通路")
    case 1: Message(en: "\(first) has no channel", hans: "\(first)阶段没有渠道", hant: "\(first)階段沒有通路")
    default:
      Message(
        en: "\(unserved) stages have no channel, first \(first)", hans: "\(unserved)个阶段没有渠道，首先是\(first)",
        hant: "\(unserved)個階段沒有通路，首先是\(first)")
    }
  }

  static func channelCount(_ count: Int) -> Message {
    Message(
      en: "\(count == 1 ? "1 channel" : "\(count) channels")", hans: "共\(count)个渠道", hant: "共\(count)個通路")
  }

  /// How much of the money is spread over channels. Slots: share, if `top` is given.
  static func channelMoney(_ first: Message, channels: Int, stated: Int, top: String?) -> Message {
    if stated == 0 {
      return Message(
        en: "\(first); none states its money, so none can be compared", hans: "\(first)；均未写明金额，无法比较",
        hant: "\(first)；均未寫明金額，無法比較")
    }
    let some =
      stated == channels
      ? first
      : Message(
        en: "\(first); \(stated) of \(channels) \(stated == 1 ? "states its" : "state their") money",
        hans: "\(first)；\(channels)个渠道中\(stated)个写明金额", hant: "\(first)；\(channels)個通路中\(stated)個寫明金額")
    guard let top else { return some }
    return Message(
      en: "\(some); \(top) takes {share} of the total", hans: "\(some)；\(top)占总额的{share}",
      hant: "\(some)；\(top)占總額的{share}")
  }

  // MARK: Allocation

  static func allocation(channels: Int, methods: String, departs: Int) -> Message {
    let many = channels == 1 ? "1 channel is" : "\(channels) channels are"
    let first = Message(
      en: "\(many) to share the money \(methods)", hans: "\(channels)个渠道按\(methods)分配资金",
      hant: "\(channels)個通路按\(methods)分配資金")
    switch departs {
    case 0: return first
    default:
      let depart = departs == 1 ? "1 departs" : "\(departs) depart"
      return Message(
        en: "\(first); \(depart) from it by more than allowed", hans: "\(first)；\(departs)个偏离超过允许幅度",
        hant: "\(first)；\(departs)個偏離超過允許幅度")
    }
  }

  static func curves(_ count: Int) -> Message {
    let many = count == 1 ? "1 channel says" : "\(count) channels say"
    return Message(
      en: "\(many) what more money would bring; no method of sharing it is named",
      hans: "\(count)个渠道写明追加投入的回报；未写明分配方法", hant: "\(count)個通路寫明追加投入的報酬；未寫明分配方法")
  }

  // MARK: Technology and partners

  static func technology(modules: Int, existing: Int, paybacks: Int, off: Int) -> Message {
    let many = modules == 1 ? "1 module" : "\(modules) modules"
    let old = existing == 1 ? "1 is there already" : "\(existing) are there already"
    let first =
      existing == 0
      ? Message(en: "\(many)", hans: "共\(modules)个技术模块", hant: "共\(modules)個技術模組")
      : Message(
        en: "\(many), of which \(old)", hans: "共\(modules)个技术模块，其中\(existing)个已有",
        hant: "共\(modules)個技術模組，其中\(existing)個已有")
    if paybacks == 0 {
      return Message(en: "\(first); no payback is stated", hans: "\(first)；未写明回收期", hant: "\(first)；未寫明回收期")
    }
    if off == 0 {
      let all = paybacks == 1 ? "1 payback is stated" : "\(paybacks) paybacks are stated"
      return Message(
        en: "\(first); \(all)", hans: "\(first)；\(paybacks)个写明回收期", hant: "\(first)；\(paybacks)個寫明回收期")
    }
    let differ =
      paybacks == 1
      ? "the payback stated does not follow from cost and benefit"
      : off == 1
        ? "1 of \(paybacks) paybacks does not follow from cost and benefit"
        : "\(off) of \(paybacks) paybacks do not follow from cost and benefit"
    return Message(
      en: "\(first); \(differ)", hans: "\(first)；\(paybacks)个回收期中\(off)个与投入和收益不符",
      hant: "\(first)；\(paybacks)個回收期中\(off)個與投入和效益不符")
  }

  static let serviceLevels = Message(
    en: "What the systems promise, and how data are kept", hans: "系统的服务水平与数据治理", hant: "系統的服務水準與資料治理")

  static func partners(_ partners: Int, commitments: Int, unpaid: Int) -> Message {
    let some = partners == 1 ? "1 partner" : "\(partners) partners"
    let promises = commitments == 1 ? "1 commitment" : "\(commitments) commitments"
    let first: Message =
      switch (partners, commitments) {
      case (_, 0): Message(en: "\(some)", hans: "共\(partners)个合作方", hant: "共\(partners)個合作夥伴")
      case (0, _): Message(en: "\(promises)", hans: "共\(commitments)项承诺", hant: "共\(commitments)項承諾")
      default:
        Message(
          en: "\(some) and \(promises)", hans: "共\(partners)个合作方、\(commitments)项承诺",
          hant: "共\(partners)個合作夥伴、\(commitments)項承諾")
      }
    switch unpaid {
    case 0:
      return Message(en: "\(first); nothing lacks a line that pays", hans: "\(first)，资金均有着落", hant: "\(first)，資金均有著落")
    case 1:
      return Message(en: "\(first); no line pays for 1 of them", hans: "\(first)；1项没有支付科目", hant: "\(first)；1項沒有支付科目")
    default:
      return Message(
        en: "\(first); no line pays for \(unpaid) of them", hans: "\(first)；\(unpaid)项没有支付科目",
        hant: "\(first)；\(unpaid)項沒有支付科目")
    }
  }

  // MARK: Risks

  /// Slots: loss, reserves, if `isCosted`.
  static func risks(_ count: Int, ranked: Int, high: Int, unowned: Int, isCosted: Bool, hasReserves: Bool) -> Message {
    let named = count == 1 ? "1 risk named" : "\(count) risks named"
    var sentence: Message
    if ranked == 0 {
      sentence = Message(
        en: "\(named); none can be ranked", hans: "列出\(count)项风险，均无法排序", hant: "列出\(count)項風險，均無法排序")
    } else {
      let grave = high == 0 ? "none is high" : high == 1 ? "1 is high" : "\(high) are high"
      sentence =
        high == 0
        ? Message(en: "\(named); \(grave)", hans: "列出\(count)项风险，没有高风险", hant: "列出\(count)項風險，沒有高風險")
        : Message(en: "\(named); \(grave)", hans: "列出\(count)项风险，其中\(high)项为高", hant: "列出\(count)項風險，其中\(high)項為高")
    }
    if isCosted {
      sentence =
        hasReserves
        ? Message(
          en: "\(sentence); expected loss {loss}, {reserves} held", hans: "\(sentence)；预期损失{loss}，已留预备金{reserves}",
          hant: "\(sentence)；預期損失{loss}，已留預備金{reserves}")
        : Message(
          en: "\(sentence); expected loss {loss}, nothing held", hans: "\(sentence)；预期损失{loss}，未留预备金",
          hant: "\(sentence)；預期損失{loss}，未留預備金")
    }
    switch unowned {
    case 0: return sentence
    case count:
      return Message(en: "\(sentence); none has an owner", hans: "\(sentence)；均无负责人", hant: "\(sentence)；均無負責人")
    default:
      let some = unowned == 1 ? "1 has no owner" : "\(unowned) have no owner"
      return Message(
        en: "\(sentence); \(some)", hans: "\(sentence)；\(unowned)项无负责人", hant: "\(sentence)；\(unowned)項無負責人")
    }
  }

  static func moreRisks(_ count: Int) -> Message {
    Message(en: "\(count) more", hans: "另有\(count)项", hant: "另有\(count)項")
  }

  // MARK: Monitoring

  static func monitoring(alerts: Int, high: Int, untold: Int, firing: Int) -> Message {
    let watched = alerts == 1 ? "1 condition is watched" : "\(alerts) conditions are watched"
    let grave =
      high == 0
      ? Message(en: "\(watched)", hans: "监控\(alerts)项条件", hant: "監控\(alerts)項條件")
      : Message(
        en: "\(watched), \(high) of high grade", hans: "监控\(alerts)项条件，其中\(high)项为高",
        hant: "監控\(alerts)項條件，其中\(high)項為高")
    if firing > 0 {
      let fire = firing == 1 ? "1 would fire" : "\(firing) would fire"
      return Message(
        en: "\(grave); \(fire) on today's baseline", hans: "\(grave)；按现有基线\(firing)项已触发",
        hant: "\(grave)；按現有基準\(firing)項已觸發")
    }
    switch untold {
    case 0: return grave
    default:
      let some = untold == 1 ? "1 tells nobody" : "\(untold) tell nobody"
      return Message(en: "\(grave); \(some)", hans: "\(grave)；\(untold)项未写明通知谁", hant: "\(grave)；\(untold)項未寫明通知誰")
    }
  }

  static let limitsWatched = Message(
    en: "Limits are set; no condition is watched", hans: "已设限值，但没有监控条件", hant: "已設限值，但沒有監控條件")
  static let logged = Message(en: "What was written down on the way", hans: "执行中的记录", hant: "執行中的紀錄")

  // MARK: Adjustments

  /// Slots: moved, if `isMoney`.
  static func adjustments(_ count: Int, allowed: Int?, isMoney: Bool) -> Message {
    let many = count == 1 ? "1 adjustment" : "\(count) adjustments"
    let first =
      allowed.map {
        Message(en: "\(many), at most \($0) a year", hans: "调整\(count)次（每年上限\($0)次）", hant: "調整\(count)次（每年上限\($0)次）")
      } ?? Message(en: "\(many)", hans: "调整\(count)次", hant: "調整\(count)次")
    if !isMoney { return first }
    return Message(en: "\(first); {moved} moved", hans: "\(first)，共调动{moved}", hant: "\(first)，共調動{moved}")
  }

  static let onlyReallocation = Message(
    en: "No adjustment yet; money may be shifted under a standing right", hans: "尚无调整；可按常设权限调剂资金",
    hant: "尚無調整；可依常設權限調劑資金")
}
