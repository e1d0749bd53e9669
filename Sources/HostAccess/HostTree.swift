import Phrases
import SourceText
import SystemPackage

/// The files below a root directory, with every link followed as a process that has this directory
/// as its root sees it: an absolute target starts at the root, and `..` never leads out of it.
///
/// Each directory and link on the way to a path is looked at once and remembered, so reading many
/// files of one folder costs one open each. The kernel only ever gets paths in which no directory
/// was a link when it was looked at; a tree that changes meanwhile is held in by FreeBSD's
/// O_RESOLVE_BENEATH, and not elsewhere.
struct HostTree: ~Copyable {
  /// What stands at a path.
  enum Finding {
    case file([UInt8])
    /// The names in byte order.
    case directory([[UInt8]])
    case missing
    case unreadable(String)
  }

  /// Why a walk did not arrive.
  private enum Obstacle: Error {
    case missing
    /// A link on the way leads to nothing; this is what it says.
    case dangling([UInt8])
    case failed(Errno)
  }

  /// The end of a walk, with a descriptor when it was to be opened and is of a kind that can be.
  private struct Arrival: ~Copyable {
    /// Below the root, without links.
    let place: [UInt8]
    let status: Stat
    let descriptor: Descriptor?
  }

  /// What stands at a path that has no link before its last name.
  private enum Waypoint {
    case directory
    case link([UInt8])
    case neither
    case unknown(Errno)
  }

  private let root: Descriptor
  /// The largest file that is read, in bytes.
  private let limit: Int
  /// By the path below the root; one that is no UTF-8 is looked at each time.
  private var waypoints: [String: Waypoint] = [:]

  init(root: String) throws(Errno) {
    self.root = try SystemCalls.openDirectory(root)
    limit = FileContent.limit
  }

  private init(_ root: consuming Descriptor, limit: Int) {
    self.root = root
    self.limit = limit
  }

  /// The tree below a folder of this one, which no link leads out of either.
  ///
  /// - Parameters:
  ///   - folder: where the folder is below the root, without links.
  ///   - limit: the largest file that is read, in bytes.
  func tree(at folder: [UInt8], limit: Int) throws(Errno) -> HostTree {
    let opened = try SystemCalls.openEntry(folder, under: root)
    guard try SystemCalls.status(of: opened).type == .directory else { throw .notDirectory }
    return HostTree(opened, limit: limit)
  }

  /// Reads a file or lists a directory.
  mutating func read(_ path: [UInt8]) -> Finding {
    do throws(Obstacle) {
      return content(of: try walk(to: path, opening: true))
    } catch {
      switch error {
      case .missing: return .missing
      case .dangling(let target):
        return .unreadable(spoken("dangling link to \(String(decoding: target, as: UTF8.self))"))
      case .failed(let errno): return .unreadable(errno.reason)
      }
    }
  }

  /// What kind of thing a path leads to, without opening it.
  mutating func kind(of path: String) -> PathKind {
    do throws(Obstacle) {
      let arrival = try walk(to: Array(path.utf8), opening: false)
      return arrival.status.type == .directory ? .directory : .other
    } catch {
      switch error {
      case .missing, .dangling: return .missing
      case .failed(let errno): return .unknown(errno.reason)
      }
    }
  }

  /// Where below the root a path leads, and what is there; nil when nothing is, or it can't be told.
  mutating func end(of path: [UInt8]) -> (place: [UInt8], status: Stat)? {
    do throws(Obstacle) {
      let arrival = try walk(to: path, opening: false)
      return (arrival.place, arrival.status)
    } catch {
      return nil
    }
  }

  private func content(of arrival: consuming Arrival) -> Finding {
    let status = arrival.status
    guard let descriptor = arrival.descriptor else {
      return .unreadable(spoken("is a \(status.type.name)"))
    }
    if status.type == .directory {
      do throws(Errno) {
        let names = try SystemCalls.names(in: descriptor)
        return .directory(names.sorted { $0.lexicographicallyPrecedes($1) })
      } catch {
        return .unreadable(error.reason)
      }
    }
    do throws(FileContent.Refusal) {
      return .file(try FileContent.read(descriptor, status: status, limit: limit))
    } catch {
      return .unreadable(error.reason)
    }
  }

  private mutating func walk(to path: [UInt8], opening: Bool) throws(Obstacle) -> Arrival {
    var route = PathRoute(to: path)
    do throws(Errno) {
      // A system call would take the path to end there.
      guard !path.contains(0) else { throw .invalidArgument }
      while let place = route.next() {
        if route.isAtEnd, let arrival = try arrive(at: place, opening: opening) { return arrival }
        switch waypoint(at: place) {
        case .directory: route.enter(place)
        case .link(let target):
          guard route.follow(target) else { throw .tooManySymbolicLinkLevels }
        case .neither: throw .notDirectory
        case .unknown(let errno): throw errno
        }
      }
      // The path ends in the root or in `.`, `..` or a slash.
      let place = route.position.isEmpty ? [UInt8(ascii: ".")] : route.position
      guard let arrival = try arrive(at: place, opening: opening) else { throw .notDirectory }
      return arrival
    } catch {
      guard error == .noSuchFileOrDirectory || error == .notDirectory else { throw .failed(error) }
      if let target = route.linkTarget { throw .dangling(target) }
      throw .missing
    }
  }

  /// The thing at the end of a walk, or nil when it is a link that has to be followed first.
  private mutating func arrive(at place: [UInt8], opening: Bool) throws(Errno) -> Arrival? {
    if case .link? = known(place) { return nil }
    guard opening else { return try look(at: place) }
    do throws(Errno) {
      let descriptor = try SystemCalls.openEntry(place, under: root)
      let status = try SystemCalls.status(of: descriptor)
      if status.type == .directory { remember(.directory, at: place) }
      return Arrival(place: place, status: status, descriptor: descriptor)
    } catch {
      switch error {
      case .tooManySymbolicLinkLevels, .tooManyLinks: return nil
      // A socket, or a device without a driver: its kind says more than the error.
      case .noSuchAddressOrDevice, .notSupportedOnSocket: return try look(at: place)
      default: throw error
      }
    }
  }

  private mutating func look(at place: [UInt8]) throws(Errno) -> Arrival? {
    let status = try SystemCalls.status(of: place, under: root)
    if status.type == .symbolicLink { return nil }
    if status.type == .directory { remember(.directory, at: place) }
    return Arrival(place: place, status: status, descriptor: nil)
  }

  private mutating func waypoint(at place: [UInt8]) -> Waypoint {
    if let known = known(place) { return known }
    let found = Self.inspect(place, under: root)
    remember(found, at: place)
    return found
  }

  private func known(_ place: [UInt8]) -> Waypoint? {
    String(validating: place, as: UTF8.self).flatMap { waypoints[$0] }
  }

  private mutating func remember(_ found: Waypoint, at place: [UInt8]) {
    guard let key = String(validating: place, as: UTF8.self) else { return }
    waypoints[key] = found
  }

  private static func inspect(_ place: [UInt8], under root: borrowing Descriptor) -> Waypoint {
    do throws(Errno) {
      switch try SystemCalls.status(of: place, under: root).type {
      case .directory: return .directory
      case .symbolicLink: return .link(try SystemCalls.linkTarget(of: place, under: root))
      default: return .neither
      }
    } catch {
      return .unknown(error)
    }
  }
}
