import SourceText

/// The start of jails by rc.d/jail: of the whole file, or of a list of names (rc.d/jail, jail_start).
struct JailService {
  var host: BootHost
  var loaded: RCVariables
  /// The name rc(8) puts in front of its warnings.
  let script: String
  private(set) var attempts: [JailAttempt] = []
  /// The jails of every file that was read, whether they were started or not.
  private(set) var definitions: [JailDefinition] = []
  /// The files that were read.
  private(set) var files: Set<String> = []
  private var warnsOfVariables = false
  /// What was read of jails already.
  private let early: EarlyReading?

  init(host: BootHost, loaded: RCVariables, script: String, early: EarlyReading? = nil) {
    self.host = host
    self.loaded = loaded
    self.script = script
    self.early = early
  }

  /// Starts the named jails, or all of `jail_conf` when none is named.
  mutating func start(_ names: [String]) {
    loaded.console.write("Starting jails:")
    if names.isEmpty {
      startAll()
    } else {
      for name in names { start(name) }
    }
    loaded.console.line(".")
    if warnsOfVariables {
      warn(
        "Per-jail configuration via jail_* variables  is obsolete.  "
          + "Please consider migrating to \(loaded.text("jail_conf")).")
    }
  }

  private mutating func keep(_ config: JailConfig) {
    guard config.files.isEmpty || !files.isSuperset(of: config.files) else { return }
    files.formUnion(config.files)
    definitions.join(config.jails)
  }

  private mutating func warn(_ text: String) {
    loaded.console.line("\(script): WARNING: \(text)")
  }

  private mutating func startAll() {
    let path = loaded.text("jail_conf")
    let config =
      early?.config(at: path, &host) ?? JailConfig(path: path, kind: .jailConf, host: &host)
    keep(config)
    var program = JailProgram(consume config, isQuiet: false)
    program.start(nil, &host)
    attempts.join(program.attempts)
    if program.hasFailed {
      loaded.console.append(program.output)
    } else {
      for jail in host.kernel.jails { loaded.console.write(" \(jail.name)") }
    }
  }

  private mutating func start(_ listed: String) {
    let name = String(decoding: listed.utf8.map(Self.withoutSeparator), as: UTF8.self)
    let key = String(decoding: name.utf8.map { isAlphanumeric($0) ? $0 : 95 }, as: UTF8.self)
    warnsOfVariables = false
    let hostname = loaded.text("jail_\(key)_hostname")
    let root = loaded.text("jail_\(key)_rootdir")
    let config: JailConfig
    if hostname.isEmpty || root.isEmpty {
      guard let path = configuration(of: name, key) else {
        host.unconfigured.append(name)
        warn(
          "Invalid configuration for \(name)  (no jail.conf, no hostname, or no path).  "
            + " Jail \(name) was ignored.")
        return
      }
      config = JailConfig(path: path, kind: .jailConf, host: &host)
    } else {
      config = legacyConfig(name, key)
    }
    keep(config)
    var program = JailProgram(config, isQuiet: true)
    program.start(name, &host)
    note(program, name)
    if program.hasFailed {
      loaded.console.line(" cannot start jail  \"\(hostname.isEmpty ? name : hostname)\": ")
      loaded.console.append(program.output)
    } else {
      loaded.console.write(" \(hostname.isEmpty ? name : hostname)")
    }
  }

  /// Keeps the attempts of a call; a jail that failed without a word of its own gets what the call
  /// said first.
  private mutating func note(_ program: JailProgram, _ name: String) {
    for var attempt in program.attempts {
      if attempt.hasFailed, attempt.error == nil, let first = program.output.firstLine {
        let text = first.hasPrefix("jail: ") ? String(first.dropFirst(6)) : first
        attempt.error = "dependency or file: \(text)"
        attempt.say(["dependency or file: \(text)"])
      }
      attempts.append(attempt)
    }
  }

  /// The file that defines a jail started by name (rc.d/jail, parse_options).
  private mutating func configuration(of name: String, _ key: String) -> String? {
    let own = loaded.text("jail_\(key)_conf")
    var candidates = [own.isEmpty ? "/etc/jail.\(name).conf" : own]
    if host.traits.readsJailConfDirectory, !includesDirectory {
      candidates.append("/etc/jail.conf.d/\(name).conf")
    }
    candidates.append(loaded.text("jail_conf"))
    return candidates.first { host.isReadable($0) }
  }

  /// Whether a line of `jail_conf` includes from `/etc/jail.conf.d`: since c96d5c97 a jail is then
  /// started out of that file.
  private var includesDirectory: Bool {
    mutating get {
      guard let file = host.file(at: loaded.text("jail_conf")) else { return false }
      return file.bytes.split(separator: 10).contains { line in
        let words = String(decoding: line, as: UTF8.self).drop(while: \.isWhitespace)
        guard words.hasPrefix(".include") else { return false }
        var path = words.dropFirst(8).drop(while: \.isWhitespace)
        if path.first == "\"" || path.first == "'" { path.removeFirst() }
        return path.hasPrefix("/etc/jail.conf.d/")
      }
    }
  }

  private mutating func legacyConfig(_ name: String, _ key: String) -> JailConfig {
    if case .no = YesNo(loaded.text("jail_confwarn")) {
      warnsOfVariables = false
    } else {
      warnsOfVariables = true
    }
    let own = loaded.text("jail_\(key)_conf")
    let path = "/var/run/jail.\(name).conf"
    let isReadable =
      host.isReadable(loaded.text("jail_conf"))
      || host.isReadable(own.isEmpty ? "/etc/jail.\(name).conf" : own)
    if isReadable, !loaded.isYes("jail_parallel_start", script: script) {
      warn("\(path) is created and used for jail \(name).")
    }
    var fstab = loaded.text("jail_\(key)_fstab")
    if fstab.isEmpty { fstab = loaded.text("jail_fstab") }
    if fstab.isEmpty { fstab = "/etc/fstab.\(name)" }
    let legacy = LegacyJail(
      name: name, key: key, variables: loaded.variables,
      fstab: host.isReadable(fstab) ? fstab : nil)
    for warning in legacy.warnings { warn(warning) }
    return JailConfig(
      path: path, kind: kind(of: key), host: &host, generated: legacy.config)
  }

  private func kind(of key: String) -> JailDefinition.Kind {
    let place = loaded.variables["jail_\(key)_rootdir"]?.origin.place
    return place?.path.hasPrefix("/usr/local/etc/ezjail/") == true ? .ezjail : .variables
  }

  /// What `tr /. _` makes of a byte.
  private static func withoutSeparator(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") ? UInt8(ascii: "_") : byte
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    isNameByte(byte) && byte != UInt8(ascii: "_")
  }
}

extension Array {
  /// Adds the elements of a list, which is taken as it is by an empty one.
  mutating func join(_ other: [Element]) {
    if isEmpty { self = other } else { self += other }
  }
}
