package import Remote
import Synchronization
import SystemPackage

/// A connection to a host by the system's ssh(1), made when something is asked for the first time.
///
/// Whatever the other side does, each request ends: with an answer, or once its time or its room is
/// over. After that the connection is closed, and nothing can be asked any more.
package final class SSHLink: Link {
  /// How many seconds an answer may take.
  package static let usualPatience = 60

  private let options: ConnectionOptions
  private let probe: [UInt8]
  private let outlastsTerminal: Bool
  private let patience: Int
  private let stop = Notice()
  private let state = Mutex(State.unused)

  private enum State: ~Copyable {
    case unused
    case open(Connection)
    case failed(LinkFailure)
  }

  /// - Parameters:
  ///   - probe: the functions of the probe, in sh(1); empty without one.
  ///   - outlastsTerminal: whether files are changed by it: then it is a connection of its own, and
  ///     what a terminal sends doesn't end it.
  ///   - patience: how many seconds an answer may take.
  package init(
    _ options: ConnectionOptions, probe: [UInt8] = [], outlastsTerminal: Bool = false,
    patience: Int = SSHLink.usualPatience
  ) {
    self.options = options
    self.probe = probe
    self.outlastsTerminal = outlastsTerminal
    self.patience = patience
  }

  /// Nothing can be asked any more.
  package var hasFailed: Bool {
    state.withLock { state in
      switch state {
      case .failed: true
      case .open: false
      case .unused: false
      }
    }
  }

  /// Tells whoever waits for an answer that nobody needs it any more.
  package func abandon() { stop.give() }

  /// Sends a request and waits for its answer, for no longer than the patience.
  package func exchange(_ request: Request) throws(LinkFailure) -> Answer {
    try state.withLock { (state) throws(LinkFailure) in
      do throws(LinkFailure) {
        var connection = try open(&state)
        let answer = try connection.exchange(request, patience: patience, stop)
        state = .open(connection)
        return answer
      } catch {
        state = .failed(error)
        throw error
      }
    }
  }

  /// Takes the connection out of the state, or makes it.
  private func open(_ state: inout State) throws(LinkFailure) -> Connection {
    var taken = State.failed(.lost)
    swap(&state, &taken)
    switch consume taken {
    case .open(let connection): return connection
    case .failed(let failure): throw failure
    case .unused:
      return try Connection(
        options, Script(probe: probe), outlastsTerminal: outlastsTerminal)
    }
  }
}

extension RemoteFiles.Time {
  /// The clock and the pauses of this machine.
  package static var ofThisSide: RemoteFiles.Time {
    RemoteFiles.Time(
      elapsed: { SystemCalls.uptime() / 1000 }, pause: { SystemCalls.pause(milliseconds: $0) })
  }
}

/// A connection that is open.
private struct Connection: ~Copyable {
  private let options: ConnectionOptions
  private var client: RunningClient
  private var conversation: Conversation

  init(
    _ options: ConnectionOptions, _ script: Script, outlastsTerminal: Bool
  ) throws(LinkFailure) {
    self.options = options
    conversation = Conversation(options, script)
    do throws(Errno) {
      client = try RunningClient(
        options.words(isFresh: outlastsTerminal), outlastsTerminal: outlastsTerminal)
    } catch {
      throw .noClient(error.reason)
    }
  }

  mutating func exchange(
    _ request: Request, patience: Int, _ stop: Notice
  ) throws(LinkFailure) -> Answer {
    let deadline = SystemCalls.uptime() + patience * 1000
    var rest = conversation.ask(request)[...]
    while let bytes = client.exchange(&rest, until: deadline, stop) {
      guard !bytes.isEmpty else { throw ended() }
      switch conversation.take(bytes) {
      case .waiting: break
      case .answer(let answer): return answer
      case .failed(let failure): throw failure
      }
    }
    throw stop.isGiven ? .abandoned : .silent(seconds: patience)
  }

  /// Why the other side sends nothing any more.
  private mutating func ended() -> LinkFailure {
    guard !conversation.hasAnswered else { return .lost }
    client.hearOut()
    return .refused(ConnectionTrouble(client.complaint, options))
  }
}
