import Captures
package import SourceText
import SystemPackage

/// Reads what a host holds at given paths: from `/`, or from a directory that has a host's files.
///
/// Only regular files are read, up to 64 MiB each, and directories are listed. Everything else that
/// stands at a path is recorded as unreadable with the reason; nothing is ever waited for.
package struct HostCollector: Sendable {
  let root: String

  /// A collector for the host whose root directory is at a path of this machine.
  package init(root: String) {
    self.root = root
  }

  /// Records what stands at each path of the host, apart from those the capture already has.
  ///
  /// A path is absolute; one without its leading slash is taken from the root, where rc(8) runs.
  package func collect(_ paths: [String], into capture: inout HostCapture) {
    do throws(Errno) {
      var tree = try HostTree(root: root)
      for path in paths where capture.entries[path] == nil {
        capture.entries[path] = HostCapture.Entry(tree.read(Array(path.utf8)), at: path)
      }
    } catch {
      for path in paths where capture.entries[path] == nil {
        capture.entries[path] = .unreadable(error.reason)
      }
    }
  }

  /// The largest file of a jail that is read, in bytes: whoever has the jail decides what is in it.
  static let jailLimit = 256 << 10

  /// Records what stands at paths of a jail, under the paths that these have on the host.
  ///
  /// The jail's root is found as the host finds it; below it every link is followed as in the jail, so
  /// nothing there leads out of it. A jail without a root has no files.
  ///
  /// - Parameter folder: the jail's root, an absolute path without a slash at its end.
  package func collect(
    _ paths: [String], inJailAt folder: String, into capture: inout HostCapture
  ) {
    let missing = paths.filter { capture.entries[folder + $0] == nil }
    do throws(Errno) {
      var host = try HostTree(root: root)
      // a jail in the host's own root has the host's files
      guard let (place, status) = host.end(of: Array(folder.utf8)), status.type == .directory,
        place != [UInt8(ascii: ".")]
      else { return Self.record(.missing, at: missing, below: folder, in: &capture) }
      var jail = try host.tree(at: place, limit: Self.jailLimit)
      for path in missing {
        let name = folder + path
        capture.entries[name] = HostCapture.Entry(jail.read(Array(path.utf8)), at: name)
      }
    } catch {
      Self.record(.unreadable(error.reason), at: missing, below: folder, in: &capture)
    }
  }

  private static func record(
    _ entry: HostCapture.Entry, at paths: [String], below folder: String,
    in capture: inout HostCapture
  ) {
    for path in paths { capture.entries[folder + path] = entry }
  }

  /// Reads the usual paths.
  ///
  /// Throws when the root is missing, is no directory or cannot be read.
  package func collectUsual() throws(HostAccessError) -> HostCapture {
    do throws(Errno) {
      var collection = UsualCollection(tree: try HostTree(root: root))
      for pattern in UsualPaths.patterns { collection.add(pattern) }
      for (folder, front, end) in UsualPaths.namedAfterJails {
        collection.add(front, namesIn: folder, end)
      }
      return collection.capture
    } catch {
      throw .cannotRead(path: root, reason: error.reason)
    }
  }

  /// What kind of thing each path of the host leads to, every link followed.
  package func kinds(of paths: [String]) -> [String: PathKind] {
    var kinds: [String: PathKind] = [:]
    do throws(Errno) {
      var tree = try HostTree(root: root)
      for path in paths { kinds[path] = tree.kind(of: path) }
    } catch {
      for path in paths { kinds[path] = .unknown(error.reason) }
    }
    return kinds
  }

  /// Whether something exists at each path of the host; without the paths it cannot be told for.
  package func exists(_ paths: [String]) -> [String: Bool] {
    kinds(of: paths).compactMapValues { kind in
      switch kind {
      case .directory, .other: true
      case .missing: false
      case .unknown: nil
      }
    }
  }
}

extension HostCapture.Entry {
  init(_ finding: HostTree.Finding, at path: String) {
    switch finding {
    case .file(let bytes): self = .file(SourceFile(path: path, bytes: bytes))
    case .directory(let names):
      self = .directory(names.map { String(decoding: $0, as: UTF8.self) })
    case .missing: self = .missing
    case .unreadable(let reason): self = .unreadable(reason)
    }
  }
}
