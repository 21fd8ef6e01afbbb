#include "checkfix.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fix.h"
#include "iniread.h"
#include "outfile.h"
#include "packzip.h"

/* What could not be loaded is the report's to say. */
bool checkfix_file(const struct entry *e, FILE *tell)
{
	const char *name = e->diag.path;
	struct fixed fixed = {0};
	enum fix_end end = FIX_NOTHING;
	struct diag d;
	bool good = true;
	char *bytes;
	size_t n;

	if (packzip_is(e->path)) {
		fprintf(stderr,
			"stairwell check: %s: a .quiz is not changed in place: unzip it, and fix "
			"its pack.ini\n",
			name);
		return false;
	}
	diag_init(&d, e->path);
	bytes = ini_load(e->path, &n, &d);
	if (bytes)
		end = fix_bytes(e->path, bytes, n, &fixed);
	if (end == FIX_UNREADABLE)
		fprintf(tell, "%s: nothing was fixed: not all of it can be read\n", name);
	if (end == FIX_NO_MEMORY)
		errno = ENOMEM;
	if (end == FIX_NO_MEMORY ||
	    (end == FIX_DONE && !outfile_write(e->path, fixed.bytes, fixed.n))) {
		fprintf(stderr, "stairwell check: %s: cannot be fixed: %s\n", name,
			strerror(errno));
		good = false;
	} else if (end == FIX_DONE) {
		fprintf(tell, "%s: %d %s applied\n", name, fixed.fixes,
			fixed.fixes == 1 ? "fix" : "fixes");
	}
	free(fixed.bytes);
	free(bytes);
	diag_finish(&d);
	return good;
}
