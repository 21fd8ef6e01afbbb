/*
 * Private to the reading of packs: the pack in the making. `iniread` calls packbuild.c with headers
 * and packvalue.c with values; packstore.c stores those that can be taken, packquestion.c closes
 * question by question.
 */
#ifndef PACKBUILD_H
#define PACKBUILD_H

#include "hash.h"
#include "iniread.h"
#include "pack.h"
#include "packkeys.h"
#include "packmedia.h"

enum { NOT_GIVEN = 0xff, NOT_KNOWN = 0xfe };

/* What questions inherit; a field that was not given is 0, NOT_GIVEN, -1 or NULL as in a question.
 * A pick or a shuffle is NOT_KNOWN after an unknown word: who inherits that sits out. */
struct settings {
	const struct lines *source, *tags;
	const char *ignore; /* codes of findings */
	int points, time_s;
	uint8_t show, level, pick, shuffle;
	bool bad; /* has an error: the questions that would inherit it sit out */
};

/* One section's keys, as far as they were met. */
struct scope {
	uint64_t seen; /* a bit a row */
	struct textpos first[KEYS];
	struct text *text[KEYS]; /* of the nearest such key above; good where seen */
	bool bad;                /* has an error */
	bool broken;       /* lines of it could not be read: what seems missing may be there */
	bool lost;         /* the rest of it is not worth another complaint */
	uint64_t suspects; /* keys that a misspelt one most likely stands for, a bit a row */
	int suspect[KEYS]; /* and the findings about those; good where the bit is set */
};

/* What makes a question one of a kind, until all are read. */
struct identity {
	uint64_t hash;
	uint32_t offset;
};

struct build {
	struct pack *pack;
	const struct ini_text *text;
	struct diag *diag;
	struct media_folder media;
	struct key_index keys;
	struct settings own[3];    /* the pack's, the defaults', the topic's */
	struct settings inherited; /* all three, laid over one another */
	const struct text *topic;
	struct scope pack_scope, section_scope, *scope;
	int where; /* IN_...; 0: a section that is not read */
	struct textpos header;
	int errors;                /* of diag, when last looked at */
	bool stopped;              /* nothing more is worth reading */
	struct lines **source_end; /* of the section at hand; NULL: the next source is its first */
	int nsources;              /* of the section at hand */
	struct lines **author_end;
	int nlanguages;
	uint64_t strange_languages; /* of pack->languages, a bit each: none that is known */
	int noted;                  /* findings that were looked at when the errors were */
	int strange;      /* the finding about the section at hand, which is not known; or -1 */
	int strange_pack; /* the same of one that is most likely [pack]; or -1 */
	bool implied;     /* the question at hand has no header of its own */
	bool known;       /* a line with a '=', or a section of a pack, was met */
	uint32_t room;    /* for questions */
	struct identity *identities; /* of pack->questions */

	/* The question in the making. */
	struct question q;
	struct choice choices[PACK_CHOICES];
	struct textpos choice_at[PACK_CHOICES];
	int nchoices, nright, truth; /* truth: -1 where there is no `answer` */
	struct settings of_question; /* its own and those it inherits */
	int findings;                /* how many there were before it */
	bool choice_lost;            /* a misspelt choice: what follows belongs to it */
	bool asked_above;            /* what it asks stands in its header */
	const char *answer;          /* what `answer` cannot be; NULL: nothing wrong */
	struct textpos answer_at;
};

extern const struct settings settings_none;

struct finding *build_error(struct build *b, const char *code, struct textpos at, size_t width,
			    const char *message);
/* Errors that came since we last looked belong to the section at hand. */
void build_note_errors(struct build *b, bool of_reader);
/* A question without a header: it sits out, and what is wrong in it is said all the same. */
void build_implied(struct build *b, struct textpos at);
void build_suspect(struct build *b, const char *meant, int finding); /* of a misspelt key */
bool build_raise(struct build *b, int key, const char *whose); /* makes its finding an error */
void build_section(struct build *b, const char *words, size_t n, struct textpos at);
void build_finish(struct build *b); /* closes the last section */

/* packvalue.c */
void build_value(struct build *b, const struct ini_value *v);
bool build_choice_has(const struct build *b, int key); /* the choice at hand is given this key */

/* packquestion.c */
void build_question(struct build *b); /* closes the question in the making */

/* packidentity.c: of two questions with one identity the second sits out. */
uint64_t build_identify(struct build *b, struct question *q); /* its hash; gives q an ID */
void build_identities(struct build *b);

/* packstore.c, and packtranslate.c for translations: what a key's value does to the pack, the
 * section's settings or the question in the making. */
void build_store(struct build *b, const struct ini_value *v, const struct key_row *row);
void build_translation(struct build *b, const struct ini_value *v, const struct key_row *row,
		       const char *language);
struct settings *build_settings(struct build *b); /* of the section at hand */
bool build_is_name(const char *s, size_t n);      /* an id, of a pack or of a question */

/* packnumber.c: a value that is no text, as a number; below 0: it is none. The first says nothing
 * of that, the second complains. Digits alone, least to most. The complaint itself. */
struct textpos build_translated_at(const struct translation *t); /* of the pack in the making */
int build_number(const struct key_row *row, const char *s, size_t n);
int build_read_value(struct build *b, const struct ini_value *v, const struct key_row *row);
int build_read_number(const char *s, size_t n, int least, int most);
struct finding *build_say_value(struct build *b, const struct ini_value *v, const char *help);

/* packfix.c: the fix of a finding, where one is safe: of a key that is not known (`own` bytes of
 * its name without a language), of a word that a key does not take, of a section that is not known
 * (`more`: bytes of the name behind its first word), of a language. What comes later may make one
 * doubtful: at the end of a section, and when a choice is given this key. */
void build_fix_key(struct build *b, struct finding *f, const struct ini_value *v, size_t own);
void build_fix_word(struct build *b, struct finding *f, const struct ini_value *v,
		    const struct key_row *row);
void build_fix_section(struct build *b, struct finding *f, const char *words, size_t first,
		       const char *meant, size_t more);
void build_fix_language(struct build *b, struct finding *f, const struct ini_value *v);
void build_fix_value(struct build *b, struct finding *f, const struct ini_value *v, const char *fix,
		     size_t n);
void build_doubt_fixes(struct build *b);
void build_doubt_choice(struct build *b, int key);

/* packhabits.c: notes on what other formats take for quotes, comments and markup, and is text here.
 */
void build_note_habits(struct build *b, const struct ini_value *v);

/* packignore.c: of a `lint-ignore`, what names no finding. */
void build_check_ignored(struct build *b, const struct ini_value *v);

#endif
