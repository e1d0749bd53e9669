import Testing

@testable import Rules

/// The search for a text in another.
struct TextSearchTests {
  @Test(arguments: ["", "a", "abc", "bc", "aab", "abcaabc", "é"])
  func `finds what stands there`(_ text: String) {
    #expect("abcaabc é".contains(text))
  }

  @Test(arguments: ["d", "aaa", "abcaabc é ", "É"])
  func `finds nothing else`(_ text: String) {
    let all = "abcaabc é"
    #expect(!all.contains(text))
  }
}
