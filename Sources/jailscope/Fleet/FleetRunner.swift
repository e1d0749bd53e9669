import CellGrid
import Dashboard
import HostAccess
import Reports
import Terminal
import Theming

/// Runs the screen of many hosts at the terminal, and opens the dashboard of one when asked to.
struct FleetRunner: ~Copyable {
  private let reader: FleetReader
  private let look: DashboardLook
  private let preferences: Preferences
  private var state: FleetState
  private var rest: ArraySlice<String>
  private var running: [Errand<[FleetHost]>] = []

  /// - Parameter names: the files to read.
  init(
    _ reader: FleetReader, _ names: [String], _ state: FleetState, _ look: DashboardLook,
    _ preferences: Preferences
  ) {
    self.reader = reader
    self.state = state
    self.look = look
    self.preferences = preferences
    rest = names[...]
  }

  /// Runs until the person leaves or the terminal goes.
  ///
  /// - Returns: the exit status: that of the worst verdict, or 128 and the number of a signal.
  consuming func run() throws(TerminalError) -> Int32 {
    while true {
      switch try show() {
      case .left: return state.fleet.verdict.exitCode
      case .ended(let signal): return 128 + signal
      case .host(let source): open(source)
      }
    }
  }

  /// Why the screen was given up.
  private enum End {
    case left
    case ended(signal: Int32)
    case host(String)
  }

  private mutating func show() throws(TerminalError) -> End {
    var terminal = try Terminal()
    terminal.setMouse(preferences.hasMouse)
    let theme = look.resolved(look.chosen, colors: terminal.colors, isUTF8: terminal.isUTF8)
    state.glyphs = theme.glyphs
    _ = state.update(.resize(columns: terminal.size.columns, rows: terminal.size.rows))
    begin()
    var end: End?
    while end == nil {
      let grid = render(state)
      terminal.draw(terminal.isUTF8 ? grid : grid.ascii, appearance: theme.appearance)
      repeat { end = wait(&terminal) } while end == nil && terminal.hasMore()
    }
    terminal.close()
    return end ?? .left
  }

  private mutating func wait(_ terminal: inout Terminal) -> End? {
    switch terminal.next(watching: [], timeout: nil) {
    case .event(let event):
      switch state.update(event) {
      case .nothing: return nil
      case .open(let source): return .host(source)
      case .leave: return .left
      case .redraw: terminal.redraw()
      case .suspend: terminal.stop()
      }
    case .woken: collect()
    case .ready, .timedOut: break
    case .ended(signal: 2): return .left
    case .ended(let signal): return .ended(signal: signal)
    }
    return nil
  }

  /// Takes in what was read; each errand wakes the screen once.
  private mutating func collect() {
    guard !running.isEmpty else { return }
    state.take(running.removeFirst().result())
    begin()
  }

  private mutating func begin() {
    let reader = reader
    while running.count < reader.origin.shares.threads, !rest.isEmpty {
      let part = Array(rest.prefix(reader.origin.shares.batch))
      rest = rest.dropFirst(part.count)
      running.append(
        Errand {
          defer { Waker().wake() }
          return part.map { reader.read($0) }
        })
    }
  }

  /// Shows one host in the dashboard, which may only look.
  private mutating func open(_ source: String) {
    do {
      let runner = try DashboardRunner(
        reader.inquiry, reader.host(labelled: source), look, preferences, state: nil,
        isOneOfMany: true)
      _ = runner.run()
    } catch let error as HostAccessError {
      state.complaint = error.message
    } catch let error as TerminalError {
      state.complaint = error.message
    } catch {}
  }
}
