import FuzzTargets
import Glibc

/// The target that the environment names.
let target: any FuzzTarget =
  FuzzTargets.named(getenv("MARPLAN_FUZZ_TARGET").map { String(cString: $0) } ?? "") ?? FuzzTargets.all[0]

private let changesPlans = type(of: target).name == PlanTarget.name

/// libFuzzer's handler of broken pointers, moved to the stack that `watchStack` keeps.
private let movedHandler: Void = {
  var handler = sigaction()
  guard sigaction(SIGSEGV, nil, &handler) == 0 else { return }
  handler.sa_flags |= SA_ONSTACK
  sigaction(SIGSEGV, &handler, nil)
}()

/// Feeds one input; ends the program where something does not hold.
func feed(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  movedHandler
  if let problem = target.check(Array(UnsafeBufferPointer(start: bytes, count: count))) {
    var text = "does not hold: \(problem)\n"
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
  }
  return 0
}

/// libFuzzer's own changes of bytes, words of the dictionary among them.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// Plans are changed by lines three times of four; everything else as libFuzzer does.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
  guard changesPlans, seed % 4 != 0 else { return mutateBytes(bytes, count, most) }
  var mutator = PlanMutator(Array(UnsafeBufferPointer(start: bytes, count: count)), seed: UInt64(seed))
  return put(mutator.changed(), into: bytes, most)
}

/// Blocks of one plan come into another.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossOver(
  _ first: UnsafePointer<UInt8>, _ firstCount: Int, _ second: UnsafePointer<UInt8>, _ secondCount: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ most: Int, _ seed: UInt32
) -> Int {
  let own = Array(UnsafeBufferPointer(start: first, count: firstCount))
  let other = Array(UnsafeBufferPointer(start: second, count: secondCount))
  if changesPlans {
    var mutator = PlanMutator(own, seed: UInt64(seed))
    return put(mutator.crossed(with: other), into: out, most)
  }
  let cut = Int(seed) % (firstCount + 1)
  return put(own[..<cut] + other[(Int(seed / 7) % (secondCount + 1))...], into: out, most)
}

private func put(_ bytes: some Collection<UInt8>, into out: UnsafeMutablePointer<UInt8>, _ most: Int) -> Int {
  for (place, byte) in bytes.prefix(most).enumerated() { out[place] = byte }
  return min(bytes.count, most)
}

/// Gives signals a stack of their own, so that libFuzzer keeps the input that has used up the program's.
func watchStack() {
  var stack = stack_t()
  stack.ss_size = 1 << 18
  stack.ss_sp = malloc(stack.ss_size)
  sigaltstack(&stack, nil)
}
