import Testing

@testable import Rewrite

struct DigestCourseTests {
  @Test(arguments: [0, 1, 64, 65_535, 65_536, 65_537, 200_000])
  func `two texts with the same start have the digests they have alone`(_ count: Int) {
    let start = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let (one, other) = (start + [1, 2], start + [UInt8](repeating: 3, count: 99))
    let course = DigestCourse(one)
    #expect(course.digest == SHA256(one))
    #expect(course.digest(of: other, sharing: count) == SHA256(other))
    #expect(course.digest(of: start, sharing: count) == SHA256(start))
    #expect(course.digest(of: other, sharing: count / 2) == SHA256(other))
  }
}
