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
  package func printReport(in folder: String) -> FileProblem? {
    let final = folder + "/report.pdf"
    let temporary = folder + "/.report.pdf.\(getpid()).tmp"
    let profile = folder + "/.report.pdf.\(getpid()).profile"
    PDFPrinter.removeReport(in: folder)
    defer {
      unlink(temporary)
      removeFolder(profile)
    }
    guard let html = realPath(folder + "/report.html"), let target = realPath(folder) else {
      return FileProblem(folder)
    }
    let output = target + "/.report.pdf.\(getpid()).tmp"
    let arguments =
      switch kind {
      case .weasyPrint: ["--quiet", html, output]
      case .chromium:
        chromiumArguments(html: html, output: output, profile: target + "/.report.pdf.\(getpid()).profile")
      }
    if let reason = run(arguments) { return FileProblem(final, reason: reason) }
    guard case .success(let bytes) = readBytes(temporary, atMost: .max), bytes.starts(with: "%PDF-".utf8),
      bytes.suffix(1024).contains(UInt8(ascii: "%"))
    else { return FileProblem(final, reason: "\(path) has written no PDF") }
    return rename(temporary, final) == 0 ? nil : FileProblem(final)
  }

  /// Takes away a `report.pdf` of an earlier build.
  package static func removeReport(in folder: String) { unlink(folder + "/report.pdf") }

  private func chromiumArguments(html: String, output: String, profile: String) -> [String] {
    [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
      "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
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
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child = pid_t()
    let problem = posix_spawn(&child, path, &actions, nil, words, environ)
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
}

/// Removes a folder and what is in it; links are removed, not followed.
private func removeFolder(_ path: String) {
  guard let directory = opendir(path) else { return }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != ".", name != ".." { names.append(name) }
  }
  closedir(directory)
  for name in names {
    let inner = path + "/" + name
    var status = stat()
    if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { removeFolder(inner) } else { unlink(inner) }
  }
  rmdir(path)
}
