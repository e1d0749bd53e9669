package import ConfigSyntax

/// What the code of a release does differently from others.
///
/// Recorded from stable/12 and from main (14 and 15); where 13 stands is not recorded, so it takes
/// the side that `docs/fidelity.md` says for each trait.
package struct ReleaseTraits: Sendable, Equatable {
  private let release: Release

  package init(_ release: Release) {
    self.release = release
  }

  /// rc(8) first disables IPv6 on every interface but lo0 (network.subr, ifconfig_up).
  package var disablesInet6First: Bool { release.major <= 13 }

  /// inet6 aliases come before inet ones (network.subr, ifn_start).
  package var inet6AliasesFirst: Bool { release.major >= 14 }

  /// Router advertisements are asked for behind the inet6 aliases (network.subr, ipv6_up).
  package var asksRoutersLast: Bool { release.major <= 13 }

  /// Any white space ends the family keyword of an alias, not just a blank.
  package var anySpaceEndsKeyword: Bool { release.major >= 14 }

  /// rc.d/jail looks for `/etc/jail.conf.d/NAME.conf`.
  package var readsJailConfDirectory: Bool { release.major >= 13 }

  /// How jail(8) reads jail.conf(5).
  package var jailConfGrammar: JailConfGrammar { release.major >= 14 ? .nested : .classic }

  /// All global parameters count as written where the first of them stands (jailparse.y).
  package var gathersGlobals: Bool { release.major >= 14 }

  /// A jail's own `name` or `jid` can't be set again, and no variable may be named as a parameter.
  package var protectsNames: Bool { release.major >= 13 }

  /// A numeric jail name is its `name` as well as its `jid`.
  package var namesNumericJails: Bool { release.major >= 14 }

  /// exec.prepare and exec.release are known (r361314).
  package var hasPrepare: Bool { release >= Release(major: 12, minor: 2) }

  /// ifconfig(8) speaks netlink: a zero prefix length and a missing destination are refused early.
  package var usesNetlink: Bool { release.major >= 14 }

  /// The route layer of 14: a host route for a loopback address may be shared.
  package var sharesHostRoutes: Bool { release.major >= 14 }

  /// An IPv4 address without a mask is an error (15.0 release notes).
  package var requiresMask: Bool { release.major >= 15 }

  /// 14.0 and 14.1 before FreeBSD-EN-24:14 guess the class of an address wrongly.
  package var guessesMaskWrongly: Bool {
    release.major == 14
      && (release.minor == 0 && release.patch < 9 || release.minor == 1 && release.patch < 3)
  }

  /// A member of a bridge can't have addresses (15.0 release notes, if_bridge(4)).
  package var refusesBridgeMemberAddresses: Bool { release.major >= 15 }

  /// Interfaces that rc(8) gives no addresses (network.subr, noafif).
  package var interfacesWithoutAddresses: [String] {
    let always = ["usbus", "an", "ath", "ipfw", "iwn", "ral", "wi", "wl"]
    return release.major >= 14 ? always : always + ["pflog", "pfsync", "ipw", "iwi", "wpi"]
  }
}
