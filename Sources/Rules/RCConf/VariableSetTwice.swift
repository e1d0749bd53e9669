import HostModel
import Phrases
import SourceText

/// A variable is set more than once with different values, and only the last one counts.
///
/// ## Why
/// Files of rc.conf(5) are shell code (libexec/rc/rc.subr, load_rc_config): a later assignment
/// replaces an earlier one, without a word. A second `cloned_interfaces` drops the clones of the
/// first, a second `ifconfig_em0_alias0` an address.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1"
/// ifconfig_lo1="inet 192.0.2.1/24"
/// cloned_interfaces="bridge0"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// cloned_interfaces="lo1 bridge0"
/// ifconfig_lo1="inet 192.0.2.1/24"
/// ```
///
/// ## Ways out
/// - Join the two values, or remove the one that is not meant.
/// - Give the second alias another number; which one does not matter.
///
/// ## Ignore it when
/// A later file is there to override an earlier one; then it is an info.
enum VariableSetTwice: Rule {
  static let name: RuleName = "variable-set-twice"
  static let severity = Severity.warning
  static let reach = Reach.network

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let new = ShellSetting(at: finding.places.first?.place, host),
      let old = ShellSetting(at: finding.places.last?.place, host), let first = old.text
    else { return [] }
    let isList =
      new.name.hasSuffix("_interfaces") || new.name.hasSuffix("_list")
      || new.name.hasSuffix("_aliases") || new.name.hasPrefix("vlans_")
    let words = shellWords(first).joined(separator: " ")
    let joined = Fix(
      spoken("join both values of \(new.name) in the line that counts"),
      meaning: spoken("the next boot has what both say"), .review,
      making: isList
        ? new.beginning(with: "\(words) ").flatMap { edits in old.removal.map { edits + [$0] } }
        : nil)
    let interface = new.name.range(ofText: "_alias").map {
      String(new.name[..<$0.lowerBound].dropFirst("ifconfig_".count))
    }
    let isAlias = AliasSetting.number(in: new.name) != nil
    let name = interface.map { host.freeAlias(of: $0) } ?? ""
    let numbered = Fix(
      spoken("rename the second \(new.name) to \(name)"),
      meaning: spoken("the next boot sets both addresses"),
      .review, making: isAlias ? new.renamed(to: name) : nil)
    let removed = Fix(
      spoken("remove the \(new.name) that is lost"),
      meaning: spoken("the next boot does what it does now"),
      .review,
      making: old.removal.map { [$0] })
    return [numbered, joined, removed].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let changes = host.forecast.variables.overwritten.filter {
      isSetting($0.name) && place(of: $0.new, host) != nil
    }
    return Dictionary(grouping: changes, by: \.name).sorted { $0.key < $1.key }.compactMap {
      finding(of: $0.key, $0.value, host)
    }
  }

  /// - Parameter changes: what replaced a value of the variable, in the order of the boot.
  private static func finding(
    of name: String, _ changes: [OverwrittenValue], _ host: ExaminedHost
  ) -> Finding? {
    guard let last = changes.last?.new, last.unknown == nil, let counting = place(of: last, host)
    else { return nil }
    var texts: [String] = []
    var lost: [Place] = []
    for old in changes.map(\.old) where old.text != last.text && old.unknown == nil {
      // what adds to the first value loses nothing of it
      guard old.text.isEmpty || !last.text.contains(old.text), let place = place(of: old, host)
      else { continue }
      if !texts.contains(old.text) { texts.append(old.text) }
      lost.append(place)
    }
    guard !lost.isEmpty else { return nil }
    let values = texts.map { "\"\($0)\"" }.joined(separator: ", ")
    let verb = texts.count == 1 ? spoken("is") : spoken("are")
    let times = lost.count == 1 ? spoken("twice") : spoken("\(lost.count + 1) times")
    return finding(
      spoken("\(name) is set \(times), and \(values) \(verb) lost"),
      at: [FindingPlace(counting, spoken("what counts"))]
        + lost.map { FindingPlace($0, spoken("lost")) },
      severity: lost.contains { $0.path == counting.path } ? .warning : .info
    )
    .with(effect: spoken("\(name) is \"\(last.text)\""))
  }

  /// A variable of rc.conf(5); most others are a script's own.
  private static func isSetting(_ name: String) -> Bool {
    name == "hostname" || name == "defaultrouter" || name.contains("_") && !name.hasPrefix("_")
  }

  /// Where a value is set; files of ezjail, of services and of interfaces have rules of their own.
  private static func place(of value: ShellValue, _ host: ExaminedHost) -> Place? {
    guard let place = host.written(value.origin.place),
      !place.path.hasPrefix(LegacySettings.folder), !place.path.contains("/rc.conf.d/"),
      !place.path.hasPrefix("/etc/start_if.")
    else { return nil }
    return place
  }
}
