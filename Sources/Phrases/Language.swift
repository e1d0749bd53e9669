import Synchronization

/// The language that people are spoken to in.
package enum Language: Sendable {
  case english
  case german

  private static let isGerman = Atomic(false)
  @TaskLocal private static var isForPrograms = false

  /// What `spoken` answers in; English until the program chose another.
  package static var current: Language {
    isGerman.load(ordering: .relaxed) && !isForPrograms ? .german : .english
  }

  /// Has people spoken to in a language from now on; said once, before anything else is.
  package static func speak(_ language: Language) {
    isGerman.store(language == .german, ordering: .relaxed)
  }

  /// What comes of something that programs or other people read later, which is always English.
  package static func inEnglish<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isGerman.load(ordering: .relaxed) else { return try body() }
    return try $isForPrograms.withValue(true, operation: body)
  }

  /// The language of a locale, as locale(1) has it: the first variable that is set counts.
  ///
  /// German takes letters beyond ASCII, so a locale of another encoding than UTF-8 is answered in
  /// English.
  ///
  /// - Parameter variable: the value of an environment variable.
  package init(environment variable: (String) -> String?) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
    let parts = locale.lowercased().split(separator: ".", maxSplits: 1)
    let language = parts.first?.prefix { $0 != "_" && $0 != "@" }
    let encoding = parts.count == 2 ? parts[1].prefix { $0 != "@" } : ""
    self = language == "de" && ["utf-8", "utf8"].contains(encoding) ? .german : .english
  }
}
