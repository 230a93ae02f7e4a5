import Glibc

/// A program on this machine that makes a PDF of an HTML file.
package struct PDFPrinter: Sendable {
  package enum Kind: Sendable { case weasyPrint, chromium }

  package let kind: Kind
  package let path: String

  /// The first that a search path has: WeasyPrint, else Chromium or Chrome under one of their names.
  ///
  /// - Parameter searchPath: folders between colons; the environment's PATH without.
  package init?(searchPath: String? = nil) {
    let folders = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? ""
    for (kind, name) in PDFPrinter.names {
      for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
        let path = folder + "/" + name
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else { continue }
        self.kind = kind
        self.path = path
        return
      }
    }
    return nil
  }

  /// The names looked for, in this order.
  package static let names: [(kind: Kind, name: String)] = [
    (.weasyPrint, "weasyprint"), (.chromium, "chromium"), (.chromium, "chromium-browser"), (.chromium, "google-chrome"),
    (.chromium, "google-chrome-stable"), (.chromium, "chrome-headless-shell"), (.chromium, "headless_shell"),
  ]

  /// Prints `report.html` of a folder as `report.pdf` beside it, whole or not at all; nothing is fetched from a network.
  ///
  /// A `report.pdf` that is there already is taken away first, so that it never stands beside a newer report.
  package func printReport(in folder: OutputFolder) -> FileProblem? {
    PDFPrinter.removeReport(in: folder)
    let final = folder.path + "/report.pdf"
    guard case .success(let work) = folder.workPath(), let real = realPath(folder.path) else {
      return FileProblem(folder.path)
    }
    let (html, output) = (real + "/report.html", work + "/report.pdf")
    let arguments =
      switch kind {
      case .weasyPrint: ["--quiet", html, output]
      case .chromium: chromiumArguments(html: html, output: output, profile: work + "/profile")
      }
    if let reason = run(arguments) { return FileProblem(final, reason: reason) }
    guard case .success(let bytes) = readBytes(output, atMost: .max), bytes.starts(with: "%PDF-".utf8),
      PDFPrinter.hasEnd(bytes)
    else { return FileProblem(final, reason: "\(path) has written no PDF") }
    return folder.adopt("report.pdf") ?? folder.publish()
  }

  /// Takes away a `report.pdf` of an earlier build.
  package static func removeReport(in folder: OutputFolder) { folder.remove("report.pdf") }

  /// Whether a PDF is written to its end, which says so.
  private static func hasEnd(_ bytes: [UInt8]) -> Bool {
    let (end, mark) = (Array(bytes.suffix(1024)), Array("%%EOF".utf8))
    return end.indices.contains { end[$0...].starts(with: mark) }
  }

  private func chromiumArguments(html: String, output: String, profile: String) -> [String] {
    [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--proxy-server=\(PDFPrinter.nowhere)", "--proxy-bypass-list=<-loopback>",
      "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--print-to-pdf=\(output)",
    ]
      // Chromium refuses to run as root inside its sandbox; the page has no script and reaches for nothing.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [fileURL(html)]
  }

  private func fileURL(_ path: String) -> String {
    "file://"
      + path.utf8.map { byte -> String in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."), UInt8(ascii: "~"):
          String(UnicodeScalar(byte))
        default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }.joined()
  }

  // MARK: Processes

  /// A proxy that is not there: a page that asks for anything but itself gets nothing.
  private static let nowhere = "http://127.0.0.1:9"

  /// The environment with every way to a network through that proxy.
  private static func environment() -> [String] {
    var words: [String] = []
    var place = environ
    while let word = place.pointee {
      words.append(String(cString: word))
      place += 1
    }
    words.removeAll { $0.prefix { $0 != "=" }.lowercased().hasSuffix("_proxy") }
    return words + ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy"].map { "\($0)=\(nowhere)" }
  }

  /// How long a program may take, in hundredths of a second.
  private var patience: Int { 120_00 }

  /// Runs the program silently; the reason where it did not end well.
  private func run(_ arguments: [String]) -> String? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // What this program ignores, the other one must not.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let words = PDFPrinter.strings([path] + arguments)
    let variables = PDFPrinter.strings(PDFPrinter.environment())
    defer { for word in words + variables { free(word) } }
    var child = pid_t()
    let problem = posix_spawn(&child, path, &actions, &attributes, words, variables)
    guard problem == 0 else { return "\(path): \(String(cString: strerror(problem)))" }
    var status: Int32 = 0
    for _ in 0..<patience {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status == 0 ? nil : "\(path) failed" }
      if ended < 0, errno != EINTR { return "\(path): \(String(cString: strerror(errno)))" }
      usleep(10_000)
    }
    kill(child, SIGKILL)
    waitpid(child, &status, 0)
    return "\(path) took longer than \(patience / 100) seconds"
  }
  /// C's list of strings; each is freed by whoever asked.
  private static func strings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] { words.map { strdup($0) } + [nil] }
}
