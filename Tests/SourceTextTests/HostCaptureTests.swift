import SourceText
import Testing

struct HostCaptureTests {
  private static let capture = HostCapture(entries: [
    "/": .directory(["etc", "usr"]), "/etc": .directory(["rc.conf"]), "/usr/local": .missing,
    "/var": .unreadable("permission denied"), "/usr/bin": .directory([]),
  ])

  @Test(arguments: [
    "/etc/jail.conf", "/iocage", "/iocage/jails/www/config.json", "/usr/local/etc",
    "/usr/local/etc/ezjail/www", "/usr/bin/a/b", "/opt",
  ])
  func `what no folder above has is missing`(_ path: String) {
    guard case .missing? = Self.capture.entry(at: path) else {
      Issue.record("\(path) is not missing")
      return
    }
  }

  @Test(arguments: ["/etc/rc.conf", "/usr/share/x", "/var/run", "etc", "", "/etc/rc.conf/x"])
  func `what no folder above tells is not known`(_ path: String) {
    if let entry = Self.capture.entry(at: path) { Issue.record("\(path): \(entry)") }
  }
}
