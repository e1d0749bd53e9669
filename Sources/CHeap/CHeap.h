/* The options of glibc's malloc(3), which the C library's module leaves out. */
#if defined(__linux__)
#include <malloc.h>
#endif
