import HostModel
import LiveState
import Rules
import SourceText

/// A host as bytes: `== /etc/rc.conf` begins a file, and other lines of that kind tell what the
/// fixtures' do, so that these are the first inputs.
struct HostInput: Sendable {
  private(set) var files: [String: [UInt8]] = [:]
  private var live: [LiveOutput: [UInt8]] = [:]
  private var hardware: [String]?
  private var missing: Set<String> = []
  private var connection: Connection?
  private var release: Release?

  init(_ bytes: [UInt8]) {
    var path = "/etc/rc.conf"
    var text: [UInt8] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      guard line.starts(with: Array("== ".utf8)) else {
        text += line + [10]
        continue
      }
      add(text, to: path)
      text = []
      let words = String(decoding: line.dropFirst(3), as: UTF8.self).split(separator: " ")
        .map(String.init)
      switch words.first {
      case "hardware:": hardware = Array(words.dropFirst())
      case "missing:": missing = Set(words.dropFirst())
      case "release:": release = words.dropFirst().first.flatMap { Release($0) }
      case "connection:": connection = Connection(words.dropFirst().joined(separator: " "))
      case "live:": path = words.dropFirst().first.map { "\($0).txt" } ?? path
      case let name?: path = name
      case nil: break
      }
    }
    add(text, to: path)
  }

  /// What is read of it; everything else is missing.
  var capture: HostCapture {
    var capture = HostCapture()
    var folders: [String: Set<String>] = [:]
    for (name, bytes) in files {
      capture.entries[name] = .file(SourceFile(path: name, bytes: bytes))
      var path = name[...]
      while let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        folders[String(path[..<slash]), default: []].insert(
          String(path[path.index(after: slash)...]))
        path = path[..<slash]
      }
    }
    for (path, names) in folders where files[path] == nil {
      capture.entries[path] = .directory(
        names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
    return capture
  }

  /// Works out what the host means, as often as it names files that were not asked for.
  var analyse: Reanalysis {
    let facts = HostFacts(
      hardware: hardware, missingPaths: missing, live: live.isEmpty ? nil : LiveHost(live),
      connection: connection)
    let release = release
    return { capture in
      var capture = capture
      var forecast = forecastBoot(capture, facts: facts, release: release, tables: TextTables())
      var rounds = 0
      while !forecast.wanted.isEmpty || !forecast.wantedInside.isEmpty, rounds < 64 {
        for path in forecast.wanted { capture.entries[path] = .missing }
        for (root, paths) in forecast.wantedInside {
          for path in paths { capture.entries[root + path] = .missing }
        }
        forecast = forecastBoot(capture, facts: facts, release: release, tables: TextTables())
        rounds += 1
      }
      return Analysis(
        forecast, capture, settings: Settings(capture), today: Day(sinceEpoch: 20_000))
    }
  }

  private mutating func add(_ text: [UInt8], to path: String) {
    if let output = LiveOutput(rawValue: path) {
      live[output] = text
    } else if path.hasPrefix("/"), !path.utf8.contains(0), text.contains(where: { $0 != 10 }) {
      files[path] = text
    }
  }
}

/// Tables as lines of `column=value|…`, for databases are searched by a target of their own.
struct TextTables: TableReader {
  func rows(ofTable name: String, in bytes: [UInt8]) throws(TableProblem) -> [[String: String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let cells = line.split(separator: "|").map { cell in
        let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
      }
      return Dictionary(cells) { $1 }
    }
  }
}
