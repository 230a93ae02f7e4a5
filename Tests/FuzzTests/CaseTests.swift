import Foundation
import FuzzTargets
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Fuzz")

/// Inputs that fuzzing has found to break something, and the hand-made ones it begins with.
private let inputs: [(target: String, path: URL)] =
  ["Cases", "Seeds"].flatMap { kind in
    let kind = folder.appending(path: kind)
    return names(in: kind).flatMap { target in
      names(in: kind.appending(path: target)).map { (target, kind.appending(path: target).appending(path: $0)) }
    }
  }

private func names(in folder: URL) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { !$0.hasPrefix(".") }.sorted()
}

@Test(arguments: inputs)
func whatFuzzingFoundHolds(target: String, path: URL) throws {
  let target = try #require(FuzzTargets.named(target))
  #expect(target.check(Array(try Data(contentsOf: path))) == nil)
}

@Test func everyTargetHasInputs() {
  for target in FuzzTargets.all { #expect(inputs.contains { $0.target == type(of: target).name }) }
}

/// A short run of what `make fuzz` does, without its search for new paths.
@Test func changedPlansHold() throws {
  let repository = folder.deletingLastPathComponent().deletingLastPathComponent()
  let texts = try #require(SeedTexts(repository: repository.path()))
  let seeds = PlanTarget().seeds(texts).filter { $0.count < 2_000 }
  #expect(seeds.count > 500)
  for place in stride(from: 0, to: seeds.count, by: 8) {
    var mutator = PlanMutator(seeds[place], seed: UInt64(place))
    let changed = mutator.changed()
    #expect(PlanTarget().check(changed) == nil, "\(String(decoding: changed, as: UTF8.self))")
  }
}

@Test func theSameNumberMakesTheSameChanges() throws {
  let plan = Array("kind: plan\nbudget:\n  total: 400万元\n  lines:\n    media: 160万元\nteam: {}\n".utf8)
  func changed(_ seed: UInt64) -> [UInt8] {
    var mutator = PlanMutator(plan, seed: seed)
    return mutator.changed()
  }
  #expect(changed(5) == changed(5))
  #expect(Set((0..<50).map { changed($0) }).count > 30)
}
