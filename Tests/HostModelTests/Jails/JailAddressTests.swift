import HostModel
import SourceText
import TestHosts
import Testing

/// Taking apart how a jail's configuration words an address.
struct JailAddressTests {
  private static let place = Place(path: "/etc/jail.conf", span: SourceSpan(0, 0))

  private func read(
    _ text: String, _ family: AddressFamily, interface: String? = nil
  ) -> JailAddress? {
    let value = JailValue(text: text, origin: .written(Self.place))
    return JailAddress(value, family, interface: interface)
  }

  private static let readings:
    [(text: String, family: AddressFamily, interface: String?, length: Int?)] = [
      ("vtnet0|192.0.2.3/24", .inet, "vtnet0", 24), ("192.0.2.3", .inet, nil, 32),
      ("vtnet0|192.0.2.3/255.255.255.0", .inet, "vtnet0", 24),
      ("lo1|192.0.2.3 netmask 0xffffff00", .inet, "lo1", 24),
      ("vtnet0|2001:db8::3", .inet6, "vtnet0", 128), ("2001:db8::3/64", .inet6, nil, 64),
      ("vtnet0|2001:db8::3 prefixlen 80", .inet6, "vtnet0", 80),
      ("vtnet0|192.0.2.3/x", .inet, "vtnet0", nil),
    ]

  @Test(arguments: readings)
  func `interface and length are told apart`(
    reading: (text: String, family: AddressFamily, interface: String?, length: Int?)
  ) throws {
    let address = try #require(read(reading.text, reading.family))
    #expect(address.interface == reading.interface)
    #expect(address.prefixLength == reading.length)
  }

  @Test(arguments: ["", "|", "/", " ", "vtnet0|", "vtnet0|x/24", "192.0.2", "a|b|192.0.2.3"])
  func `what is no address is none`(_ text: String) {
    #expect(read(text, .inet) == nil)
    #expect(read(text, .inet6) == nil)
  }

  @Test func `a bare address goes on the interface that is in effect`() throws {
    let address = try #require(read("192.0.2.3", .inet, interface: "lo1"))
    #expect(address.interface == "lo1")
  }

  @Test(arguments: [
    ("vtnet0|2001:db8::3", true), ("lo1|192.0.2.9/32,vtnet0|2001:db8::3", true),
    ("vtnet0|2001:db8::3/128", false), ("lo1|192.0.2.9,vtnet0|2001:db8::3/128", false),
  ])
  func `the length rc.d makes up for a legacy jail counts as a default`(
    _ written: String, _ isDefault: Bool
  ) throws {
    let host = HostSketch([
      "/etc/rc.conf": "ezjail_enable=YES\n",
      "/usr/local/etc/ezjail/a": """
      export jail_a_hostname="a"
      export jail_a_rootdir="/jails/a"
      export jail_a_ip="\(written)"

      """,
    ])
    let addresses = try #require(host.forecast.jails.first?.definition?.readableAddresses)
    let address = try #require(addresses.last)
    #expect(address.prefixLength == 128)
    #expect(address.usesDefaultLength(host.capture) == isDefault)
  }
}
