/* Standard input, where a file could stand too. */
#ifndef INFILE_H
#define INFILE_H

#include <stddef.h>

#include "diag.h"

/* To its end, to be freed; a byte more than a file may have shows that it is too large. NULL: see
 * d. */
char *infile_read(size_t *n, struct diag *d);

#endif
