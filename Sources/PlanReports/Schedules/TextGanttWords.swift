import PlanQuantities
import PlanText

/// The words of the Gantt chart on the terminal.
enum TextGanttWord {
  static let nothing = Message(
    en: "the plan has no phase, milestone or task with a date", hans: "计划中没有带日期的阶段、里程碑或任务", hant: "計畫中沒有帶日期的階段、里程碑或任務")
  static let noDates = Message(en: "no dates: see the findings", hans: "无法确定日期，见检查结果", hant: "無法確定日期，見檢查結果")
  static let critical = Message(en: "critical", hans: "关键", hant: "關鍵")
  static let hasFloat = Message(en: "not critical", hans: "非关键", hant: "非關鍵")
  static let work = Message(en: "task", hans: "任务", hant: "任務")
  static let float = Message(en: "float", hans: "浮动时间", hant: "浮時")
  static let done = Message(en: "done", hans: "已完成", hant: "已完成")
  static let milestone = Message(en: "milestone", hans: "里程碑", hant: "里程碑")
  static let reached = Message(en: "milestone reached", hans: "已达成的里程碑", hant: "已達成的里程碑")
  static let noLinks = Message(
    en: "no links declared: criticality unknown", hans: "未声明依赖关系，无法判断关键路径", hant: "未宣告相依關係，無法判斷要徑")
  static let chain = Message(en: "what decides the end", hans: "决定完工的链条", hant: "決定完工的鏈條")
  static let circle = Message(en: "waits for itself", hans: "循环等待", hant: "循環等待")

  static func asOf(_ day: CivilDate) -> Message { Message(en: "as of \(day)", hans: "截至\(day)", hant: "截至\(day)") }
  static func finish(_ day: CivilDate) -> Message {
    Message(en: "the work ends on \(day)", hans: "工作于\(day)结束", hant: "工作於\(day)結束")
  }
}
