import Phrases
import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// Runs this very program once more, with some bytes as its input, and waits for its end.
///
/// - Parameter arguments: what it is told, without its name.
/// - Returns: how it ended, and what it wrote to its standard output.
package func runOneself(
  _ arguments: [String], input: [UInt8]
) throws(HostAccessError) -> (end: ProgramEnd, output: [UInt8]) {
  do throws(Errno) {
    let started = try SystemCalls.spawnOneself(arguments)
    let own = OutputStream(FileDescriptor(rawValue: started.input), name: spoken("another process"))
    // one that is gone says so by its end
    _ = try? own.write(input)
    SystemCalls.closeDescriptor(started.input)
    let output = SystemCalls.readAll(from: started.output)
    SystemCalls.closeDescriptor(started.output)
    return (ProgramEnd(status: try SystemCalls.wait(for: started.process)), output)
  } catch {
    throw .cannotRun(program: "jailscope", reason: error.reason)
  }
}

/// All that comes on standard input.
package func readStandardInput() -> [UInt8] { SystemCalls.readAll(from: 0) }

/// Leaves the terminal and those who are at it: what becomes of them is nothing to this process any
/// more, setsid(2).
package func leaveSession() { _ = setsid() }

extension SystemCalls {
  /// Starts this program, with its input and output at pipes: posix_spawnp(3).
  fileprivate static func spawnOneself(
    _ arguments: [String]
  ) throws(Errno) -> (process: pid_t, input: Int32, output: Int32) {
    let input = try pipe()
    let output: (reading: Int32, writing: Int32)
    do throws(Errno) {
      output = try pipe()
    } catch {
      closeDescriptor(input.reading)
      closeDescriptor(input.writing)
      throw error
    }
    defer {
      closeDescriptor(input.reading)
      closeDescriptor(output.writing)
    }
    do throws(Errno) {
      let process = try spawn(
        [Platform.ownProgram] + arguments, input: input.reading, output: output.writing)
      return (process, input.writing, output.reading)
    } catch {
      closeDescriptor(input.writing)
      closeDescriptor(output.reading)
      throw error
    }
  }

  /// Everything up to the end.
  fileprivate static func readAll(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = readSome(from: descriptor)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }
}
