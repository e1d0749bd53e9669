#ifndef JAILSCOPE_PHRASES_H
#define JAILSCOPE_PHRASES_H

#include <stddef.h>

/* The German catalogue as it stands in its file; Swift would take half a minute to compile it. */
const unsigned char *_Nonnull jailscope_german(void);
size_t jailscope_german_size(void);

#endif
