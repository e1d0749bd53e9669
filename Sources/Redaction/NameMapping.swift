import HostModel

/// Names in the place of others: of jails, hosts and domains.
struct NameMapping {
  /// By what is looked for in texts.
  private(set) var names: [String: String] = [:]

  /// - Parameters:
  ///   - jails: the names of jails.
  ///   - hosts: names of hosts, with their domains or without.
  init(jails: Set<String>, hosts: Set<String>) {
    number(Set(jails.flatMap(Self.parts)), as: "jail")
    let domains = Set(hosts.compactMap(Self.domain))
    let all = ["example.com", "example.net", "example.org", "example.edu"]
    var free = all.filter { !domains.contains($0) }[...]
    for (index, domain) in domains.sorted().enumerated() {
      names[domain] = free.popFirst() ?? "domain\(index + 1).example"
    }
    number(Set(hosts.compactMap { $0.split(separator: ".").first.map(String.init) }), as: "host")
  }

  /// Names in their order, so that what is sorted by them stays so.
  private mutating func number(_ some: Set<String>, as word: String) {
    let new = some.filter { names[$0] == nil && Self.isReplaced($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let width = String(new.count).utf8.count
    var number = 0
    for name in new {
      var text: String
      repeat {
        number += 1
        let digits = String(number)
        // what a name has that none of a variable may have stays in it
        text = word + (name.contains("-") ? "-" : "")
        text += String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      } while some.contains(text)
      names[name] = text
      // as names of variables have it
      let variable = String(name.map { "-.".contains($0) ? "_" : $0 })
      names[variable] = names[variable] ?? text.replacing("-", with: "_")
    }
  }

  /// A child's name has its parents' before it.
  private static func parts(_ name: String) -> [String] {
    name.split(separator: ".").map(String.init)
  }

  private static func domain(_ name: String) -> String? {
    guard let dot = name.firstIndex(of: ".") else { return nil }
    let domain = name[name.index(after: dot)...]
    return domain.isEmpty ? nil : String(domain)
  }

  /// A number and a letter are too much of other things, and a word of the settings has to stay one.
  private static func isReplaced(_ name: String) -> Bool {
    name.utf8.count > 1 && !name.utf8.allSatisfy { (48...57).contains($0) } && !words.contains(name)
      && IPAddress(name) == nil
  }

  private static let words: Set<String> = Set(
    """
    addr address alias all allow appjail basejail bastille bin boot bridge broadcast cbsd children \
    clean config conf create default defaults depend dev devfs dhcp down em0 enable etc exec export \
    ezjail false fdescfs flavour freebsd fstab host hostname ifconfig image inet inet6 inherit \
    interface iocage ip ip4 ip6 jail jails jls list lo lo0 lo1 local localhost mount name net netif \
    netmask network new no none off on options parent path persist poststart prefixlen prestart \
    procfs pot qjail rc root rootdir routing sbin securelevel sh start stop sysctl the true type up \
    usr var version vlan vnet vtnet0 yes YES NO DHCP SYNCDHCP WPA ON OFF
    """.split(separator: " ").map(String.init))

  /// What stands for a name; nil when it stays.
  func replacement(_ token: Token) -> String? {
    if case .name(let name) = token { return names[name] }
    return nil
  }
}
