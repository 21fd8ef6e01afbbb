#include "nightly.h"

#include "kiosk.h"

bool nightly_due(struct moment now, int minute, int64_t last, int64_t *night)
{
	*night = moment_day(
		(struct moment){now.unix_ms - minute * INT64_C(60000), now.utc_offset_min});
	return !kiosk_clock_wrong(now) && (*night > last || *night < last - 1);
}

bool nightly_clears(int64_t night, int64_t *trusted, int64_t *waited)
{
	if (*trusted != NIGHTLY_NEVER && night - *trusted > NIGHTLY_LEAP &&
	    ++*waited < NIGHTLY_LEAP)
		return false;
	*trusted = night;
	*waited = 0;
	return true;
}

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int nightly_month(int64_t night)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year = 1970, month = 0;

	for (; night >= 365 + is_leap(year); year++)
		night -= 365 + is_leap(year);
	for (; night >= days[month] + (month == 1 && is_leap(year)); month++)
		night -= days[month] + (month == 1 && is_leap(year));
	return year * 100 + month + 1;
}
