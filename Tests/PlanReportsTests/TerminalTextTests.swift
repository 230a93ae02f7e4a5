import PlanReports
import PlanText
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    "marplan: a.yaml: not a folder\n", "错误[B307]：占比 45%，不符\n --> 计划.yaml:1:8\n", "::: other.yaml:3:1\n", "a ## b\n",
    "12 |   title: 春::夏\n",
  ])
  func leavesLines(text: String) { #expect(terminalText(text) == text) }

  @Test(arguments: [
    ("\u{1B}[31mx\n", "\\u{1B}[31mx\n"), ("a\r\nb\n", "a\\r\nb\n"),
    ("\u{1B}]8;;http://x\u{7}y\n", "\\u{1B}]8;;http://x\\u{7}y\n"),
    ("  ::error::x\n", "  \\u{3A}:error::x\n"), ("a\n::add-mask::x\n", "a\n\\u{3A}:add-mask::x\n"),
    ("1 | ##vso[task.x]y\n", "1 | #\\u{23}vso[task.x]y\n"), ("##[group]x\n", "#\\u{23}[group]x\n"),
    ("中\u{202E}003\n", "中\\u{202E}003\n"),
  ])
  func showsWhatWouldAct(text: String, shown: String) { #expect(terminalText(text) == shown) }

  @Test func leavesItsOwnStylesAndNoOthers() {
    let own = "\u{1B}[1;31merror[B307]\u{1B}[0m\u{1B}[1m: off\u{1B}[0m\n"
    #expect(terminalText(own, isColoured: true) == own)
    #expect(!terminalText(own).contains("\u{1B}"))
    let other = "\u{1B}[1m\u{1B}[5mx\u{1B}[0m\u{1B}[2J\n"
    #expect(terminalText(other, isColoured: true) == "\u{1B}[1m\\u{1B}[5mx\u{1B}[0m\\u{1B}[2J\n")
  }
}
