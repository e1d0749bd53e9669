import Rewrite

/// A line of stat(1) as the script has it printed.
///
///     x81a4 65024 253853 1 1234 0 0 1795889469.594507927 0
///
/// The mode, in hexadecimal or, behind an `o`, in octal digits; the file system, the inode, the number
/// of its names, the size, the owner, the group, the time of the last change, the flags of chflags(1).
struct StatusLine: Sendable {
  let status: FileStatus
  private let flags: UInt32

  /// Nil when the bytes are no such line.
  init?(_ bytes: [UInt8]) {
    let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.count == 9, let mode = Self.mode(words[0]), let device = UInt64(words[1]),
      let inode = UInt64(words[2]), let links = Int(words[3]), let size = Int(words[4]), size >= 0,
      let user = UInt32(words[5]), let group = UInt32(words[6]),
      let modified = Self.nanoseconds(words[7]), let flags = UInt32(words[8])
    else { return nil }
    // S_IFMT of sys/stat.h
    let kind: FileStatus.Kind =
      switch mode & 0o170_000 {
      case 0o100_000: .regular
      case 0o040_000: .folder
      case 0o120_000: .link
      default: .other
      }
    status = FileStatus(
      kind: kind, device: device, inode: inode, links: links, size: size,
      permissions: mode & 0o7777, user: user, group: group, modified: modified)
    self.flags = flags
  }

  /// The flags that matter, by their bits in FreeBSD's sys/stat.h.
  var protection: ProtectionFlags {
    let protecting: [(UInt32, String)] = [
      (0x2_0000, "schg"), (0x2, "uchg"), (0x4_0000, "sappnd"), (0x4, "uappnd"),
      (0x10_0000, "sunlnk"), (0x10, "uunlnk"),
    ]
    // UF_SETTABLE without UF_ARCHIVE, which the system sets of whatever is written
    return ProtectionFlags(
      kept: flags & 0xffff & ~0x800, protecting: protecting.filter { flags & $0.0 != 0 }.map(\.1))
  }

  private static func mode(_ word: Substring) -> UInt32? {
    switch word.first {
    case "x": UInt32(word.dropFirst(), radix: 16)
    case "o": UInt32(word.dropFirst(), radix: 8)
    default: nil
    }
  }

  private static func nanoseconds(_ word: Substring) -> Int? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let seconds = Int(parts[0]) else { return nil }
    let digits = (parts.count == 2 ? String(parts[1]) : "") + "000000000"
    guard let rest = Int(digits.prefix(9)), rest >= 0 else { return nil }
    let (whole, isTooMuch) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return isTooMuch ? nil : whole &+ rest
  }
}
