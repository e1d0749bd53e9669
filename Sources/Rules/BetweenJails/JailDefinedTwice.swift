import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A jail is defined by two blocks of the files that are read together.
///
/// ## Why
/// jail(8) keeps both as jails of one name; what is started, and by which block, depends on the order
/// in the file, and parameters of the two are not joined (usr.sbin/jail/config.c, load_config).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { host.hostname = "www.example.org"; }
/// www { host.hostname = "web.example.org"; }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// persist;
/// path = "/jails/$name";
/// www { host.hostname = "www.example.org"; }
/// ```
///
/// ## Ways out
/// - Remove one of the two, or join them.
/// - Give one of them another name.
///
/// ## Ignore it when
/// Never.
enum JailDefinedTwice: Rule {
  static let name: RuleName = "jail-defined-twice"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let jail = finding.jails.first, finding.places.count == 2 else { return [] }
    let ways = [
      (finding.places[0], spoken("second"), spoken("first")),
      (finding.places[1], spoken("first"), spoken("second")),
    ]
    return ways.compactMap { place, removed, kept in
      guard let block = JailBlock(at: place.place, host) else { return nil }
      return Fix(
        spoken("remove the \(removed) block of jail \(jail)"),
        meaning: spoken("only what the \(kept) one says counts"), .review, making: [block.removal])
    }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    var found: [Finding] = []
    for source in host.forecast.files.jailConf {
      var first: [NameKey: SourceSpan] = [:]
      first.reserveCapacity(source.tree.blocks.count)
      let blocks = source.tree.blocks
      for index in blocks.indices where blocks[index].parent == nil {
        let name = NameKey(blocks[index].name)
        guard let other = first.updateValue(blocks[index].nameSpan, forKey: name),
          !name.text.contains("*")
        else { continue }
        let block = blocks[index]
        found.append(
          finding(
            spoken("jail \(block.name) is defined twice"),
            at: [
              FindingPlace(Place(path: source.file.path, span: block.nameSpan), spoken("again")),
              FindingPlace(Place(path: source.file.path, span: other), spoken("first")),
            ]
          )
          .with(effect: spoken("one of the two definitions is not used"))
          .about(jails: [block.name]))
      }
    }
    return found
  }
}
