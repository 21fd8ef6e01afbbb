#include "csvhead.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "utf8.h"

/* As head_fold leaves them, without a number behind; languages in a row where they have one. */
static const struct {
	uint8_t is;
	const char *names; /* with '|' between */
} known[] = {
	{COLUMN_NUMBER, "|question #|#|no|nr|number|question number|question "
			"no|question order|order|row|index|nummer|numero|s no|sl no|"},
	{COLUMN_ASK,
	 "|question|questions|question text|title text|question title|question "
	 "stem|stem|prompt|q|ask|statement|claim|aussage|behauptung|affirmation|text|html of the "
	 "question|frage|fragen|fragetext|fragestellung|question posee|intitule|enonce|"
	 "pregunta|preguntas|enunciado|domanda|domande|pergunta|perguntas|vraag|vragen|"
	 "pytanie|pytania|fraga|sporsmal|spørgsmal|spørsmal|otazka|kysymys|kerdes|soru|"
	 "вопрос|питання|"},
	{COLUMN_CHOICE, "|option|choice|answer option|answer choice|possible "
			"answer|alternative|opt|antwortmoglichkeit|"
			"auswahl|choix|proposition|opcion|opzione|scelta|opcao|optie|keuze|opcja|"
			"alternativ|svaralternativ|moznost|secenek|вариант|варіант|"},
	{COLUMN_CHOICES,
	 "|options|choices|answers|answer options|answer choices|antworten|"
	 "antwortmoglichkeiten|reponses|opciones|opzioni|opcoes|opties|antwoorden|odpowiedzi|"},
	{COLUMN_ANSWER,
	 "|answer|a|antwort|reponse|respuesta|risposta|resposta|antwoord|odpowiedz|svar|"
	 "odpoved|vastaus|valasz|cevap|ответ|відповідь|"},
	{COLUMN_RIGHT,
	 "|correct answer|correct answers|correct|correct option|correct choice|correct "
	 "index|correct answer index|correct option index|right answer|right|right answers|"
	 "answer key|key|solution|correct response|true answer|"
	 "richtige antwort|richtig|korrekte antwort|losung|richtige antworten|korrekt|"
	 "bonne reponse|reponse correcte|bonnes reponses|correcte|reponse juste|"
	 "respuesta correcta|correcta|respuestas correctas|risposta corretta|risposta esatta|"
	 "corretta|resposta correta|resposta certa|correta|juiste antwoord|juist|goede "
	 "antwoord|goed|poprawna odpowiedz|poprawna|prawidlowa odpowiedz|ratt svar|riktigt "
	 "svar|rett svar|rigtigt svar|spravna odpoved|dogru cevap|правильный ответ|"},
	{COLUMN_WRONG,
	 "|wrong answer|wrong answers|wrong|incorrect answer|incorrect answers|incorrect|"
	 "distractor|distractors|wrong option|false answer|falsche antwort|falsch|"
	 "falsche antworten|distraktor|mauvaise reponse|fausse reponse|respuesta "
	 "incorrecta|incorrecta|risposta sbagliata|risposta errata|resposta errada|"
	 "resposta incorreta|fout antwoord|fout|bledna odpowiedz|fel svar|feil svar|"},
	{COLUMN_BECAUSE, "|answer feedback|option feedback|feedback answer|feedback option|choice "
			 "feedback|answer explanation for|feedback|explanation|rationale|"},
	{COLUMN_KIND,
	 "|question type|type|kind|fragetyp|typ|type de question|tipo|tipo de pregunta|tipo di "
	 "domanda|vraagtype|"},
	{COLUMN_TIME,
	 "|time limit|time|time in seconds|timer|seconds|time limit seconds|time limit sec|"
	 "duration|zeit|zeitlimit|sekunden|zeit in sekunden|temps|duree|tiempo|segundos|"
	 "limite de tiempo|tempo|tempo limite|tijd|tijdslimiet|czas|limit czasu|tid|"},
	{COLUMN_WHY,
	 "|explanation|answer explanation|why|feedback|general feedback|rationale|reason|"
	 "justification|comment|notes|html of the explanation to the answer|erklarung|"
	 "begrundung|erlauterung|warum|explication|pourquoi|commentaire|explicacion|"
	 "retroalimentacion|spiegazione|perche|explicacao|uitleg|toelichting|wyjasnienie|"
	 "forklaring|forklaring|"},
	{COLUMN_HINT, "|hint|hints|clue|tip|hinweis|tipp|indice|indication|pista|suggerimento|dica|"
		      "podpowiedz|ledtrad|"},
	{COLUMN_TOPIC,
	 "|category|topic|subject|theme|chapter|unit|round|kategorie|thema|fach|"
	 "kapitel|categorie|sujet|chapitre|categoria|tema|argomento|assunto|onderwerp|"
	 "kategoria|temat|kategori|"},
	{COLUMN_TAGS,
	 "|tags|tag|keywords|labels|stichworte|schlagworte|mots cles|etiquetas|etichette|"
	 "palavras chave|trefwoorden|tagi|"},
	{COLUMN_LEVEL, "|difficulty|level|difficulty level|schwierigkeit|schwierigkeitsgrad|stufe|"
		       "niveau|difficulte|dificultad|nivel|difficolta|livello|dificuldade|"
		       "moeilijkheid|poziom|trudnosc|vanskelighetsgrad|svarighetsgrad|"},
	{COLUMN_POINTS, "|points|point|score|marks|mark|weight|value|punkte|punktzahl|puntos|punti|"
			"pontos|punten|punkty|poang|poeng|"},
	{COLUMN_PICTURE,
	 "|image|image link|image url|picture|photo|img|media|image file|bild|bild url|"
	 "imagen|immagine|imagem|afbeelding|obraz|bilde|"},
	{COLUMN_SOUND, "|audio|sound|audio url|audio link|video|video link|video url|ton|son|"},
	{COLUMN_SOURCE,
	 "|source|reference|quelle|beleg|referenz|fuente|referencia|fonte|riferimento|"
	 "bron|zrodlo|kilde|kalla|"},
	{COLUMN_ID, "|id|question id|uid|kennung|"},
};

static UChar32 fold(UChar32 c)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
	UChar parts[8];

	c = u_tolower(c);
	if (c == 0x142)
		return 'l';
	if (nfd && unorm2_getDecomposition(nfd, c, parts, 8, &error) > 0 && U_SUCCESS(error))
		return parts[0];
	return c;
}

void head_fold(const char *s, char *out, size_t room)
{
	const char *end = s + strlen(s);
	size_t n = 0;
	uint32_t code, before = ' ';

	for (int step; s < end && n + 5 < room; s += step) {
		step = utf8_decode(s, (size_t)(end - s), &code);
		if (step == 0)
			break;
		if (u_charType((UChar32)code) == U_NON_SPACING_MARK)
			continue;
		if (u_isupper((UChar32)code) && u_islower((UChar32)before) && n > 0)
			out[n++] = ' '; /* correctAnswer */
		before = code;
		if (u_isalnum((UChar32)code) || code == '#')
			n += (size_t)utf8_encode((uint32_t)fold((UChar32)code), out + n);
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
}

/* Cut where an explanation begins: "(optional)", " - max 75 characters", a second line. */
static void name_of(const char *cell, char *out, size_t room)
{
	static const char *const ends[] = {"\n", "(", "[", " - ", " – ", ":"};
	char name[120];
	size_t n = strlen(cell);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *end = strstr(cell, ends[i]);
		if (end && end > cell && (size_t)(end - cell) < n)
			n = (size_t)(end - cell);
	}
	n = n < sizeof name ? n : sizeof name - 1;
	memcpy(name, cell, n);
	name[n] = '\0';
	head_fold(name, out, room);
}

/* Takes "2" or "b" off the end of a name: 2; 0: there is none. */
static int number_of(char *name)
{
	size_t n = strlen(name), digits = n;
	int number = 0;

	while (digits > 0 && isdigit((unsigned char)name[digits - 1]))
		digits--;
	if (digits < n && n - digits <= 2)
		number = atoi(name + digits);
	else if (n >= 3 && name[n - 2] == ' ' && name[n - 1] >= 'a' && name[n - 1] <= 'z')
		number = name[digits = n - 1] - 'a' + 1;
	else
		return 0;
	while (digits > 0 && name[digits - 1] == ' ')
		digits--;
	name[digits] = '\0';
	return number;
}

static bool has_name(size_t row, const char *name)
{
	char all[160] = "|";

	strcat(strcat(all, name), "|");
	return strstr(known[row].names, all);
}

/* Only these may have a number. */
static bool is_numbered(enum column_is is)
{
	return is == COLUMN_CHOICE || is == COLUMN_ANSWER || is == COLUMN_RIGHT ||
	       is == COLUMN_WRONG || is == COLUMN_BECAUSE;
}

/* "option1_text" is "option1". */
static void drop_text(char *name)
{
	static const char text[] = " text";
	size_t n = strlen(name), end = n > sizeof text ? n - (sizeof text - 1) : 0;

	if (end > 0 && strcmp(name + end, text) == 0 && isdigit((unsigned char)name[end - 1]))
		name[end] = '\0';
}

static void recognise(struct head *h, int i, const char *cell)
{
	char name[120];
	int number;

	name_of(cell, name, sizeof name);
	drop_text(name);
	for (size_t k = 0; k < sizeof known / sizeof *known; k++)
		if (*name && known[k].is != COLUMN_BECAUSE && has_name(k, name)) {
			h->is[i] = known[k].is;
			return;
		}
	number = number_of(name);
	for (size_t k = 0; k < sizeof known / sizeof *known && number > 0; k++)
		if (*name && is_numbered(known[k].is) && has_name(k, name)) {
			h->is[i] = known[k].is == COLUMN_ANSWER ? COLUMN_CHOICE : known[k].is;
			h->number[i] = (uint8_t)number;
			return;
		}
	if (number > 0 && strcmp(name, "hint") == 0)
		h->is[i] = COLUMN_HINT;
}

/* A lone letter or number is a choice where its neighbours are of that kind: A, B, C, D. */
static void recognise_letters(struct head *h, const struct row *r)
{
	int found[COLUMNS], n = 0;

	for (int i = 0; i < h->n; i++) {
		const char *s = r->cells[i];
		bool alone = *s && !s[1];
		if (alone && (toupper((unsigned char)*s) == 'A' + n || *s == '1' + n))
			found[n++] = i;
	}
	for (int i = 0; i < n && n >= 2; i++) {
		h->is[found[i]] = COLUMN_CHOICE;
		h->number[found[i]] = (uint8_t)(i + 1);
	}
}

static int count(const struct head *h, enum column_is is)
{
	int n = 0;

	for (int i = 0; i < h->n; i++)
		n += h->is[i] == is;
	return n;
}

static void replace(struct head *h, enum column_is from, enum column_is to)
{
	int n = 0;

	for (int i = 0; i < h->n; i++)
		if (h->is[i] == from) {
			h->is[i] = (uint8_t)to;
			h->number[i] = (uint8_t)++n;
		}
}

/* The first of its kind counts. */
static void keep_first(struct head *h, enum column_is is)
{
	bool seen = false;

	for (int i = 0; i < h->n; i++)
		if (h->is[i] == is) {
			h->is[i] = seen ? COLUMN_UNKNOWN : (uint8_t)is;
			seen = true;
		}
}

bool head_read(struct head *h, const struct row *r)
{
	bool answered;

	*h = (struct head){.n = r->n < COLUMNS ? r->n : COLUMNS};
	for (int i = 0; i < h->n; i++)
		recognise(h, i, r->cells[i]);
	recognise_letters(h, r);
	answered = count(h, COLUMN_RIGHT) > 0 || count(h, COLUMN_CHOICE) > 1 ||
		   count(h, COLUMN_CHOICES) > 0;
	if (count(h, COLUMN_ANSWER) > 1 ||
	    (count(h, COLUMN_ANSWER) == 1 && count(h, COLUMN_RIGHT) > 0))
		replace(h, COLUMN_ANSWER, COLUMN_CHOICE);
	else
		replace(h, COLUMN_ANSWER, COLUMN_RIGHT);
	answered = answered || count(h, COLUMN_RIGHT) > 0 || count(h, COLUMN_CHOICE) > 0;
	for (int is = COLUMN_KIND; is <= COLUMN_ID; is++)
		keep_first(h, (enum column_is)is);
	keep_first(h, COLUMN_ASK);
	h->known = h->n - count(h, COLUMN_UNKNOWN);
	return answered && count(h, COLUMN_ASK) == 1;
}
