import HostModel
import Testing

struct ConnectionTests {
  @Test(arguments: [
    ("198.51.100.7 50022 192.0.2.10 22", "192.0.2.10", "198.51.100.7"),
    ("2001:db8::7 50022 2001:db8::1 22", "2001:db8::1", "2001:db8::7"),
    ("::ffff:198.51.100.7 50022 ::ffff:192.0.2.10 22", "192.0.2.10", "198.51.100.7"),
    ("192.0.2.10", "192.0.2.10", nil),
  ])
  func `reads the addresses of a connection`(_ text: String, _ own: String, _ peer: String?) {
    let connection = Connection(text)
    #expect(connection?.address.description == own)
    #expect(connection?.peer?.description == peer)
  }

  @Test func `keeps the interface of a link-local address`() {
    let connection = Connection("fe80::7%em0 50022 fe80::1%em0 22")
    #expect(connection?.address.description == "fe80::1")
    #expect(connection?.zone == "em0")
  }

  @Test(arguments: ["", "UNKNOWN 65535 UNKNOWN 65535", "192.0.2.1 22", "a b c d"])
  func `anything else is none`(_ text: String) {
    #expect(Connection(text) == nil)
  }
}
