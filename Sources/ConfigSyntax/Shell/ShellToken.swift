/// What the grammar of sh(1) is made of; the raw value is its name in sh(1)'s messages
/// (FreeBSD `bin/sh/mktokens`).
enum ShellToken: String {
  case end = "end of file"
  case newline = "newline"
  case semicolon = "\";\""
  case background = "\"&\""
  case and = "\"&&\""
  case or = "\"||\""
  case pipe = "\"|\""
  case open = "\"(\""
  case close = "\")\""
  case endCase = "\";;\""
  case fallThrough = "\";&\""
  case redirection = "redirection"
  case word = "word"
  case ifWord = "\"if\""
  case then = "\"then\""
  case elseWord = "\"else\""
  case elif = "\"elif\""
  case fi = "\"fi\""
  case whileWord = "\"while\""
  case until = "\"until\""
  case forWord = "\"for\""
  case doWord = "\"do\""
  case done = "\"done\""
  case begin = "\"{\""
  case finish = "\"}\""
  case caseWord = "\"case\""
  case esac = "\"esac\""
  case not = "\"!\""

  /// The reserved word a text is, if it is one.
  init?(reserved text: String) {
    switch text {
    case "if": self = .ifWord
    case "then": self = .then
    case "else": self = .elseWord
    case "elif": self = .elif
    case "fi": self = .fi
    case "while": self = .whileWord
    case "until": self = .until
    case "for": self = .forWord
    case "do": self = .doWord
    case "done": self = .done
    case "{": self = .begin
    case "}": self = .finish
    case "case": self = .caseWord
    case "esac": self = .esac
    case "!": self = .not
    default: return nil
    }
  }

  /// Can only stand behind a list of commands, so a list ends in front of it.
  var endsList: Bool {
    switch self {
    case .end, .close, .endCase, .fallThrough, .then, .elseWord, .elif, .fi, .doWord, .done,
      .finish, .esac:
      true
    default: false
    }
  }
}

/// How the next token is to be taken, which depends on where the grammar stands.
struct ShellTokenMode: OptionSet {
  let rawValue: UInt8

  /// Newlines are skipped.
  static let newlines = ShellTokenMode(rawValue: 1)
  /// Reserved words count as such.
  static let reserved = ShellTokenMode(rawValue: 2)
  /// A word `NAME=…` is an assignment.
  static let assignments = ShellTokenMode(rawValue: 4)

  /// Where a command may start, on this line or a later one.
  static let command: ShellTokenMode = [.newlines, .reserved, .assignments]
}
