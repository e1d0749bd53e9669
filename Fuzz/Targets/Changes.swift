import Reports
import Rewrite
import SourceText

/// The file of a plan: one that is read is written again as it is, and fits no other bytes.
func tryPlan(_ bytes: [UInt8]) {
  for document in [bytes, ended(bytes)] {
    guard let plan = try? ChangePlan(document: document) else { continue }
    hold((try? ChangePlan(document: plan.document)) == plan, "a plan is read back")
    for file in plan.files {
      hold(file.applied(to: bytes) == nil, "a plan is not made for its own text")
    }
  }
}

/// A text of lines as plans and journals are, with the digest that it has to end in.
private func ended(_ text: [UInt8]) -> [UInt8] {
  let lines = text.last == 10 ? text : text + [10]
  return lines + Array("end \(SHA256(lines).hexadecimal)\n".utf8)
}

/// A journal with anything in it, changes made and undone meanwhile, and calls that fail.
///
/// The first three bytes choose an edit and the call that fails; the rest is text of the journal: `== NAME`
/// begins one of its files.
func tryJournal(_ bytes: [UInt8]) {
  guard bytes.count > 3 else { return }
  let text = Array("a=1\nb=2\nc=3\n".utf8)
  let disk = MemoryFiles(["/etc/rc.conf": text, "/etc/jail.conf": text])
  for (path, content) in journalFiles(bytes.dropFirst(3)) {
    disk.put(content, at: "/var/db/jailscope/\(path)")
  }
  let records = (try? JournalRecord.all(disk, root: "/")) ?? []
  holdEscaped(journalReport(records, style: .plain, columns: 80), "the journal's report")
  for record in records {
    _ = JournalRecord.filesBefore(record.id, disk, root: "/")
  }
  let lower = Int(bytes[0]) % text.count
  let edit = TextEdit(SourceSpan(lower, min(lower + Int(bytes[0] >> 6), text.count)), [bytes[1]])
  guard let edits = try? EditSet([edit]), let after = try? edits.applied(to: text),
    let file = try? ChangePlan.File(path: "/etc/rc.conf", bytes: text, edits: edits),
    let other = try? ChangePlan.File(path: "/etc/jail.conf", bytes: text, edits: edits)
  else { return }
  disk.failOnce(after: Int(bytes[2]))
  let entry = try? disk.rewriter().apply(ChangePlan(reasons: ["try"], files: [file, other])).entry
  disk.failOnce(after: -1)
  let now = [disk.bytes(at: "/etc/rc.conf"), disk.bytes(at: "/etc/jail.conf")]
  hold(now.allSatisfy { $0 == text || $0 == after }, "a file is wholly old or wholly new")
  guard let rewriter = try? disk.rewriter() else { return }
  if let entry, after != text {
    hold(now == [after, after], "what is reported as made is made")
    // what somebody else put there may be a later entry, or one that undid this
    if (try? rewriter.undo(entry)) != nil {
      hold(disk.bytes(at: "/etc/rc.conf") == text, "undoing restores")
      hold(disk.bytes(at: "/etc/jail.conf") == text, "undoing restores all")
    }
  } else {
    _ = try? rewriter.undo()
  }
}

private func journalFiles(_ bytes: ArraySlice<UInt8>) -> [(String, [UInt8])] {
  var files: [(String, [UInt8])] = []
  for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
    if line.starts(with: Array("== ".utf8)) {
      files.append((String(decoding: line.dropFirst(3), as: UTF8.self), []))
    } else if !files.isEmpty {
      files[files.count - 1].1 += line + [10]
    }
  }
  return files.map { name, text in
    (name, name.hasSuffix("/plan") ? ended(text) : text)
  }
}
