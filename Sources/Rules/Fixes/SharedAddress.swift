import HostModel
import Phrases
import SourceText

/// An address that a jail puts on an interface and that the host's settings or another jail put
/// somewhere, too, and the ways to settle whose it is.
struct SharedAddress {
  private let jail: JailForecast
  private let asked: JailAddress
  private let interface: String
  /// What the host has; nil when not the host but another jail put the address there.
  private let owned: OwnedAddress?
  /// The host doesn't have it, and another jail names the address with an interface.
  private let isOthers: Bool
  private let item: AddressItem?
  private let setting: HostSetting?
  /// Another address of the network stays when this one gets the length of a single address.
  private let keepsNetwork: Bool

  /// - Parameter finding: one about a jail and an address.
  init?(_ finding: Finding, _ host: inout ExaminedHost) {
    guard let name = finding.jails.first, let address = finding.addresses.first,
      let position = host.forecast.jails.firstIndex(where: { $0.name == name }),
      let asked = host.forecast.jails[position].definition?.readableAddresses.first(where: {
        $0.address == address && $0.interface != nil
      }), let interface = asked.interface
    else { return nil }
    jail = host.forecast.jails[position]
    self.asked = asked
    self.interface = interface
    let after = host.interfacesAfterNetif[interface]?.addresses ?? []
    let holder =
      after.contains { $0.address == address }
      ? host.interfacesAfterNetif[interface]
      : host.forecast.interfacesAfterNetif.first { $0.addresses.contains { $0.address == address } }
    let assigned = holder?.addresses.first { $0.address == address }
    owned = assigned.map { OwnedAddress($0, on: holder?.interface.name ?? interface, &host) }
    isOthers =
      owned == nil
      && host.users[address].contains { $0.jail != position && $0.address.interface != nil }
    item = AddressItem(asked, host)
    setting = owned?.setter.flatMap {
      HostSetting(of: address, setBy: host.forecast.steps[$0], host)
    }
    keepsNetwork = after.contains { $0.address != address && $0.network == assigned?.network }
  }

  /// How the jail is kept.
  private var format: JailDefinition.Kind { jail.definition?.kind ?? .jailConf }

  /// All there are, the best first.
  func fixes(_ host: ExaminedHost) -> [Fix] {
    [
      tellCBSD(), dropInterface(host), takeHostInterface(), takeHostLength(), removeAlias(),
      takeJailLength(),
    ].compactMap { $0 }
  }

  /// The jail uses the address that is there and leaves it alone.
  func dropInterface(_ host: ExaminedHost) -> Fix? {
    guard owned != nil else {
      guard isOthers else { return nil }
      return Fix(
        spoken("drop \(dropped) at \(asked.address) of jail \(jail.name)"),
        meaning: spoken(
          "jail \(jail.name) uses the address as another jail brings it, and loses it when "
            + "that one stops"), .review, making: withoutInterface(host))
    }
    return Fix(
      spoken("drop \(dropped) so that jail \(jail.name) uses the host's \(asked.address)"),
      meaning: spoken(
        "the host owns the address: neither stopping jail \(jail.name) nor a failed start "
          + "takes it away"), isShared(host) ? .review : .safe, making: withoutInterface(host))
  }

  /// The host's settings bring the address from now on, and the jail leaves it alone.
  func giveToHost(_ host: ExaminedHost) -> Fix? {
    guard owned == nil, let length = asked.prefixLength, let edits = withoutInterface(host),
      let alias = host.addingAlias(asked.address, length, on: interface)
    else { return nil }
    return Fix(
      spoken(
        "set \(asked.address)/\(length) on \(interface) by rc.conf(5), and drop \(dropped)"),
      meaning: spoken(
        "the host owns the address: it is there before jail \(jail.name) starts, and "
          + "stopping that leaves it"), .review, making: edits + [alias])
  }

  /// The statement holds for other jails, too.
  private func isShared(_ host: ExaminedHost) -> Bool {
    item.flatMap { JailStatement(at: $0.place, host) }.map { $0.block != jail.name } ?? false
  }

  /// The length alone has to go: iocage puts an interface in front of what it doesn't find on the
  /// host, and it finds no length there.
  private var losesLength: Bool { format == .iocage && item?.text.contains("|") == false }

  /// What goes with `withoutInterface`, in words: `vtnet0|`.
  private var dropped: String {
    losesLength ? "/\(asked.prefixLength ?? asked.address.family.hostLength)" : "\(interface)|"
  }

  /// The edits with which the jail names no interface for the address.
  private func withoutInterface(_ host: ExaminedHost) -> [PlacedEdit]? {
    guard let item, format.canLeaveInterfaceOut else { return nil }
    if losesLength { return item.withoutLength.map { [$0] } }
    var edits = item.withoutInterface
    guard jail.definition?.interface != nil else { return edits }
    // rc.d/jail puts the interface of a legacy jail in front of every address again
    guard let statement = JailStatement(at: item.place, host),
      jail.definition?.kind.isJailConf == true
    else { return nil }
    edits.append(statement.followed(by: "interface;"))
    for other in jail.definition?.readableAddresses ?? [] where other.address != asked.address {
      guard let other = AddressItem(other, host) else { return nil }
      edits += [other.withInterface(interface)].compactMap { $0 }
    }
    return edits
  }

  /// CBSD writes the host's length into its database.
  private func tellCBSD() -> Fix? {
    guard format == .cbsd, let owned, owned.interface == interface,
      owned.address.prefixLength != asked.prefixLength
    else { return nil }
    let length = owned.address.prefixLength
    let addresses = jail.definition?.addresses.map { cbsdItem($0.value.text, length) } ?? []
    guard jail.name.isPlain, addresses.allSatisfy({ $0.filter { $0 != "#" }.isPlain }) else {
      return nil
    }
    let list = addresses.joined(separator: ",")
    return Fix(
      spoken("have CBSD store /\(length) for \(asked.address) of jail \(jail.name)"),
      meaning: spoken(
        "CBSD's database is for CBSD to write; the jail then starts, and stopping it takes "
          + "\(asked.address) off \(interface) until the next boot"),
      .manual, edits: [:], commands: ["cbsd jset jname=\(jail.name) ip4_addr=\"\(list)\""])
  }

  /// An address as CBSD has it, with the host's length when it is the one in question.
  private func cbsdItem(_ text: String, _ length: Int) -> String {
    let bar = text.firstIndex(of: "|")
    let address = text[(bar.map { text.index(after: $0) } ?? text.startIndex)...]
    let plain = address.prefix { $0 != "/" }
    let item = IPAddress(plain) == asked.address ? "\(plain)/\(length)" : String(address)
    return bar.map { "\(text[..<$0])#\(item)" } ?? item
  }

  /// Both sides name the same interface and the same length.
  private func takeHostInterface() -> Fix? {
    guard let item, let owned, owned.interface != interface,
      let edit = item.onInterface(owned.interface)
    else { return nil }
    let length = owned.address.prefixLength
    let isDefault = length == asked.address.family.hostLength
    guard format.storesLength || isDefault else { return nil }
    return Fix(
      spoken("name \(owned.interface) and /\(length) on the side of jail \(jail.name)"),
      meaning: spoken(
        "the jail starts, and stopping it takes \(asked.address) off \(owned.interface) "
          + "until the next boot"), .review,
      making: [edit] + (format.storesLength ? [item.withLength(length)] : []))
  }

  /// Both sides say the same length.
  private func takeHostLength() -> Fix? {
    guard let item, let owned, owned.interface == interface, format.storesLength,
      owned.address.prefixLength != asked.prefixLength
    else { return nil }
    let length = owned.address.prefixLength
    return FixDraft(item.withLength(length)).fix(
      spoken("write /\(length) on the side of jail \(jail.name)"),
      meaning: spoken(
        "the jail starts, and stopping it takes \(asked.address) off \(interface) "
          + "until the next boot"),
      .review)
  }

  /// The address comes and goes with the jail.
  private func removeAlias() -> Fix? {
    guard let owned, let setting, !owned.isPrimary, !owned.address.hasVirtualHost,
      let edit = setting.removal
    else { return nil }
    let what = setting.isAlone ? setting.name : spoken("\(asked.address) from \(setting.name)")
    return FixDraft(edit).fix(
      spoken("remove \(what)"),
      meaning: spoken(
        "the address comes and goes with jail \(jail.name); now the host still has it, so "
          + "take it off first, which cuts its connections"),
      .review,
      commands: [
        "ifconfig \(owned.interface) \(asked.address.family.rawValue) \(asked.address) -alias"
      ])
  }

  /// The host's setting says the jail's length.
  private func takeJailLength() -> Fix? {
    guard let owned, owned.interface == interface, let setting, !owned.isPrimary, keepsNetwork,
      let length = asked.prefixLength, length != owned.address.prefixLength,
      let edit = setting.withLength(length)
    else { return nil }
    let words = "ifconfig \(interface) \(asked.address.family.rawValue) \(asked.address)"
    return FixDraft(edit).fix(
      spoken("give \(asked.address) in \(setting.name) the length /\(length)"),
      meaning: spoken(
        "the jail starts, and stopping it takes \(asked.address) off \(interface) until the "
          + "next boot"),
      .review, commands: ["\(words) -alias", "\(words)/\(length) alias"])
  }
}
