import CPlatform
import Rewrite
import SystemPackage

#if canImport(Glibc)
  import Glibc
#endif

/// What a file has beside its content, owner and permissions.
extension SystemFileCalls {
  #if os(FreeBSD)
    /// The name under which the access control list goes, in the text form of acl_to_text_np(3).
    private static let listName = "acl"

    /// The list and the attributes of the user namespace: acl_get_fd_np(3), extattr_get_fd(2).
    func attributes(of file: Int32) throws(CallFailure) -> [String: [UInt8]] {
      var found: [String: [UInt8]] = [:]
      if let type = listType(of: file) {
        found[Self.listName] = try calling("acl_get_fd_np") { () throws(Errno) in
          guard let list = acl_get_fd_np(file, type) else { throw Errno(rawValue: errno) }
          defer { acl_free(UnsafeMutableRawPointer(list)) }
          guard let text = acl_to_text_np(list, nil, ACL_TEXT_NUMERIC_IDS) else {
            throw Errno(rawValue: errno)
          }
          defer { acl_free(text) }
          return Array(String(cString: text).utf8)
        }
      }
      for name in try userAttributes(of: file) {
        found["user.\(name)"] = try calling("extattr_get_fd") { () throws(Errno) in
          let size = try SystemCalls.check {
            extattr_get_fd(file, EXTATTR_NAMESPACE_USER, name, nil, 0)
          }
          var value = [UInt8](repeating: 0, count: size)
          let count = try SystemCalls.check {
            extattr_get_fd(file, EXTATTR_NAMESPACE_USER, name, &value, size)
          }
          return Array(value.prefix(count))
        }
      }
      return found
    }

    func setAttribute(
      _ name: String, to value: [UInt8]?, of file: Int32
    ) throws(CallFailure) {
      if name == Self.listName {
        guard let value, let type = listType(of: file) else { return }
        return try calling("acl_set_fd_np") { () throws(Errno) in
          guard let list = acl_from_text(String(decoding: value, as: UTF8.self)) else {
            throw Errno(rawValue: errno)
          }
          defer { acl_free(UnsafeMutableRawPointer(list)) }
          _ = try SystemCalls.check { acl_set_fd_np(file, list, type) }
        }
      }
      let name = String(name.dropFirst("user.".utf8.count))
      try calling("extattr_set_fd") { () throws(Errno) in
        if let value {
          _ = try SystemCalls.check {
            extattr_set_fd(file, EXTATTR_NAMESPACE_USER, name, value, value.count)
          }
        } else {
          _ = try SystemCalls.check { extattr_delete_fd(file, EXTATTR_NAMESPACE_USER, name) }
        }
      }
    }

    /// NFSv4 lists on ZFS, POSIX.1e ones on UFS where they are switched on, else none.
    private func listType(of file: Int32) -> acl_type_t? {
      if fpathconf(file, _PC_ACL_NFS4) == 1 { return acl_type_t(ACL_TYPE_NFS4) }
      if fpathconf(file, _PC_ACL_EXTENDED) == 1 { return acl_type_t(ACL_TYPE_ACCESS) }
      return nil
    }

    private func userAttributes(of file: Int32) throws(CallFailure) -> [String] {
      try calling("extattr_list_fd") { () throws(Errno) in
        do throws(Errno) {
          let size = try SystemCalls.check {
            extattr_list_fd(file, EXTATTR_NAMESPACE_USER, nil, 0)
          }
          var list = [UInt8](repeating: 0, count: size)
          let count = try SystemCalls.check {
            extattr_list_fd(file, EXTATTR_NAMESPACE_USER, &list, size)
          }
          // each name follows a byte that has its length
          var names: [String] = []
          var rest = list.prefix(count)
          while let length = rest.popFirst() {
            names.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
            rest = rest.dropFirst(Int(length))
          }
          return names
        } catch {
          // a file system without any
          guard error == .notSupported else { throw error }
          return []
        }
      }
    }

    func flags(of file: Int32) throws(CallFailure) -> ProtectionFlags {
      try calling("fstat") { () throws(Errno) in
        let bits = UInt32(try FileDescriptor(rawValue: file).stat().flags.rawValue)
        let protecting: [(UInt32, String)] = [
          (UInt32(SF_IMMUTABLE), "schg"), (UInt32(UF_IMMUTABLE), "uchg"),
          (UInt32(SF_APPEND), "sappnd"), (UInt32(UF_APPEND), "uappnd"),
          (UInt32(SF_NOUNLINK), "sunlnk"), (UInt32(UF_NOUNLINK), "uunlnk"),
        ]
        // the system sets the archive flag of whatever is written
        return ProtectionFlags(
          kept: bits & UInt32(UF_SETTABLE) & ~UInt32(UF_ARCHIVE),
          protecting: protecting.filter { bits & $0.0 != 0 }.map(\.1))
      }
    }

    func setFlags(of file: Int32, _ kept: UInt32) throws(CallFailure) {
      try calling("fchflags") { () throws(Errno) in
        _ = try SystemCalls.check { fchflags(file, UInt(kept)) }
      }
    }
  #else
    /// All extended attributes, among which are the access control lists: fgetxattr(2).
    func attributes(of file: Int32) throws(CallFailure) -> [String: [UInt8]] {
      var found: [String: [UInt8]] = [:]
      for name in try attributeNames(of: file) {
        found[name] = try calling("fgetxattr") { () throws(Errno) in
          let size = try SystemCalls.check { fgetxattr(file, name, nil, 0) }
          var value = [UInt8](repeating: 0, count: size)
          let count = try SystemCalls.check { fgetxattr(file, name, &value, size) }
          return Array(value.prefix(count))
        }
      }
      return found
    }

    func setAttribute(
      _ name: String, to value: [UInt8]?, of file: Int32
    ) throws(CallFailure) {
      try calling(value == nil ? "fremovexattr" : "fsetxattr") { () throws(Errno) in
        if let value {
          _ = try SystemCalls.check { fsetxattr(file, name, value, value.count, 0) }
        } else {
          _ = try SystemCalls.check { fremovexattr(file, name) }
        }
      }
    }

    private func attributeNames(of file: Int32) throws(CallFailure) -> [String] {
      try calling("flistxattr") { () throws(Errno) in
        do throws(Errno) {
          let size = try SystemCalls.check { flistxattr(file, nil, 0) }
          var list = [CChar](repeating: 0, count: size)
          let count = try SystemCalls.check { flistxattr(file, &list, size) }
          return list.prefix(count).split(separator: 0).map { name in
            String(decoding: name.map(UInt8.init(bitPattern:)), as: UTF8.self)
          }
        } catch {
          // a file system without any
          guard error == .notSupported else { throw error }
          return []
        }
      }
    }

    /// `FS_IMMUTABLE_FL` and its like of linux/fs.h, with the letters of chattr(1).
    private static let protectingFlags: [(UInt32, String)] = [(0x10, "i"), (0x20, "a")]
    /// The flags for no dump and no access time.
    private static let keptFlags: UInt32 = 0x40 | 0x80

    func flags(of file: Int32) throws(CallFailure) -> ProtectionFlags {
      let bits = try inodeFlags(of: file) ?? 0
      return ProtectionFlags(
        kept: bits & Self.keptFlags,
        protecting: Self.protectingFlags.filter { bits & $0.0 != 0 }.map(\.1))
    }

    func setFlags(of file: Int32, _ kept: UInt32) throws(CallFailure) {
      let present = try inodeFlags(of: file) ?? 0
      try calling("ioctl") { () throws(Errno) in
        var bits = CLong(present & ~Self.keptFlags | kept)
        // FS_IOC_SETFLAGS
        _ = try SystemCalls.check { ioctl(file, 0x4008_6602, &bits) }
      }
    }

    /// Nil on a file system that has none.
    private func inodeFlags(of file: Int32) throws(CallFailure) -> UInt32? {
      try calling("ioctl") { () throws(Errno) in
        var bits: CLong = 0
        do throws(Errno) {
          // FS_IOC_GETFLAGS
          _ = try SystemCalls.check { ioctl(file, 0x8008_6601, &bits) }
        } catch {
          guard error == .notSupported || error == .inappropriateIOCTLForDevice else {
            throw error
          }
          return nil
        }
        return UInt32(truncatingIfNeeded: bits)
      }
    }
  #endif
}
