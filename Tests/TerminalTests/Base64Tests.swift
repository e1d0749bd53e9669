import Testing

@testable import Terminal

/// RFC 4648, section 10.
struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `its examples come out as it says`(_ text: String, _ encoded: String) {
    #expect(String(decoding: base64(text.utf8), as: UTF8.self) == encoded)
  }
}
