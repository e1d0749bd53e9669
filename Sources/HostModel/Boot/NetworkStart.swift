import SourceText

/// A host whose network is up and whose jails are still to be started.
///
/// A forecast of edited files goes on from it, where nothing differs that was looked at so far: what
/// mends a jail leaves the files of the network alone as a rule.
package struct NetworkStart: Sendable {
  /// The boot as far as it has come.
  let boot: Boot

  /// Nil when rc(8) ended before it began with the network.
  init?(_ boot: Boot) {
    guard boot.aborted == nil else { return nil }
    self.boot = boot
  }

  /// Whether it is what another boot of the host comes to, of which the same facts were told.
  func holds(for host: BootHost) -> Bool {
    let capture = boot.host.capture
    return boot.host.traits == host.traits
      && boot.host.lookedAt.allSatisfy { capture.entry(at: $0) == host.capture.entry(at: $0) }
  }
}
