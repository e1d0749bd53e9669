import ConfigSyntax
package import HostModel
import Phrases

/// An output that tells of the running host, by the names under which it may be saved.
package enum LiveOutput: String, Sendable, CaseIterable {
  /// `ifconfig -a`
  case ifconfig = "ifconfig.txt"
  /// `jls -dnq`, or any other form of jls(8)
  case jls = "jls.txt"
  /// `jls --libxo json` with any options
  case jlsDocument = "jls.json"
  /// `netstat -rn`
  case netstat = "netstat.txt"
  /// `netstat -rn --libxo json`
  case netstatDocument = "netstat.json"
  /// `sysctl NAME ...` or `sysctl -a`
  case sysctl = "sysctl.txt"
  /// `freebsd-version` or `uname -a`
  case release = "release.txt"

  /// The program of the base system that prints it, with its path, and its arguments; nil for what is
  /// only ever saved.
  ///
  /// All of them are there from 10.0 to 15.0. That of jls(8) prints every parameter, quoted where
  /// need be, and dying jails too; netstat(1) cuts no address with -W; sysctl(8) leaves out with -i
  /// what a kernel doesn't know.
  package var command: (path: String, arguments: [String])? {
    switch self {
    case .ifconfig: ("/sbin/ifconfig", ["-a"])
    case .jls: ("/usr/sbin/jls", ["-dnq"])
    case .netstat: ("/usr/bin/netstat", ["-rnW"])
    case .sysctl: ("/sbin/sysctl", ["-i"] + Self.settings)
    case .jlsDocument, .netstatDocument, .release: nil
    }
  }

  /// What is asked of sysctl(8).
  private static let settings = [
    "kern.osrelease", "security.jail.jailed", "security.jail.vnet",
    "security.jail.jail_max_af_ips", "net.inet6.ip6.dad_count", "net.inet.ip.no_same_prefix",
    "net.link.bridge.member_ifaddrs",
  ]
}

/// What a parser makes of an output: a value, and what it could not read.
///
/// Reading cannot fail: whatever the bytes are, there is a value, and what is missing from it is
/// named. It takes linear time.
package struct LiveReading<Value: Sendable>: Sendable {
  /// What was read.
  package internal(set) var value: Value
  /// What could not be.
  package internal(set) var problems: [LiveProblem] = []

  init(_ value: Value) {
    self.value = value
  }

  mutating func complain(_ output: String, line: Int? = nil, _ message: String) {
    // of an output of another kind every line is wrong
    guard problems.count < 100 else { return }
    problems.append(LiveProblem(output: output, line: line, message: message))
  }

  /// The output as a JSON document; one that is none is a problem.
  mutating func document(_ bytes: [UInt8], _ output: String) -> JSONValue? {
    do throws(JSONProblem) {
      return try parseJSON(bytes)
    } catch {
      complain(output, spoken("\(error.message) at byte \(error.offset)"))
      return nil
    }
  }
}

extension LiveHost {
  /// Reads outputs that were saved or collected.
  ///
  /// - Parameters:
  ///   - missing: problems of outputs that could not be got.
  ///   - name: what problems call an output; by default the name under which it is saved.
  package init(
    _ outputs: [LiveOutput: [UInt8]], missing: [LiveProblem] = [],
    name: (LiveOutput) -> String = \.rawValue
  ) {
    self.init()
    problems = missing
    for output in LiveOutput.allCases {
      guard let bytes = outputs[output] else { continue }
      take(output, bytes, name(output))
    }
  }

  private mutating func take(_ output: LiveOutput, _ bytes: [UInt8], _ name: String) {
    switch output {
    case .ifconfig:
      let reading = parseIfconfig(bytes, name: name)
      interfaces = reading.value
      problems += reading.problems
    case .jls, .jlsDocument:
      let reading = parseJLS(bytes, name: name)
      // the fuller one of two
      if jails == nil || reading.problems.isEmpty { jails = reading.value }
      problems += reading.problems
    case .netstat, .netstatDocument:
      let reading = parseNetstat(bytes, name: name)
      if routes == nil || reading.problems.isEmpty { routes = reading.value }
      problems += reading.problems
    case .sysctl:
      let settings = parseSysctl(bytes)
      self.settings = settings
      if release == nil { release = settings["kern.osrelease"].flatMap { Release($0) } }
    case .release:
      guard let told = parseRelease(bytes) else {
        problems.append(LiveProblem(output: name, message: spoken("no release of FreeBSD")))
        return
      }
      release = told
    }
  }
}
