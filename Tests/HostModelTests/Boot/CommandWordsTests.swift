import Testing

@testable import HostModel

/// The words of commands, kept as lists or as the texts of aliases.
struct CommandWordsTests {
  private let list = ["/sbin/ifconfig", "em0", "inet", "192.0.2.1/32", "alias"]

  @Test(arguments: ["inet 192.0.2.1/32", "inet\t192.0.2.1/32\n", "  inet   192.0.2.1/32 "])
  func `an alias has the words of its text`(_ text: String) {
    let alias = CommandWords(aliasOf: "em0", text)
    #expect(alias.list == list)
    #expect(alias.second == "em0")
    #expect(alias.last == "alias")
    #expect(!alias.isRename)
  }

  @Test func `a list is itself`() {
    let words = CommandWords(list)
    #expect(words.list == list)
    #expect(words.second == "em0")
    #expect(words.last == "alias")
    #expect(CommandWords(["a"]).second == nil)
    #expect(CommandWords([]).last == nil)
  }

  @Test(arguments: [
    (["ifconfig", "em0", "name", "lan"], true), (["ifconfig", "em0", "name"], false),
    (["ifconfig", "em0", "name", "lan", "up"], false), (["ifconfig", "em0", "mtu", "9000"], false),
  ])
  func `a rename does nothing else`(_ words: [String], _ isRename: Bool) {
    #expect(CommandWords(words).isRename == isRename)
  }

  @Test(arguments: [
    "inet 192.0.2.1 netmask 255.255.255.0", "inet6 2001:db8::1 prefixlen 64", "inet 192.0.2.1/24",
    "inet 192.0.2.1 netmask", "inet x", "inet 192.0.2.1 mtu 1400 up", "inet6 2001:db8::1/64 vhid 3",
  ])
  func `an alias does what its list does`(_ text: String) throws {
    var (first, second) = (try KernelSketch().kernel, try KernelSketch().kernel)
    let alias = CommandWords(aliasOf: "em0", text)
    let result = first.ifconfig(alias, owner: .host)
    let other = second.ifconfig(CommandWords(alias.list), owner: .host)
    #expect(result.status == other.status)
    #expect(result.message == other.message)
    #expect(result.effects.elementsEqual(other.effects))
  }
  @Test(arguments: [
    (AddressFamily.inet, "192.0.2.1"), (.inet, "em0|192.0.2.1/24 vhid 3"), (.inet6, "2001:db8::1"),
    (.inet6, "2001:db8::1/64"), (.inet, "192.0.2.1/255.255.255.0"), (.inet, "x"),
    (.inet, "192.0.2.1/33"),
  ])
  func `an address of a jail does what its list does`(
    _ family: AddressFamily, _ text: String
  ) throws {
    var (first, second) = (try KernelSketch().kernel, try KernelSketch().kernel)
    for isAdding in [true, false] {
      let command = AddressCommand(family, text, interface: "em0", adding: isAdding)
      let words = CommandWords(try #require(command))
      let result = first.ifconfig(words, owner: .host)
      let other = second.ifconfig(CommandWords(words.list), owner: .host)
      #expect(result.status == other.status)
      #expect(result.message == other.message)
      #expect(result.effects.elementsEqual(other.effects))
      #expect(words.second == "em0")
      #expect(words.last == words.list.last)
      #expect(!words.isRename)
    }
  }

  @Test(arguments: [
    (OwnFileSystem.devfs, nil, "-t devfs -oruleset=4 . /j/dev"),
    (.devfs, "7", "-t devfs -oruleset=7 . /j/dev"), (.fdescfs, "7", "-t fdescfs . /j/dev/fd"),
    (.procfs, nil, "-t procfs . /j/proc"),
  ])
  func `a mount is written out`(_ system: OwnFileSystem, _ ruleset: String?, _ rest: String) {
    let words = CommandWords(mounting: system, below: "/j", ruleset: ruleset)
    #expect(words.list.joined(separator: " ") == "/sbin/mount " + rest)
    #expect(words.second == words.list[1])
    #expect(words.last == words.list.last)
  }
}
