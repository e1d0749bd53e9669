import ConfigSyntax
import Foundation
import SourceText
import TestHosts
import Testing

/// Random files of settings, of which one variable is set to a random value; a shell judges.
@Suite(.timeLimit(.minutes(15)))
struct RandomSettingTests {
  /// 500 files, or as many as `JAILSCOPE_RANDOM_FILES` says.
  private static let count = Trial.environment("JAILSCOPE_RANDOM_FILES").flatMap { Int($0) } ?? 500

  /// One file before and behind an edit.
  private struct Edited {
    let name: String
    let value: String
    let before: [UInt8]
    let after: [UInt8]
  }

  @Test func `a shell finds the new value in the new file, and nothing else changed`() throws {
    var edited: [Edited] = []
    var refused = 0
    for seed in 0..<Self.count {
      var file = RandomSettings(seed: UInt64(seed))
      let before = file.text()
      let name = file.presentName(in: before)
      let value = file.value()
      do {
        let edits = try ShellSettings(before).set(name, to: value, over: .computed)
        edited.append(
          Edited(name: name, value: value, before: before, after: try edits.applied(to: before)))
        #expect(edits.edits.count <= 1)
      } catch is EditRefusal {
        refused += 1
      }
    }
    let values = try Self.values(edited.flatMap { [$0.before, $0.after] })
    var judged = 0
    for (index, edit) in edited.enumerated() {
      for (before, after) in zip(values[2 * index], values[2 * index + 1]) {
        // what the shell itself can't read is no file of settings
        guard let before else { continue }
        var expected = before
        expected[edit.name] = edit.value
        judged += 1
        #expect(after == expected, "\(edit.name)=\(edit.value) in\n\(Self.text(edit.before))")
      }
    }
    #expect(refused * 100 <= Self.count * 15, "\(refused) of \(Self.count) refused")
    #expect(judged > Self.count)
    noteFigure("random files with a grammar of their own", Self.count)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The variables as two environments leave them, file by file; nil where sh can't read it.
  private static func values(_ files: [[UInt8]]) throws -> [[[String: String]?]] {
    let host = try RewriteHost()
    for (index, bytes) in files.enumerated() { try host.file("/\(index)", bytes: bytes) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", "\(files.count)"]
    process.currentDirectoryURL = URL(filePath: host.path)
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let read = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let records = read.split(separator: 0x1d, omittingEmptySubsequences: false).dropLast()
    try #require(records.count == 2 * files.count)
    let values = records.map { record -> [String: String]? in
      guard record.first != UInt8(ascii: "!") else { return nil }
      var values: [String: String] = [:]
      for pair in record.split(separator: 0x1e) {
        let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
        values[text(Array(parts[0]))] = parts.count > 1 ? text(Array(parts[1])) : ""
      }
      return values
    }
    return stride(from: 0, to: values.count, by: 2).map { Array(values[$0..<$0 + 2]) }
  }

  private static let script = """
    i=0
    while [ $i -lt $1 ]; do
      for COND in '' 1; do
        if sh -n ./$i; then
          ( . ./$i >/dev/null </dev/null
          for n in \(RandomSettings.names.joined(separator: " ")); do
            eval "[ \\"\\${$n+x}\\" ] && printf '%s=%s\\036' $n \\"\\$$n\\""
          done )
        else
          printf '!'
        fi
        printf '\\035'
      done
      i=$((i+1))
    done
    """
}
