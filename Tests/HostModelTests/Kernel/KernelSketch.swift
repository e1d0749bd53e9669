import Testing

@testable import HostModel

/// A kernel to run ifconfig(8) on, with a few interfaces.
struct KernelSketch {
  var kernel: KernelState

  init(_ release: String = "14.3") throws {
    kernel = KernelState(traits: ReleaseTraits(try #require(Release(release))))
    for name in ["em0", "em1", "lo1", "gif0", "bridge0"] {
      kernel.addInterface(name, presence: .known)
    }
  }

  /// Runs a call that must succeed and say nothing.
  mutating func set(_ line: String, _ location: SourceLocation = #_sourceLocation) {
    let result = ifconfig(line)
    #expect(result.status == 0, "\(line)", sourceLocation: location)
    #expect(result.message == "", "\(line)", sourceLocation: location)
  }

  mutating func ifconfig(_ line: String, owner: AddressOwner = .host) -> CommandResult {
    kernel.ifconfig(
      CommandWords(["ifconfig"] + line.split(separator: " ").map(String.init)), owner: owner)
  }

  /// The addresses of an interface with their lengths, in the order of the list.
  func addresses(_ name: String) throws -> [String] {
    kernel.addressList(try #require(kernel.index(of: name))).map {
      "\($0.address)/\($0.prefixLength)"
    }
  }
}

extension AddressEffect {
  /// `+` added, `=` confirmed, `~` replaced, `-` removed.
  var sketch: String {
    switch self {
    case .added(let new): "+\(new.address)/\(new.prefixLength)"
    case .confirmed(let old): "=\(old.address)/\(old.prefixLength)"
    case .replaced(let old, let length): "~\(old.address)/\(old.prefixLength)>\(length)"
    case .removed(let old): "-\(old.address)/\(old.prefixLength)"
    }
  }
}
