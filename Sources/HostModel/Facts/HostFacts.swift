package import ConfigSyntax
import Phrases

/// What the files of a host can't say, told from outside.
package struct HostFacts: Sendable {
  /// Interfaces present before rc(8) runs, in the order the kernel lists them; nil when not told.
  package var hardware: [String]?
  /// Paths that don't exist; nil when not told, and then nothing is held against a path.
  package var missingPaths: Set<String>?

  /// What the running host says of itself; nil when nobody asked it.
  package var live: LiveHost?
  /// The connection by which somebody looks at the host.
  package var connection: Connection?

  /// Whether the paths in question can be looked up, so that the forecast must say which.
  package var canLookUpPaths = false

  package init(
    hardware: [String]? = nil, missingPaths: Set<String>? = nil, canLookUpPaths: Bool = false,
    live: LiveHost? = nil, connection: Connection? = nil
  ) {
    self.live = live
    self.connection = connection
    self.hardware = hardware
    self.missingPaths = missingPaths
    self.canLookUpPaths = canLookUpPaths
  }

  /// Whether it is told which interfaces the machine has.
  package var tellsHardware: Bool { hardware != nil || live?.interfaces != nil }

  /// Reads a facts document: `hardware` and `missing_paths`, both lists of strings.
  ///
  /// - Throws: when the text is no JSON object, or one of the two is no list of strings.
  package init(json bytes: [UInt8]) throws(JSONProblem) {
    let document = try parseJSON(bytes)
    guard case .object = document else {
      throw JSONProblem(offset: 0, message: spoken("expected an object"))
    }
    hardware = try Self.strings("hardware", of: document)
    missingPaths = try Self.strings("missing_paths", of: document).map { Set($0) }
  }

  private static func strings(
    _ name: String, of document: JSONValue
  ) throws(JSONProblem) -> [String]? {
    guard let member = document[name] else { return nil }
    guard case .array(let values) = member, member.strings.count == values.count else {
      throw JSONProblem(offset: 0, message: spoken("\(name) is no list of strings"))
    }
    return member.strings
  }
}
