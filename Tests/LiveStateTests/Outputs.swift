import Foundation
import HostModel
import LiveState

/// Outputs that were saved, in `Tests/Fixtures/live` and beside the checkout.
enum Outputs {
  /// Hosts with an output of each command, one of four releases each.
  static let hosts = ["freebsd-11.4", "freebsd-13.2", "freebsd-14.3", "freebsd-15.0"]

  private static let tests = #filePath.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()

  static func folder(_ host: String) -> [LiveOutput: [UInt8]] {
    var found: [LiveOutput: [UInt8]] = [:]
    for output in LiveOutput.allCases {
      let path = "\(tests)/Fixtures/live/\(host)/\(output.rawValue)"
      if let data = FileManager.default.contents(atPath: path) { found[output] = [UInt8](data) }
    }
    return found
  }

  /// Files of a folder of public samples; none where there are no samples.
  static func samples(_ folder: String) -> [(name: String, bytes: [UInt8])] {
    let path = tests + "/../../shared/corpus/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(path)/\(name)").map { (name, [UInt8]($0)) }
    }
  }
}
