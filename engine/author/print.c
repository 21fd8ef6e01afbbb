#include "print.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "hash.h"
#include "imagehead.h"
#include "packmedia.h"
#include "rng.h"

/* Shuffled, right ones or wrong ones. */
static int gather(const struct question *q, bool right, const struct choice **out, struct rng *r)
{
	int n = 0;

	for (int i = 0; i < q->nchoices; i++)
		if (q->choices[i].right == right)
			out[n++] = &q->choices[i];
	rng_shuffle(r, out, (uint32_t)n, sizeof *out);
	return n;
}

static int compare(const void *a, const void *b)
{
	const struct choice *const *c = a, *const *d = b;

	return (*c > *d) - (*c < *d); /* they stand in one array: as in the file */
}

/* Those that stay last go there, in the order of the file. */
static void put_last(const struct question *q, const struct choice **dealt, int n)
{
	const struct choice *kept[PACK_SHOWN];
	int nkept = 0, nlast = 0;

	for (int i = 0; i < n; i++) {
		bool last = dealt[i]->last || (q->shuffle == SHUFFLE_KEEP_LAST &&
					       dealt[i] == &q->choices[q->nchoices - 1]);
		if (last)
			kept[nlast++] = dealt[i];
		else
			dealt[nkept++] = dealt[i];
	}
	qsort(kept, (size_t)nlast, sizeof *kept, compare);
	memcpy(dealt + nkept, kept, (size_t)nlast * sizeof *kept);
}

int print_deal(const struct question *q, const struct choice *dealt[PACK_SHOWN])
{
	const struct choice *rights[PACK_CHOICES], *wrongs[PACK_CHOICES];
	int nright, nwrong, n = 0;
	struct rng r;

	rng_init(&r, hash_text(HASH_START, q->ask.s));
	if (q->statement) {
		dealt[0] = &q->choices[0];
		dealt[1] = &q->choices[1];
		return 2;
	}
	nright = gather(q, true, rights, &r);
	nwrong = gather(q, false, wrongs, &r);
	nright = q->pick == PICK_ONE ? 1 : nright;
	for (int i = 0; i < nright && n < q->show; i++)
		dealt[n++] = rights[i];
	for (int i = 0; i < nwrong && n < q->show; i++)
		dealt[n++] = wrongs[i];
	if (q->shuffle == SHUFFLE_NO) {
		qsort(dealt, (size_t)n, sizeof *dealt, compare);
		return n;
	}
	rng_shuffle(&r, dealt, (uint32_t)n, sizeof *dealt);
	put_last(q, dealt, n);
	return n;
}

static void put_base64(FILE *out, const unsigned char *s, size_t n)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		uint32_t bits = (uint32_t)s[i] << 16 | (i + 1 < n ? (uint32_t)s[i + 1] << 8 : 0) |
				(i + 2 < n ? s[i + 2] : 0);
		fputc(digits[bits >> 18], out);
		fputc(digits[bits >> 12 & 63], out);
		fputc(i + 1 < n ? digits[bits >> 6 & 63] : '=', out);
		fputc(i + 2 < n ? digits[bits & 63] : '=', out);
	}
}

bool print_picture(FILE *out, const struct pack *p, const char *path)
{
	static const char *const kinds[] = {
		[IMAGE_PNG] = "png", [IMAGE_JPEG] = "jpeg", [IMAGE_WEBP] = "webp"};
	int file = media_open(p->folder, path, MEDIA_PICTURE);
	FILE *in = file >= 0 ? fdopen(file, "rb") : NULL;
	unsigned char *bytes = malloc(MEDIA_BYTES);
	struct imagehead head;
	size_t n = 0;
	bool good;

	if (in && bytes)
		n = fread(bytes, 1, MEDIA_BYTES, in);
	good = n > 0 && imagehead_of(bytes, n, &head);
	if (good) {
		fprintf(out, "data:image/%s;base64,", kinds[head.kind]);
		put_base64(out, bytes, n);
	}
	free(bytes);
	if (in)
		fclose(in);
	else if (file >= 0)
		close(file);
	return good;
}

static bool is_language(const char *language, const char *first)
{
	size_t n = strlen(first);

	return language && strncasecmp(language, first, n) == 0 &&
	       (!language[n] || language[n] == '-');
}

const struct print_words *print_words(const char *language)
{
	static const struct print_words words[] = {
		{"en", "Name", "Date", "Points", "Answers", "True", "False",
		 "Tick all that are right.", "Source", "or"},
		{"de", "Name", "Datum", "Punkte", "Lösungen", "Richtig", "Falsch",
		 "Alle richtigen ankreuzen.", "Quelle", "oder"},
		{"fr", "Nom", "Date", "Points", "Réponses", "Vrai", "Faux",
		 "Cochez toutes les bonnes réponses.", "Source", "ou"},
		{"es", "Nombre", "Fecha", "Puntos", "Respuestas", "Verdadero", "Falso",
		 "Marca todas las correctas.", "Fuente", "o"},
		{"it", "Nome", "Data", "Punti", "Risposte", "Vero", "Falso",
		 "Segna tutte quelle giuste.", "Fonte", "o"},
		{"pt", "Nome", "Data", "Pontos", "Respostas", "Verdadeiro", "Falso",
		 "Assinale todas as certas.", "Fonte", "ou"},
		{"nl", "Naam", "Datum", "Punten", "Antwoorden", "Waar", "Onwaar",
		 "Kruis alle juiste aan.", "Bron", "of"},
		{"pl", "Imię i nazwisko", "Data", "Punkty", "Odpowiedzi", "Prawda", "Fałsz",
		 "Zaznacz wszystkie poprawne.", "Źródło", "lub"},
		{"ar", "الاسم", "التاريخ", "النقاط", "الإجابات", "صحيح", "خطأ",
		 "ضع علامة على كل الإجابات الصحيحة.", "المصدر", "أو"},
		{"he", "שם", "תאריך", "נקודות", "תשובות", "נכון", "לא נכון",
		 "סמנו את כל התשובות הנכונות.", "מקור", "או"},
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_language(language, words[i].language))
			return &words[i];
	return words;
}

bool print_is_right_to_left(const char *language)
{
	static const char *const written_so[] = {"ar", "he", "fa", "ur", "yi",
						 "ps", "sd", "ug", "dv", "ckb"};

	for (size_t i = 0; i < sizeof written_so / sizeof *written_so; i++)
		if (is_language(language, written_so[i]))
			return true;
	return false;
}
