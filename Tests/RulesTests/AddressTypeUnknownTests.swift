import Testing

@testable import Rules

struct AddressTypeUnknownTests {
  private func host(_ list: String) -> String {
    "jail_enable=YES\njail_list=a\njail_a_hostname=a\njail_a_rootdir=/a\njail_a_ip=\"\(list)\"\n"
  }

  @Test(arguments: ["192.0.2.31,«www.example»", "«em0|192.0.2»", "«10»"])
  func `names the item`(_ list: String) {
    let item = list.split(separator: "«").last?.filter { $0 != "»" } ?? ""
    expectFindings(
      of: AddressTypeUnknown.self, in: host(list),
      ["warning: jail_a_ip: \(item) is neither an IPv4 nor an IPv6 address"])
  }

  @Test(arguments: ["192.0.2.31", "em0|2001:db8::1/64", "em0|192.0.2.31/24,192.0.2.32", ""])
  func `is silent about addresses`(_ list: String) {
    expectSilence(of: AddressTypeUnknown.self, in: host(list))
  }
}
