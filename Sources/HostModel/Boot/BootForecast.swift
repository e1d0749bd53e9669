package import SourceText

/// What the next boot will do to a host's network and jails.
package struct BootForecast: Sendable {
  /// Whose behaviour is forecast.
  package internal(set) var release: Release
  /// Nobody told the release, so the newest one with recorded outcomes was taken.
  package internal(set) var releaseIsAssumed: Bool
  /// The host's name, when its files tell.
  package internal(set) var hostName: String?
  /// The line with which sh(1) ends rc(8) itself; nothing is configured then.
  package internal(set) var aborted: String?
  /// What appears on the console.
  package internal(set) var console: [String] = []
  /// Every command in the order in which the boot runs them.
  package internal(set) var steps: [Step] = []
  /// The indices of those that fail.
  package internal(set) var failedSteps: [Int] = []
  /// The commands of starting the jails that nothing starts, after the boot.
  package internal(set) var trialSteps: [Step] = []
  /// What each interface has when netif is done, before any jail starts.
  package internal(set) var interfacesAfterNetif: [InterfaceAddresses] = []
  /// What each interface has when the boot is over.
  package internal(set) var interfaces: [InterfaceAddresses] = []
  /// What becomes of each jail that is configured anywhere.
  package internal(set) var jails: [JailForecast] = []
  /// Names that a service is told to start and that nothing defines.
  package internal(set) var unconfigured: [String] = []
  /// The variables that rc(8) has when it starts jails.
  package internal(set) var variables = ShellVariables()
  /// The settings of interfaces among them, by interface.
  package internal(set) var settings: InterfaceSettings
  /// What was told of the host besides its files.
  package internal(set) var facts = HostFacts()
  /// The files that were read, parsed.
  package internal(set) var files = ConfigurationFiles()
  /// Addresses that are set and never applied.
  package internal(set) var ignored: [IgnoredAddress] = []
  /// Shell code in the files whose effect isn't known.
  package internal(set) var unknowns: [ShellUnknown] = []
  /// Files that could not be read, with the reason.
  package internal(set) var unreadable: [(path: String, reason: String)] = []
  /// Paths the configuration names that were not collected.
  package internal(set) var wanted: Set<String> = []
  /// Paths whose existence decides something, when the facts say that they can be looked up.
  package internal(set) var matteringPaths: Set<String> = []

  init(release: Release, releaseIsAssumed: Bool) {
    self.release = release
    self.releaseIsAssumed = releaseIsAssumed
    settings = InterfaceSettings(ShellVariables(), ReleaseTraits(release))
  }
}

/// Forecasts the next boot from what was collected.
///
/// - Parameter release: the host's release; nil takes what its files say, else the assumed one.
package func forecastBoot(
  _ capture: HostCapture, facts: HostFacts = HostFacts(), release: Release? = nil
) -> BootForecast {
  let known = release ?? releaseOfHost(capture)
  var boot = Boot(
    host: BootHost(capture: capture, facts: facts, release: known ?? .assumed))
  boot.run()
  return boot.finish(release: known ?? .assumed, isAssumed: known == nil)
}

/// The release that a host's own files name: `USERLAND_VERSION` in freebsd-version(1), else
/// `VERSION` in os-release(5).
func releaseOfHost(_ capture: HostCapture) -> Release? {
  for (path, name) in [
    ("/bin/freebsd-version", "USERLAND_VERSION="), ("/etc/os-release", "VERSION="),
  ] {
    guard case .file(let file)? = capture.entry(at: path) else { continue }
    for line in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard line.hasPrefix(name) else { continue }
      let value = line.dropFirst(name.count).filter { $0 != "\"" && $0 != "'" }
      if let release = Release(value) { return release }
    }
  }
  return nil
}
