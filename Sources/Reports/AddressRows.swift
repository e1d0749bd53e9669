import HostModel
import Phrases
import SourceText

/// Puts interfaces, their addresses and the jails that name them side by side.
struct AddressRows {
  private(set) var rows: [AddressRow] = []
  /// Addresses jails name that no interface has, and who names them.
  private(set) var absent: [(address: IPAddress, users: [JailUse])] = []

  private let forecast: BootForecast
  private let capture: HostCapture
  private var names: PlaceNames
  private var users: [IPAddress: [JailUse]] = [:]
  private var order: [IPAddress] = []
  private var setters: [AddressKey: Step] = [:]
  private var final: [AddressKey: AssignedAddress] = [:]
  private var losses: [AddressKey: HostLoss] = [:]
  private var seen: Set<IPAddress> = []
  private let comparison: LiveComparison?
  private let standing: Standing?

  init(_ assessment: Assessment) {
    forecast = assessment.forecast
    capture = assessment.capture
    names = PlaceNames(capture)
    comparison = assessment.comparison
    standing = forecast.standing
    for loss in assessment.losses.all { self.losses[AddressKey(loss.address)] = loss }
    collectUsers()
    collectSetters()
    for entry in forecast.interfaces {
      for address in entry.addresses { final[AddressKey(address)] = address }
    }
    let present = Dictionary(
      forecast.interfaces.lazy.map { ($0.interface.name, $0) }, uniquingKeysWith: { $1 })
    for entry in forecast.interfacesAfterNetif {
      add(entry, now: present[entry.interface.name])
    }
    let before = Set(forecast.interfacesAfterNetif.lazy.map(\.interface.name))
    for entry in forecast.interfaces where !before.contains(entry.interface.name) {
      add(entry, now: entry)
    }
    absent = order.filter { !seen.contains($0) }.map { ($0, users[$0] ?? []) }
  }

  private mutating func collectUsers() {
    for jail in forecast.jails where !jail.hasOwnStack {
      for address in jail.definition?.readableAddresses ?? [] {
        if users[address.address] == nil { order.append(address.address) }
        users[address.address, default: []].append(JailUse(jail: jail, address: address))
      }
    }
  }

  /// The step that put each address there: netif's for what the host has, else a jail's.
  private mutating func collectSetters() {
    for step in forecast.steps {
      for effect in step.effects {
        guard let key = effect.settingKey else { continue }
        if step.phase == .jail, let known = setters[key], known.phase == .netif { continue }
        setters[key] = step
      }
    }
  }

  private mutating func add(_ entry: InterfaceAddresses, now: InterfaceAddresses?) {
    let name = entry.interface.name
    var keys = Set(entry.addresses.map { AddressKey($0) })
    var count = rows.count
    for address in entry.addresses { add(address, name) }
    for address in now?.addresses ?? [] where keys.insert(AddressKey(address)).inserted {
      add(address, name)
    }
    addOrphans(name)
    count = rows.count - count
    for reason in entry.interface.unknownAddresses {
      rows.append(
        AddressRow(
          mark: .unknown, interface: name, address: spoken("not known"), owner: "", jails: "",
          state: reason))
      count += 1
    }
    if count == 0 {
      rows.append(
        AddressRow(
          mark: .none, interface: name, address: spoken("no address"), owner: "", jails: "",
          state: presence(entry.interface)))
    }
  }

  /// What is on the interface now and nothing configures.
  private mutating func addOrphans(_ interface: String) {
    for orphan in comparison?.orphans ?? [] where orphan.interface == interface {
      rows.append(
        AddressRow(
          mark: .orphan, interface: interface, address: orphan.address.spelling,
          owner: spoken("nobody"),
          jails: "", isAddress: true, state: spoken("only now"),
          isHere: orphan.address.address == standing?.connection.address))
    }
  }

  private func presence(_ interface: NetworkInterface) -> String {
    switch interface.presence {
    case .known: ""
    case .inferred, .supposed: spoken("inferred")
    case .created: spoken("created")
    }
  }

  private mutating func add(_ address: AssignedAddress, _ interface: String) {
    let key = AddressKey(address)
    let uses = users[address.address] ?? []
    seen.insert(address.address)
    let length = final[key]?.prefixLength ?? address.prefixLength
    var state = ""
    var details: [String] = []
    var isConflict = false
    for use in uses {
      guard let asked = use.lengthAsked(of: address, on: interface) else { continue }
      if state.isEmpty { state = spoken("/\(address.prefixLength) vs /\(asked)") }
      details.append(use.detail(asked, capture, &names))
      isConflict = true
    }
    let isAsked = isConflict
    if let loss = losses[key] {
      if loss.isHeld {
        if state.isEmpty { state = spoken("stop removes it") }
      } else {
        state = loss.state
        isConflict = true
      }
      details += loss.details(isAsked: isAsked, forecast)
    } else if state.isEmpty, address.isJails,
      let use = uses.first(where: { $0.address.interface == interface }),
      use.address.usesDefaultLength(capture)
    {
      state = spoken("/\(length) by default")
    }
    rows.append(
      AddressRow(
        mark: isConflict ? .conflict : .none, interface: interface,
        address: "\(address.address)/\(length)", owner: owner(address, key),
        jails: uses.map { $0.name }.joined(separator: ", "),
        users: uses.map(\.jail.name), isAddress: true, state: state,
        presence: comparison?.presence(of: address.address, length: length, on: interface),
        isHere: address.address == standing?.connection.address
          && standing?.interface ?? interface == interface,
        details: details))
  }

  private mutating func owner(_ address: AssignedAddress, _ key: AddressKey) -> String {
    let place = setters[key]?.sources.first.map { names.name($0) }
    switch address.owner {
    case .kernel: return spoken("default")
    case .host: return place ?? spoken("default")
    case .jail(let name):
      return place.map { spoken("jail \(name), \($0)") } ?? spoken("jail \(name)")
    }
  }
}
