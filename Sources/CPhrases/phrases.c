#include "CPhrases.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char german[] = {
#embed GERMAN
};

const unsigned char *jailscope_german(void) { return german; }

size_t jailscope_german_size(void) { return sizeof german; }
