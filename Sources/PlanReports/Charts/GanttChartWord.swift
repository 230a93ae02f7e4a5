import PlanText

/// The fixed words of a timetable.
enum GanttChartWord {
  static let title = Message(
    en: "Timetable of phases, tasks and milestones", hans: "阶段、任务与里程碑时间表", hant: "階段、任務與里程碑時間表")
  static let milestones = Message(en: "Milestones", hans: "里程碑", hant: "里程碑")
  static let critical = Message(en: "critical", hans: "关键", hant: "關鍵")
  static let noLinks = Message(
    en: "No links declared: criticality unknown", hans: "未声明依赖关系：无法判断关键路径", hant: "未宣告相依關係：無法判斷要徑")

  static func float(_ text: String) -> Message {
    Message(en: "float \(text)", hans: "浮动\(text)", hant: "浮時\(text)")
  }

  static func continued(_ name: String) -> Message {
    Message(en: "\(name) (continued)", hans: "\(name)（续）", hant: "\(name)（續）")
  }

  static func rows(_ first: Int, _ last: Int, of count: Int) -> Message {
    Message(
      en: "rows \(first)–\(last) of \(count)", hans: "第\(first)–\(last)行，共\(count)行",
      hant: "第\(first)–\(last)列，共\(count)列")
  }

  static func bars(_ drawn: Int, of count: Int) -> Message {
    Message(
      en: "\(drawn) of \(count) tasks are drawn, the critical ones first; the table holds all",
      hans: "共\(count)项任务，仅绘出其中\(drawn)项，以关键任务为先；全部见表", hant: "共\(count)項任務，僅繪出其中\(drawn)項，以關鍵任務為先；全部見表")
  }

  static func links(_ drawn: Int, of count: Int) -> Message {
    Message(
      en: "Of \(count) links only the \(drawn) critical ones are drawn", hans: "共\(count)条依赖，仅绘出\(drawn)条关键依赖",
      hant: "共\(count)條相依關係，僅繪出\(drawn)條關鍵者")
  }

  static func crossing(_ count: Int) -> Message {
    Message(
      en: "Links between rows on different pages, not drawn: \(count)", hans: "跨页的依赖未绘出：\(count)条",
      hant: "跨頁的相依關係未繪出：\(count)條")
  }
}
