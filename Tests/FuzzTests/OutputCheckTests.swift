import FuzzTargets
import Testing

@Test(arguments: [
  ("a.json", "{\"a\": [1, -2.5e3, \"\\u00e9\", true, null, {}]}\n"), ("a.html", "<p class=\"<b>\">a<br>b</p>"),
  ("a.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), ("a.md", "text\n"),
])
func aSoundOutputPasses(name: String, text: String) { #expect(OutputCheck.problem(name, text) == nil) }

@Test(arguments: [
  ("a.json", "{\"a\": 01}"), ("a.json", "{\"a\": 1,}"), ("a.json", "\"a\nb\""), ("a.json", "[1] 2"),
  ("a.json", "\"\\x\""), ("a.html", "<p>a"), ("a.html", "<p>a</b></p>"), ("a.html", "<script>1</script>"),
  ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"), ("a.ics", String(repeating: "a", count: 76) + "\r\n"),
  ("a.md", "no end"), ("a.txt", "\u{1B}[31m\n"),
])
func aDamagedOutputIsFound(name: String, text: String) { #expect(OutputCheck.problem(name, text) != nil) }
