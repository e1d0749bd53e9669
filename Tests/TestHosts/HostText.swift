package import HostModel
import LiveState
package import SourceText

/// A host written as one text, as rule pages and tests have it.
///
/// `== /etc/rc.conf` begins a file; `== hardware: em0 em1`, `== missing: /jails/a` and
/// `== release: 15.0` tell what files can't, `== live: ifconfig`, `== live: jls`, `== live: netstat`
/// begin what these programs print on the running host, `== connection: 192.0.2.10` tells where one
/// stands. «…» marks the bytes that a finding is expected at, ‹…›
/// other places of one; the marks are no part of the files. ␍ stands for a carriage return.
package struct HostText: Sendable {
  /// Texts by path, without marks.
  package private(set) var files: [String: String] = [:]
  /// What «…» marks, in the order of the text.
  package private(set) var marks: [Place] = []
  /// What ‹…› marks.
  package private(set) var otherMarks: [Place] = []
  private var live: [LiveOutput: String] = [:]
  private var connection: Connection?
  private var hardware: [String]?
  private var missing: Set<String> = []
  /// The release that it is of.
  package private(set) var release = Release(major: 14, minor: 3)

  package init(_ text: String) {
    var path = "/etc/rc.conf"
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("== ") else {
        lines.append(line)
        continue
      }
      add(lines, to: path)
      lines = []
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      switch words[0] {
      case "hardware:": hardware = Array(words.dropFirst())
      case "missing:": missing = Set(words.dropFirst())
      case "release:": release = Release(words[1]) ?? release
      case "connection:": connection = Connection(words.dropFirst().joined(separator: " "))
      case "live:": path = "\(words[1]).txt"
      default: path = words[0]
      }
    }
    add(lines, to: path)
  }

  /// The same host with some files in other words.
  package func replacing(_ other: HostText) -> HostText {
    var merged = self
    merged.files.merge(other.files) { $1 }
    merged.live.merge(other.live) { $1 }
    return merged
  }

  /// The same host with other texts in some files.
  package func replacing(_ texts: [String: String]) -> HostText {
    var merged = self
    merged.files.merge(texts) { $1 }
    return merged
  }

  /// What its files don't tell.
  package var facts: HostFacts {
    HostFacts(
      hardware: hardware, missingPaths: missing, live: liveHost, connection: connection)
  }

  /// The host.
  package var sketch: HostSketch {
    HostSketch(
      files, hardware: hardware, missingPaths: missing, release: release, live: liveHost,
      connection: connection)
  }

  private var liveHost: LiveHost? {
    live.isEmpty ? nil : LiveHost(live.mapValues { Array($0.utf8) })
  }

  private mutating func add(_ lines: [Substring], to path: String) {
    if let output = LiveOutput(rawValue: path) {
      live[output] = lines.joined(separator: "\n") + "\n"
      return
    }
    guard lines.contains(where: { !$0.isEmpty }) else { return }
    var text: [UInt8] = []
    var starts: [Character: Int] = [:]
    for character in lines.joined(separator: "\n") + "\n" {
      switch character {
      case "«", "‹": starts[character] = text.count
      case "»": marks.append(Place(path: path, span: SourceSpan(starts["«"] ?? 0, text.count)))
      case "›":
        otherMarks.append(Place(path: path, span: SourceSpan(starts["‹"] ?? 0, text.count)))
      case "␍": text.append(13)
      default: text += Array(String(character).utf8)
      }
    }
    while text.suffix(2) == [10, 10] { text.removeLast() }
    files[path] = String(decoding: text, as: UTF8.self)
  }
}
