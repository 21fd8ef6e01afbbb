#include "about.h"

#include <string.h>

#include "packkeys.h"
#include "utf8.h"

static const struct place whole = {0, 0};

bool about_is_line(const char *s, int most)
{
	size_t n = strlen(s);
	int length = utf8_length(s, n);
	uint32_t code;

	if (utf8_bad(s, n) < n || length > most || strspn(s, " \t") == n)
		return false;
	for (int step; n > 0; s += step, n -= (size_t)step) {
		step = utf8_decode(s, n, &code);
		if (code == '\n' || utf8_unprintable(code))
			return false;
	}
	return true;
}

const char *about_line(struct arena *a, const char *s, size_t n, int most)
{
	char *out = arena_take(a, n + sizeof "…"), *to = out;
	uint32_t code;
	int length = 0;

	for (int step; out && n > 0; s += step, n -= (size_t)step) {
		step = utf8_decode(s, n, &code);
		if (step == 0 || code == '\n' || code == '\t' || code == '_')
			code = ' ';
		step = step ? step : 1;
		if (utf8_unprintable(code) || (code == ' ' && (to == out || to[-1] == ' ')))
			continue;
		if (++length == most && n > (size_t)step) {
			to = stpcpy(to, "…");
			break;
		}
		to += utf8_encode(code, to);
	}
	while (to && to > out && to[-1] == ' ')
		to--;
	return out ? (*to = '\0', out) : "";
}

static const char *title_of_file(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	size_t n = dot > name ? (size_t)(dot - name) : strlen(name);

	return strcmp(name, "-") == 0 ? "" : about_line(a, name, n, key_rows[KEY_TITLE].most);
}

static void set_title(struct pack *p, const char *asked, const char *path, struct diag *d)
{
	if (asked)
		p->title.s = arena_text(&p->arena, asked, strlen(asked));
	else if (p->title.s)
		p->title.s = about_line(&p->arena, p->title.s, strlen(p->title.s),
					key_rows[KEY_TITLE].most);
	if (p->title.s && *p->title.s)
		return;
	p->title.s = title_of_file(&p->arena, path);
	if (!*p->title.s)
		p->title.s = "Questions";
	diag_help(d,
		  diag_add(d, SEVERITY_WARNING, "W711", whole,
			   "nothing here says what the pack is called: it is called '%s' now",
			   p->title.s),
		  "add, for a better one: --title 'Rivers and lakes'");
}

static void set_source(struct pack *p, const char *asked, struct diag *d)
{
	struct lines *source = asked ? arena_take(&p->arena, sizeof *source) : NULL;
	int without = 0;

	if (source)
		source->text.s = arena_text(&p->arena, asked, strlen(asked));
	for (int i = 0; i < p->nquestions; i++)
		if (!p->questions[i].source) {
			p->questions[i].source = source;
			without++;
		}
	if (!source && without > 0)
		diag_add(d, SEVERITY_WARNING, "W713", whole,
			 without == p->nquestions
				 ? "nothing here says where the questions can be looked up"
				 : "nothing here says where %d of the questions can be looked up",
			 without)
			->help = "add, if you know: --source 'title, author or address'";
}

void about_fill(struct pack *p, const struct about *asked, const char *path, struct diag *d)
{
	struct lines *author = asked->author ? arena_take(&p->arena, sizeof *author) : NULL;

	set_title(p, asked->title, path, d);
	if (author) {
		author->text.s = arena_text(&p->arena, asked->author, strlen(asked->author));
		p->author = author;
	}
	if (asked->licence)
		p->licence = arena_text(&p->arena, asked->licence, strlen(asked->licence));
	if (asked->language)
		p->language = arena_text(&p->arena, asked->language, strlen(asked->language));
	if (!p->licence)
		diag_add(d, SEVERITY_WARNING, "W712", whole,
			 "nothing here says what others may do with the questions")
			->help = "add, for what you chose or were given: --licence 'CC BY-SA 4.0'";
	set_source(p, asked->source, d);
	if (!p->language)
		diag_add(d, SEVERITY_NOTE, "N722", whole,
			 "nothing here says what language the questions are in")
			->help = "add, with its short name: --language en";
}
