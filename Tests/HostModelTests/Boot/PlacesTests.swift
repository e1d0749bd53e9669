import SourceText
import Testing

@testable import HostModel

/// The places that something is made of.
struct PlacesTests {
  private let places = (1...3).map { Place(path: "/etc/rc.conf", span: SourceSpan(0, $0)) }

  @Test(arguments: 0...3) func `has what it was made of, in order`(_ count: Int) {
    #expect(Array(Places(Array(places.prefix(count)))) == Array(places.prefix(count)))
  }

  @Test func `has one place or none`() {
    #expect(Array(Places(places[0])) == [places[0]])
    #expect(Places(nil as Place?).isEmpty)
  }
}
