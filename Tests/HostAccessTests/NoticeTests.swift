import Testing

@testable import HostAccess

struct NoticeTests {
  @Test func `work on another core sees that it is given`() {
    let notice = Notice()
    #expect(!notice.isGiven)
    let errand = Errand {
      while !notice.isGiven {}
      return true
    }
    notice.give()
    notice.give()
    #expect(errand.result())
    #expect(notice.isGiven)
  }

  @Test func `it is waited for as long as it is not given`() {
    let notice = Notice()
    #expect(!notice.isGiven(within: 1))
    let errand = Errand { notice.isGiven(within: 60_000) }
    notice.give()
    #expect(errand.result())
  }
}
