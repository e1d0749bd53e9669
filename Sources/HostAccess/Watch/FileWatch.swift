import SystemPackage

/// Notices when files of a host change, however they do: written to, replaced by another, removed, or
/// reached over a link that points elsewhere now.
///
/// The system's notices only say when to look; what has changed is told by the files themselves. So
/// where there are no notices, looking now and then does the same.
package struct FileWatch: ~Copyable {
  /// More is not watched but looked at: what the system grants a user is not this program's alone.
  private static let limit = 512

  private let root: String
  private let paths: [String]
  private var notices: ChangeNotices?
  private var signatures: [String: FileSignature] = [:]
  /// Those that may have changed again without a sign of it.
  private var unsettled: Set<String> = []
  /// What notices were asked for.
  private var places: Set<[UInt8]> = []
  private var isComplete = false

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - root: a directory of this machine that has the host's files.
  ///   - paths: paths of the host; a directory changes when a name comes to it or goes.
  ///   - start: when they began to be read: what became different since is told as a change.
  package init(root: String, paths: some Sequence<String>, since start: Moment = .now) {
    self.root = root
    self.paths = paths.sorted()
    notices = try? ChangeNotices()
    watch(look().places)
    signatures = look().signatures
    noteUnsettled(at: start)
  }

  /// Can be read when something may have changed; nil where the system has no notices.
  package var descriptor: Int32? {
    switch notices {
    case .some(let notices): notices.descriptor
    case .none: nil
    }
  }

  /// How soon to ask for changes unasked, in milliseconds; nil when the system gives notice of all.
  ///
  /// A file that may have changed between its reading and the first notice there could be of it has to
  /// be asked for once.
  package var interval: Int? { unsettled.isEmpty ? (isComplete ? nil : 2000) : 50 }

  /// Takes the notice, so that the descriptor is quiet until the next one.
  package func acknowledge() {
    switch notices {
    case .some(let notices): notices.drain()
    case .none: break
    }
  }

  /// The paths that have changed since this was last asked, in order.
  ///
  /// An editor needs a moment to write a file; asked 50 ms after the descriptor became readable, most
  /// are done.
  package mutating func changes() -> [String] {
    acknowledge()
    let current = look()
    guard current != (signatures, places) || !unsettled.isEmpty else { return [] }
    watch(current.places)
    let before = (signatures: signatures, unsettled: unsettled)
    let now = Moment.now
    // once more, for what happened before it was watched
    signatures = look().signatures
    noteUnsettled(at: now)
    return paths.filter { before.signatures[$0] != signatures[$0] || before.unsettled.contains($0) }
  }

  private mutating func noteUnsettled(at moment: Moment) {
    unsettled = Set(signatures.filter { !$0.value.isSettled(at: moment) }.keys)
  }

  private mutating func watch(_ places: Set<[UInt8]>) {
    self.places = places
    let watched = places.sorted { $0.count < $1.count }.prefix(Self.limit)
    isComplete = notices?.watch(watched) == true && watched.count == places.count
  }
}

extension FileWatch {
  /// What is at the paths, and the places of this machine to watch for it.
  private func look() -> (signatures: [String: FileSignature], places: Set<[UInt8]>) {
    guard var tree = try? HostTree(root: root) else { return ([:], []) }
    var signatures: [String: FileSignature] = [:]
    var folders: Set<[UInt8]> = []
    var files: Set<[UInt8]> = []
    for path in paths {
      let path = Array(path.utf8)
      folders.insert(Self.folder(of: path))
      guard let (place, status) = tree.end(of: path) else { continue }
      signatures[String(decoding: path, as: UTF8.self)] = FileSignature(status)
      if status.type == .directory {
        folders.insert(place)
      } else {
        folders.insert(Self.folder(of: place))
        if ChangeNotices.needsFiles, status.type == .regular { files.insert(place) }
      }
    }
    let existing = folders.map { Self.nearest($0, in: &tree) }
    let prefix = Array(root.utf8) + [UInt8(ascii: "/")]
    return (signatures, Set((existing + files).map { prefix + $0 }))
  }

  /// Where a folder is, or the one above it in which it would appear.
  private static func nearest(_ folder: [UInt8], in tree: inout HostTree) -> [UInt8] {
    var folder = folder
    while !folder.isEmpty {
      if let (place, status) = tree.end(of: folder), status.type == .directory { return place }
      folder = Self.folder(of: folder)
    }
    return []
  }

  private static func folder(of path: [UInt8]) -> [UInt8] {
    Array(path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
  }
}
