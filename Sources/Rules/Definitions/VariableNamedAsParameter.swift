import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A variable has the name of a parameter.
///
/// ## Why
/// Newer jail(8) refuses the jail, for `$path` could mean either (usr.sbin/jail/config.c, add_param).
/// That of 12 mixes the two up.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   $path = "/jails";
///   path = "/jails/www";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   $root = "/jails";
///   path = "$root/www";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Give the variable another name wherever it stands. What `$path` was to say, the variable or the
///   parameter, is for a person to see.
///
/// ## Ignore it when
/// Never: the jail can't start.
enum VariableNamedAsParameter: FailureRule {
  static let name: RuleName = "variable-named-as-parameter"
  static let severity = Severity.error

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = host.jail(of: finding), let path = host.place(of: jail)?.path,
      let source = host.forecast.files.jailConf.first(where: { $0.file.path == path }),
      let failure = host.failures.first(where: { $0.jail.name == jail.name }),
      let name = failure.quoted.map({ String($0.drop { $0 == "$" }) })
    else { return [] }
    let variables = source.tree.items.compactMap { item in
      if case .parameter(let parameter) = item.kind, parameter.isVariable { parameter } else { nil }
    }
    let new = "my_" + name.map { $0 == "." ? "_" : $0 }
    guard !variables.contains(where: { source.tree.name(of: $0) == new }) else { return [] }
    let definitions = variables.filter { source.tree.name(of: $0) == name }.map(\.nameSpan)
    let users = source.tree.values.filter { $0.pieces.contains(.variable(name)) }
    let edits = (definitions + users.map(\.span)).flatMap { span in
      host.mentions(of: name, at: Place(path: path, span: span))
        .filter { source.file.isVariable($0) }.map { PlacedEdit.replace($0, with: new) }
    }
    return [
      Fix(
        spoken("call $\(name) $\(new) wherever it stands"),
        meaning: users.isEmpty
          ? spoken("nothing uses it")
          : spoken("$\(name) in a value is taken for the variable, not the parameter"),
        users.isEmpty ? .safe : .review, making: edits)
    ].compactMap { $0 }
  }

  static func explain(_ failure: JailFailure, _ host: inout ExaminedHost) -> Finding? {
    guard failure.error.hasSuffix("\" cannot have the same name as a parameter."),
      let variable = failure.quoted
    else { return nil }
    let place = host.place(of: failure.jail)
    return finding(
      spoken("jail \(failure.jail.name): \(variable) has the name of a parameter"),
      at: [place].compactMap { $0 }.map { FindingPlace($0) }, of: failure, host)
  }
}

extension SourceFile {
  /// Whether the name at a place has a dollar sign in front, with a brace between them or without.
  fileprivate func isVariable(_ name: Place) -> Bool {
    let before = bytes[..<name.span.lower]
    return before.last == UInt8(ascii: "$") || before.suffix(2).elementsEqual("${".utf8)
  }
}
