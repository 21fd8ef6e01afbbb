#include "args.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool args_integer(const char *s, long long least, long long most, long long *out)
{
	char *end;

	errno = 0;
	*out = strtoll(s, &end, 10);
	return end != s && *end == '\0' && errno == 0 && *out >= least && *out <= most;
}

bool args_fraction(const char *s, double least, double most, double *out)
{
	char *end;

	*out = strtod(s, &end);
	return end != s && *end == '\0' && *out >= least && *out <= most;
}

static void help(const struct args_table *t)
{
	printf("usage: %s [OPTIONS]%s%s\n\n%s\n\n", t->command, *t->words ? " " : "", t->words,
	       t->about);
	for (const struct args_option *o = t->options; o->name; o++) {
		char left[40];
		snprintf(left, sizeof(left), "%s%s%s", o->name, o->value ? " " : "",
			 o->value ? o->value : "");
		printf("  %-22s ", left);
		for (const char *c = o->help; *c; c++)
			*c == '\n' ? printf("\n%25s", "") : putchar(*c);
		putchar('\n');
	}
	printf("  %-22s this text\n", "-h, --help");
	if (t->more)
		printf("\n%s\n", t->more);
}

static const struct args_option *lookup(const struct args_table *t, const char *word, size_t n)
{
	for (const struct args_option *o = t->options; o->name; o++)
		if (strlen(o->name) == n && strncmp(o->name, word, n) == 0)
			return o;
	return NULL;
}

static enum args_end wrong(const struct args_table *t, const char *what, const char *word,
			   const char *wants)
{
	fprintf(stderr, "%s: %s%s%s%s\n", t->command, word, what, wants ? wants : "",
		wants ? "" : "; see --help");
	return ARGS_WRONG;
}

enum args_end args_read(const struct args_table *t, void *into, int argc, char **argv)
{
	bool over = false;

	for (int i = 1; i < argc; i++) {
		const char *word = argv[i];
		if (over || word[0] != '-' || word[1] == '\0') {
			if (!t->word)
				return wrong(t, ": takes no such word", word, NULL);
			t->word(into, word);
			continue;
		}
		if (strcmp(word, "--") == 0) {
			over = true;
			continue;
		}
		if (strcmp(word, "--help") == 0) {
			help(t);
			return ARGS_HELPED;
		}
		const char *equals = strchr(word, '=');
		const struct args_option *o =
			lookup(t, word, equals ? (size_t)(equals - word) : strlen(word));
		if (!o)
			return wrong(t, ": there is no such option", word, NULL);
		const char *value = equals ? equals + 1 : NULL;
		if (o->value && o->value[0] == '[' && !value) {
			if (i + 1 < argc && o->take(into, argv[i + 1]))
				i++;
			else
				o->take(into, NULL);
			continue;
		}
		if (o->value && !value && i + 1 < argc)
			value = argv[++i];
		if (value && !equals && strcmp(value, "--help") == 0) {
			help(t);
			return ARGS_HELPED;
		}
		if (o->value && !value)
			return wrong(t, " needs ", o->name, o->wants);
		if (!o->value && value)
			return wrong(t, " takes no value", o->name, NULL);
		if (!o->take(into, value)) {
			fprintf(stderr, "%s: %s %s: must be %s\n", t->command, o->name, value,
				o->wants);
			return ARGS_WRONG;
		}
	}
	return ARGS_GOOD;
}
