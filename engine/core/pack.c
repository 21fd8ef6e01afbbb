#include "pack.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "packbuild.h"
#include "packguess.h"
#include "packzip.h"

/* The translation that is nearest to the language asked for; NULL: none is. */
static const struct translation *translation_in(const struct text *t, const char *language)
{
	size_t n = language ? strlen(language) : 0;

	for (; n > 0; n--) { /* pt-BR, then pt */
		if (language[n] != '\0' && language[n] != '-')
			continue;
		for (const struct translation *m = t->more; m; m = m->next)
			if (strncasecmp(m->language, language, n) == 0 && m->language[n] == '\0')
				return m;
	}
	return NULL;
}

const char *text_in(const struct text *t, const char *language)
{
	const struct translation *m = translation_in(t, language);

	return m ? m->s : t->s;
}

const char *text_language(const struct text *t, const char *language)
{
	const struct translation *m = translation_in(t, language);

	return m ? m->language : NULL;
}

/* It was written in "en-GB", and "en" is asked for; or the other way. */
static bool is_written_in(const struct pack *p, const char *language)
{
	size_t n = strcspn(language, "-");

	return strcspn(p->language, "-") == n && strncasecmp(p->language, language, n) == 0;
}

bool pack_speaks(const struct pack *p, const char *language)
{
	if (!p->language || !*language || is_written_in(p, language))
		return true;
	for (const char **tag = p->languages; tag && *tag; tag++) {
		size_t n = strlen(*tag); /* pt-BR finds pt too */
		if (strncasecmp(*tag, language, n) == 0 && (!language[n] || language[n] == '-'))
			return true;
	}
	return false;
}

static int find_key(void *ctx, const char *name, size_t n)
{
	const struct build *b = ctx;
	const char *language;

	return key_find(&b->keys, name, n, &language);
}

static const char *find_nearest(void *ctx, const char *name, size_t n)
{
	struct build *b = ctx;
	const char *meant = guess_key(b, name, n);

	if (meant)
		build_suspect(b, meant, b->diag->n);
	return meant;
}

static const char *find_stray(void *ctx, const char *line, size_t n, struct textpos at, bool again)
{
	return guess_line(ctx, line, n, at, again);
}

static bool find_header(void *ctx, const char *words, size_t n)
{
	(void)ctx;
	return section_find(words, n) >= 0;
}

static bool take_section(void *ctx, const char *words, size_t n, struct textpos at)
{
	struct build *b = ctx;

	build_section(b, words, n, at);
	return !b->stopped;
}

static bool take_value(void *ctx, const struct ini_value *v)
{
	struct build *b = ctx;

	build_value(b, v);
	return !b->stopped;
}

/* Not fewer than there are: the array is taken once, and pages that are not used cost nothing. */
static uint32_t count_questions(const struct ini_text *t)
{
	static const char question[] = "question";
	const char *end = t->s + t->n, *before, *word;
	uint32_t n = 0;

	for (const char *p = t->s; (p = memchr(p, '[', (size_t)(end - p))); p++) {
		for (before = p; before > t->s && ini_blank(before[-1]);)
			before--;
		if (before > t->s && before[-1] != t->newline)
			continue;
		for (word = p + 1; word < end && ini_blank(*word);)
			word++;
		n += (size_t)(end - word) >= strlen(question) &&
		     strncasecmp(word, question, strlen(question)) == 0;
	}
	return n > PACK_QUESTIONS ? PACK_QUESTIONS : n;
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ le64toh(word)) * HASH_PRIME;
	return hash ^ hash >> 32;
}

/* In the manner of FNV-1a, and none: eight bytes at a time, the upper half brought down, in two
 * lanes that a processor takes side by side. */
static uint64_t hash_file(const char *s, size_t n)
{
	uint64_t lanes[2] = {HASH_START, HASH_START ^ n}, words[2];

	for (; n >= sizeof words; s += sizeof words, n -= sizeof words) {
		memcpy(words, s, sizeof words);
		lanes[0] = mix(lanes[0], words[0]);
		lanes[1] = mix(lanes[1], words[1]);
	}
	memset(words, 0, sizeof words);
	memcpy(words, s, n);
	return mix(mix(mix(lanes[0], words[0]), words[1]), lanes[1]);
}

/* The folder of the file, and its name without .ini; a pack.ini is named after its folder. A .quiz
 * is its own folder. */
static void name_pack(struct pack *p, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t n = strlen(name);
	char *real = NULL;

	p->path = arena_text(&p->arena, path, strlen(path));
	p->folder = slash ? arena_text(&p->arena, path, slash == path ? 1 : (size_t)(slash - path))
			  : ".";
	if (strcmp(name, "pack.ini") == 0 && p->folder && (real = realpath(p->folder, NULL))) {
		name = strrchr(real, '/') + 1;
		n = strlen(name);
	} else if (n > 4 && strcmp(name + n - 4, ".ini") == 0) {
		n -= 4;
	} else if (packzip_is(path)) {
		p->folder = p->path;
		n -= 5;
	}
	p->id = arena_text(&p->arena, name, n); /* until the pack says it */
	free(real);
}

static void check_pack(struct build *b)
{
	const struct place whole = {0, 0};

	if (b->pack_scope.broken)
		return;
	if (!(b->pack_scope.seen >> KEY_TITLE & 1) && build_raise(b, KEY_TITLE, "this pack"))
		b->pack_scope.bad = true;
	else if (!(b->pack_scope.seen >> KEY_TITLE & 1) && !b->pack_scope.lost) {
		if (b->strange_pack < 0 ||
		    !diag_raise(b->diag, b->strange_pack, "E201",
				"this section is not known, and this pack has no title"))
			diag_add(b->diag, SEVERITY_ERROR, "E201", whole, "this pack has no title")
				->help =
				"add a line at the top of the file: title = the name of the pack";
		b->pack_scope.bad = true;
	}
	if (b->pack->nquestions > 0 || b->pack->nskipped > 0 || b->pack_scope.bad)
		return;
	diag_add(b->diag, SEVERITY_ERROR, "E202", whole, "there is no question in this pack")
		->help = "begin each question with a line: [question]";
}

static void read_text(struct build *b)
{
	struct ini_events events = {b,          find_key,  find_nearest, find_header, take_section,
				    take_value, find_stray};
	struct arena *arena = &b->pack->arena;
	struct arena scratch = {0};
	bool whole;

	b->room = count_questions(b->text);
	b->pack->questions = arena_take(arena, (b->room + 1) * sizeof *b->pack->questions);
	b->identities = arena_take(&scratch, (b->room + 1) * sizeof *b->identities);
	if (b->pack->questions && b->identities) {
		key_index_init(&b->keys);
		whole = ini_read(b->text, &events);
		build_finish(b);
		if (!arena->failed)
			build_identities(b);
		if (whole)
			check_pack(b);
	}
	arena->failed = arena->failed || scratch.failed;
	arena_finish(&scratch);
}

struct pack *pack_read_text(const struct ini_text *text, const char *path, struct diag *d)
{
	struct pack *p = calloc(1, sizeof *p);
	struct build *b = calloc(1, sizeof *b);
	int before = d->n;
	bool good = false;

	if (p && b) {
		p->references = 1;
		p->hash = hash_file(text->bytes, text->nbytes);
		*b = (struct build){.pack = p,
				    .text = text,
				    .diag = d,
				    .own = {settings_none, settings_none, settings_none},
				    .inherited = settings_none,
				    .where = IN_PACK,
				    .errors = d->errors + d->unsaid,
				    .noted = d->n,
				    .strange = -1,
				    .strange_pack = -1,
				    .truth = -1};
		b->scope = &b->pack_scope;
		name_pack(p, path);
		media_init(&b->media, p->folder);
		read_text(b);
		media_finish(&b->media);
		p->ignore = b->own[0].ignore;
		good = p->nquestions > 0 && !b->pack_scope.bad;
		good = !guess_format(b, before, b->known || good) && good;
	}
	if (!p || !b || p->arena.failed) {
		diag_add(d, SEVERITY_ERROR, "E102", (struct place){0, 0},
			 "there is not enough memory to read this file");
		good = false;
	}
	free(b);
	if (good)
		return p;
	if (p)
		arena_finish(&p->arena);
	free(p);
	return NULL;
}

struct pack *pack_read(const char *bytes, size_t n, const char *path, struct diag *d)
{
	struct ini_text text = {0};
	struct pack *p = NULL;

	if (ini_open(&text, bytes, n, d))
		p = pack_read_text(&text, path, d);
	ini_close(&text);
	diag_sort(d);
	return p;
}

char *pack_bytes(const char *path, size_t *n, struct diag *d)
{
	return packzip_is(path) ? packzip_load(path, n, d) : ini_load(path, n, d);
}

struct pack *pack_load(const char *path, struct diag *d)
{
	struct pack *p;
	size_t n;
	char *bytes = pack_bytes(path, &n, d);

	if (!bytes)
		return NULL;
	p = pack_read(bytes, n, path, d);
	free(bytes);
	return p;
}

struct pack *pack_keep(const struct pack *p)
{
	struct pack *mine = (struct pack *)p;

	mine->references++;
	return mine;
}

void pack_drop(const struct pack *p)
{
	struct pack *mine = (struct pack *)p;

	if (!mine || --mine->references > 0)
		return;
	arena_finish(&mine->arena);
	free(mine);
}
