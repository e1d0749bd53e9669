import ConfigSyntax
import SourceText

/// The start of ezjail's jails at boot: each file is sourced, the rest is rc.d/jail's (ezjail.sh).
struct EzjailService {
  var host: BootHost
  var loaded: RCVariables
  private(set) var attempts: [JailAttempt] = []

  static let folder = "/usr/local/etc/ezjail"

  init(host: BootHost, loaded: RCVariables) {
    self.host = host
    self.loaded = loaded
  }

  /// The files of the folder that stand for jails.
  static func files(_ host: inout BootHost) -> [(name: String, file: SourceFile)] {
    guard case .directory(let names)? = host.entry(at: folder) else { return [] }
    return names.filter { !$0.hasPrefix(".") }.compactMap { name in
      host.file(at: "\(folder)/\(name)").map { (name, $0) }
    }
  }

  mutating func start() {
    let files = Self.files(&host)
    let order = RCOrder(files.map { ($0.name, $0.file.bytes) })
    let byName = Dictionary(files.map { ($0.name, $0.file) }) { first, _ in first }
    loaded.console.write(" ezjail")
    var passed: [String] = []
    for name in order.names {
      guard let file = byName[name] else { continue }
      if byName["\(name).norun"] != nil || name.utf8.contains(UInt8(ascii: ".")) {
        loaded.console.write(" skipping \(name)")
        continue
      }
      guard source(file) else { return }
      if !name.utf8.allSatisfy(isNameByte) {
        let start = setting(name, "exec_start")
        loaded.console.line("eval: jail_\(name)_exec_start=\(start): not found")
      }
      if accepts(name) { passed.append(name) }
    }
    guard !passed.isEmpty else { return }
    pass(passed)
  }

  private mutating func source(_ file: SourceFile) -> Bool {
    var shell = ShellEvaluator(host: host, variables: loaded.variables)
    let isAlive = shell.source(file, script: parseShell(file.bytes))
    host = shell.host
    loaded.variables = shell.variables
    loaded.console.append(shell.console)
    loaded.unknowns += shell.unknowns
    return isAlive
  }

  /// `$jail_NAME_SETTING` as the shell reads it: a name with a dash ends the variable early.
  private func setting(_ name: String, _ suffix: String) -> String {
    let plain = "jail_\(name)".prefix { isNameByte($0.utf8.first ?? 0) && $0.isASCII }
    if plain.count == name.count + 5 { return loaded.text("jail_\(name)_\(suffix)") }
    return loaded.text(String(plain)) + "jail_\(name)".dropFirst(plain.count) + "_\(suffix)"
  }

  private mutating func accepts(_ name: String) -> Bool {
    let root = setting(name, "rootdir")
    guard root.hasPrefix("/"), !host.isMissing(root) else {
      loaded.console.line(" Warning: root directory \(root) of \(name) does not exist.")
      return false
    }
    let isBlocking =
      !setting(name, "attachblocking").isEmpty || !setting(name, "forceblocking").isEmpty
    if isBlocking {
      loaded.console.write(" ...skipping blocking jail \(name)")
      return false
    }
    return true
  }

  /// Hands the jails to `rc.d/jail onestart` in a process of its own, which loads rc.conf again
  /// over what the files exported.
  private mutating func pass(_ names: [String]) {
    var inner = host.loadRCVariables(inheriting: loaded.variables.environment)
    host.loadService("jail", into: &inner)
    loaded.unknowns += inner.unknowns
    guard inner.aborted == nil else { return }
    inner.console = loaded.console
    var service = JailService(host: host.handOver(), loaded: inner, script: "/etc/rc.d/jail")
    service.start(names)
    host = service.host
    loaded.console = service.loaded.console
    attempts = service.attempts
  }
}
