#include "packmeant.h"

#include <string.h>
#include <strings.h>

#include "packkeys.h"

/* A name, and the words that stand for it, with blanks between; a blank in a word is left out. */
struct meant {
	const char *name, *words;
};

/* clang-format off */
static const struct meant keys[] = {
	{"ask", "q que question questiontext questionname frage fragestellung pregunta domanda vraag "
		"pergunta stem prompt text task aussage behauptung aufgabe problem statement вопрос pytanie fråga otázka"},
	{"right", "correct correctanswer rightanswer correctoption correctchoice solution richtig "
		  "richtigeantwort lösung loesung correcta correcto respuestacorrecta juste bonne "
		  "bonneréponse goed giusta certo key true good"},
	{"wrong", "incorrect incorrectanswer wronganswer wrongoption incorrectoption distractor falsch "
		  "falscheantwort incorrecta incorrecto faux mauvaise mauvaiseréponse fout sbagliata "
		  "errado bad false"},
	{"why", "explanation explain generalfeedback feedback rationale reason erklärung erklaerung "
		"warum wieso weshalb pourquoi waarom perché begründung begruendung erläuterung explicación explicacion explication spiegazione "
		"uitleg"},
	{"hint", "tip tipp clue pista indice hinweis hilfe suggerimento help"},
	{"source", "reference ref quelle fuente fonte bron citation"},
	{"image", "picture img pic photo bild imagen figure foto immagine afbeelding"},
	{"cover", "picture image img logo bild titelbild thumbnail icon"},
	{"audio", "sound music ton klang song mp3 son sonido geluid"},
	{"alt", "alttext altext imagealt beschreibung description"},
	{"credit", "attribution copyright bildnachweis photographer"},
	{"because", "comment kommentar weil porque parceque"},
	{"level", "difficulty schwierigkeit schwierigkeitsgrad dificultad difficulté difficulte stufe "
		  "niveau nivel grade"},
	{"points", "score point punkte punkt puntos mark marks value defaultgrade"},
	{"time", "timer timelimit seconds duration zeit tiempo temps limit"},
	{"tags", "keyword keywords schlagworte stichworte labels label"},
	{"shuffle", "random randomize randomise shuffleanswers mischen mezclar"},
	{"title", "name titel titulo título titre titolo heading quiztitle quizname"},
	{"author", "autor auteur autore creator verfasser writer by"},
	{"licence", "lizenz licencia licenza copyright rights"},
	{"language", "lang sprache idioma langue lingua locale taal"},
	{"about", "description desc summary beschreibung descripción descripcion info intro subtitle"},
	{"version", "ver rev revision"},
	{"updated", "date datum fecha modified lastmodified changed stand"},
	{"homepage", "url website web link site"},
	{"draw", "count numberofquestions anzahl number"},
	{"order", "sort sorting reihenfolge orden sequence"},
};

static const struct meant choices = {"", "a b c d e f g h option choice opcion opción alternative auswahl"};

static const struct meant answers = {
	"", "answer response antwort respuesta reponse réponse risposta antwoord resposta"};

static const struct meant sections[] = {
	{"question", "q que frage pregunta domanda vraag pergunta item task aufgabe problem вопрос"},
	{"topic", "category categories kategorie categoria categoría thema tema subject round chapter "
		  "section theme sujet kapitel group runde"},
	{"pack", "quiz meta info about general quizpack header metadata"},
	{"defaults", "settings options config standard global"},
};

static const struct meant truths[] = {
	{"false", "false f falsch falso falsa faux onwaar onjuist fałsz falsz falskt usant falsk "
		  "nepravda yanlış yanlis epätosi epatosi hamis неверно"},
	{"true", "true t wahr richtig vrai verdadero verdadeiro cierto vero waar juist prawda sant "
		 "sandt pravda doğru dogru tosi igaz верно"},
};

static const struct {
	int key;
	struct meant value;
} values[] = {
	{KEY_SHUFFLE, {"yes", "on true 1 y ja si sí oui random always shuffled"}},
	{KEY_SHUFFLE, {"no", "off false 0 n nein non never none nie fixed"}},
	{KEY_SHUFFLE, {"keep-last", "last keeplast fixlast"}},
	{KEY_PICK, {"one", "single 1 random"}},
	{KEY_PICK, {"all", "both every multiple several each 2 alle todos tous"}},
	{KEY_PICK, {"any", "either some"}},
	{KEY_ORDER, {"shuffle", "random shuffled mixed yes zufall"}},
	{KEY_ORDER, {"file", "fixed no none sequential inorder original given written sorted"}},
	{KEY_ANSWER, {"true", "yes y 1 ja correct right oui sí si"}},
	{KEY_ANSWER, {"false", "no n 0 nein incorrect wrong non"}},
	{KEY_LEVEL, {"easy", "low simple leicht einfach facile fácil facil beginner basic"}},
	{KEY_LEVEL, {"medium", "mid middle moderate normal mittel moyen medio average intermediate"}},
	{KEY_LEVEL, {"hard", "high heavy difficult schwer difficile difícil dificil expert advanced"}},
	{KEY_TIME, {"0", "unlimited none never no off infinite ohne"}},
	{KEY_QUIZPACK, {"1", "1.0 one v1 yes"}},
};

static const struct meant languages[] = {
	{"de", "deutsch german ger deu alemán aleman allemand"},
	{"en", "english englisch eng inglés ingles anglais us uk gb"},
	{"fr", "français francais french französisch fra francés"},
	{"es", "español espanol spanish spanisch esp castellano"},
	{"it", "italiano italian italienisch ita"},
	{"pt", "português portugues portuguese portugiesisch brazilian"},
	{"nl", "nederlands dutch niederländisch"},
	{"pl", "polski polish polnisch"},
	{"tr", "türkçe turkish türkisch"},
	{"ru", "русский russian russisch"},
	{"uk", "українська ukrainian ukrainisch"},
	{"sv", "svenska swedish schwedisch"},
	{"da", "dansk danish"},
	{"fi", "suomi finnish"},
	{"cs", "čeština czech"},
	{"el", "greek ελληνικά"},
	{"ar", "arabic العربية"},
	{"zh", "chinese 中文 chinesisch"},
	{"ja", "japanese 日本語 jp"},
	{"ko", "korean 한국어 kr"},
	{"la", "latin latein"},
};
/* clang-format on */

enum { WORD = 40 };

/* Small letters without what stands between them; 0: too long, or nothing. */
static size_t squeeze(const char *s, size_t n, char out[WORD + 1])
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		if (strchr(" \t-_", s[i]))
			continue;
		if (at == WORD)
			return 0;
		out[at++] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
	}
	out[at] = '\0';
	return at;
}

static size_t without_number(const char *s, size_t n)
{
	while (n > 0 && strchr("0123456789", s[n - 1]))
		n--;
	return n;
}

static bool has_word(const struct meant *m, const char *word, size_t n)
{
	for (const char *p = m->words; n > 0 && *p;) {
		size_t length = strcspn(p, " ");
		if (length == n && strncasecmp(p, word, n) == 0)
			return true;
		p += length + (p[length] == ' ');
	}
	return false;
}

static bool may_stand(const char *name, int where)
{
	for (int k = 0; k < KEYS; k++)
		if (strcmp(key_rows[k].name, name) == 0)
			return key_rows[k].where & where;
	return false;
}

static const char *find_name(const struct meant *rows, size_t nrows, const char *word, size_t n)
{
	for (size_t i = 0; i < nrows; i++)
		if (has_word(&rows[i], word, n))
			return rows[i].name;
	return NULL;
}

const char *meant_key(const char *word, size_t n, int where)
{
	char s[WORD + 1], key[WORD + 1];

	n = squeeze(word, n, s);
	n = without_number(s, n);
	for (int k = 0; n > 0 && k < KEYS; k++) /* `right 1`, `choice image` */
		if (!(key_rows[k].flags & RESERVED) && key_rows[k].where & where &&
		    k != KEY_ANSWER &&
		    squeeze(key_rows[k].name, strlen(key_rows[k].name), key) == n &&
		    memcmp(key, s, n) == 0)
			return key_rows[k].name;
	for (size_t i = 0; n > 0 && i < sizeof keys / sizeof *keys; i++)
		if (has_word(&keys[i], s, n) && may_stand(keys[i].name, where))
			return keys[i].name;
	return NULL;
}

bool meant_choice(const char *word, size_t n)
{
	char s[WORD + 1];

	n = squeeze(word, n, s);
	n = without_number(s, n);
	return has_word(&choices, s, n) || has_word(&answers, s, n);
}

bool meant_answer(const char *word, size_t n)
{
	char s[WORD + 1];

	n = squeeze(word, n, s);
	return has_word(&answers, s, n);
}

const char *meant_section(const char *word, size_t n)
{
	char s[WORD + 1];

	n = squeeze(word, n, s);
	return find_name(sections, sizeof sections / sizeof *sections, s, without_number(s, n));
}

int meant_truth(const char *word, size_t n)
{
	for (int i = 0; i < 2; i++)
		if (has_word(&truths[i], word, n))
			return i;
	return -1;
}

const char *meant_value(int key, const char *value, size_t n)
{
	char s[WORD + 1];

	n = squeeze(value, n, s);
	if (key == KEY_ANSWER && meant_truth(s, n) >= 0)
		return truths[meant_truth(s, n)].name;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (values[i].key == key && has_word(&values[i].value, s, n))
			return values[i].value.name;
	return NULL;
}

const char *meant_language(const char *name, size_t n)
{
	char s[WORD + 1];

	n = squeeze(name, n, s);
	return find_name(languages, sizeof languages / sizeof *languages, s, n);
}
