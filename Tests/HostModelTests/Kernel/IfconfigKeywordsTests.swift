import Testing

@testable import HostModel

@Suite struct IfconfigKeywordsTests {
  @Test func `words are in ascending order, as the search wants them`() {
    for words in IfconfigKeywords.all {
      #expect(zip(words, words.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `every word of the lists is found`() {
    for words in IfconfigKeywords.all {
      for word in words { #expect(IfconfigKeywords.argumentCount(of: word) != nil, "\(word)") }
    }
  }

  @Test(arguments: [
    ("up", 0), ("-arp", 0), ("mtu", 1), ("-vnet", 1), ("-stp", 1), ("tunnel", 2), ("untagged", 2),
  ])
  func `a word has so many arguments`(word: String, count: Int) {
    #expect(IfconfigKeywords.argumentCount(of: word) == count)
  }

  @Test(arguments: ["", "-", "mtuu", "-mtu", "--arp", "zzz", "Up"])
  func `what is no word is none`(word: String) {
    #expect(IfconfigKeywords.argumentCount(of: word) == nil)
  }
}
