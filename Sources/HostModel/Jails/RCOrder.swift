/// The order rcorder(8) puts scripts into by the lines `PROVIDE`, `REQUIRE` and `BEFORE` in them
/// (sbin/rcorder/rcorder.c): the last file first, each behind what it requires.
struct RCOrder {
  private struct Script {
    let name: String
    var requires: [Substring]
    var state = State.waiting

    enum State { case waiting, inProgress, done }
  }

  private var scripts: [Script] = []
  private var providers: [Substring: [Int]] = [:]
  private(set) var names: [String] = []

  /// - Parameter files: the names with their contents, in the order of the arguments.
  init(_ files: [(name: String, bytes: [UInt8])]) {
    var before: [(Substring, Int)] = []
    for (name, bytes) in files {
      let header = Self.header(bytes)
      let number = scripts.count
      scripts.append(Script(name: name, requires: header.require))
      for feature in header.provide { providers[feature, default: []].insert(number, at: 0) }
      for feature in header.before { before.append((feature, number)) }
    }
    for (feature, number) in before {
      for other in providers[feature] ?? [] {
        scripts[other].requires.append(scripts[number].name[...])
        providers[scripts[number].name[...], default: []].append(number)
      }
    }
    for number in scripts.indices.reversed() { place(number, depth: 0) }
  }

  private mutating func place(_ number: Int, depth: Int) {
    guard scripts[number].state == .waiting, depth < 1000 else { return }
    scripts[number].state = .inProgress
    for feature in scripts[number].requires {
      for provider in providers[feature] ?? [] { place(provider, depth: depth + 1) }
    }
    scripts[number].state = .done
    names.append(scripts[number].name)
  }

  private static func header(
    _ bytes: [UInt8]
  ) -> (provide: [Substring], require: [Substring], before: [Substring]) {
    var header: (provide: [Substring], require: [Substring], before: [Substring]) = ([], [], [])
    var hasBegun = false
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      let words = text.split(whereSeparator: \.isWhitespace)
      guard words.count > 1, words[0] == "#" else {
        if hasBegun { break } else { continue }
      }
      switch words[1] {
      case "PROVIDE:", "PROVIDES:": header.provide += words.dropFirst(2)
      case "REQUIRE:", "REQUIRES:": header.require += words.dropFirst(2)
      case "BEFORE:": header.before += words.dropFirst(2)
      case "KEYWORD:", "KEYWORDS:": break
      default:
        if hasBegun { return header }
        continue
      }
      hasBegun = true
    }
    return header
  }
}
