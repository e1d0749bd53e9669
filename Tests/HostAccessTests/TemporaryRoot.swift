import HostAccess
import SourceText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An empty directory to lay a host out in, removed with all it holds when the test is over.
final class TemporaryRoot {
  struct Failure: Error {
    let call: String
    let errno: Int32
  }

  let path: String

  init() throws {
    var template = Array("/tmp/jailscope-test.XXXXXX".utf8CString)
    path = try template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress, mkdtemp(start) != nil else {
        throw Failure(call: "mkdtemp", errno: errno)
      }
      return String(cString: start)
    }
  }

  deinit {
    removeTree(Array(path.utf8CString))
  }

  /// What the collector records for one path.
  func entry(_ path: String) throws -> HostCapture.Entry? {
    var capture = HostCapture()
    HostCollector(root: self.path).collect([path], into: &capture)
    return capture.entries[path]
  }

  /// The superuser, whom no permission keeps from reading.
  static var isSuperuser: Bool { geteuid() == 0 }

  func file(_ name: String, _ text: String = "") throws {
    try file(bytesOf: name.utf8, Array(text.utf8))
  }

  /// As `file`, for a name and content that need not be UTF-8.
  func file(bytesOf name: some Sequence<UInt8>, _ bytes: [UInt8]) throws {
    let name = Array(path.utf8CString.dropLast()) + name.map(CChar.init(bitPattern:)) + [0]
    let descriptor = try check("open", open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644))
    defer { close(descriptor) }
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Failure(call: "write", errno: errno)
    }
  }

  /// Makes a folder and those it is in.
  func folder(_ name: String) throws {
    var made = path
    for part in name.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o755) != 0 && errno != EEXIST { throw Failure(call: "mkdir", errno: errno) }
    }
  }

  func link(_ name: String, to target: String) throws {
    try check("symlink", symlink(target, path + name))
  }

  func fifo(_ name: String) throws {
    try check("mkfifo", mkfifo(path + name, 0o644))
  }

  /// A file that has a size and no content on disk.
  func sparseFile(_ name: String, size: Int) throws {
    try file(name)
    try check("truncate", truncate(path + name, off_t(size)))
  }

  func permissions(_ name: String, _ mode: mode_t) throws {
    try check("chmod", chmod(path + name, mode))
  }

  func socket(_ name: String) throws {
    let descriptor = try check("socket", Self.streamSocket())
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: (path + name).utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    try check("bind", result)
  }

  private static func streamSocket() -> Int32 {
    #if os(Linux)
      Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      Glibc.socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
  }

  @discardableResult
  private func check(_ call: String, _ result: Int32) throws -> Int32 {
    guard result >= 0 else { throw Failure(call: call, errno: errno) }
    return result
  }
}

/// Removes a file, or a folder with all it holds; a link as itself.
private func removeTree(_ path: [CChar]) {
  guard remove(path) != 0, let stream = opendir(path) else { return }
  defer { closedir(stream) }
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      $0.prefix { $0 != 0 }.map(CChar.init(bitPattern:))
    }
    let isOwn = name.allSatisfy { $0 == CChar(bitPattern: UInt8(ascii: ".")) } && name.count <= 2
    if !isOwn { removeTree(path.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name + [0]) }
  }
  _ = remove(path)
}
