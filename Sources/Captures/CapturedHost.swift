import Phrases
package import SourceText

/// All that was read of one host, apart from any system: what docs/capture.md calls a capture.
package struct CapturedHost: Sendable {
  /// Whether it can be told which paths exist.
  package enum Lookup: String, Sendable {
    /// What has no kind was not asked for.
    case yes
    /// It was read from a copy of a host's files, below which its jails don't stand.
    case no
    /// A file of facts told the paths that are missing, and all others exist.
    case told
  }

  /// What stat(2) tells of a file besides its size; nil where that isn't known.
  package struct Attributes: Sendable, Equatable {
    /// The permissions without the kind of file: 0o644.
    package var mode: UInt32?
    /// The number of its owner.
    package var owner: UInt32?
    /// The number of its group.
    package var group: UInt32?

    package init(mode: UInt32? = nil, owner: UInt32? = nil, group: UInt32? = nil) {
      self.mode = mode
      self.owner = owner
      self.group = group
    }
  }

  /// What a program printed.
  package struct Output: Sendable, Equatable {
    /// The name it can be saved under: `ifconfig.txt`.
    package var name: String
    /// What people call it: `ifconfig -a`.
    package var command: String
    /// What was printed.
    package var bytes: [UInt8]
    /// Why that isn't all, in one clause.
    package var failure: String?

    package init(name: String, command: String, bytes: [UInt8], failure: String? = nil) {
      self.name = name
      self.command = command
      self.bytes = bytes
      self.failure = failure
    }
  }

  /// When it was taken, in UTC: `2026-11-28T18:00:00Z`.
  package var taken: String?
  /// What uname(1) says: `FreeBSD host.example.org 14.3-RELEASE amd64`.
  package var system: String?
  /// `SSH_CONNECTION` of the one who took it.
  package var connection: String?
  /// Whether it can be told which paths exist.
  package var lookup = Lookup.no
  /// The interfaces of the machine, if a file of facts told them.
  package var hardware: [String]?
  /// What stands at the paths that were read.
  package var entries: [String: HostCapture.Entry] = [:]
  /// What is known of the files and directories among them.
  package var attributes: [String: Attributes] = [:]
  /// Where paths lead whose content doesn't matter; none is unknown.
  package var kinds: [String: PathKind] = [:]
  /// What programs printed; empty when none was asked.
  package var outputs: [Output] = []
  /// What was left out, for people.
  package var notes: [String] = []

  package init() {}
}

extension CapturedHost {
  /// What was read of every host, and what the configuration is likely to name beyond; the rest is had
  /// by `collect`.
  ///
  /// What could not be read is a reason for doubt only where it is asked for.
  package var usual: HostCapture {
    HostCapture(
      entries: entries.filter { path, entry in
        if case .unreadable = entry { return UsualPaths.contains(path) }
        return true
      })
  }

  /// Adds what stands at paths to what is known, if it isn't.
  ///
  /// - Parameter folder: the root of the jail that the paths are below; empty for the host.
  package func collect(
    _ paths: [String], below folder: String = "", into capture: inout HostCapture
  ) {
    let all = HostCapture(entries: entries)
    for path in paths {
      let name = folder + path
      guard capture.entries[name] == nil else { continue }
      capture.entries[name] = all.entry(at: name) ?? .unreadable(spoken("is not in the capture"))
    }
  }

  /// Whether something exists at each path, without those it isn't known of.
  package func exists(_ paths: [String]) -> [String: Bool] {
    guard lookup == .yes else { return [:] }
    let all = HostCapture(entries: entries)
    var found: [String: Bool] = [:]
    for path in paths {
      switch kinds[path] {
      case .missing?: found[path] = false
      case .directory?, .other?: found[path] = true
      case .unknown?, nil:
        switch all.entry(at: path) {
        case .file?, .directory?: found[path] = true
        case .missing?: found[path] = false
        case .unreadable?, nil: break
        }
      }
    }
    return found
  }

  /// The paths that a file of facts told to be missing; nil when none told any.
  package var toldMissing: Set<String>? {
    lookup == .told ? Set(kinds.filter { $0.value == .missing }.keys) : nil
  }
}
