import Testing

@testable import Rules

struct JailNameInTwoFormatsTests {
  @Test func `points at both`() {
    expectFindings(
      of: JailNameInTwoFormats.self,
      in: """
        == /etc/rc.conf
        jail_enable=YES
        == /etc/jail.conf
        persist; path = /j;
        «www» { }
        == /usr/local/bastille/jails/www/jail.conf
        ‹www› { path = /j; exec.start = '/bin/sh /etc/rc'; }
        """, ["warning: jail www is defined by jail.conf and by Bastille"])
  }

  @Test func `two managers that start before and behind rc.d-jail`() {
    expectFindings(
      of: JailNameInTwoFormats.self,
      in: """
        == /etc/rc.conf
        pot_enable=YES
        bastille_enable=YES
        == /usr/local/etc/pot/pot.conf
        POT_EXTIF=em0
        == /opt/pot/jails/www/conf/pot.conf
        network_type=inherit
        pot.attr.start-at-boot=YES
        == /usr/local/bastille/jails/www/jail.conf
        www { path = /j; exec.start = '/bin/sh /etc/rc'; }
        """, ["warning: jail www is defined by pot and by Bastille"])
  }

  @Test(arguments: ["git", "ww", "www.a"])
  func `is silent where the names differ`(_ name: String) {
    expectSilence(
      of: JailNameInTwoFormats.self,
      in: """
        == /etc/rc.conf
        jail_enable=YES
        == /etc/jail.conf
        persist; path = /j;
        www { }
        == /usr/local/bastille/jails/\(name)/jail.conf
        \(name) { path = /j; exec.start = '/bin/sh /etc/rc'; }
        """)
  }
}
