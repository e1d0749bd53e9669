import HostModel
import Reports
import SourceText

/// Puts interfaces, addresses and jails side by side: the rows of the main view.
struct NetBoard {
  private(set) var interfaces: [InterfaceLine] = []
  private(set) var rows: [NetRow] = []

  private let forecast: BootForecast
  private var users: [IPAddress: [NetRow.Use]] = [:]
  private var order: [IPAddress] = []
  /// Where the command is written that put each address there which netif did not.
  private var jailSetters: [AddressKey: Place] = [:]
  private var final: [AddressKey: Int] = [:]
  /// Addresses that jails name and no interface has, by the interface they were to be on; those of
  /// which none is told, or one that is not there, have an empty name.
  private var absent: [String: [IPAddress]] = [:]

  init(_ forecast: BootForecast) {
    self.forecast = forecast
    collectUsers()
    collectJailSetters()
    for entry in forecast.interfaces {
      for address in entry.addresses { final[AddressKey(address)] = address.prefixLength }
    }
    collectAbsent()
    let present = Dictionary(
      forecast.interfaces.lazy.map { ($0.interface.name, $0) }, uniquingKeysWith: { $1 })
    for entry in forecast.interfacesAfterNetif { add(entry, now: present[entry.interface.name]) }
    let before = Set(forecast.interfacesAfterNetif.lazy.map(\.interface.name))
    for entry in forecast.interfaces where !before.contains(entry.interface.name) {
      add(entry, now: nil)
    }
    addAbsent(on: "", nil)
    addJailsWithout()
  }

  private mutating func collectUsers() {
    for (index, jail) in forecast.jails.enumerated() where !jail.hasOwnStack {
      guard let addresses = jail.definition?.readableAddresses else { continue }
      for number in addresses.indices {
        let address = addresses[number].address
        if users[address] == nil { order.append(address) }
        users[address, default: []].append(NetRow.Use(jail: index, number: number))
      }
    }
  }

  private mutating func collectAbsent() {
    let all = forecast.interfacesAfterNetif + forecast.interfaces
    let present = Set(all.lazy.flatMap(\.addresses).map(\.address))
    let names = Set(all.lazy.map(\.interface.name))
    for address in order where !present.contains(address) {
      let uses = users[address] ?? []
      let wanted = uses.compactMap { asked(by: $0)?.interface }.first { names.contains($0) }
      absent[wanted ?? "", default: []].append(address)
    }
  }

  private func asked(by use: NetRow.Use) -> JailAddress? {
    use.number.flatMap { forecast.jails[use.jail].definition?.readableAddresses[$0] }
  }

  private mutating func collectJailSetters() {
    for index in forecast.firstJailStep..<forecast.steps.count {
      for effect in forecast.steps[index].effects {
        guard let key = effect.settingKey, forecast.hostAddresses.setter(of: key) == nil else {
          continue
        }
        jailSetters[key] = forecast.steps[index].sources.first
      }
    }
  }

  /// Where the command is written that put an address there: netif's for what the host has, else the
  /// last jail's.
  private func setterPlace(_ key: AddressKey) -> Place? {
    guard let step = forecast.hostAddresses.setter(of: key) else { return jailSetters[key] }
    return forecast.steps[step].sources.first
  }

  private mutating func add(_ entry: InterfaceAddresses, now: InterfaceAddresses?) {
    let first = rows.count
    let position = interfaces.count
    var count = entry.addresses.count
    for address in entry.addresses { add(address, of: entry.interface.name, position) }
    for address in now?.addresses ?? []
    where forecast.hostAddresses.number(of: AddressKey(address)) == nil {
      add(address, of: entry.interface.name, position)
      count += 1
    }
    addAbsent(on: entry.interface.name, position)
    for reason in entry.interface.unknownAddresses {
      rows.append(row(.unknown(reason), interface: position))
    }
    if rows.count == first { rows.append(row(.noAddress, interface: position)) }
    interfaces.append(
      InterfaceLine(
        interface: entry.interface, rows: first..<rows.count, addressCount: count))
  }

  private mutating func add(_ address: AssignedAddress, of interface: String, _ position: Int) {
    let key = AddressKey(address)
    let uses = users[address.address] ?? []
    let isHosts: Bool
    if case .jail = address.owner { isHosts = false } else { isHosts = true }
    for (number, use) in (uses.isEmpty ? [nil] : uses.map(Optional.some)).enumerated() {
      rows.append(
        NetRow(
          kind: .address, interface: position, address: address.address,
          prefixLength: address.prefixLength, finalLength: final[key], place: setterPlace(key),
          isHosts: isHosts, use: use, link: link(use, to: address, on: interface, isHosts),
          continuesAbove: number > 0))
    }
  }

  private func link(
    _ use: NetRow.Use?, to address: AssignedAddress, on interface: String, _ isHosts: Bool
  ) -> NetRow.Link {
    guard let use, let asked = asked(by: use) else { return .none }
    if asked.interface == interface, let length = asked.prefixLength,
      length != address.prefixLength
    {
      return .conflict
    }
    return isHosts ? .same : .jailOnly
  }

  private mutating func addAbsent(on interface: String, _ position: Int?) {
    for address in absent[interface] ?? [] {
      for (number, use) in (users[address] ?? []).enumerated() {
        rows.append(
          NetRow(
            kind: .absent, interface: position, address: address, prefixLength: nil,
            finalLength: nil,
            place: nil, isHosts: false, use: use, link: .jailOnly, continuesAbove: number > 0))
      }
    }
  }

  private mutating func addJailsWithout() {
    let insides = Dictionary(
      forecast.insides.lazy.map { ($0.jail, $0.forecast) }, uniquingKeysWith: { $1 })
    for (index, jail) in forecast.jails.enumerated()
    where jail.hasOwnStack || jail.definition?.readableAddresses.isEmpty != false {
      let use = NetRow.Use(jail: index, number: nil)
      rows.append(row(.noHostAddress, use: use))
      if let inside = insides[jail.name] { add(inside, of: use) }
    }
  }

  /// The interfaces of a jail with a network stack of its own, below the jail.
  private mutating func add(_ inside: BootForecast, of use: NetRow.Use) {
    var setters: [AddressKey: Place] = [:]
    for step in inside.steps {
      for effect in step.effects {
        if let key = effect.settingKey { setters[key] = step.sources.first }
      }
    }
    for entry in inside.interfaces where !entry.interface.driver.isLoopback {
      let kind = NetRow.Kind.inside(entry.interface.name)
      let addresses = entry.addresses.filter { $0.owner != .kernel }
      if addresses.isEmpty { rows.append(row(kind, use: use)) }
      for address in addresses {
        rows.append(
          NetRow(
            kind: kind, interface: nil, address: address.address,
            prefixLength: address.prefixLength, finalLength: nil,
            place: setters[AddressKey(address)], isHosts: false, use: use, link: .none,
            continuesAbove: false))
      }
    }
  }

  private func row(
    _ kind: NetRow.Kind, interface: Int? = nil, use: NetRow.Use? = nil
  ) -> NetRow {
    NetRow(
      kind: kind, interface: interface, address: nil, prefixLength: nil, finalLength: nil,
      place: nil, isHosts: false, use: use, link: .none, continuesAbove: false)
  }
}
