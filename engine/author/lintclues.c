/* Rules about words of a question that give its answer away. */
#include <string.h>
#include <strings.h>

#include "lintrules.h"

enum { SHARED = 4 /* bytes that words have in common at least */ };

static bool tells_something(const struct word *w)
{
	return !(w->kinds & (WORD_STOP | WORD_NUMERAL | WORD_CHOICES | WORD_VAGUE)) &&
	       w->n >= (w->number ? 2 : SHARED);
}

static bool is_ending(const char *endings, const char *s, size_t n)
{
	while (n > 0 && *endings) {
		size_t length = strcspn(endings, " ");
		if (length == n && strncasecmp(endings, s, n) == 0)
			return true;
		endings += length + (endings[length] == ' ');
	}
	return n == 0;
}

/* The same but for an ending. */
static bool are_alike(const char *endings, const char *a, size_t na, const char *b, size_t nb)
{
	size_t same = 0, least = na < nb ? na : nb;

	while (same < least &&
	       (a[same] == b[same] || ((a[same] ^ b[same]) == 0x20 && (a[same] | 0x20) >= 'a')))
		same++;
	for (; same >= SHARED; same--) { /* "pumps" and "pumping": "s", "ing" */
		if (na - same > 4 || nb - same > 4)
			return false;
		if (is_ending(endings, a + same, na - same) &&
		    is_ending(endings, b + same, nb - same))
			return true;
	}
	return false;
}

/* The first word of a choice that the question has too; NULL: there is none. */
static const struct word *shared(const struct subject *s, const struct words *c)
{
	for (int i = 0; i < c->n; i++) {
		const struct word *w = &c->w[i];
		if (!tells_something(w))
			continue;
		for (int k = 0; k < s->ask.n; k++) {
			const struct word *v = &s->ask.w[k];
			if (v->hash == w->hash)
				return w;
			if (((s->ask.s[v->at] ^ c->s[w->at]) & ~0x20) == 0 && !w->number &&
			    tells_something(v) &&
			    are_alike(s->lexicon->endings, s->ask.s + v->at, v->n, c->s + w->at,
				      w->n))
				return w;
		}
	}
	return NULL;
}

void lint_shared_word(const struct subject *s)
{
	const struct words *right;
	const struct word *w;
	struct finding *f;

	if (!s->lexicon->language || !lint_can_stand_out(s))
		return;
	right = &s->choices[s->right];
	w = shared(s, right);
	if (!w)
		return;
	for (int i = 0; i < s->q->nchoices; i++)
		if (i != s->right && shared(s, &s->choices[i]))
			return;
	f = lint_say_choice(s, s->right, "W605", "of all choices only the right one repeats '%.*s'",
			    (int)w->n, right->s + w->at);
	lint_second(s->entry, f, s->entry, s->q->at, "the question has it here");
	f->help = "say it in other words here or there, or use the word in a wrong answer too";
}

/* Whether a text has all the words in a row. */
static bool has_row(const struct words *text, const struct words *row)
{
	for (int i = 0; i + row->n <= text->n; i++) {
		int k = 0;
		while (k < row->n && text->w[i + k].hash == row->w[k].hash)
			k++;
		if (k == row->n)
			return true;
	}
	return false;
}

/* Whether it names the right choice, and no other one. */
static bool names_right(const struct subject *s, const char *text)
{
	struct word w[ASK_WORDS];
	struct words words = {w, words_split(text, w, ASK_WORDS), text, 0};

	if (!has_row(&words, &s->choices[s->right]))
		return false;
	for (int i = 0; i < s->q->nchoices; i++)
		if (i != s->right && s->choices[i].n > 0 && has_row(&words, &s->choices[i]))
			return false;
	return true;
}

void lint_own_hint(const struct subject *s)
{
	const struct question *q = s->q;
	const char *alt = q->image || q->audio ? q->alt.s : NULL;
	const struct {
		const char *key, *what, *text;
	} texts[] = {{"hint", "the hint tells", q->hint.s},
		     {"alt",
		      q->image ? "the words for the picture tell" : "the words for the sound tell",
		      alt}};
	const struct words *right;
	int telling = 0;

	if (s->right < 0 || (!q->hint.s && !alt))
		return;
	right = &s->choices[s->right];
	for (int i = 0; i < right->n; i++)
		if (!(right->w[i].kinds & (WORD_STOP | WORD_NUMERAL)))
			telling += right->w[i].n;
	if (telling < SHARED || has_row(&s->ask, right))
		return;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (texts[i].text && names_right(s, texts[i].text))
			lint_say(s->entry, q, "W619", lint_key(s->entry, q, texts[i].key),
				 "%s the right answer: '%s'", texts[i].what,
				 diag_quote(right->s, strlen(right->s)).s)
				->help = "say it without the words of the answer";
}

enum { FITS_A = 1, FITS_AN = 2 };

static bool begins(const char *s, const char *const *list)
{
	for (; *list; list++)
		if (strncasecmp(s, *list, strlen(*list)) == 0)
			return true;
	return false;
}

/* Which article goes before a choice, by its sound. */
static int article_of(const struct words *c)
{
	static const char *const vowel_letters[] = {"eu",    "one",   "once", "uni", "use",
						    "usual", "ubiqu", "ura",  "uk",  "ut",
						    "ewe",   "ouija", NULL};
	static const char *const silent_letters[] = {"hour",  "honest", "honour",
						     "honor", "heir",   NULL};
	const char *s;

	if (c->n == 0)
		return FITS_A | FITS_AN;
	s = c->s + c->w->at;
	if (c->w->capitals || c->w->n == 1 || (unsigned char)*s >= 0x80) /* letters, or a word? */
		return FITS_A | FITS_AN;
	if (*s >= '0' && *s <= '9')
		return *s == '8' || ((strncmp(s, "11", 2) == 0 || strncmp(s, "18", 2) == 0) &&
				     c->w->n == 2)
			       ? FITS_AN
			       : FITS_A;
	if (strncasecmp(s, "unin", 4) == 0 || strncasecmp(s, "unim", 4) == 0)
		return FITS_AN;
	if (begins(s, silent_letters))
		return FITS_AN;
	return strchr("aeiou", *s | 0x20) && !begins(s, vowel_letters) ? FITS_AN : FITS_A;
}

/* Which of "a" and "an" stands where the choice is to go; 0: neither. */
static int article_asked(const struct words *ask)
{
	for (int i = ask->n - 1; i >= 0; i--) {
		const struct word *w = &ask->w[i];
		const char *s = ask->s + w->at, *then = s + w->n;
		if (w->n > 2 || (*s | 0x20) != 'a' || (w->n == 2 && (s[1] | 0x20) != 'n') ||
		    (w->n == 1 && w->capital && i > 0))
			continue;
		if (w->at > 0 && s[-1] == '/') /* "a/an" */
			return 0;
		then += strspn(then, " \n");
		if (strncmp(then, "__", 2) == 0 ||
		    (i == ask->n - 1 && !strchr(then, '?') && *then != ')' && *then != '/'))
			return w->n == 1 ? FITS_A : FITS_AN;
	}
	return 0;
}

void lint_article(const struct subject *s)
{
	int asked, fitting = 0, right;
	struct finding *f;

	if (!s->lexicon->language || strcmp(s->lexicon->language, "en") != 0 || s->right < 0 ||
	    s->texts != s->q->nchoices)
		return;
	asked = article_asked(&s->ask);
	if (!asked)
		return;
	right = (article_of(&s->choices[s->right]) & asked) != 0;
	for (int i = 0; i < s->q->nchoices; i++)
		fitting += (article_of(&s->choices[i]) & asked) != 0;
	if (fitting == s->q->nchoices)
		return;
	f = lint_say(s->entry, s->q, "W606", 0,
		     right ? "the '%s' before the gap rules some choices out"
			   : "the right answer does not go with the '%s' before the gap",
		     asked == FITS_A ? "a" : "an");
	lint_see_choice(s, f, s->right, "the right answer");
	f->help = "type a(n) in its place, or let each choice begin with its own a or an";
}
