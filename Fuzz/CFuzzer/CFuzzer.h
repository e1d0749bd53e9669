/* The entry of libFuzzer, which has no header of its own. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*attempt)(const uint8_t *data, size_t size));
