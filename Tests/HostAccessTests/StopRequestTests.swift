import Testing

@testable import HostAccess

struct StopRequestTests {
  @Test func `work on another core sees that it is to stop`() {
    let stop = StopRequest()
    #expect(!stop.isAsked)
    let errand = Errand {
      while !stop.isAsked {}
      return true
    }
    stop.ask()
    stop.ask()
    #expect(errand.result())
    #expect(stop.isAsked)
  }
}
