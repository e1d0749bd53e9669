import Testing

@testable import Rules

struct BootFlagOffTests {
  private static func host(_ line: String, _ settings: String) -> String {
    """
    == /etc/rc.conf
    \(line)
    == /usr/local/bastille/jails/www/jail.conf
    www { path = /j/www; exec.start = '/bin/sh /etc/rc'; }
    == /usr/local/bastille/jails/www/settings.conf
    \(settings)
    """
  }

  @Test func `points at the switch`() {
    expectFindings(
      of: BootFlagOff.self, in: Self.host("bastille_enable=YES", "boot=\"«off»\""),
      ["info: jail www is left out of the boot: boot=\"off\""])
    expectFindings(
      of: BootFlagOff.self,
      in: Self.host("bastille_enable=YES\nbastille_list=«git»", "boot=\"on\""),
      ["info: jail www is left out of the boot: bastille_list"])
  }

  @Test(arguments: [
    ("bastille_enable=YES", "boot=\"on\""), ("bastille_enable=YES", "priority=\"99\""),
    ("bastille_enable=NO", "boot=\"off\""), ("bastille_enable=YES\nbastille_list=www", "boot=on"),
  ])
  func `is silent where the jail is started, or none is`(_ line: String, _ settings: String) {
    expectSilence(of: BootFlagOff.self, in: Self.host(line, settings))
  }

  @Test func `switches a jail of iocage on in its own file, not in that of all`() {
    expectWays(
      of: BootFlagOff.self,
      in: """
        == /etc/rc.conf
        iocage_enable=YES
        == /iocage/defaults.json
        {
            "boot": 0
        }
        == /iocage/jails/www/config.json
        {
            "CONFIG_VERSION": "29",
            "host_hostuuid": "www"
        }
        """,
      """
      review: let the boot start jail ioc-www
      -     "host_hostuuid": "www"
      +     "host_hostuuid": "www",
      +     "boot": 1
      """)
  }

  @Test func `offers the ways to mend it, each with no more than it says`() {
    expectWays(
      of: BootFlagOff.self, in: Self.host("bastille_enable=YES", "boot=\"off\""),
      """
      review: let the boot start jail www
      - boot="off"
      + boot="on"
      """)
  }
}
