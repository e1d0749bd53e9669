import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A line looks like an assignment and is a command to sh(1).
///
/// ## Why
/// sh(1) assigns only where a name of letters, digits and `_`, the equals sign and the value stand
/// together. With blanks around `=`, a dot in the name or `+=` it looks for a program of that name; in
/// `NAME= "value"`, and with more words behind the value, it sets the variable for one command alone.
/// A value in quotes right behind a name, without an equals sign, is part of a program's name, too.
/// rc.conf(5) goes on with `not found` on the console, and the variable is not set. In the name of an
/// interface rc(8) reads `_` for each dot (libexec/rc/network.subr, get_if_var).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0 = "inet 192.0.2.20/32"
/// ```
///
/// ## Repaired
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ifconfig_em0_alias0="inet 192.0.2.20/32"
/// ```
///
/// ## Ways out
/// - Remove the blanks; write `ifconfig_em0_100` for `em0.100`; put a blank in front of a comment.
/// - Write `NAME="$NAME more"` in place of `NAME+="more"`.
///
/// ## Ignore it when
/// It is a command that is to run with the variable.
enum AssignmentNotSet: Rule {
  static let name: RuleName = "assignment-not-set"
  static let severity = Severity.warning
  static let reach = Reach.file
  static let isAskedAside = true

  /// What keeps it from being set.
  private enum Fault: String {
    case noEqualsSign, plusEquals, noSuchName, blankInFront, blankBehind, gluedComment, openQuote

    var reason: String {
      switch self {
      case .noEqualsSign: spoken("it has no equals sign")
      case .plusEquals: spoken("sh(1) knows no +=")
      case .noSuchName: spoken("no variable has such a name")
      case .blankInFront: spoken("a blank stands before the equals sign")
      case .blankBehind: spoken("a blank follows the equals sign")
      case .gluedComment: spoken("a comment is glued to its value")
      case .openQuote: spoken("its quote is not closed on the line")
      }
    }
  }

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let place = finding.places.first?.place, let file = host.file(at: place.path),
      let fault = finding.subject.flatMap({ Fault(rawValue: $0) })
    else { return [] }
    let text = file.text(place.span)
    guard let equals = file.bytes[place.span.lower...].firstIndex(of: UInt8(ascii: "=")) else {
      return []
    }
    let name = text.prefix { !" \t=+".contains($0) }
    let bytes = file.bytes
    let end = place.span.lower + name.utf8.count
    let meaning = spoken("\(name) has its value from the next boot on")
    if fault == .gluedComment, let mark = bytes[place.span.range].lastIndex(of: UInt8(ascii: "#")) {
      return [
        Fix(
          spoken("put a blank in front of the comment behind \(name)"), meaning: meaning, .safe,
          making: [.insert(" ", at: mark, in: place.path)])
      ].compactMap { $0 }
    }
    if equals > 0, bytes[equals - 1] == UInt8(ascii: "+") {
      guard equals + 1 < bytes.count, bytes[equals + 1] == UInt8(ascii: "\"") else { return [] }
      let sign = Place(path: place.path, span: SourceSpan(equals - 1, equals + 2))
      return [
        Fix(
          spoken("write \(name)=\"$\(name) …\" in place of +="),
          meaning: spoken("the words are added"), .safe,
          making: [.replace(sign, with: "=\"$\(name) ")])
      ].compactMap { $0 }
    }
    if fault == .noSuchName {
      let spelled = InterfaceSettings.variableName(String(name))
      guard !spelled.contains(":"), spelled.isPlain else { return [] }
      return [
        Fix(
          spoken("write \(spelled) in place of \(name)"), meaning: meaning,
          host.forecast.variables[spelled] == nil ? .safe : .review,
          making: [
            .replace(
              Place(path: place.path, span: SourceSpan(place.span.lower, end)), with: spelled)
          ])
      ].compactMap { $0 }
    }
    guard [.blankInFront, .blankBehind].contains(fault) else { return [] }
    let behind = bytes[(equals + 1)...].prefix { $0 == 32 || $0 == 9 }.count
    let spans = [SourceSpan(end, equals), SourceSpan(equals + 1, equals + 1 + behind)]
    return [
      Fix(
        spoken("remove the blanks around the equals sign of \(name)"), meaning: meaning, .safe,
        making: spans.filter { $0.count > 0 }.map { .delete(Place(path: place.path, span: $0)) })
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.shell.flatMap { source in
      source.script.nodes.indices.compactMap { index in
        guard !source.script.isPlainAssignment(at: index),
          case .statement(let statement) = source.script.nodes[index].kind,
          case .simple(let command) = statement.command, let first = command.words.first,
          let (name, fault, span) = fault(command, first, source.file)
        else { return nil }
        return finding(
          spoken("\(name) is not set: \(fault.reason)"),
          at: [FindingPlace(Place(path: source.file.path, span: span))]
        )
        .with(effect: spoken("\(name) has no value, or that of another line"))
        .with(subject: fault.rawValue)
      }
    }
  }

  private static func fault(
    _ command: ShellSimpleCommand, _ first: ShellWord, _ file: SourceFile
  ) -> (name: String, fault: Fault, span: SourceSpan)? {
    if let assignment = command.assignments.last {
      return fault(assignment, first).map { (assignment.name, $0, assignment.span) }
    }
    // a name has one, and most commands have none
    guard file.bytes[first.span.range].contains(UInt8(ascii: "_")) else { return nil }
    let raw = file.text(first.span)
    if let quote = raw.firstIndex(where: { $0 == "\"" || $0 == "'" }), isNearlyName(raw[..<quote]) {
      return (String(raw[..<quote]), .noEqualsSign, first.span)
    }
    let text = first.constant ?? raw
    if let equals = text.firstIndex(of: "="), equals > text.startIndex {
      var name = text[..<equals]
      let adds = name.last == "+"
      if adds { name.removeLast() }
      guard isNearlyName(name) else { return nil }
      return (String(name), adds ? .plusEquals : .noSuchName, first.span)
    }
    guard command.words.count > 1, isNearlyName(text[...]),
      file.text(command.words[1].span).hasPrefix("=")
    else { return nil }
    let span = SourceSpan(first.span.lower, command.words[1].span.upper)
    return (text, .blankInFront, span)
  }

  /// Why a variable that is set for one command alone is no variable for a command.
  private static func fault(_ assignment: ShellAssignment, _ first: ShellWord) -> Fault? {
    let value = assignment.value.constant
    if assignment.value.parts.last?.constant?.hasPrefix("#") == true { return .gluedComment }
    if value?.contains("\n") == true { return .openQuote }
    return value == "" || first.constant?.contains(" ") == true ? .blankBehind : nil
  }

  /// A name as rc.conf(5) has them, but for characters that interfaces have.
  private static func isNearlyName(_ text: Substring) -> Bool {
    text.first?.isLetter == true && text.contains("_")
      && text.allSatisfy { $0.isLetter || $0.isNumber || "_.-:+".contains($0) }
  }
}
