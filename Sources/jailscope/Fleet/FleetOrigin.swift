import Captures
import HostAccess
import Phrases
import Remote

/// Where the hosts of a fleet are read from.
enum FleetOrigin: Sendable {
  /// Files in a folder, one for each.
  case folder(String)
  /// The hosts themselves, through ssh(1), each with its files below a directory.
  case hosts([ConnectionOptions], root: String)

  /// What it is called on a screen.
  var place: String {
    switch self {
    case .folder(let path): path
    case .hosts: spoken("through ssh")
    }
  }

  /// How many hosts one thread takes at a time, and how many threads there are: two cores are never
  /// without work while one result is taken, and what is far away is waited for side by side.
  var shares: (batch: Int, threads: Int) {
    switch self {
    case .folder: (32, 3)
    case .hosts: (1, 16)
    }
  }

  /// The names of what there is to read.
  func names() throws(HostAccessError) -> [String] {
    switch self {
    case .folder(let path): try readOwnFolder(path).filter { !$0.hasPrefix(".") }
    case .hosts(let hosts, _): hosts.map(\.destination.text)
    }
  }

  /// What a host is called that is read by a name.
  func label(_ name: String) -> String {
    guard case .folder = self else { return name }
    for suffix in [".capture", ".probe", ".json"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return name
  }

  /// Reads one.
  func source(_ name: String) throws(HostAccessError) -> CaptureSource {
    switch self {
    case .folder(let path): return try CaptureSource(file: "\(path)/\(name)")
    case .hosts(let hosts, let root):
      guard let host = hosts.first(where: { $0.destination.text == name }) else {
        throw .cannotRead(path: name, reason: spoken("is no host's name"))
      }
      var captured = try RemoteHost(host, root: root).probed()
      if root != "/" {
        // the files there may be of any host: neither what runs nor what is missing is this one's
        captured.outputs = []
        captured.lookup = .no
      }
      return CaptureSource(captured, named: name)
    }
  }
}
