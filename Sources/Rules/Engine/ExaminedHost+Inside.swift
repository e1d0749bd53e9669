import HostModel
import Phrases
import SourceText

/// Jails with network stacks of their own, each examined as the small host that it is.
extension ExaminedHost {
  /// What rules find in the rc.conf(5) of jails.
  func findingsInside(_ rules: [any Rule.Type]) -> [Finding] {
    guard !forecast.insides.isEmpty else { return [] }
    let rules = rules.filter { rule in insideRules.contains { $0 == rule } }
    return forecast.insides.flatMap { inside -> [Finding] in
      var host = inner(inside)
      var found = rules.filter { $0.turn == .first }.flatMap { $0.check(&host) }
      for finding in found where finding.severity == .error {
        host.explained.insert(finding.explains)
      }
      for rule in rules where rule.turn == .fallback {
        found += rule.check(&host).filter { !$0.explains.allSatisfy(host.explained.contains) }
      }
      return found.map { $0.told(ofJail: inside.jail) }
    }
  }

  /// The ways to mend what was found in a jail.
  ///
  /// Nothing is written there: who has the jail can put a link in place of any file between a look at
  /// it and the writing.
  func fixesInside(for finding: Finding, _ rule: any Rule.Type) -> [Fix] {
    guard let inside = forecast.insides.first(where: { $0.jail == finding.inside }) else {
      return []
    }
    var host = inner(inside)
    return rule.fixes(for: finding.asInside(), &host).map { fix in
      fix.edits.isEmpty
        ? fix
        : .manual(
          spoken("\(fix.title), in jail \(inside.jail)"),
          because: spoken("\(fix.meaning); the file is the jail's, where jailscope writes nothing"))
    }
  }

  /// A jail, as rules see it in itself.
  func inner(_ inside: JailInside) -> ExaminedHost {
    ExaminedHost(inside.forecast, capture, settings: settings)
  }
}

/// The rules that make sense of one jail's network start, all by themselves.
private let insideRules: [any Rule.Type] = [
  AddressSetTwice.self, AliasMixesFamilies.self, AliasNameUnknown.self, AliasOffLink.self,
  AliasWithoutFamily.self, AssignmentNotSet.self, BridgeMemberUnusable.self,
  BridgeMemberWithAddress.self, CloneNameInvalid.self, CommentGluedToValue.self,
  ConfiguredInterfaceMissing.self, EmptyAliasEndsList.self, FamilyNotFirst.self,
  IfconfigWordUnknown.self, Inet6AliasNotApplied.self, Inet6KeywordMissing.self,
  MaskMissing.self, NetifCommandFails.self, NetworkAddressAssigned.self,
  PointToPointWithoutDestination.self, RCConfSyntaxError.self, RangeUnusable.self,
  SettingsUnderOldName.self, ValueSwallowsLines.self, VlanWithoutTag.self,
]
