import SourceText

/// One who can do work beside the forecast, on another core: begins it, and gives back what waits
/// for its result.
///
/// The forecast itself knows of no thread, and says the same without a colleague.
package protocol Colleague {
  /// Begins some work; the function that is returned gives its result and is called at most once.
  func begin<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> () -> Value
}

/// The jails of jail.conf(5), read while the network is forecast: neither needs the other.
struct EarlyReading {
  private let path: String
  private let reading: () -> (config: JailConfig, host: BootHost)

  /// Where jail.conf(5) is unless a variable says otherwise.
  private static let usualPath = "/etc/jail.conf"
  /// Smaller files are read in less time than a thread takes to start.
  private static let leastSize = 1 << 16

  /// Begins to read what a host has that has not begun to boot; nil when it isn't worth it.
  init?(_ host: BootHost, _ colleague: (any Colleague)?) {
    guard let colleague, case .file(let file)? = host.capture.entry(at: Self.usualPath),
      file.bytes.count >= Self.leastSize
    else { return nil }
    path = Self.usualPath
    reading = colleague.begin {
      var host = host
      let config = JailConfig(path: Self.usualPath, kind: .jailConf, host: &host)
      return (config, host)
    }
  }

  /// The jails of the file at a path, if that is the one that was read; the host then knows what
  /// the reading came upon.
  func config(at path: String, _ host: inout BootHost) -> JailConfig? {
    guard path == self.path else { return nil }
    let (config, reader) = reading()
    host.takeOver(reader)
    return config
  }
}
