import ConfigSyntax
import SourceText

/// The variables rc(8) has after loading its configuration, layer by layer (rc.subr, load_rc_config).
package struct RCVariables: Sendable {
  /// The values by name.
  package internal(set) var variables: ShellVariables
  /// What loading them wrote to the console.
  package internal(set) var console: ConsoleLog
  /// The line sh(1) ends with when a file stops it; the boot ends there, too.
  package internal(set) var aborted: String?
  /// Code in the files whose effect isn't known.
  package internal(set) var unknowns: [ShellUnknown]

  /// A variable's text; an unset one has none.
  package func text(_ name: String) -> String { variables.text(name) }

  /// The words of a variable.
  func words(_ name: String) -> [String] {
    shellWords(variables.text(name))
  }

  /// Lets the old name of a variable of rc.d/netif stand for the new one, and says that it is old
  /// (rc.subr, load_rc_config).
  mutating func replaceObsolete(script: String) {
    if let old = variables["ipv6_enable"], !old.text.isEmpty {
      variables["ipv6_activate_all_interfaces"] = old
      let advice = "Use $ipv6_activate_all_interfaces instead."
      console.line("\(script): WARNING: $ipv6_enable is obsolete.  \(advice)")
    }
    if !text("ipv6_prefer").isEmpty {
      console.line("\(script): WARNING: $ipv6_prefer is obsolete.  Ignored.")
    }
  }

  /// Reads a yes-or-no variable and says on the console when it is neither (rc.subr, checkyesno).
  mutating func isYes(_ name: String, script: String) -> Bool {
    switch YesNo(text(name)) {
    case .yes: return true
    case .no: return false
    case .improper:
      console.line("\(script): WARNING: $\(name) is not set properly - see rc.conf(5).")
      return false
    }
  }
}

extension BootHost {
  /// Loads the configuration into a new shell process that inherits an environment.
  package mutating func loadRCVariables(inheriting environment: ShellVariables) -> RCVariables {
    var variables = environment
    for (name, text) in standardVariables {
      variables[name] = ShellValue(text: text, origin: .standard("rc.conf(5)"))
    }
    var shell = ShellEvaluator(host: self, variables: variables)
    shell.sourceSettings()
    self = shell.host
    return RCVariables(
      variables: shell.variables, console: shell.console, aborted: shell.stopped,
      unknowns: shell.unknowns)
  }

  /// Adds what `rc.conf.d` holds for a service, from both roots (rc.subr, load_rc_config).
  mutating func loadService(_ name: String, into loaded: inout RCVariables) {
    guard loaded.aborted == nil else { return }
    var shell = ShellEvaluator(host: self, variables: loaded.variables)
    var roots = ["/etc"]
    for root in loaded.words("local_startup") {
      roots.append(root.hasSuffix("/rc.d") ? String(root.dropLast(5)) : root)
    }
    for root in roots { shell.sourceService("\(root)/rc.conf.d/\(name)") }
    self = shell.host
    loaded.variables = shell.variables
    loaded.console.append(shell.console)
    loaded.aborted = shell.stopped
    loaded.unknowns += shell.unknowns
  }
}

extension ShellEvaluator<BootHost> {
  fileprivate mutating func sourceSettings() {
    guard sourceIfReadable("/etc/defaults/rc.conf") else { return }
    guard sourceIfReadable("/etc/defaults/vendor.conf") else { return }
    var sourced: Set<String> = []
    // a file may itself change the list, so it is walked twice (defaults/rc.conf, source_rc_confs)
    for _ in 0..<2 {
      for path in shellWords(variables.text("rc_conf_files")) {
        guard sourced.insert(path).inserted else { continue }
        guard sourceIfReadable(path) else { return }
      }
    }
  }

  fileprivate mutating func sourceService(_ path: String) {
    guard stopped == nil, let entry = host.entry(at: path) else { return }
    switch entry {
    case .file: _ = sourceIfReadable(path)
    case .directory(let names):
      for name in names where !name.hasPrefix(".") {
        guard sourceIfReadable("\(path)/\(name)") else { return }
      }
    case .missing, .unreadable: break
    }
  }

  /// Sources a file that is there and readable.
  ///
  /// - Returns: false when the shell ended in it.
  fileprivate mutating func sourceIfReadable(_ path: String) -> Bool {
    guard let file = host.file(at: path) else { return true }
    return source(file, script: parseShell(file.bytes))
  }
}

/// What `/etc/defaults/rc.conf` sets of the variables the forecast reads; the host's own file wins.
private let standardVariables: [(name: String, text: String)] = [
  ("rc_conf_files", "/etc/rc.conf /etc/rc.conf.local"),
  ("local_startup", "/usr/local/etc/rc.d"),
  ("network_interfaces", "auto"),
  ("cloned_interfaces", ""),
  ("ipv6_network_interfaces", "auto"),
  ("ipv6_activate_all_interfaces", "NO"),
  ("ipv6_gateway_enable", "NO"),
  ("synchronous_dhclient", "NO"),
  ("netif_enable", "YES"),
  ("jail_enable", "NO"),
  ("jail_parallel_start", "NO"),
  ("jail_list", ""),
  ("jail_reverse_stop", "NO"),
  ("jail_conf", "/etc/jail.conf"),
  ("ezjail_enable", "NO"),
  ("netif_ipexpand_max", "2048"),
]
