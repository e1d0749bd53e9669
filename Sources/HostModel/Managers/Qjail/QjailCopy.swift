/// The file in which qjail has the same of a jail as at a path; nil for any other path.
package func qjailCopy(of path: String) -> String? {
  let folder = "/usr/local/etc/qjail.local/"
  guard path.hasPrefix(folder) else { return nil }
  return "/usr/local/etc/qjail.global/\(path.dropFirst(folder.count))"
}
