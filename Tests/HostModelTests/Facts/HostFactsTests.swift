import ConfigSyntax
import HostModel
import Testing

/// The document that tells of a host what its files can't.
struct HostFactsTests {
  @Test(
    arguments: [
      ("{}", nil, nil), (#"{"hardware": ["em0", "em1"]}"#, ["em0", "em1"], nil),
      (#"{"hardware": []}"#, [], nil), (#"{"missing_paths": ["/jails/a"]}"#, nil, ["/jails/a"]),
      (#"{"hardware": ["x"], "hardware": ["y"], "other": 1}"#, ["y"], nil),
    ] as [(String, [String]?, Set<String>?)])
  func `what is told is taken and what isn't stays open`(
    _ text: String, _ hardware: [String]?, _ missing: Set<String>?
  ) throws {
    let facts = try HostFacts(json: Array(text.utf8))
    #expect(facts.hardware == hardware)
    #expect(facts.missingPaths == missing)
  }

  @Test(arguments: [
    "", "[]", "1", "null", #"{"hardware": "em0"}"#, #"{"hardware": null}"#,
    #"{"hardware": [1]}"#, #"{"hardware": ["em0", null]}"#, #"{"missing_paths": {"a": 1}}"#,
    #"{"hardware": ["em0"]"#,
  ])
  func `what is no such document is refused`(_ text: String) {
    #expect(throws: JSONProblem.self) { try HostFacts(json: Array(text.utf8)) }
  }

  @Test func `the problem names the fact`() {
    #expect(
      throws: JSONProblem(offset: 0, message: "hardware is no list of strings")
    ) { try HostFacts(json: Array(#"{"hardware": "em0"}"#.utf8)) }
  }
}
