/// The order rcorder(8) puts scripts into by the lines `PROVIDE`, `REQUIRE` and `BEFORE` in them
/// (sbin/rcorder/rcorder.c): the last file first, each behind what it requires.
struct RCOrder {
  private struct Script {
    let name: String
    var requires: [Requirement]
    var isPlaced = false
  }

  private enum Requirement {
    case feature(String)
    /// A script that says it comes before this one.
    case script(Int)
  }

  private var scripts: [Script] = []
  private var providers: [String: [Int]] = [:]
  private(set) var names: [String] = []

  /// - Parameter files: the names with their contents, in the order of the arguments.
  init(_ files: [(name: String, bytes: [UInt8])]) {
    var before: [(String, Int)] = []
    for (name, bytes) in files {
      let header = Self.header(bytes)
      let number = scripts.count
      scripts.append(Script(name: name, requires: header.require.map { .feature($0) }))
      for feature in header.provide { providers[feature, default: []].append(number) }
      for feature in header.before { before.append((feature, number)) }
    }
    for (feature, number) in before.reversed() {
      for other in providers[feature] ?? [] { scripts[other].requires.append(.script(number)) }
    }
    for number in scripts.indices.reversed() { place(number, depth: 0) }
  }

  /// Places a script behind what it requires; every list there is goes from its end.
  private mutating func place(_ number: Int, depth: Int) {
    guard !scripts[number].isPlaced, depth < 1000 else { return }
    scripts[number].isPlaced = true
    for requirement in scripts[number].requires.reversed() {
      switch requirement {
      case .script(let other): place(other, depth: depth + 1)
      case .feature(let feature):
        for provider in (providers[feature] ?? []).reversed() { place(provider, depth: depth + 1) }
      }
    }
    names.append(scripts[number].name)
  }

  private struct Header {
    var provide: [String] = []
    var require: [String] = []
    var before: [String] = []
  }

  /// Reads the first run of lines that begin with a keyword (rcorder.c, crunch_file).
  private static func header(_ bytes: [UInt8]) -> Header {
    var header = Header()
    var hasBegun = false
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        guard hasBegun else { continue }
        break
      }
      let words = line[(colon + 1)...].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        .map { String(decoding: $0, as: UTF8.self) }
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "# PROVIDE", "# PROVIDES": header.provide += words
      case "# REQUIRE", "# REQUIRES": header.require += words
      case "# BEFORE": header.before += words
      case "# KEYWORD", "# KEYWORDS": break
      default:
        if hasBegun { return header }
        continue
      }
      hasBegun = true
    }
    return header
  }
}
