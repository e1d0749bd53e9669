/// The way from a root to a path, link by link; knows no system, only names.
struct PathRoute {
  /// More links than this on one way are taken for a loop: MAXSYMLINKS of FreeBSD's sys/param.h.
  static let linkLimit = 32

  /// Where the way has come to: a path relative to the root, without links; empty at the root.
  private(set) var position: [UInt8] = []
  /// The names still to go, the next one last.
  private var ahead: [ArraySlice<UInt8>]
  private var linkCount = 0
  /// The outermost link whose names are being walked, and how many names lie behind it.
  private var openLink: (target: [UInt8], behind: Int)?

  init(to path: [UInt8]) {
    ahead = Self.names(in: path)
  }

  /// Whether the name taken last was the last one.
  var isAtEnd: Bool { ahead.isEmpty }

  /// What the link says through which the way has come, when it is not past that link yet.
  var linkTarget: [UInt8]? { openLink?.target }

  /// Takes the next name off the way and returns the path it stands at; nil at the end.
  ///
  /// `.`, `..` and empty names are walked at once: they can only move within the root.
  mutating func next() -> [UInt8]? {
    while let name = ahead.popLast() {
      if let link = openLink, ahead.count < link.behind { openLink = nil }
      if name.count <= 2, name.allSatisfy({ $0 == dot }) {
        if name.count == 2 { position.removeSubrange((position.lastIndex(of: slash) ?? 0)...) }
        continue
      }
      return position.isEmpty ? Array(name) : position + [slash] + name
    }
    return nil
  }

  /// Goes into a directory that `next()` returned.
  mutating func enter(_ directory: [UInt8]) {
    position = directory
  }

  /// Goes on at what a link says that stands at the path `next()` returned; false at a link too many.
  mutating func follow(_ target: [UInt8]) -> Bool {
    linkCount += 1
    guard linkCount <= Self.linkLimit else { return false }
    if openLink == nil { openLink = (target, ahead.count) }
    if target.first == slash { position = [] }
    ahead += Self.names(in: target)
    return true
  }

  private static func names(in path: [UInt8]) -> [ArraySlice<UInt8>] {
    path.split(separator: slash, omittingEmptySubsequences: false).reversed()
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")
