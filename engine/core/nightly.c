#include "nightly.h"

#include <time.h>

#include "kiosk.h"

bool nightly_due(struct moment now, int minute, int64_t last, int64_t *night)
{
	*night = moment_day(
		(struct moment){now.unix_ms - minute * INT64_C(60000), now.utc_offset_min});
	return !kiosk_clock_wrong(now) && (*night > last || *night < last - 1);
}

int nightly_month(int64_t night)
{
	time_t at = (time_t)(night * 24 * 60 * 60);
	struct tm day = {0};

	gmtime_r(&at, &day);
	return (day.tm_year + 1900) * 100 + day.tm_mon + 1;
}
