import Rewrite

/// What is on a disk in memory.
struct MemoryState {
  /// A file or a directory.
  struct Node {
    var kind = FileStatus.Kind.regular
    var bytes: [UInt8] = []
    var names: [[UInt8]: Int] = [:]
    var links = 1
    var permissions: UInt32 = 0o644
    var modified = 0

    static func file(_ bytes: [UInt8]) -> Node { Node(bytes: bytes) }
    static func folder(permissions: UInt32) -> Node {
      Node(kind: .folder, permissions: permissions)
    }
  }

  /// A file that is open.
  struct Descriptor {
    let node: Int
    let isAppending: Bool
    var offset = 0
  }

  /// The root is the first; none is ever taken out, so a number means one file.
  var nodes = [Node.folder(permissions: 0o755)]
  var open: [Int32: Descriptor] = [:]
  /// How many calls are made before one fails; none does if it is negative.
  var callsLeft = -1
  var clock = 1_790_000_000
  private var nextFile: Int32 = 3

  func node(_ file: Int32) throws(CallFailure) -> Int {
    guard let descriptor = open[file] else { throw .of(.other) }
    return descriptor.node
  }

  func node(_ name: [UInt8], _ folder: Int32) throws(CallFailure) -> Int {
    guard let found = nodes[try node(folder)].names[name] else { throw .of(.missing) }
    return found
  }

  mutating func add(_ node: Node, _ name: [UInt8], to folder: Int) -> Int {
    nodes.append(node)
    nodes[folder].names[name] = nodes.count - 1
    return nodes.count - 1
  }

  mutating func opened(_ node: Int, isAppending: Bool = false) -> Int32 {
    nextFile += 1
    open[nextFile] = Descriptor(node: node, isAppending: isAppending)
    return nextFile
  }

  func status(_ number: Int) -> FileStatus {
    let node = nodes[number]
    return FileStatus(
      kind: node.kind, device: 1, inode: UInt64(number), links: node.links,
      size: node.bytes.count, permissions: node.permissions, user: 0, group: 0,
      modified: node.modified)
  }
}

extension CallFailure {
  /// A failure of any call.
  static func of(_ kind: Kind) -> CallFailure {
    CallFailure(call: "call", kind: kind, reason: "it failed")
  }
}
