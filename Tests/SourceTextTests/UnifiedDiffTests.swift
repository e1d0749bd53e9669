import Foundation
import SourceText
import TestHosts
import Testing

struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "/etc/rc.conf") -> String {
    String(
      decoding: FileDiff(old: Array(old.utf8), new: Array(new.utf8)).unified(path: path),
      as: UTF8.self)
  }

  @Test func `shows a change between the lines around it`() {
    #expect(
      diff("a\nb\nc\nd\ne\nf\ng\nh\n", "a\nb\nc\nd\nE\nf\ng\nh\n") == """
        --- a/etc/rc.conf
        +++ b/etc/rc.conf
        @@ -2,7 +2,7 @@
         b
         c
         d
        -e
        +E
         f
         g
         h

        """)
  }

  @Test func `says where no newline ends a file`() {
    #expect(
      diff("a", "a\nb") == """
        --- a/etc/rc.conf
        +++ b/etc/rc.conf
        @@ -1 +1,2 @@
        -a
        \\ No newline at end of file
        +a
        +b
        \\ No newline at end of file

        """)
  }

  @Test func `an empty version stands at line 0`() {
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("a\n", "").contains("@@ -1 +0,0 @@\n-a\n"))
    #expect(diff("a\n", "a\n").isEmpty)
  }

  @Test(arguments: [
    ("/etc/rc.conf", "--- a/etc/rc.conf\n"),
    ("/etc/rc conf", "--- a/etc/rc conf\t\n"),
    ("/etc/rc\nconf", "--- \"a/etc/rc\\nconf\"\n"),
    ("/etc/\u{1B}[2J\"\\", "--- \"a/etc/\\033[2J\\\"\\\\\"\n"),
    ("/etc/größe", "--- \"a/etc/gr\\303\\266\\303\\237e\"\n"),
  ])
  func `names are quoted where a line can't hold them`(_ path: String, _ header: String) {
    #expect(diff("a\n", "b\n", path: path).hasPrefix(header))
  }

  @Test func `marks the words that differ`() throws {
    let old = Array(#"jail_www_ip="lo1|192.0.2.10/24""#.utf8)
    let new = Array(#"jail_www_ip="192.0.2.10/32,x""#.utf8)
    let lines = try #require(FileDiff(old: old, new: new).hunks.first).lines
    let marked = lines.map { line in
      line.marks.map { String(decoding: line.bytes[$0], as: UTF8.self) }
    }
    #expect(marked == [["lo1|", "24"], ["32,x"]])
  }

  @Test(arguments: ["/etc/rc.conf", "/etc/rc conf", "/etc/rc\nconf", "/etc/$(id)\"", "/etc/größe"])
  func `patch -p1 makes of the old file the new one`(path: String) throws {
    var numbers = SeededNumbers(seed: UInt64(path.utf8.count))
    let root = FileManager.default.temporaryDirectory.appending(path: "jailscope-\(UUID())")
    defer { try? FileManager.default.removeItem(at: root) }
    let file = root.appending(path: String(path.dropFirst()))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    for round in 0..<12 {
      let old = numbers.bytes(round * 20, of: Array("ab\n\r \t-+@\\".utf8))
      let new =
        round == 0 ? Array("a\r\n".utf8) : numbers.bytes(round * 20, of: Array("ab\n\r".utf8))
      try Data(old).write(to: file)
      let patch = root.appending(path: "patch")
      try Data(FileDiff(old: old, new: new).unified(path: path)).write(to: patch)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/patch")
      process.arguments = ["-p1", "--binary", "-s", "-i", "patch"]
      process.currentDirectoryURL = root
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try Array(Data(contentsOf: file)) == new)
    }
  }

  @Test(arguments: 1...200)
  func `every hunk stands where it says, and between them nothing changed`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let lines = { (count: Int) in
      (0..<Int.random(in: 0...count, using: &numbers)).map { _ in
        "\(Int.random(in: 0...3, using: &numbers))\n"
      }.joined()
    }
    let (start, end) = (lines(20), lines(20))
    let last = Bool.random(using: &numbers) ? "" : "x"
    let old = Array((start + lines(4) + end + last).utf8)
    let new = Array((start + lines(4) + end + (Bool.random(using: &numbers) ? "" : last)).utf8)
    let (before, after) = (FileDiff.lines(of: old[...]), FileDiff.lines(of: new[...]))
    var position = (old: 0, new: 0)
    for hunk in FileDiff(old: old, new: new, context: Int(seed % 4)).hunks {
      let (first, second) = (
        hunk.oldStart - (hunk.oldCount > 0 ? 1 : 0), hunk.newStart - (hunk.newCount > 0 ? 1 : 0)
      )
      #expect(before[position.old..<first] == after[position.new..<second])
      let shown = hunk.lines.map { $0.bytes + ($0.lacksNewline ? [] : [10]) }
      let sides = hunk.lines.map(\.side)
      position = (first + hunk.oldCount, second + hunk.newCount)
      #expect(
        before[first..<position.old].map(Array.init)
          == zip(shown, sides).filter { $0.1 != .new }.map(\.0))
      #expect(
        after[second..<position.new].map(Array.init)
          == zip(shown, sides).filter { $0.1 != .old }.map(\.0))
    }
    #expect(before[position.old...] == after[position.new...])
  }
}
