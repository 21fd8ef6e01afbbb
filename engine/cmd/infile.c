#include "infile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "iniread.h"

char *infile_read(size_t *n, struct diag *d)
{
	size_t room = 1 << 16;
	char *bytes = malloc(room), *more;

	*n = 0;
	while (bytes && (*n += fread(bytes + *n, 1, room - *n, stdin)) == room &&
	       room <= INI_FILE) {
		more = realloc(bytes, room *= 2);
		if (!more)
			free(bytes);
		bytes = more;
	}
	if (bytes && !ferror(stdin))
		return bytes;
	diag_add(d, SEVERITY_ERROR, "E102", (struct place){0, 0}, "this cannot be read: %s",
		 strerror(bytes ? errno : ENOMEM));
	free(bytes);
	return NULL;
}
