/* What the C library's module leaves out of what a file has beside its content, owner and mode. */
#include <sys/types.h>

#if defined(__linux__)
#include <sys/xattr.h>
#elif defined(__FreeBSD__)
#include <sys/acl.h>
#include <sys/extattr.h>
#endif
