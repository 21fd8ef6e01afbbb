#include "kioskguess.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kioskkeys.h"

enum { DAY_MIN = 24 * 60 };

static const char *skip(const char *s)
{
	return s + strspn(s, " \t");
}

/* Past a word in any case, that no letter follows; NULL: it is not there. */
static const char *past(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncasecmp(s, word, n) == 0 && !isalpha((unsigned char)s[n]) ? s + n : NULL;
}

/* ---- durations ---- */

long kiosk_between(long n, long least, long most)
{
	return n < least ? least : n > most ? most : n;
}

/* Whether that is what is left, in any case, one or several of it. */
static bool is_unit(const char *s, const char *unit)
{
	size_t n = strlen(unit);

	if (strncasecmp(s, unit, n) != 0)
		return false;
	s += n;
	s += n > 1 && tolower((unsigned char)*s) == 's';
	s += *s == '.';
	return *s == '\0';
}

bool kiosk_guess_duration(int row, const char *s, char out[KIOSK_GUESS])
{
	static const struct {
		const char *unit;
		long s;
	} units[] = {{"", 1},     {"s", 1},       {"sec", 1},  {"second", 1}, {"m", 60},
		     {"min", 60}, {"minute", 60}, {"h", 3600}, {"hour", 3600}};
	const struct kiosk_row *r = &kiosk_rows[row];
	char *end;
	long n = strtol(s, &end, 10), unit = 0;

	if (end == s)
		return false;
	end += strspn(end, " ");
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (is_unit(end, units[i].unit))
			unit = units[i].s;
	if (unit == 0)
		return false;
	n = kiosk_between(kiosk_between(n, 0, 100000) * unit, r->least / 1000, r->most / 1000);
	snprintf(out, KIOSK_GUESS, n % 60 || n < 120 ? "%lds" : "%ldm",
		 n % 60 || n < 120 ? n : n / 60);
	return true;
}

/* ---- times of the day and of the week ---- */

static const char *past_half(const char *s, int *hour, bool *told)
{
	static const struct {
		const char *word;
		int from;
	} halves[] = {{"am", 0}, {"a.m.", 0}, {"pm", 12}, {"p.m.", 12}};

	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
		const char *end = past(skip(s), halves[i].word);
		if (end && *hour <= 12) {
			*hour = *hour % 12 + halves[i].from;
			*told = true;
			return end;
		}
	}
	return s;
}

/* 9, 9.30, 0930, 9h, 11:30pm; past it, or NULL. `told`: morning or afternoon was said. */
static const char *past_time(const char *s, int *out, bool *told)
{
	size_t n = strspn(s, "0123456789");
	int number = n > 0 && n < 5 ? atoi(s) : -1;
	int hour = n > 2 ? number / 100 : number, minute = n > 2 ? number % 100 : 0;

	if (number < 0)
		return NULL;
	s += n;
	if (n < 3 && *s && strchr(":.hH", *s)) {
		s++;
		if (isdigit((unsigned char)s[0]) && isdigit((unsigned char)s[1])) {
			minute = (s[0] - '0') * 10 + s[1] - '0';
			s += 2;
		}
	}
	s = past_half(s, &hour, told);
	*out = hour * 60 + minute;
	return minute < 60 && *out <= DAY_MIN ? s : NULL;
}

bool kiosk_guess_minute(int row, const char *s, char out[KIOSK_GUESS])
{
	bool told = false;
	int minute;

	(void)row;
	if (!(s = past_time(s, &minute, &told)) || *s)
		return false;
	minute %= DAY_MIN;
	snprintf(out, KIOSK_GUESS, "%02d:%02d", minute / 60, minute % 60);
	return true;
}

/* What stands between two: a dash of some kind, or a word. */
static const char *past_dash(const char *s)
{
	static const char *const dashes[] = {"-", "–", "—", "to ", "till ", "until "};

	s = skip(s);
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (strncasecmp(s, dashes[i], strlen(dashes[i])) == 0)
			return skip(s + strlen(dashes[i]));
	return NULL;
}

static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
				   "Friday", "Saturday", "Sunday"};

/* Mo, Tues, Wednesdays; past it, or NULL. */
static const char *past_day(const char *s, int *day)
{
	size_t n = 0;

	while (isalpha((unsigned char)s[n]))
		n++;
	for (*day = 0; *day < 7; ++*day) {
		size_t least = n < strlen(days[*day]) ? n : strlen(days[*day]);
		if (n >= 2 && strncasecmp(s, days[*day], least) == 0)
			return s + n + (s[n] == '.');
	}
	return NULL;
}

/* Days as they are to be written, and past them. */
static const char *past_days(const char *s, char out[16])
{
	static const struct {
		const char *word, *days;
	} groups[] = {{"daily", ""},
		      {"every day", ""},
		      {"everyday", ""},
		      {"weekdays", "Mon-Fri "},
		      {"weekends", "Sat-Sun "},
		      {"weekend", "Sat-Sun "}};
	const char *end, *more;
	int from, to;

	out[0] = '\0';
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if ((end = past(s, groups[i].word))) {
			snprintf(out, 16, "%s", groups[i].days);
			return end;
		}
	if (!(end = past_day(s, &from)))
		return s;
	snprintf(out, 16, "%.3s ", days[from]);
	if ((more = past_dash(end)) && (more = past_day(more, &to))) {
		snprintf(out, 16, "%.3s-%.3s ", days[from], days[to]);
		end = more;
	}
	return end + (*end == ':');
}

/* Of 9-5 the second is in the afternoon, of 1-5pm the first too; 22-8 is over midnight. */
static void guess_halves(int *from, bool told_from, int *to, bool told_to)
{
	const int half = DAY_MIN / 2, hour = 60;
	bool clock_of_12 = told_from || *from < half + hour; /* not 13 */

	if (!told_to && clock_of_12 && *to <= *from && *to + half <= DAY_MIN && *to + half > *from)
		*to += half;
	else if (!told_from && told_to && *to >= half && *from >= hour && *from + half < *to)
		*from += half;
}

bool kiosk_guess_span(int row, const char *s, char out[KIOSK_GUESS])
{
	bool told_from = false, told_to = false;
	int from, to;
	char on[16];

	(void)row;
	if (!(s = past_time(skip(past_days(s, on)), &from, &told_from)) || !(s = past_dash(s)) ||
	    !(s = past_time(s, &to, &told_to)) || *s)
		return false;
	guess_halves(&from, told_from, &to, told_to);
	snprintf(out, KIOSK_GUESS, "%s%02d:%02d-%02d:%02d", on, from / 60, from % 60, to / 60,
		 to % 60);
	return true;
}
