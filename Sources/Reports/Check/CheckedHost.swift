package import Rules
import SourceText

/// A host that `jailscope check` looks at, and how its files are called by whoever asked.
package struct CheckedHost {
  /// The directory below which its files are; `/` for the host at hand.
  package let root: String
  /// What was found.
  package let assessment: Assessment
  /// Paths of files that are the asking person's own and stand below no root.
  private let own: Set<String>
  /// The ways to mend a finding; nil when nobody asks for them.
  let fixes: (@Sendable (Finding) -> [ProvenFix])?

  /// - Parameters:
  ///   - own: paths of files that are the asking person's own and stand below no root.
  ///   - fixes: the ways to mend a finding, when they are to be told.
  package init(
    root: String, _ assessment: Assessment, own: [String] = [],
    fixes: (@Sendable (Finding) -> [ProvenFix])? = nil
  ) {
    self.root = root
    self.assessment = assessment
    self.own = Set(own)
    self.fixes = fixes
  }

  /// The path by which the file of a place can be opened here: `hosts/web1/etc/rc.conf`.
  func path(of place: Place) -> String {
    if own.contains(place.path) { return place.path }
    return "\(Self.withoutSlash(root))\(place.path)"
  }

  /// What the host is called when there are several: its directory.
  var name: String { root == "/" ? "/" : Self.withoutSlash(root) }

  private static func withoutSlash(_ path: String) -> String {
    var path = path[...]
    while path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(path)
  }
}
