import ConfigSyntax
import HostModel
import Phrases
import SourceText

/// A block sets a parameter twice by `=`, and what came before is lost.
///
/// ## Why
/// `=` replaces all that a parameter has so far, also what `+=` added, and only `+=` adds
/// (usr.sbin/jail/config.c, add_param). A jail loses addresses, and an address its interface, without
/// a word.
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// jail_enable="YES"
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   ip4.addr += "em0|192.0.2.32";
///   ip4.addr = "em0|192.0.2.33";
///   persist;
/// }
/// ```
///
/// ## Repaired
/// ```
/// == /etc/jail.conf
/// www {
///   path = "/jails/www";
///   ip4.addr = "em0|192.0.2.31";
///   ip4.addr += "em0|192.0.2.32";
///   ip4.addr += "em0|192.0.2.33";
///   persist;
/// }
/// ```
///
/// ## Ways out
/// - Write `+=` from the second one on: the jail has all of them, and its stop removes all that name
///   an interface.
/// - Delete the ones that are not meant.
///
/// ## Ignore it when
/// Never: the earlier lines have no effect.
enum ParameterSetTwice: Rule {
  static let name: RuleName = "parameter-set-twice"
  static let severity = Severity.warning
  static let reach = Reach.jail
  static let isAskedAside = true

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let last = finding.places.first?.place, let jail = finding.jails.first,
      let statement = JailStatement(at: last, host), let name = statement.name
    else { return [] }
    let isList = listed.contains(name) || name.hasPrefix("exec.")
    let joined = Fix(
      spoken("write += for the last \(name)"),
      meaning: spoken("jail \(jail) has all of the values"), .review,
      making: isList ? statement.appending().map { [$0] } : nil)
    let lost = Set(
      finding.places.dropFirst().compactMap { JailStatement(at: $0.place, host)?.place })
    let removed = Fix(
      spoken("remove the \(name) that is lost"), meaning: spoken("jail \(jail) is started as now"),
      .review,
      making: lost.compactMap { JailStatement(at: $0, host)?.removal })
    return [joined, removed].compactMap { $0 }
  }

  private static let listed: Set<String> = [
    "ip4.addr", "ip6.addr", "mount", "depend", "vnet.interface", "zfs.dataset",
  ]

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    host.forecast.files.jailConf.flatMap { source -> [Finding] in
      var found: [Finding] = []
      // the last parameter of each name, and which run of a block's parameters it is in
      var latest = [(run: Int, item: Int)](repeating: (0, 0), count: source.tree.names.count)
      // what a parameter that appends appends to
      var previous: [Int: Int] = [:]
      var parent: Int?
      var run = 0
      for index in source.tree.items.indices {
        // global parameters hold for the blocks behind them on older releases, so may change
        guard case .parameter(let parameter) = source.tree.items[index].kind,
          let block = source.tree.items[index].parent, !parameter.values.isEmpty
        else { continue }
        if parent != block {
          run += 1
          parent = block
        }
        let earlier = latest[parameter.name]
        latest[parameter.name] = (run, index)
        guard earlier.run == run else { continue }
        guard parameter.op != .append else {
          previous[index] = earlier.item
          continue
        }
        let others = sequence(first: earlier.item) { previous[$0] }.reversed()
          .compactMap { source.tree.items[$0].parameter }
        let jail = source.tree.blocks[block].name
        if let finding = finding(parameter, others, of: jail, source) { found.append(finding) }
      }
      return found
    }
  }

  private static func finding(
    _ last: JailConfParameter, _ others: [JailConfParameter], of jail: String,
    _ source: JailConfSource
  ) -> Finding? {
    let (file, tree) = (source.file, source.tree)
    let kept = tree.values(of: last).map { file.text($0.span) }
    let lost = others.flatMap { tree.values(of: $0) }
      .filter { !kept.contains(file.text($0.span)) }
    guard let first = lost.first.map({ file.text($0.span) }) else { return nil }
    let more = lost.count > 1 ? spoken(" and \(lost.count - 1) more") : ""
    let places = lost.map {
      FindingPlace(Place(path: file.path, span: $0.span), spoken("lost"))
    }
    return finding(
      spoken("jail \(jail) sets \(tree.name(of: last)) again, and \(first) is lost\(more)"),
      at: [FindingPlace(Place(path: file.path, span: last.nameSpan), spoken("what counts"))]
        + places
    )
    .with(effect: spoken("jail \(jail) has \(kept.joined(separator: ", ")) alone"))
    .about(jails: [jail])
  }
}

extension JailConfItem {
  fileprivate var parameter: JailConfParameter? {
    if case .parameter(let parameter) = kind { return parameter }
    return nil
  }
}
