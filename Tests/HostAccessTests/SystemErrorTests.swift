import SystemPackage
import Testing

@testable import HostAccess

struct SystemErrorTests {
  @Test func `in English an error has the words of the system`() {
    for errno in (1...133).map({ Errno(rawValue: $0) }) {
      #expect(errno.reason == errno.description.lowercased())
    }
  }
}
