import Foundation
import HostModel
import SourceText
import Testing

/// The variables of public rc.conf files, compared with what sh(1) made of them.
struct CorpusValueTests {
  private static let corpus = Corpus()

  @Test(.enabled(if: corpus.folder != nil, "no public files beside the checkout"))
  func `gives the values that sh gives`() throws {
    var compared = 0
    for name in try Self.corpus.names(in: "rcconf-expected") {
      let data = try Self.corpus.contents(of: "rcconf-expected/\(name)")
      let expected = try JSONDecoder().decode([String: String].self, from: data)
      var host = try Self.corpus.host(with: "rcconf/\(name.dropLast(".json".count))")
      let loaded = host.loadRCVariables(inheriting: ShellVariables())
      for (variable, value) in expected {
        #expect(loaded.text(variable) == value, "\(variable) in \(name)")
        compared += 1
      }
    }
    #expect(compared > 0)
  }

  @Test(.enabled(if: corpus.folder != nil, "no public files beside the checkout"))
  func `forecasts a host with any public rc.conf`() throws {
    for name in try Self.corpus.names(in: "rcconf") {
      let forecast = forecastBoot(try Self.corpus.capture(with: "rcconf/\(name)"))
      #expect(forecast.aborted == nil, "\(name)")
      #expect(forecast.interfaces.contains { $0.interface.name == "lo0" }, "\(name)")
    }
  }
}

/// Public configuration files in `corpus`, below the folder that `JAILSCOPE_SHARED` names or one
/// named `shared` beside the checkout.
private struct Corpus {
  let folder: String?

  init(from file: String = #filePath) {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["JAILSCOPE_SHARED"] {
      candidates = [named]
    } else {
      var url = URL(filePath: file)
      while url.path.count > 1 {
        url.deleteLastPathComponent()
        candidates.append(url.appending(path: "shared").path)
      }
    }
    folder = candidates.map { "\($0)/corpus" }.first {
      FileManager.default.fileExists(atPath: "\($0)/rcconf-expected")
    }
  }

  func names(in name: String) throws -> [String] {
    let folder = try #require(folder)
    return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").sorted()
  }

  func contents(of name: String) throws -> Data {
    let folder = try #require(folder)
    return try #require(FileManager.default.contents(atPath: "\(folder)/\(name)"))
  }

  /// A host that has nothing but this rc.conf.
  func capture(with name: String) throws -> HostCapture {
    let file = SourceFile(path: "/etc/rc.conf", bytes: [UInt8](try contents(of: name)))
    return HostCapture(entries: ["/etc/rc.conf": .file(file)])
  }

  func host(with name: String) throws -> BootHost {
    BootHost(capture: try capture(with: name), facts: HostFacts(), release: .assumed)
  }
}
