/*
 * A pack of questions: what its author wrote, read from an INI file (the format is
 * questions/README.md).
 *
 * A pack is immutable once loaded and counted: pack_keep and pack_drop. All it points to lives in
 * its arena. Author text is UTF-8, to the letter, NUL-terminated; lines are separated by '\n'.
 */
#ifndef PACK_H
#define PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "diag.h"

enum {
	PACK_QUESTIONS = 1000000,
	PACK_CHOICES = 26, /* in the file */
	PACK_SHOWN = 6,    /* on the screen */
	PACK_RIGHT = 6,    /* right ones */
	PACK_DRAW = 200,   /* questions in a game */
	PACK_SOURCES = 8,  /* of a question, on the screen */
	PACK_TAGS = 64,    /* of a question, with those it inherits */
	PACK_LANGUAGES = 64,
};

struct translation {
	const char *language; /* BCP 47, in lower case */
	const char *s;
	struct translation *next;
};

struct text {
	const char *s; /* NULL: not given */
	struct translation *more;
};

/* The text in the language asked for ("pt-BR", then "pt"), else the author's own; NULL language:
 * the author's own. */
const char *text_in(const struct text *t, const char *language);

bool pack_is_language(const char *s, size_t n); /* in its shape, BCP 47 */
bool pack_knows_language(const char *tag);      /* its first part, in any case */

/* The language of the translation that text_in chooses; NULL: it is the author's own. */
const char *text_language(const struct text *t, const char *language);

enum pick { PICK_ONE, PICK_ALL, PICK_ANY };
enum shuffle { SHUFFLE_YES, SHUFFLE_NO, SHUFFLE_KEEP_LAST };

struct choice {
	uint64_t id; /* FNV-1a 64 of the untranslated text, or of the image's path where it has no
			text */
	struct text text, because, alt;
	const char *image;
	uint32_t at; /* where its key stands: bytes from the start of the text */
	bool right;
	bool last; /* "all of the above" and its like: stays last by itself */
};

/* Texts that many questions share (from a topic or defaults) are shared in memory too. */
struct lines {
	struct text text;
	const struct lines *next;
};

struct question {
	const char *id; /* as given, or "q-" and a hash in hex */
	struct text ask, hint, why, alt, credit;
	const struct text *topic; /* name of its topic, or NULL */
	const struct lines *source, *tags;
	const char *ignore;        /* codes of findings to leave alone, or NULL */
	const char *image, *audio; /* paths relative to the pack's folder, checked to stay in it */
	const struct choice *choices; /* rights and wrongs in the order of the file */
	int nchoices, nright;
	int line;              /* where it begins */
	int ask_line;          /* where its `ask` stands ... */
	uint32_t at;           /* ... in bytes from the start of the text */
	uint8_t show;          /* 2 to PACK_SHOWN */
	uint8_t level;         /* 1 to 5; 0 where not given */
	uint8_t pick, shuffle; /* enum pick, enum shuffle */
	bool id_given;         /* by the author */
	bool statement;        /* choices are true and false, in that order, never shuffled */
	int points;            /* -1 where not given */
	int time_s;            /* 0: no limit; -1 where not given */
};

struct pack {
	int references;
	struct arena arena;
	const char *path, *folder; /* the file; the folder media paths are relative to */
	const char *id;
	struct text title, about;
	const struct lines *author;
	const char *licence, *language, *version, *updated, *homepage, *cover;
	const char *ignore; /* codes of findings to leave alone, or NULL */
	int draw;           /* questions in one game; 0 where not given */
	bool in_order;      /* order = file */
	uint64_t hash;      /* of the file's bytes, to tell versions apart */
	struct question *questions;
	int nquestions;         /* those that can be played */
	int nskipped;           /* those that sit out because of an error */
	const char **languages; /* of the translations, each once, NULL-terminated; NULL: none */
};

/*
 * Reads one file whole, saying everything that is wrong in d. NULL when nothing in it can be played
 * or the pack itself has an error; then d has at least one error. The caller drops the pack.
 */
struct pack *pack_load(const char *path, struct diag *d);

/* The bytes of a pack's text, to be freed: of the file, or of the pack.ini in a NAME.quiz
 * (packzip.h). NULL: see d. */
char *pack_bytes(const char *path, size_t *n, struct diag *d);

/* The same from memory, as a test or an editor has it; path names it and places its media. */
struct pack *pack_read(const char *bytes, size_t n, const char *path, struct diag *d);

/* The same from a text that is open (iniread.h), of which the pack keeps nothing. */
struct ini_text;
struct pack *pack_read_text(const struct ini_text *text, const char *path, struct diag *d);

/* The two choices of a statement: true, then false. */
const struct choice *pack_statement(bool truth);

/* Whether whoever asks for a language finds it in the pack, be it in part. Of one that does not say
 * what it was written in, that is taken for granted. */
bool pack_speaks(const struct pack *p, const char *language);

struct pack *pack_keep(const struct pack *p);
void pack_drop(const struct pack *p); /* NULL is fine */

#endif
