import FuzzTargets
import Glibc

/// Writes each target's seeds and dictionary; gives the exit status.
func prepare(repository: String, folder: String) -> Int32 {
  guard let texts = SeedTexts(repository: repository) else {
    print("marplan-fuzz: no plans and cases in \(repository)")
    return 2
  }
  mkdir(folder, 0o777)
  for target in FuzzTargets.all {
    let name = type(of: target).name
    mkdir("\(folder)/\(name)", 0o777)
    mkdir("\(folder)/\(name)/seeds", 0o777)
    for (place, seed) in target.seeds(texts).enumerated() {
      guard put(seed, at: "\(folder)/\(name)/seeds/\(place)") else { return 2 }
    }
    guard put(Array(dictionary(type(of: target).words).utf8), at: "\(folder)/\(name)/words") else { return 2 }
  }
  return 0
}

/// Writes a file of what git ignores; false, and a word of it, where that cannot be done.
private func put(_ bytes: [UInt8], at path: String) -> Bool {
  guard let file = fopen(path, "w") else {
    print("marplan-fuzz: \(path) cannot be written")
    return false
  }
  defer { fclose(file) }
  return fwrite(bytes, 1, bytes.count, file) == bytes.count
}

/// Words in libFuzzer's notation.
private func dictionary(_ words: [String]) -> String {
  words.map { word in
    let bytes = word.utf8.map { byte -> String in
      let isPlain = byte > 0x1F && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      return isPlain ? String(Unicode.Scalar(byte)) : "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "\"\(bytes.joined())\"\n"
  }.joined()
}
