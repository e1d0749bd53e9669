import HostModel
import Phrases
import SourceText

/// A list of addresses in a legacy variable has a blank in it.
///
/// ## Why
/// rc.d/jail passes the list on without quotes: what stands behind the blank is no address any more,
/// and the second word becomes the interface of the first addresses (libexec/rc/rc.d/jail,
/// jail_handle_ips_option).
///
/// ## Example
/// ```
/// == /etc/rc.conf
/// ifconfig_em0="inet 192.0.2.10/24"
/// ezjail_enable="YES"
/// == /usr/local/etc/ezjail/mail
/// export jail_mail_hostname="mail.example.org"
/// export jail_mail_rootdir="/jails/mail"
/// export jail_mail_ip="em0|192.0.2.31, em0|192.0.2.32"
/// ```
///
/// ## Repaired
/// ```
/// == /usr/local/etc/ezjail/mail
/// export jail_mail_hostname="mail.example.org"
/// export jail_mail_rootdir="/jails/mail"
/// export jail_mail_ip="em0|192.0.2.31,em0|192.0.2.32"
/// ```
///
/// ## Ways out
/// - Remove the blanks.
/// - Write a length as `/64`, not as words behind the address.
///
/// ## Ignore it when
/// Never: the jail runs without an address, or does not start.
enum BlankInAddressList: Rule {
  static let name: RuleName = "blank-in-address-list"
  static let severity = Severity.error
  static let reach = Reach.jail

  static func fixes(for finding: Finding, _ host: inout ExaminedHost) -> [Fix] {
    guard let setting = ShellSetting(at: finding.places.first?.place, host), let text = setting.text
    else { return [] }
    let words = shellWords(text)
    var joined = ""
    var isPlain = true
    for (before, word) in zip([""] + words, words) {
      if before == "prefixlen" || before == "netmask" {
        guard let length = prefixLengthOfMask(word.prefix { $0 != "," }) else { return [] }
        joined += "/\(length)" + word.drop { $0 != "," }
      } else if word != "prefixlen", word != "netmask" {
        if !joined.isEmpty, joined.last != ",", word.first != "," {
          joined += ","
          isPlain = false
        }
        joined += word
      }
    }
    let hasWords = words.contains("prefixlen") || words.contains("netmask")
    return [
      Fix(
        hasWords
          ? spoken("write the lengths in \(setting.name) as /N")
          : spoken("remove the blanks from \(setting.name)"),
        meaning: spoken(
          "jail \(finding.jails.first ?? "") has all of the addresses; those that name an "
            + "interface come and go with it"), isPlain ? .safe : .review,
        making: setting.with(joined)
      )
    ].compactMap { $0 }
  }

  static func check(_ host: inout ExaminedHost) -> [Finding] {
    let lists = host.legacy.addressLists.filter { list in
      shellWords(list.setting.text).count > 1
    }
    guard !lists.isEmpty else { return [] }
    let failures = host.failures
    return lists.map { list in
      let words = shellWords(list.setting.text)
      let place = FindingPlace(list.setting.place, spoken("\(words[1]) becomes the interface"))
      let message = spoken("\(list.setting.name) has a blank in it: \(list.setting.text)")
      let failure = failures.first { LegacySettings.key($0.jail.name) == list.key }
      if let failure { return finding(message, at: [place], of: failure, host) }
      let jail = host.forecast.jails.first { LegacySettings.key($0.name) == list.key }
      let lost = jail.map { lostAddresses(words.dropFirst(), $0) } ?? []
      guard let jail, let first = lost.first else {
        return finding(message, at: [place], severity: .warning)
          .with(effect: spoken("jail \(list.key) is without what follows the blank"))
          .about(jails: [list.key])
      }
      let severity = jail.state == .running ? .error : host.forecast.trialSeverity(of: jail)
      return finding(message, at: [place], severity: severity)
        .with(effect: spoken("jail \(jail.name) runs without \(first)"))
        .about(jails: [jail.name], addresses: lost)
    }
  }

  /// The addresses behind the blank that the jail does not get.
  private static func lostAddresses(
    _ words: ArraySlice<String>, _ jail: JailForecast
  ) -> [IPAddress] {
    let present = Set((jail.definition?.readableAddresses ?? []).map(\.address))
    // a mask behind its keyword is no address
    let listed = zip(words, [""] + words.dropLast()).filter { $1 != "netmask" }.map(\.0)
    let parts = listed.flatMap { $0.split { ",|/".contains($0) } }
    return parts.compactMap { IPAddress($0) }.filter { !present.contains($0) }
  }
}
