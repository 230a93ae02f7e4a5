import Glibc
import PlanText
import Synchronization

/// A line on the terminal that counts the files of a run that takes longer than a second, rewritten as it goes on.
final class Progress: Sendable {
  private let total: Int
  private let language: Language
  private let state = Mutex(State())

  private struct State {
    var done = 0
    var isShown = false
    var next = now() + 1000
  }

  /// How long a line stands at least, in milliseconds.
  private static let pause = 100

  /// - Parameter total: how many files there are.
  /// - Returns: nil where nobody looks: only a person at a terminal is told.
  init?(of total: Int, language: Language) {
    guard isatty(STDERR_FILENO) == 1, isatty(STDOUT_FILENO) == 1, getenv("CI") == nil else { return nil }
    if let terminal = getenv("TERM"), String(cString: terminal) == "dumb" { return nil }
    self.total = total
    self.language = language
  }

  /// Counts files that are done, and says so where it is time to.
  func add(_ count: Int) {
    state.withLock { state in
      state.done += count
      let now = now()
      guard now >= state.next else { return }
      state.next = now + Self.pause
      state.isShown = true
      writeSteering("\r" + Self.text(state.done, of: total).text(in: language) + "\u{1B}[K")
    }
  }

  /// Takes the line away, so that the output stands where it stood.
  func erase() {
    state.withLock { state in
      if state.isShown { writeSteering("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func text(_ done: Int, of total: Int) -> Message {
    let (done, total) = (grouped(done), grouped(total))
    return Message(
      en: "Checked \(done) of \(total) files", hans: "已检查 \(done) / \(total) 个文件", hant: "已檢查 \(done) / \(total) 個檔案")
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.reduce(into: "") { text, place in
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digits[place])
    }
  }
}

/// A steady clock in milliseconds.
private func now() -> Int {
  var time = timespec()
  return clock_gettime(CLOCK_MONOTONIC, &time) == 0 ? time.tv_sec * 1000 + time.tv_nsec / 1_000_000 : 0
}
