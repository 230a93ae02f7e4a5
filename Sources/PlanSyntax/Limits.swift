/// What one file may ask of the reader; past a limit it is refused (S010) instead of read slowly.
package struct Limits: Sendable, Hashable {
  /// Bytes a file may have.
  package var bytes = 16_000_000
  /// Levels of nesting. libyaml has no limit of its own, and its time in nested brackets grows with their square.
  package var depth = 64
  /// Lines starting with `%`. libyaml's time grows with the square of their number.
  package var directives = 16
  /// Nodes a file may have once every alias is read as what it stands for.
  package var expandedNodes = 1_000_000
  /// Bytes that the aliases of a file may stand for.
  package var expandedBytes = 4_000_000
  /// Bytes of a key, or of an id or another word: findings repeat them.
  package var wordBytes = 1024
  /// Documents a file may have.
  package var documents = 1000

  /// Syntax errors told of one file. The file is read once more for each.
  package var syntaxErrors = 10
  /// Problems of syntax told of one file; what comes after is summed up in one S010.
  package var problems = 1000

  /// Entries of one mapping and items of one list that are read. Several rules compare every entry with every other.
  package var entries = 20_000
  /// Findings of one code told of one file; how many more there are is said once.
  package var findings = 100
  /// Findings of all codes told of one file; how many more there are is said once.
  package var allFindings = 2_000
  /// Places told of one finding besides its own.
  package var places = 50

  /// Days that all recurring events of a plan may have together.
  package var eventDays = 20_000
  /// How many nouns the rules of the house look at in one plan, all rules together. A condition of 200 bytes and more
  /// looks at each once for every hundred.
  package var houseChecks = 25_000

  /// Files that a plan, a policy or a portfolio may name, directly or through what it names; each counts once.
  package var namedFiles = 1000
  /// Policies that a plan may answer to, directly or through what they extend. Each is asked for every word they define.
  package var policies = 200
  /// Bytes that the files named may have together.
  package var namedBytes = 64_000_000

  package init() {}
}
