import HostModel
import Phrases
import SourceText

/// A file in `/etc/jail.conf.d` does not end in `.conf`.
///
/// ## Why
/// rc.d/jail looks for `/etc/jail.conf.d/NAME.conf`, and the usual `.include` for `*.conf`
/// (libexec/rc/rc.d/jail, parse_options). Nothing reads another file there.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf.d/www
/// www { path = "/jails/www"; persist; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf.d/www
/// # moved to www.conf
/// ```
///
/// ## Ways out
/// - Rename the file to `NAME.conf`, with the name of the jail in it.
/// - Move copies and notes to another folder.
///
/// ## Ignore it when
/// The file is switched off by its name.
enum JailFileWithoutSuffix: Rule {
  static let name: RuleName = "jail-file-without-suffix"
  static let severity = Severity.info
  static let reach = Reach.jail

  private static let folder = "/etc/jail.conf.d"

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let path = finding.places.first?.place.path else { return [] }
    return [
      .manual(
        spoken("rename \(path) to \(path).conf"),
        because: spoken(
          "only files with that ending are read; the jail in it has to have the file's name"),
        commands: ["mv \(path) \(path).conf"])
    ]
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    guard case .directory(let names)? = host.capture.entries[folder] else { return [] }
    let others = names.filter { !$0.hasSuffix(".conf") && !$0.hasPrefix(".") }
    guard !others.isEmpty else { return [] }
    let read = Set(host.forecast.files.jailConf.map(\.file.path))
    return others.map { "\(folder)/\($0)" }.compactMap { path in
      guard !read.contains(path), let file = host.file(at: path) else { return nil }
      // a jail begins with a brace
      guard let brace = file.bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
      let span = SourceSpan(brace, brace + 1)
      return finding(
        spoken("nothing reads \(path)"), at: [FindingPlace(Place(path: path, span: span))]
      )
      .with(effect: spoken("its jails are not known"))
    }
  }
}
