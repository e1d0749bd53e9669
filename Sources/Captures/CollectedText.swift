import ConfigSyntax
import Phrases

/// What is collected of hosts comes in several forms.
extension CapturedHost {
  /// Reads what was collected of a host, in any of its forms: a capture, all that a probe printed, or
  /// what Ansible writes with `--tree` about the task that ran one.
  ///
  /// - Throws: also when the host could not be reached, with the reason.
  package init(collected bytes: [UInt8]) throws(CaptureProblem) {
    switch bytes.first {
    case UInt8(ascii: "{"): self = try Self.ofTask(bytes)
    default:
      if bytes.starts(with: Self.head.utf8) {
        self = try CapturedHost(document: bytes)
      } else {
        self = try Self.ofProbe(bytes)
      }
    }
  }

  private static func ofProbe(_ transcript: [UInt8]) throws(CaptureProblem) -> CapturedHost {
    let frame = try ProbeFrame(in: transcript)
    return try CapturedHost(document: frame.document, limits: .probe)
  }

  /// The result of a task, JSON: `stdout`, or `msg` with `unreachable` or `failed`.
  private static func ofTask(_ bytes: [UInt8]) throws(CaptureProblem) -> CapturedHost {
    // the output stands there twice, once as lines
    guard bytes.count <= 3 * CaptureLimits.probe.bytes else {
      throw CaptureProblem(
        line: nil, reason: spoken("has more than \(3 * CaptureLimits.probe.bytes) bytes"))
    }
    let result: JSONValue
    do throws(JSONProblem) {
      result = try parseJSON(bytes)
    } catch {
      throw CaptureProblem(line: nil, reason: spoken("is no JSON: \(error.message)"))
    }
    let output = result["stdout"]?.text ?? ""
    do throws(CaptureProblem) {
      return try ofProbe(Array(output.utf8))
    } catch {
      // why Ansible has no output says more than that there is none
      guard let reason = failure(in: result) else { throw error }
      throw CaptureProblem(line: nil, reason: reason)
    }
  }

  private static func failure(in result: JSONValue) -> String? {
    let words = [result["msg"]?.text, result["stderr"]?.text].compactMap { $0 }
    let line = words.lazy.flatMap { $0.split(whereSeparator: \.isNewline) }
      .first { $0.contains { !$0.isWhitespace } }
    let reason = line.map { ": \($0)" } ?? ""
    if result["unreachable"] == .bool(true) { return spoken("was not reached\(reason)") }
    if case .number(let status)? = result["rc"], status != "0" {
      return spoken("the probe ended with \(status)\(reason)")
    }
    let hasFailed = result["failed"] == .bool(true) || result["stdout"] == nil
    return hasFailed ? spoken("the task failed\(reason)") : nil
  }
}

extension JSONValue {
  fileprivate var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }
}
