/// A host as ssh(1) names it, and the user to be there: `root@web1.example.org`.
///
/// Both come from the command line, an inventory or a file, so only what can be such a name is one:
/// nothing that ssh(1) could take for an option, a command or an address of another kind.
package struct Destination: Sendable, Hashable {
  /// The most bytes it may have.
  private static let limit = 255

  /// The user; nil for the one ssh(1) takes.
  package let user: String?
  /// The name or address, or what ssh_config(5) calls the host.
  package let host: String

  /// Nil when the text is no user and host.
  package init?(_ text: String) {
    guard text.utf8.count <= Self.limit else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let host = parts.last,
      Self.isName(host, also: "._:%-"), parts.count == 1 || Self.isName(parts[0], also: "._-")
    else { return nil }
    self.host = host
    user = parts.count == 2 ? parts[0] : nil
  }

  /// As it is typed and shown.
  package var text: String { user.map { "\($0)@\(host)" } ?? host }

  /// Letters, digits and some other characters, which are not the first.
  private static func isName(_ text: String, also others: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || others.utf8.contains($0) }
  }
}
