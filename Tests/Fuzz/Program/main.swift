import FuzzTargets
import Glibc

// marplan-fuzz TARGET [what libFuzzer takes]   feeds a target
// marplan-fuzz prepare REPOSITORY FOLDER        writes each target's seeds and dictionary into FOLDER
// marplan-fuzz names                            lists the targets
// marplan-fuzz longest TARGET                   prints the most bytes of its inputs

/// libFuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

let arguments = CommandLine.arguments
switch arguments.dropFirst().first {
case "names":
  print(FuzzTargets.all.map { type(of: $0).name }.joined(separator: "\n"))
case "longest" where arguments.count == 3:
  print(FuzzTargets.named(arguments[2]).map { type(of: $0).longest } ?? 4_096)
case "prepare" where arguments.count == 4:
  exit(prepare(repository: arguments[2], folder: arguments[3]))
default:
  // libFuzzer starts the program anew with its own arguments for some of its work, so the name stays in the environment.
  var given = arguments
  if given.count > 1, FuzzTargets.named(given[1]) != nil { setenv("MARPLAN_FUZZ_TARGET", given.remove(at: 1), 1) }
  guard FuzzTargets.named(getenv("MARPLAN_FUZZ_TARGET").map { String(cString: $0) } ?? "") != nil else {
    print("usage: marplan-fuzz names | prepare REPOSITORY FOLDER | TARGET [libFuzzer's arguments]")
    exit(2)
  }
  watchStack()
  let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: given.count + 1)
  for (place, word) in given.enumerated() { words[place] = strdup(word) }
  words[given.count] = nil
  var list = words
  var count = Int32(given.count)
  exit(runDriver(&count, &list) { feed($0, $1) })
}
