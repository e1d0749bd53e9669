/// A release of FreeBSD, as far as its behaviour at boot depends on it.
package struct Release: Sendable, Hashable, Comparable {
  /// The number in front of the dot.
  package let major: Int
  /// The number behind the dot.
  package let minor: Int
  /// The patch level, 0 when not said.
  package let patch: Int

  package init(major: Int, minor: Int = 0, patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// The release taken when a host doesn't say: the newest one whose outcomes were recorded.
  package static let assumed = Release(major: 14, minor: 3, patch: 99)

  /// Reads `12.2`, `14.1-RELEASE-p3` or `13`.
  package init?(_ text: some StringProtocol) {
    let head = text.prefix { $0 != "-" }
    let numbers = head.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(numbers.count), !head.utf8.contains(UInt8(ascii: "+")),
      let major = Int(numbers[0]), (1...99).contains(major)
    else { return nil }
    var minor = 0
    if numbers.count == 2 {
      guard let number = Int(numbers[1]), (0...99).contains(number) else { return nil }
      minor = number
    }
    let tail = text.split(separator: "-").last { $0.first == "p" }
    self.init(major: major, minor: minor, patch: tail.flatMap { Int($0.dropFirst()) } ?? 0)
  }

  /// An older release comes first; patch levels count.
  package static func < (left: Release, right: Release) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension Release: CustomStringConvertible {
  /// `14.3`, without the patch level.
  package var description: String { "\(major).\(minor)" }
}
