/// One change of files as the journal has it.
package struct JournalEntry: Sendable, Equatable {
  /// Who made a change.
  package struct Actor: Sendable, Equatable {
    /// The name the user logged in with, as far as it is known.
    package let login: String
    /// The machine the user came from, empty for this one.
    package let origin: String
    /// The program's version.
    package let version: String

    package init(login: String, origin: String, version: String) {
      self.login = login
      self.origin = origin
      self.version = version
    }
  }

  /// What became of a change.
  package enum Outcome: String, Sendable {
    /// Under way, or stopped halfway and not settled yet.
    case prepared = "PREPARED"
    /// Every file is the new one.
    case done = "DONE"
    /// Given up on before any file was changed.
    case aborted = "ABORTED"
    /// Every file that had been changed was put back.
    case reverted = "REVERTED"
    /// Somebody else changed a file halfway; it stayed as it was found.
    case conflict = "CONFLICT"
  }

  /// The time it was begun in and its number in the journal: `20261125T134611Z-0000001b`.
  package let id: String
  /// The digest of the entry before this one, as far as there is one.
  package let previous: SHA256?
  /// When it was begun: `2026-11-25T13:46:11Z`.
  package let made: String
  /// The number of the user whose rights it was made with.
  package let user: UInt32
  /// Who made it.
  package let actor: Actor
  /// The entry that this one undoes.
  package let undoes: String?
  /// What was changed.
  package let plan: ChangePlan
  /// The paths without links, in the order of the plan's files.
  let realPaths: [[UInt8]]
}

/// An entry as a file: a plan's lines with others in front.
///
///     jailscope journal 1
///     entry 20261125T134611Z-0000001b
///     previous 64 hexadecimal digits, or none
///     made "2026-11-25T13:46:11Z"
///     by 0 "alice" "192.0.2.7" "0.1.0"
///     undoes 20261124T090000Z-0000001a
///     real "/usr/local/etc/ezjail/www"
///     …
extension JournalEntry {
  static let head = "jailscope journal 1"

  var document: [UInt8] {
    var document = LineDocument(Self.head)
    document.add("entry", id)
    document.add("previous", previous?.hexadecimal ?? "none")
    document.add("made", made)
    document.add("by", "\(user)", actor.login, actor.origin, actor.version)
    if let undoes { document.add("undoes", undoes) }
    for path in realPaths { document.add("real", [path]) }
    plan.write(to: &document)
    return document.ended()
  }

  /// Nil when the text isn't a whole entry of this version.
  init?(document: [UInt8]) {
    guard let (head, lines) = try? LineDocument.read(document), head == Self.head else {
      return nil
    }
    var fields: [String: LineDocument.Line] = [:]
    var paths: [[UInt8]] = []
    var reader = PlanReader()
    for line in lines {
      switch line.keyword {
      case "entry", "previous", "made", "by", "undoes":
        guard fields.updateValue(line, forKey: line.keyword) == nil else { return nil }
      case "real": paths += line.values
      default: guard reader.take(line) else { return nil }
      }
    }
    guard let id = fields["entry"]?.text, let previous = fields["previous"],
      let made = fields["made"]?.text, let by = fields["by"], by.values.count == 4,
      let user = by.number(0).flatMap(UInt32.init(exactly:)), let plan = reader.plan(),
      plan.files.count == paths.count
    else { return nil }
    let texts = by.values.map { String(decoding: $0, as: UTF8.self) }
    self.init(
      id: id, previous: previous.digest, made: made, user: user,
      actor: Actor(login: texts[1], origin: texts[2], version: texts[3]),
      undoes: fields["undoes"]?.text, plan: plan, realPaths: paths)
  }
}
