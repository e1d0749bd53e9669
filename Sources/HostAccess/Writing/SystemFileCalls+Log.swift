#if canImport(Glibc)
  import Glibc
#endif

/// Telling the system's log.
extension SystemFileCalls {
  func log(_ line: String) {
    // syslog(3) keeps the address of the program's name, not the name
    "jailscope".withCString { program in
      openlog(program, LOG_PID, LOG_USER)
      line.withCString { line in
        withVaList([line]) { vsyslog(LOG_NOTICE, "%s", $0) }
      }
      closelog()
    }
  }
}
