import Testing

@testable import HostModel

/// The order of scripts, as rcorder(8) of stable/12 prints it.
struct RCOrderTests {
  private func order(_ files: KeyValuePairs<String, String>) -> [String] {
    RCOrder(files.map { (name: $0.key, bytes: Array($0.value.utf8)) }).names
  }

  @Test func `without headers the last file comes first`() {
    #expect(order(["a": "", "b": "x=1\n", "c": "# nothing\n"]) == ["c", "b", "a"])
  }

  @Test func `a script stands behind what it requires`() {
    #expect(
      order([
        "a": "# PROVIDE: a\n", "b": "# PROVIDE: b\n# REQUIRE: a\n", "c": "# REQUIRE: b\n",
      ]) == ["a", "b", "c"])
  }

  @Test func `the requirement that is named last is met first`() {
    #expect(
      order([
        "x": "# PROVIDE: x\n", "y": "# PROVIDE: y\n", "z": "# PROVIDE: z\n",
        "a": "# REQUIRE: x y z\n",
      ]) == ["z", "y", "x", "a"])
    #expect(
      order([
        "y": "# PROVIDE: y\n", "x": "# PROVIDE: x\n", "a": "# REQUIRE: y\n# REQUIRE: x\n",
      ]) == ["x", "y", "a"])
  }

  @Test func `all that provide a feature come before what requires it, the last first`() {
    #expect(
      order(["a": "# REQUIRE: f\n", "b": "# PROVIDE: f\n", "c": "# PROVIDE: f\n"])
        == ["c", "b", "a"])
    #expect(
      order(["b": "# PROVIDE: f\n", "c": "# PROVIDE: f\n", "a": "# REQUIRE: f\n"])
        == ["c", "b", "a"])
  }

  @Test func `BEFORE is a requirement of the other script`() {
    #expect(
      order(["a": "# BEFORE: f\n", "b": "", "c": "# PROVIDE: f\n"]) == ["a", "c", "b"])
    #expect(
      order(["a": "# BEFORE: f\n", "b": "# BEFORE: f\n", "c": "# PROVIDE: f\n"])
        == ["a", "b", "c"])
  }

  @Test func `a file name is no feature`() {
    #expect(
      order(["a": "# PROVIDE: x\n", "b": "# BEFORE: x\n", "c": "# PROVIDE: b\n"])
        == ["c", "b", "a"])
  }

  @Test(arguments: [
    ("# PROVIDE: f\n# REQUIRE: x\n", true), ("# PROVIDES: f\n", true),
    ("#!/bin/sh\n# PROVIDE: f\n", true),
    ("\n# text: 1\n# PROVIDE:f\n", true), ("# PROVIDE:\tg\t f\n", true),
    ("# KEYWORD: shutdown\n# PROVIDE: f\n", true), ("# PROVIDE: f", true),
    ("#PROVIDE: f\n", false), ("#  PROVIDE: f\n", false), (" # PROVIDE: f\n", false),
    ("# provide: f\n", false), ("# PROVIDE f\n", false), ("# REQUIRE: x\n\n# PROVIDE: f\n", false),
    ("# REQUIRE: x\n# text\n# PROVIDE: f\n", false), ("# PROVIDE: f\r\n", false),
    ("# PROVIDER: f\n", false),
  ])
  func `the header is the first run of keyword lines`(_ header: String, _ provides: Bool) {
    let names = order(["b": header, "a": "# REQUIRE: f\n", "z": ""])
    #expect(names == (provides ? ["z", "b", "a"] : ["z", "a", "b"]))
  }

  @Test(arguments: [
    ["a": "# PROVIDE: a\n# REQUIRE: b\n", "b": "# PROVIDE: b\n# REQUIRE: a\n"],
    ["a": "# PROVIDE: a\n# REQUIRE: a\n"],
    ["a": "# PROVIDE: a\n# BEFORE: a\n", "b": "# REQUIRE: missing a\n"],
  ])
  func `scripts that require one another are all placed once`(_ files: [String: String]) {
    let names = RCOrder(files.map { (name: $0.key, bytes: Array($0.value.utf8)) }).names
    #expect(names.sorted() == files.keys.sorted())
  }

  @Test func `a chain of any length is placed without running out of stack`() {
    let files = (0..<5000).map { number in
      (name: "\(number)", bytes: Array("# PROVIDE: \(number)\n# REQUIRE: \(number - 1)\n".utf8))
    }
    #expect(Set(RCOrder(files).names).count == 5000)
    #expect(RCOrder(files).names.count == 5000)
  }

  @Test func `bytes that are no text are read`() {
    let names = RCOrder([("a", [0xff, 0x0a, 0x23, 0x20, 0x00]), ("b", [0x3a])]).names
    #expect(names == ["b", "a"])
  }
}
