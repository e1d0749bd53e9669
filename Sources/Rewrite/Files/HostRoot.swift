import Phrases

/// The host whose files are changed: a directory, and the way from it to a file.
///
/// Each directory is opened by its name in the one before, links are followed by what they say and
/// never by the system, and nothing leads out of the root. So a directory or a link that is
/// swapped meanwhile can make a walk fail, but never lead it elsewhere.
struct HostRoot: Sendable {
  /// The most links that are followed on the way to one file, as many as FreeBSD does.
  private static let mostLinks = 32

  let folder: OpenFile
  private let trust: FolderTrust

  init(_ folder: OpenFile) throws(RewriteFailure) {
    self.folder = folder
    trust = FolderTrust(user: folder.calls.effectiveUser())
    let status = try at("/", spoken("look at the root")) { () throws(CallFailure) in
      try folder.status()
    }
    try trust.check(status, "/")
  }

  /// The directory that a path of the host leads to and the name in it, every link followed.
  func locate(_ path: String) throws(RewriteFailure) -> FilePlace {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      throw .refused(path: path, reason: spoken("not an absolute path"))
    }
    var walk = Walk(root: folder, path: path)
    var links = 0
    while let name = walk.next() {
      let found = try at(path, spoken("look at it")) { () throws(CallFailure) in
        try walk.folder.statusIfPresent(of: name)
      }
      guard let status = found else { throw .refused(path: path, reason: spoken("no such file")) }
      switch status.kind {
      case .link:
        links += 1
        guard links <= Self.mostLinks else {
          throw .refused(path: path, reason: spoken("too many links"))
        }
        guard trust.owns(status) else {
          throw .refused(path: path, reason: spoken("a link to it belongs to user \(status.user)"))
        }
        let target = try at(path, spoken("read a link")) { () throws(CallFailure) in
          try walk.folder.linkTarget(of: name)
        }
        walk.follow(target)
      case .folder:
        guard !walk.isAtEnd else { throw .refused(path: path, reason: spoken("is a directory")) }
        let inner = try at(path, spoken("open its directory")) { () throws(CallFailure) in
          try walk.folder.openFolder(name)
        }
        // what was opened counts, not what was looked at
        let opened = try at(path, spoken("look at its directory")) { () throws(CallFailure) in
          try inner.status()
        }
        try trust.check(opened, path)
        walk.enter(name, inner)
      case .regular, .other:
        guard walk.isAtEnd else { throw .refused(path: path, reason: spoken("no such file")) }
        let holder = try at(path, spoken("look at its directory")) { () throws(CallFailure) in
          try walk.folder.status()
        }
        try trust.checkLast(holder, path)
        return FilePlace(
          path: path, real: walk.position + [UInt8(ascii: "/")] + name, folder: walk.folder,
          folderStatus: holder, name: name)
      }
    }
    throw .refused(path: path, reason: spoken("is a directory"))
  }
}

/// Where a file stands: its directory, held open, and its name there.
struct FilePlace: Sendable {
  /// The path as it was asked for.
  let path: String
  /// The path on the host without links.
  let real: [UInt8]
  let folder: OpenFile
  let folderStatus: FileStatus
  let name: [UInt8]
}

/// The directories a walk has come through, and the names still to go.
private struct Walk {
  private var stack: [(name: [UInt8], folder: OpenFile)]
  /// The names still to go, the next one last.
  private var names: [[UInt8]] = []

  init(root: OpenFile, path: String) {
    stack = [([], root)]
    push(Array(path.utf8))
  }

  var folder: OpenFile { stack[stack.count - 1].folder }
  var position: [UInt8] { stack.dropFirst().flatMap { [UInt8(ascii: "/")] + $0.name } }
  /// The name just given out was the last.
  var isAtEnd: Bool { names.isEmpty }

  mutating func next() -> [UInt8]? {
    while let name = names.popLast() {
      guard name == Array("..".utf8) else { return name }
      // as for a process that has the root as its own, there is nothing above it
      if stack.count > 1 { stack.removeLast() }
    }
    return nil
  }

  mutating func enter(_ name: [UInt8], _ folder: OpenFile) {
    stack.append((name, folder))
  }

  mutating func follow(_ target: [UInt8]) {
    if target.first == UInt8(ascii: "/") { stack.removeSubrange(1...) }
    push(target)
  }

  private mutating func push(_ path: [UInt8]) {
    let parts = path.split(separator: UInt8(ascii: "/")).map(Array.init)
    names += parts.filter { $0 != Array(".".utf8) }.reversed()
  }
}
