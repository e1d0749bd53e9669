/* What the C library's module leaves out: what a file has beside its content, owner and mode, the
   options of glibc's malloc(3), and what FreeBSD's kernel tells of a process. */
#include <sys/types.h>

#if defined(__linux__)
#include <malloc.h>
#include <sys/xattr.h>
#elif defined(__FreeBSD__)
#include <sys/acl.h>
#include <sys/extattr.h>
#include <sys/sysctl.h>
#endif
