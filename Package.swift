// swift-tools-version: 6.2
import PackageDescription

// Every dependency and why it is borrowed rather than built:
// - swift-argument-parser: help, completion and usage errors of the command line.
// - BigInt: exact fractions outgrow 64 bits in discounting and roots; a kept library carries the long arithmetic.
// - libyaml (system library): the YAML scanner everybody else's files are read with.

let strict = Context.environment["MARPLAN_STRICT"] != nil

// Generic types are made by calling their accessors. The default is smaller in code, but has the runtime read mangled
// names and search all conformances of the binary for each constraint: half the instructions of checking one plan.
let startUp = SwiftSetting.unsafeFlags(
  ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))

// Each function in a section of its own, so that the linker leaves out those nothing calls: a check of one plan runs
// through code that is cold, and through less of it.
let smaller = SwiftSetting.unsafeFlags(
  ["-Xfrontend", "-function-sections"], .when(platforms: [.linux], configuration: .release))

// The fuzzing program and the counters it is steered by, for `make fuzz` alone.
let isFuzzed = Context.environment["MARPLAN_FUZZ"] != nil
let counted: [SwiftSetting] = isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer"])] : []

let common: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    startUp,
    smaller,
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil,
  plugins: [Target.PluginUsage]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: common + counted, plugins: plugins)
}

/// What tests and fuzzing draw their random numbers from.
let seeded = Target.target(name: "Seeded", path: "Tests/Seeded", swiftSettings: common)

/// What is fed by `make fuzz`, and by tests with what was once found.
let fuzzTargets = Target.target(
  name: "FuzzTargets",
  dependencies: [
    "PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanAnalysis", "PlanRules",
    "PlanReports", "PlanDriver", "Seeded",
  ], path: "Tests/Fuzz/Targets", swiftSettings: common)

let fuzzing: [Target] =
  isFuzzed
  ? [
    .executableTarget(
      name: "marplan-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Program", swiftSettings: common)
  ] : []

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: common)
}

let package = Package(
  name: "marplan",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "marplan", targets: ["marplan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    module("PlanText"),
    module("PlanSyntax", ["CYAML", "PlanText"]),
    module("PlanQuantities", ["PlanText", .product(name: "BigInt", package: "BigInt")]),
    module("PlanExpressions", ["PlanText", "PlanQuantities", .product(name: "BigInt", package: "BigInt")]),
    module("PlanModel", ["PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions"]),
    module("PlanSchedule", ["PlanText", "PlanQuantities", "PlanExpressions", "PlanModel"]),
    module("PlanAnalysis", ["PlanText", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule"]),
    module(
      "PlanRules",
      ["PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule", "PlanAnalysis"],
      plugins: ["RuleRegistry"]),
    module(
      "PlanReports",
      ["PlanText", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule", "PlanAnalysis", "PlanRules"],
      resources: [.embedInCode("HTML/report.css"), .embedInCode("Generated/language-head.md")]),
    module(
      "PlanDriver",
      [
        "PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule", "PlanAnalysis",
        "PlanRules", "PlanReports",
      ]),
    module(
      "PlanCommands",
      [
        "PlanText", "PlanQuantities", "PlanModel", "PlanRules", "PlanReports", "PlanDriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "marplan", dependencies: ["PlanCommands"], swiftSettings: common,
      // Swift's libraries are linked in, so that the program starts twice as fast and runs where Swift is not installed.
      // The two libraries named are parts of static FoundationEssentials that the linker is not told of by itself.
      // The build id tells what earlier builds found from what this one finds.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims", "-Xlinker", "--build-id=sha1",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .executableTarget(
      name: "marplan-dev", dependencies: ["PlanDriver", "PlanReports", "PlanText"], swiftSettings: common),

    tests("PlanTextTests", ["PlanText", "Seeded"]),
    tests("PlanSyntaxTests", ["PlanSyntax", "PlanText", "Seeded"]),
    tests("PlanQuantitiesTests", ["PlanQuantities", "PlanText", "Seeded"]),
    tests("PlanExpressionsTests", ["PlanExpressions", "PlanQuantities", "PlanText", "Seeded"]),
    tests(
      "PlanScheduleTests", ["PlanText", "PlanSyntax", "PlanQuantities", "PlanModel", "PlanSchedule", "PlanDriver"],
      exclude: ["Networks"]),
    tests("PlanDriverTests", ["PlanText", "PlanQuantities", "PlanReports", "PlanDriver", "Seeded"]),
    tests(
      "PlanReportsTests",
      [
        "PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanSchedule", "PlanAnalysis",
        "PlanRules", "PlanReports", "PlanDriver", "Seeded",
      ]),
    tests(
      "PlanRulesTests",
      [
        "PlanText", "PlanSyntax", "PlanQuantities", "PlanExpressions", "PlanModel", "PlanAnalysis", "PlanRules",
        "PlanReports",
        "PlanDriver",
      ], exclude: ["Cases"]),
    tests("CommandTests", ["marplan"]),
    tests(
      "PlansTests",
      ["PlanText", "PlanSyntax", "PlanQuantities", "PlanModel", "PlanRules", "PlanReports", "PlanDriver", "Seeded"],
      exclude: ["Golden"]),
    seeded,
    fuzzTargets,
    tests("FuzzTests", ["FuzzTargets"]),

    .plugin(name: "RuleRegistry", capability: .buildTool(), dependencies: ["rule-registry"]),
    .executableTarget(name: "rule-registry", swiftSettings: common),
    tests("RuleRegistryTests", ["rule-registry"]),
  ] + fuzzing
)
