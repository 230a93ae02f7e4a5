import PlanText
import Testing

@Test func columnsCountCodePointsAndUTF16Units() {
  let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array("a: 1\r\n标题: 😀x\r\n".utf8))
  let table = LineTable(file)
  let text = Array("a: 1\r\n标题: 😀".utf8)
  let position = table.position(text.count)
  #expect(position.line == 2)
  #expect(position.column == 6)
  #expect(position.columnUTF16 == 7)
  #expect(table.text(ofLine: 2) == "标题: 😀x")
  #expect(table.lineCount == 3)
}
