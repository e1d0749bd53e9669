import ConfigSyntax
import HostModel
import Testing

/// What each release does, one column a release: 12.2, 13.2, 14.3, 15.0.
struct ReleaseTraitsTests {
  private static let releases = ["12.2", "13.2", "14.3", "15.0"]

  private func column<Value>(_ trait: (ReleaseTraits) -> Value) throws -> [Value] {
    try Self.releases.map { trait(ReleaseTraits(try #require(Release($0)))) }
  }

  @Test func `each trait holds for the releases it was read in`() throws {
    let table: [(String, (ReleaseTraits) -> Bool, [Bool])] = [
      ("disablesInet6First", { $0.disablesInet6First }, [true, true, false, false]),
      ("inet6AliasesFirst", { $0.inet6AliasesFirst }, [false, false, true, true]),
      ("asksRoutersLast", { $0.asksRoutersLast }, [true, true, false, false]),
      ("anySpaceEndsKeyword", { $0.anySpaceEndsKeyword }, [false, false, true, true]),
      ("readsJailConfDirectory", { $0.readsJailConfDirectory }, [false, true, true, true]),
      ("gathersGlobals", { $0.gathersGlobals }, [false, false, true, true]),
      ("protectsNames", { $0.protectsNames }, [false, true, true, true]),
      ("namesNumericJails", { $0.namesNumericJails }, [false, false, true, true]),
      ("hasPrepare", { $0.hasPrepare }, [true, true, true, true]),
      ("usesNetlink", { $0.usesNetlink }, [false, false, true, true]),
      ("sharesHostRoutes", { $0.sharesHostRoutes }, [false, false, true, true]),
      ("requiresMask", { $0.requiresMask }, [false, false, false, true]),
      ("guessesMaskWrongly", { $0.guessesMaskWrongly }, [false, false, false, false]),
      (
        "refusesBridgeMemberAddresses", { $0.refusesBridgeMemberAddresses },
        [false, false, false, true]
      ),
    ]
    for (name, trait, expected) in table {
      #expect(try column(trait) == expected, "\(name)")
    }
  }

  @Test func `the grammar of jail.conf nests from 14 on`() throws {
    let grammars = try column { $0.jailConfGrammar == .nested }
    #expect(grammars == [false, false, true, true])
  }

  @Test func `fewer interfaces go without addresses from 14 on`() throws {
    let hasPflog = try column { $0.interfacesWithoutAddresses.contains("pflog") }
    #expect(hasPflog == [true, true, false, false])
    let hasUSB = try column { $0.interfacesWithoutAddresses.contains("usbus") }
    #expect(hasUSB == [true, true, true, true])
  }

  @Test(arguments: [("12.1", false), ("12.2", true), ("11.4", false), ("13", true)])
  func `exec.prepare is known from 12.2 on`(_ text: String, _ expected: Bool) throws {
    #expect(ReleaseTraits(try #require(Release(text))).hasPrepare == expected)
  }

  @Test(arguments: [
    ("13.4", false), ("14.0", true), ("14.0-RELEASE-p8", true), ("14.0-RELEASE-p9", false),
    ("14.1", true), ("14.1-RELEASE-p2", true), ("14.1-RELEASE-p3", false), ("14.2", false),
    ("15.0", false),
  ])
  func `the class of an address is guessed wrongly until the patch`(
    _ text: String, _ expected: Bool
  ) throws {
    #expect(ReleaseTraits(try #require(Release(text))).guessesMaskWrongly == expected)
  }

  @Test func `the assumed release is past the patches of 14`() {
    #expect(!ReleaseTraits(.assumed).guessesMaskWrongly)
    #expect(ReleaseTraits(.assumed).usesNetlink)
  }
}
