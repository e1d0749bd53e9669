import HostModel
import Phrases
import SourceText

/// A block sets the name or number of its own jail once more.
///
/// ## Why
/// The name in front of the brace is the jail's `name`, or its `jid` when it is a number, and can't
/// be set again in the block (usr.sbin/jail/config.c, add_param).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   name = "web";
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// web {
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Give the block the name that is meant, and drop the parameter.
/// - Drop the parameter alone: the jail has the name of its block.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum JailNameRedefined: FailureRule {
  static let name: RuleName = "jail-name-redefined"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let block = JailBlock(of: jail, host),
      let statement = block.statement("name"), let value = statement.values.first,
      statement.values.count == 1
    else { return [] }
    let text = statement.text(value)
    let name = text.filter { $0 != "\"" && $0 != "'" }
    return [
      Fix(
        spoken("name the block \(name), and remove name"),
        meaning: spoken("the jail is \(name) from then on, for jail_list and commands, too"),
        .review,
        making: [
          .replace(block.name, with: name.isPlain ? name : text), statement.removal,
        ]),
      Fix(
        spoken("remove name from jail \(jail.name)"), meaning: spoken("the jail is \(jail.name)"),
        .review,
        making: [statement.removal]),
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasPrefix("cannot redefine "), let parameter = failure.quoted else {
      return nil
    }
    let place = host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name) sets its own \(parameter) once more"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}
