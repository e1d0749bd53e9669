import Rewrite
import SourceText
import Testing

struct PlanDocumentTests {
  private func plan() throws -> ChangePlan {
    let bytes = Array("a=\"1\"\nb=\u{1B}[2J\r\n".utf8) + [0, 0xff]
    let edits: [TextEdit] = [
      .replace(SourceSpan(3, 4), with: Array("say \"2\"\\\n".utf8)), .delete(SourceSpan(8, 12)),
      .insert([0xfe, 0], at: 16),
    ]
    return ChangePlan(
      reasons: ["Drop lo1| so that\nthe host's \"alias\" is used", ""],
      files: [
        try ChangePlan.File(path: "/etc/rc conf\n$(id)", bytes: bytes, edits: EditSet(edits)),
        try ChangePlan.File(
          path: "/etc/größe", bytes: [], edits: EditSet([.insert([0x61], at: 0)])),
      ])
  }

  @Test func `a plan comes back as it was, through printable text`() throws {
    let plan = try plan()
    #expect(plan.document.allSatisfy { (0x20...0x7e).contains($0) || $0 == 0x0a })
    #expect(try ChangePlan(document: plan.document) == plan)
  }

  @Test func `its form is the documented one`() throws {
    let plan = ChangePlan(
      reasons: ["Drop lo1|"],
      files: [
        try ChangePlan.File(
          path: "/etc/x", bytes: Array("lo1|a\n".utf8), edits: EditSet([.delete(SourceSpan(0, 4))]))
      ])
    let before = SHA256(Array("lo1|a\n".utf8)).hexadecimal
    let after = SHA256(Array("a\n".utf8)).hexadecimal
    let body = """
      jailscope plan 1
      reason "Drop lo1|"
      file "/etc/x"
      before \(before)
      after \(after)
      edit 0 "lo1|" ""

      """
    let end = SHA256(Array(body.utf8)).hexadecimal
    #expect(String(decoding: plan.document, as: UTF8.self) == body + "end \(end)\n")
  }

  @Test func `no part of a plan is a plan`() throws {
    let document = try plan().document
    for count in 0..<document.count {
      #expect(throws: PlanProblem.self) { try ChangePlan(document: Array(document[..<count])) }
    }
  }

  @Test func `no changed byte goes unnoticed`() throws {
    let document = try plan().document
    for index in document.indices {
      var changed = document
      changed[index] ^= 1
      #expect(throws: PlanProblem.self) { try ChangePlan(document: changed) }
    }
  }

  @Test(arguments: [
    "jailscope plan 2\n", "jailscope journal 1\n", "jailscope plan 1\nfile \"etc/x\"\n",
    "jailscope plan 1\nfile \"/etc/x\"\n", "jailscope plan 1\nedit 0 \"\" \"a\"\n",
    "jailscope plan 1\nrun \"id\"\n", "jailscope plan 1\nreason \"a\" \"b\"\n",
    "jailscope plan 1\nreason  \"a\"\n", "jailscope plan 1\n\n", "jailscope plan 1\nreason \"a\n",
    """
    jailscope plan 1
    file "/etc/x"
    before e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    after ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
    edit 5 "" "a"
    edit 0 "" "b"

    """,
    """
    jailscope plan 1
    file "/etc/x"
    before e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
    after ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
    edit 9223372036854775807 "a" ""

    """,
  ])
  func `a whole document that is no plan is refused`(body: String) {
    let end = "end \(SHA256(Array(body.utf8)).hexadecimal)\n"
    #expect(throws: PlanProblem.self) { try ChangePlan(document: Array((body + end).utf8)) }
  }
}
