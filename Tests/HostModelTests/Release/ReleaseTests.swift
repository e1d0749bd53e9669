import HostModel
import Testing

/// Reading and comparing releases.
struct ReleaseTests {
  @Test(arguments: [
    ("12.2", 12, 2, 0), ("13", 13, 0, 0), ("14.1-RELEASE-p3", 14, 1, 3), ("14.3-RELEASE", 14, 3, 0),
    ("15.0-CURRENT", 15, 0, 0), ("12.2-STABLE", 12, 2, 0), ("14.0-RELEASE-p12", 14, 0, 12),
    ("9.3", 9, 3, 0), ("15.0-PRERELEASE", 15, 0, 0), ("14.1-p3", 14, 1, 3), ("99.99", 99, 99, 0),
    ("14.2-RC1-p1", 14, 2, 1), ("013.02", 13, 2, 0),
  ])
  func `a release is read`(_ text: String, _ major: Int, _ minor: Int, _ patch: Int) {
    #expect(Release(text) == Release(major: major, minor: minor, patch: patch))
  }

  @Test(arguments: [
    "", "-", "FreeBSD", "FreeBSD 14.1", "14.", ".1", "14.1.2", "0", "0.1", "100", "14.100", "-14",
    "14.-1", "14.x", "x.1", "14,1", " 14.1", "14.1 ", "14 .1", "99999999999999999999",
    "+14", "14.+1", "14.1x",
  ])
  func `what is no release is refused`(_ text: String) {
    #expect(Release(text) == nil)
  }

  @Test func `releases are ordered by their numbers`() {
    let ordered = ["9.3", "12.2", "13", "14.1", "14.1-RELEASE-p3", "14.3", "14.10", "15.0"]
      .compactMap { Release($0) }
    #expect(ordered.count == 8)
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test func `a release prints as its number`() {
    #expect(Release("14.1-RELEASE-p3")?.description == "14.1")
    #expect(Release("13")?.description == "13.0")
  }
}
