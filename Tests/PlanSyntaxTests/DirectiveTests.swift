import PlanSyntax
import PlanText
import Testing

/// Which line a comment to the tool speaks of.
@Suite struct DirectiveTests {
  /// Its own; alone on its line the next that holds anything but comments, however many stand between.
  @Test func commentsFindTheirLines() {
    let text = """
      a: 1  # marplan: one
        # marplan: two

      # a remark
      # marplan: three
      #marplan: four
      b: 2
      # marplan: five
      c: 3  # marplan: six
      # marplan: seven
      """
    let tree = Reading(text).tree
    let found = tree.directives
    #expect(found.map(\.text) == [" one", " two", " three", " four", " five", " six", " seven"])
    let lines = found.map { tree.file.text($0.target) }
    #expect(
      lines == [
        "a: 1  # marplan: one", "b: 2", "b: 2", "b: 2", "c: 3  # marplan: six", "c: 3  # marplan: six", "",
      ])
  }
}
