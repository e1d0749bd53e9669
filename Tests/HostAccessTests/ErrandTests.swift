import HostAccess
import Testing

/// Work on another thread.
struct ErrandTests {
  @Test func `its result is what the work gives`() {
    let errand = Errand { (1...1000).reduce(0, +) }
    #expect(errand.result() == 500_500)
  }

  @Test func `several can be under way at once`() {
    let errands = (0..<8).map { number in Errand { "errand \(number)" } }
    #expect(errands.map { $0.result() } == (0..<8).map { "errand \($0)" })
  }

  @Test func `its result can be asked for again`() {
    let errand = Errand { [1, 2, 3] }
    #expect(errand.result() == errand.result())
  }
}
