import Phrases
import SourceText

/// A plan as a file: what a reader of the host writes and root applies later.
///
///     jailscope plan 1
///     reason "Drop lo1| so that the host's alias is used"
///     file "/usr/local/etc/ezjail/www"
///     before 64 hexadecimal digits: the SHA-256 of the file as it must be
///     after 64 hexadecimal digits: the SHA-256 of what comes of it
///     edit 120 "lo1|" ""
///     end 64 hexadecimal digits: the SHA-256 of all lines above
///
/// An `edit` is the offset in the file as it is, the bytes that go and the bytes that come. There
/// are any number of reasons and files, and of edits in a file. Values are words, or stand between
/// double quotes with the escapes of C for what isn't printable ASCII.
extension ChangePlan {
  static let head = "jailscope plan 1"

  /// The plan as the text of a file.
  package var document: [UInt8] {
    var document = LineDocument(Self.head)
    write(to: &document)
    return document.ended()
  }

  /// Reads the text of a plan file; anything but a whole plan of this version is refused.
  package init(document: [UInt8]) throws(PlanProblem) {
    do throws(LineDocument.Problem) {
      let (head, lines) = try LineDocument.read(document)
      guard head == Self.head else {
        throw LineDocument.Problem(line: 1, reason: spoken("is no plan that this version reads"))
      }
      var reader = PlanReader()
      for (index, line) in lines.enumerated() where !reader.take(line) {
        throw LineDocument.Problem(line: index + 2, reason: spoken("does not belong in a plan"))
      }
      guard let plan = reader.plan() else {
        throw LineDocument.Problem(
          line: lines.count + 1, reason: spoken("has a file without its edits"))
      }
      self = plan
    } catch {
      throw PlanProblem(message: spoken("line \(error.line) \(error.reason)"))
    }
  }

  func write(to document: inout LineDocument) {
    for reason in reasons { document.add("reason", reason) }
    for file in files {
      document.add("file", file.path)
      document.add("before", file.before.hexadecimal)
      document.add("after", file.after.hexadecimal)
      for (edit, removed) in zip(file.edits.edits, file.removed) {
        document.add("edit", [Array("\(edit.span.lower)".utf8), removed, edit.replacement])
      }
    }
  }
}

/// Why a text is no plan, in one clause for a person.
package struct PlanProblem: Error, Sendable, Equatable {
  /// Such as `line 7 does not belong in a plan`.
  package let message: String
}

/// Puts a plan together from its lines.
struct PlanReader {
  private var reasons: [String] = []
  private var files: [ChangePlan.File] = []
  private var paths: Set<String> = []
  private var path: String?
  private var before: SHA256?
  private var after: SHA256?
  private var edits: [TextEdit] = []
  private var removed: [[UInt8]] = []

  /// Takes a line in, or says that it has no place here.
  mutating func take(_ line: LineDocument.Line) -> Bool {
    switch line.keyword {
    case "reason":
      guard path == nil, let text = line.text else { return false }
      reasons.append(text)
    case "file":
      guard finishFile(), let text = line.text, text.utf8.first == UInt8(ascii: "/"),
        !text.utf8.contains(0), paths.insert(text).inserted
      else { return false }
      path = text
    case "before":
      guard path != nil, before == nil, let digest = line.digest else { return false }
      before = digest
    case "after":
      guard before != nil, after == nil, let digest = line.digest else { return false }
      after = digest
    case "edit":
      guard after != nil, line.values.count == 3, let lower = line.number(0),
        lower <= OpenFile.limit
      else { return false }
      edits.append(
        TextEdit(SourceSpan(lower, lower + line.values[1].count), line.values[2]))
      removed.append(line.values[1])
    default: return false
    }
    return true
  }

  /// The plan, unless something of it is missing.
  mutating func plan() -> ChangePlan? {
    guard finishFile() else { return nil }
    return ChangePlan(reasons: reasons, files: files)
  }

  private mutating func finishFile() -> Bool {
    guard let path else { return true }
    guard let before, let after, !edits.isEmpty, let set = try? EditSet(edits),
      set.edits == edits
    else { return false }
    files.append(
      ChangePlan.File(path: path, before: before, after: after, edits: set, removed: removed))
    self.path = nil
    self.before = nil
    self.after = nil
    edits = []
    removed = []
    return true
  }
}
