package import Rewrite

/// The files of a host as the rewrite engine changes them: by calls that are requests, one each.
///
/// What a call means is the same there. Names are single components below directories in which nobody
/// but root and the user can change anything, no link is followed in one, making a file fails where one
/// is, renaming takes another's place at once, and the lock is that of flock(2). What is written is sent
/// with the next request, and its digest is compared there. What is read again is sent again only if
/// it has changed.
package struct RemoteFiles: Sendable {
  /// The clock and the pauses of this side.
  package struct Time: Sendable {
    /// Seconds of a clock that nobody sets.
    let elapsed: @Sendable () -> Int
    /// Waits some milliseconds.
    let pause: @Sendable (Int) -> Void

    package init(elapsed: @escaping @Sendable () -> Int, pause: @escaping @Sendable (Int) -> Void) {
      self.elapsed = elapsed
      self.pause = pause
    }
  }

  /// What the host said of itself.
  package let hello: Hello
  private let remote: RemoteFileCalls

  /// Asks the host who it is.
  package init(_ link: any Link, _ clock: Time) throws(LinkFailure) {
    guard let hello = Hello(try link.exchange(Hello.request)) else { throw .garbled }
    self.hello = hello
    remote = RemoteFileCalls(link, hello, clock)
  }

  /// The calls.
  package var calls: any FileCalls { remote }

  /// Why nothing is answered any more, so that it isn't known what became of the last call; nil while
  /// there are answers.
  package var failure: LinkFailure? { remote.failure }
}
