import PlanReports
import Testing

@Suite struct JSONWriterTests {
  @Test func indents() {
    var json = JSONWriter()
    json.object { json in
      json.member("text", "预算 💰")
      json.member("nothing", nil as String?)
      json.member("count", -3)
      json.member("sure", false)
      json.object("empty") { _ in }
      json.array("list", [1, 2]) { $0.integer($1) }
      json.key("none")
      json.null()
      json.key("nested")
      json.array { $0.array { $0.boolean(true) } }
    }
    #expect(
      json.text == """
        {
          "text": "预算 💰",
          "count": -3,
          "sure": false,
          "empty": {},
          "list": [
            1,
            2
          ],
          "none": null,
          "nested": [
            [
              true
            ]
          ]
        }
        """)
  }

  @Test func writesOneLine() {
    var json = JSONWriter(isPretty: false)
    json.array { json in
      json.object { $0.member("a", 1) }
      json.string("b")
    }
    #expect(json.text == #"[{"a":1},"b"]"#)
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("a\tb\r\n", #""a\tb\r\n""#),
    ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#),
    ("\u{2028}\u{202E}\u{2069}\u{61C}\u{FEFF}", #""\u2028\u202e\u2069\u061c\ufeff""#),
    ("é中\u{10FFFF}", "\"é中\u{10FFFF}\""),
    ("", #""""#),
  ])
  func escapes(text: String, quoted: String) throws {
    var json = JSONWriter()
    json.string(text)
    #expect(json.text == quoted)
    #expect(try JSONValue(parsing: json.text) == .string(text))
  }
}
