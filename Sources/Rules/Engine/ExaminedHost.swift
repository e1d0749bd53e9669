package import HostModel
package import SourceText

/// A host as rules see it: its files, its forecast, and what several rules ask of both.
///
/// Rules share what is worked out here, so each is worked out once and only when one asks. It is a
/// class so that handing it about, which rules do for every finding, copies nothing.
package final class ExaminedHost {
  /// The host's files.
  package let capture: HostCapture
  /// What the next boot does.
  package let forecast: BootForecast
  /// How the host's release behaves.
  package let traits: ReleaseTraits

  /// What people told jailscope of the host.
  package let settings: Settings
  /// What silences findings, and from the last turn on what each silenced.
  package internal(set) lazy var suppressions = Suppressions(
    capture, forecast, settings, today: today)
  /// From the fallback's turn on, what the findings so far are reasons for.
  package internal(set) var explained = ExplainedOutcomes()

  /// What starting jails takes from the host's own addresses.
  package internal(set) lazy var losses = HostLosses(forecast)
  /// Jails whose start fails, in the forecast's order; among them those that nothing starts and
  /// whose start would fail.
  package private(set) lazy var failures = JailFailure.all(forecast)
  /// Those of them that another jail's failure doesn't lead to.
  private(set) lazy var ownFailures = failures.filter { !$0.isSkipped }
  /// Commands of netif that fail, in order.
  package private(set) lazy var netifFailures = NetifFailure.all(forecast)
  /// The fault of each file of jails that can't be read.
  private(set) lazy var fileFaults = JailFileFault.all(self)
  /// The jails whose configuration names an address, by the address.
  package private(set) lazy var users = AddressUsers(forecast)
  /// Every address that the host has or a jail names.
  package private(set) lazy var allAddresses = addresses(named: users)
  /// What variables say of jails, in rc.conf(5) and in the files of ezjail.
  private(set) lazy var legacy = LegacySettings(capture, forecast)
  /// Interfaces as netif leaves them, by name.
  package private(set) lazy var interfacesAfterNetif = named(forecast.interfacesAfterNetif)
  /// The aliases of rc.conf(5) by interface, as variables spell it.
  private(set) lazy var aliasLists = aliases(of: forecast.settings)
  /// Those of them in which a range may be written.
  private(set) lazy var rangeAliases = rangeAliases(among: aliasLists)
  /// Those of them that don't begin with a family, by the place of the value.
  private(set) lazy var unclearAliases = unclearAliases(among: aliasLists)
  /// The indices of netif's steps that the value at a place leads to.
  private(set) lazy var netifStepsByPlace = netifSteps(of: forecast)
  /// Interfaces that are gone by the name they had, and why.
  private(set) lazy var departures = MissingInterface.departures(forecast)
  /// What the running host has beside what the files configure; nil when it isn't known.
  private(set) lazy var comparison = LiveComparison(forecast)
  private let today: Day?
  private lazy var failureHistory = history(of: failures)
  /// A few files that were asked for last: places come in runs of one, or of one on either side.
  private var latestFiles: [(file: SourceFile, isWritten: Bool)] = []

  package init(
    _ forecast: BootForecast, _ capture: HostCapture, settings: Settings = Settings(),
    today: Day? = nil
  ) {
    self.forecast = forecast
    self.capture = capture
    self.settings = settings
    self.today = today
    traits = ReleaseTraits(forecast.release)
  }

  /// The step that gave an address the length it has when the step of a failure runs, and that
  /// length; nil when no interface has it then.
  package func setter(
    of address: IPAddress, beforeFailing step: Int
  ) -> (step: Int, length: Int)? {
    failureHistory.lastSetter(of: address, before: step)
  }

  /// An address as netif leaves it on an interface.
  func afterNetif(_ address: IPAddress, on interface: String) -> AssignedAddress? {
    guard let addresses = interfacesAfterNetif[interface]?.addresses, let first = addresses.first
    else { return nil }
    let key = AddressKey(address, on: first.interface)
    return forecast.hostAddresses.position(of: key).map { addresses[$0] }
  }

  /// Failures for which nothing that was found is a reason.
  package var unexplainedFailures: [JailFailure] {
    failures.filter { !explained.contains(.jail($0.jail.name)) }
  }

  /// The file of the host that a path names; what rc(8) writes while it boots is none.
  package func file(at path: String) -> SourceFile? {
    position(ofFile: path).map { latestFiles[$0].file }
  }

  /// Whether there is such a file.
  func hasFile(at path: String) -> Bool { position(ofFile: path) != nil }

  /// Whether a path names a file of the host that people write: the defaults are FreeBSD's, and
  /// rc.conf(5) says to leave them alone.
  func isWritten(_ path: String) -> Bool {
    position(ofFile: path).map { latestFiles[$0].isWritten } ?? false
  }

  private func position(ofFile path: String) -> Int? {
    for index in latestFiles.indices where latestFiles[index].file.path == path { return index }
    guard case .file(let file)? = capture.entries[path] else { return nil }
    if latestFiles.count == 4 { latestFiles = [] }
    let isOfDefaults =
      path.hasPrefix("/etc/defaults/")
      || !forecast.root.isEmpty && path.hasPrefix("\(forecast.root)/etc/defaults/")
    latestFiles.append((file, !isOfDefaults))
    return latestFiles.count - 1
  }

  private func named(_ list: [InterfaceAddresses]) -> [String: InterfaceAddresses] {
    Dictionary(list.map { ($0.interface.name, $0) }, uniquingKeysWith: { $1 })
  }

  private func history(of failures: [JailFailure]) -> AddressHistory {
    let steps = failures.compactMap(\.step)
    return AddressHistory(
      forecast, of: Set(steps.compactMap { forecast.requestedAddress(ofStep: $0) }))
  }

  private func aliases(
    of settings: InterfaceSettings
  ) -> [(interface: String, aliases: [AliasSetting])] {
    let names = settings.aliasStems.filter { $0.hasPrefix("ifconfig_") && $0.count > 15 }
      .map { String($0.dropFirst(9).dropLast(6)) }
    return names.sorted().map { ($0, settings.aliases("ifconfig", $0)) }
  }

  private func rangeAliases(
    among lists: [(interface: String, aliases: [AliasSetting])]
  ) -> [(interface: String, alias: AliasSetting)] {
    var found: [(interface: String, alias: AliasSetting)] = []
    for (interface, aliases) in lists {
      for index in aliases.indices where aliases[index].survey.hasDash {
        found.append((interface, aliases[index]))
      }
    }
    return found
  }

  private func unclearAliases(
    among lists: [(interface: String, aliases: [AliasSetting])]
  ) -> [Place: AliasSetting] {
    var found: [Place: AliasSetting] = [:]
    for (_, aliases) in lists {
      for index in aliases.indices where aliases[index].family == nil {
        let alias = aliases[index]
        guard alias.value.unknown == nil, let place = written(alias.value.origin.place),
          alias.value.text.utf8.contains(where: { $0 > UInt8(ascii: " ") })
        else { continue }
        found[place] = alias
      }
    }
    return found
  }

  private func netifSteps(of forecast: BootForecast) -> [Place: [Int]] {
    var found: [Place: [Int]] = [:]
    for index in 0..<forecast.firstJailStep {
      for place in forecast.steps[index].sources { found[place, default: []].append(index) }
    }
    return found
  }

  private func addresses(named users: AddressUsers) -> Set<IPAddress> {
    let present = forecast.interfaces + forecast.interfacesAfterNetif
    return Set(present.flatMap(\.addresses).map(\.address)).union(users.addresses)
  }
}
