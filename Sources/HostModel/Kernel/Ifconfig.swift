/// What a command does to the host, as far as the forecast can tell.
package enum AddressEffect: Sendable, Hashable {
  case added(AssignedAddress)
  /// Present already with the same prefix length: nothing changes but who holds it.
  case confirmed(AssignedAddress)
  /// Re-added with another mask, silently (sys/netinet/in.c).
  case replaced(old: AssignedAddress, prefixLength: UInt8)
  case removed(AssignedAddress)
}

/// The answer of ifconfig(8).
package struct CommandResult: Sendable {
  /// The exit status.
  package var status: Int
  /// What it prints on standard error, lines separated by newlines.
  package var message: String
  /// What it did to addresses, in order.
  package var effects: AddressEffects

  package init(status: Int = 0, message: String = "", effects: AddressEffects = []) {
    self.status = status
    self.message = message
    self.effects = effects
  }

  static func failed(_ message: String) -> CommandResult {
    CommandResult(status: 1, message: message)
  }
}

extension KernelState {
  /// Runs ifconfig(8) with its words.
  mutating func ifconfig(_ words: CommandWords, owner: AddressOwner) -> CommandResult {
    guard let name = words.second else { return CommandResult() }
    guard let index = findIndex(of: name) else {
      let rest = words.writtenArguments ?? []
      if rest.first == "create" || rest.first == "plumb" { return create(name, rest.dropFirst()) }
      if rest.first == "-vnet" { return reclaim(name, rest.dropFirst().first ?? "") }
      return .failed("ifconfig: interface \(name) does not exist")
    }
    var reader = IfconfigReader()
    if let rest = words.writtenArguments {
      if rest.isEmpty { return CommandResult() }
      if rest.first == "create", rest.count == 1 {
        return .failed("ifconfig: interface \(name) already exists")
      }
      for word in rest.first == "create" ? rest.dropFirst() : rest { reader.read(word) }
    } else {
      words.readAddress(&reader)
    }
    return perform(&reader, on: index, owner: owner)
  }

  /// Does what a call asks for whose words were read.
  private mutating func perform(
    _ reader: inout IfconfigReader, on index: Int, owner: AddressOwner
  ) -> CommandResult {
    reader.finish()
    if !reader.request.immediate.isEmpty,
      let failure = perform(reader.request.immediate, on: index)
    {
      return failure
    }
    if let failure = reader.request.failure { return .failed(failure) }
    return setAddress(reader.request, on: index, owner: owner)
  }

  /// Creates a clone (sys/net/if_clone.c): the driver must be one, and a unit must be named.
  private mutating func create(_ name: String, _ rest: ArraySlice<String>) -> CommandResult {
    let driver = DriverName(name)
    let parent = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) }
    let isVLAN = parent.map { index(of: $0) != nil } ?? false
    guard driver.isCloner || isVLAN else {
      return .failed("ifconfig: SIOCIFCREATE2 (\(name)): Invalid argument")
    }
    var created = name
    if driver.driver == "epair" {
      let pair = driver.hasUnit ? name : freeUnit(name, suffix: "a")
      created = pair + "a"
      if index(of: created) != nil {
        return .failed("ifconfig: SIOCIFCREATE2 (\(name)): File exists")
      }
      addInterface(created, presence: .created)
      addInterface(pair + "b", presence: .created)
    } else if !driver.hasUnit && !isVLAN {
      created = freeUnit(name)
      addInterface(created, presence: .created)
    } else {
      addInterface(name, presence: .created)
    }
    guard let index = index(of: created), !rest.isEmpty else { return CommandResult() }
    var reader = IfconfigReader()
    for word in rest { reader.read(word) }
    return perform(&reader, on: index, owner: .host)
  }

  private func freeUnit(_ driver: String, suffix: String = "") -> String {
    var unit = 0
    while index(of: "\(driver)\(unit)\(suffix)") != nil { unit += 1 }
    return "\(driver)\(unit)"
  }

  /// Takes an interface away; both ends of an epair(4) go together.
  private mutating func destroy(_ index: Int) {
    let end = interfaces[index].driver.driver
    removeInterface(index)
    guard end.hasPrefix("epair"), end.hasSuffix("a") || end.hasSuffix("b") else { return }
    let other = end.dropLast() + (end.hasSuffix("a") ? "b" : "a")
    for peer in interfaces.indices where interfaces[peer].driver.driver == other {
      if self.index(of: interfaces[peer].name) == peer { removeInterface(peer) }
    }
  }

  /// Does what takes effect while the words are read.
  private mutating func perform(
    _ actions: [(keyword: String, argument: String)], on index: Int
  ) -> CommandResult? {
    for (keyword, argument) in actions {
      switch keyword {
      case "addm":
        guard let member = self.index(of: argument) else {
          return .failed("ifconfig: BRDGADD \(argument): No such file or directory")
        }
        if let bridge = interfaces[member].bridge {
          let reason = bridge == interfaces[index].name ? "File exists" : "Device busy"
          return .failed("ifconfig: BRDGADD \(argument): \(reason)")
        }
        interfaces[member].bridge = interfaces[index].name
      case "deletem":
        if let member = self.index(of: argument) { interfaces[member].bridge = nil }
      case "name":
        if self.index(of: argument) != nil {
          return .failed("ifconfig: ioctl SIOCSIFNAME (set name): File exists")
        }
        rename(index, to: argument)
      case "destroy", "unplumb": destroy(index)
      case "vnet": return move(index, into: argument)
      default: break
      }
    }
    return nil
  }

  private mutating func move(_ index: Int, into jail: String) -> CommandResult {
    guard let target = self.jail(named: jail) else {
      return .failed("ifconfig: jail \"\(jail)\" not found")
    }
    guard target.hasOwnStack else { return .failed("ifconfig: SIOCSIFVNET: File exists") }
    moveInterface(index, into: jail)
    return CommandResult()
  }

  private mutating func reclaim(_ name: String, _ jail: String) -> CommandResult {
    guard self.jail(named: jail) != nil else {
      return .failed("ifconfig: jail \"\(jail)\" not found")
    }
    addInterface(name, presence: .created)
    return CommandResult()
  }
}
