import Testing

@testable import Rules

struct SuppressionUnusedTests {
  @Test func `names a comment that silences nothing`() {
    expectFindings(
      of: SuppressionUnused.self,
      in: "«# jailscope: allow inet6-alias-not-applied later»\nhostname=\"host.example.org\"\n",
      ["info: nothing is found that this silences: inet6-alias-not-applied"])
  }

  @Test func `is silent about one that is invalid`() {
    expectSilence(of: SuppressionUnused.self, in: "# jailscope: allow no-such-rule later\n")
  }
}
