import Testing

@testable import HostModel

/// Finding the numbered aliases among variables.
struct AliasListsTests {
  private func lists(_ names: [String]) -> AliasLists {
    let variables = names.map {
      ShellVariable(name: $0, value: ShellValue(text: "inet 192.0.2.1/32", origin: .standard("")))
    }
    return AliasLists(variables, anySpaceEnds: true)
  }

  @Test func `interfaces in turn, out of order and in a row`() {
    let found = lists([
      "ifconfig_em0_alias0", "ifconfig_em1_alias1", "hostname", "ifconfig_em0_alias10",
      "ifconfig_em1_alias0", "ifconfig_em0_alias9", "ifconfig_em10_alias0", "ifconfig_em0",
      "ipv6_ifconfig_em0_alias0",
    ])
    #expect(
      found.lists.mapValues { $0.map(\.name) } == [
        "ifconfig_em0_alias": [
          "ifconfig_em0_alias0", "ifconfig_em0_alias9", "ifconfig_em0_alias10",
        ],
        "ifconfig_em1_alias": ["ifconfig_em1_alias0", "ifconfig_em1_alias1"],
        "ifconfig_em10_alias": ["ifconfig_em10_alias0"],
        "ipv6_ifconfig_em0_alias": ["ipv6_ifconfig_em0_alias0"],
      ])
    #expect(found.count == 7)
    #expect(found.otherNames == ["hostname", "ifconfig_em0"])
  }

  @Test func `a name may be read in two ways`() {
    let found = lists(["ifconfig_em0_alias1_alias2"])
    #expect(found.lists["ifconfig_em0_alias"]?.map(\.number) == [1])
    #expect(found.lists["ifconfig_em0_alias1_alias"]?.map(\.number) == [2])
    #expect(found.otherNames == [])
  }

  @Test(arguments: [
    ("inet 192.0.2.1", true, AliasSetting.Family?.some(.inet)), ("inet6 ::1", false, .inet6),
    ("link 00:00:5e:00:53:01", true, .link), ("ether x", true, .ether),
    ("inet\t192.0.2.1", true, .inet),
    ("inet\t192.0.2.1", false, nil), ("inet", true, nil), ("192.0.2.1", true, nil),
    ("internet x", true, nil), (" inet x", true, nil), ("", true, nil),
  ])
  func `the first word may be a family`(
    _ text: String, _ anySpaceEnds: Bool, _ family: AliasSetting.Family?
  ) {
    let value = ShellValue(text: text, origin: .standard(""))
    let variables = [ShellVariable(name: "ifconfig_em0_alias0", value: value)]
    let alias = AliasSetting(at: 0, of: variables, 0, anySpaceEnds: anySpaceEnds)
    #expect(alias.family == family)
    #expect(alias.text == text)
  }
}
