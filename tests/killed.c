/*
 * kill -9 at random moments of `play --text`: killed PROGRAM [KILLS]
 *
 * A game is played with a seed from beginning to end once, as it should be. Then it is played
 * again, killed again and again and gone on with, each time with the answers that are still to
 * come. After each kill the store opens, every answer that was told is in it, and the game goes on
 * with the same question, its choices in the same order, and the same score.
 */
#include <errno.h>
#include <fcntl.h>
#include <json-c/json.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { QUESTIONS = 24, MOST = 400, SWAPPED = 4, WORDS = 24 };

static const char *program;
static char folder[] = "/dev/shm/killed.XXXXXX"; /* a kill is none of the disk's business */
static uint64_t chance = 20261122;

static void fail(const char *format, ...)
{
	va_list rest;

	va_start(rest, format);
	fputs("killed: ", stderr);
	vfprintf(stderr, format, rest);
	fprintf(stderr, "\n%s is kept\n", folder);
	va_end(rest);
	exit(1);
}

/* Steele and Vigna's SplitMix64, by Vigna's description. */
static uint64_t draw(uint64_t below)
{
	uint64_t z = chance += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (z ^ (z >> 31)) % below;
}

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* ---- running it ---- */

struct run {
	char *out, *err;
	bool killed;
	int status;
	int64_t took_us;
};

static char *read_whole(int fd)
{
	char *text = NULL;
	size_t n = 0;
	ssize_t got;

	do {
		text = realloc(text, n + 4097);
		got = read(fd, text + n, 4096);
		n += got > 0 ? (size_t)got : 0;
	} while (got > 0 || (got < 0 && errno == EINTR));
	text[n] = '\0';
	return text;
}

/* What is typed is there at once; after_us < 0: it is not killed. */
static struct run run(const char *const *words, const char *typed, int64_t after_us)
{
	int in[2], out[2], err = open(folder, O_TMPFILE | O_RDWR, 0600);
	int64_t from_us = now_us();
	struct run r = {0};

	if (err < 0 || pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC))
		fail("no pipe: %s", strerror(errno));
	pid_t child = fork();
	if (child == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		dup2(err, 2);
		execv(program, (char *const *)(uintptr_t)words);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	if (write(in[1], typed, strlen(typed)) < 0 && errno != EPIPE)
		fail("nothing can be typed: %s", strerror(errno));
	close(in[1]);
	if (after_us >= 0) {
		nanosleep(&(struct timespec){after_us / 1000000, after_us % 1000000 * 1000}, NULL);
		kill(child, SIGKILL);
	}
	r.out = read_whole(out[0]);
	waitpid(child, &r.status, 0);
	r.killed = WIFSIGNALED(r.status);
	r.took_us = now_us() - from_us;
	lseek(err, 0, SEEK_SET);
	r.err = read_whole(err);
	close(out[0]);
	close(err);
	return r;
}

static void forget(struct run *r)
{
	free(r->out);
	free(r->err);
}

/* ---- what is said ---- */

/* Of each question its ask and choices, and what was said of the answer. */
struct told {
	char *asked[MOST], *swapped[MOST], *answered[MOST];
	int first, last; /* questions, from 1; first 0: none */
	int answers;     /* told in this run */
	char going_on[160], score[80];
};

static bool begins(const char *line, const char *with)
{
	return strncmp(line, with, strlen(with)) == 0;
}

static bool ends_question(const char *line)
{
	static const char *const ends[] = {"Type ",        "Right",     "Wrong",
					   "swap is used", "Hint: ",    "Score: ",
					   "Time: ",       "Standings", "Topic: "};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (begins(line, ends[i]))
			return true;
	return *line == '\0' || strstr(line, " has no ") || begins(line, "There is no ");
}

static void append(char **text, const char *line)
{
	size_t n = *text ? strlen(*text) : 0;

	*text = realloc(*text, n + strlen(line) + 2);
	sprintf(*text + n, "%s\n", line);
}

/* The last line is cut where the program was killed, and does not count. Several count each their
 * own questions, and all get as many. */
static struct told understand(const char *out, int players)
{
	struct told t = {0};
	char **question = NULL;
	int number = 0, player = 1;

	for (const char *end; (end = strchr(out, '\n')); out = end + 1) {
		char line[512];

		snprintf(line, sizeof(line), "%.*s", (int)(end - out), out);
		const char *turn = begins(line, "Going on") ? strstr(line, ", Player ") : NULL;
		if (turn)
			player = atoi(turn + 9);
		if (begins(line, "Player ") && strstr(line, "it is your turn"))
			player = atoi(line + 7);
		if (begins(line, "Question ")) {
			number = (atoi(line + 9) - 1) * players + player;
			if (number < 1 || number >= MOST)
				fail("question %d", number);
			question = t.asked[number] ? &t.swapped[number] : &t.asked[number];
			free(*question);
			*question = NULL;
			t.first = t.first ? t.first : number;
			t.last = number;
			continue;
		}
		if (begins(line, "Right: ") || strcmp(line, "Right") == 0 ||
		    strcmp(line, "Wrong") == 0) {
			free(t.answered[number]);
			t.answered[number] = strdup(line);
			t.answers++;
		}
		if (begins(line, "Going on with "))
			snprintf(t.going_on, sizeof(t.going_on), "%.159s", line);
		if (begins(line, "Score: "))
			snprintf(t.score, sizeof(t.score), "%.79s", line);
		if (question && ends_question(line))
			question = NULL;
		if (question)
			append(question, line);
	}
	return t;
}

static void forget_told(struct told *t)
{
	for (int i = 0; i < MOST; i++) {
		free(t->asked[i]);
		free(t->swapped[i]);
		free(t->answered[i]);
	}
}

/* ---- what is kept ---- */

struct kept {
	int64_t newest; /* game that has an answer */
	int answers;    /* of games newer than the one asked about */
	int64_t points;
	char outcome[MOST][8];
};

static int64_t number_of(json_object *row, const char *name)
{
	json_object *o;

	return json_object_object_get_ex(row, name, &o) ? json_object_get_int64(o) : -1;
}

static struct kept look(const char *data, int64_t than)
{
	const char *const words[] = {program,    "scores", "--data",    data,
				     "--export", "json",   "--answers", NULL};
	struct run r = run(words, "", -1);
	json_object *all = json_tokener_parse(r.out), *o;
	struct kept k = {.newest = than};

	if (r.status != 0 || !all)
		fail("scores: status %d\n%s%s", r.status, r.err, r.out);
	for (size_t i = 0; i < json_object_array_length(all); i++) {
		json_object *row = json_object_array_get_idx(all, i);
		int64_t game = number_of(row, "game");

		if (game <= than)
			continue;
		k.newest = game > k.newest ? game : k.newest;
		k.points += number_of(row, "points");
		json_object_object_get_ex(row, "outcome", &o);
		snprintf(k.outcome[++k.answers], sizeof(k.outcome[0]), "%s",
			 json_object_get_string(o));
	}
	json_object_put(all);
	forget(&r);
	return k;
}

/* ---- a game ---- */

struct plan {
	const char *mode, *players;
};

static const struct plan plans[] = {{"climb", "1"}, {"study", "1"},  {"rounds", "1"},
				    {"daily", "1"}, {"sprint", "1"}, {"one-take", "1"},
				    {"climb", "3"}, {"rounds", "2"}};

struct game {
	const struct plan *plan;
	char seed[24], pack[64], data[64], typed[MOST * 12];
	struct told right; /* what is said when nobody kills it */
	int64_t took_us;
};

/* What is typed from this question on: a choice each, and once another question is asked for. */
static const char *type_from(struct game *g, int question)
{
	char *at = g->typed;

	for (int i = question; i < MOST; i++)
		at += sprintf(at, "%s%d\n", i == SWAPPED ? "swap\n" : "",
			      1 + (int)((i * 7919u + (unsigned)atoi(g->seed)) % 97 % 4));
	return g->typed;
}

static void name_words(const struct game *g, const char *data, bool resume,
		       const char *words[WORDS])
{
	int n = 0;

	words[n++] = program;
	words[n++] = "play";
	words[n++] = "--text";
	words[n++] = "--no-clock";
	words[n++] = "--data";
	words[n++] = data;
	if (resume) {
		words[n++] = "--resume";
	} else {
		words[n++] = "--seed";
		words[n++] = g->seed;
		words[n++] = "--mode";
		words[n++] = g->plan->mode;
		words[n++] = "--players";
		words[n++] = g->plan->players;
	}
	words[n++] = g->pack;
	words[n] = NULL;
}

static void check_same(const struct game *g, const char *what, int number, const char *said,
		       const char *right, const char *other)
{
	if (!said || (right && strcmp(said, right) == 0) || (other && strcmp(said, other) == 0))
		return;
	fail("--mode %s --players %s --seed %s: %s %d is\n%s\nnot\n%s", g->plan->mode,
	     g->plan->players, g->seed, what, number, said, right ? right : "there");
}

/* All that was said is what is said when nobody kills it; of the question that was told last a
 * part. */
static void check_told(const struct game *g, const struct told *t)
{
	for (int i = 1; i < MOST; i++) {
		if (i != t->last) {
			check_same(g, "question", i, t->asked[i], g->right.asked[i],
				   g->right.swapped[i]);
			check_same(g, "question", i, t->swapped[i], g->right.swapped[i], NULL);
		}
		check_same(g, "answer", i, t->answered[i], g->right.answered[i], NULL);
	}
}

static void check_kept(const struct game *g, const struct kept *k)
{
	for (int i = 1; i <= k->answers; i++) {
		bool right = strcmp(k->outcome[i], "right") == 0;

		if (!g->right.answered[i] || right != begins(g->right.answered[i], "Right"))
			fail("answer %d is kept as %s", i, k->outcome[i]);
	}
}

static struct game begin(int number)
{
	struct game g = {.plan = &plans[draw(sizeof(plans) / sizeof(*plans))]};
	const char *words[WORDS];
	char data[64];

	snprintf(g.seed, sizeof(g.seed), "%d", 1 + number);
	snprintf(g.pack, sizeof(g.pack), "%s/pack.ini", folder);
	snprintf(g.data, sizeof(g.data), "%s/data", folder);
	snprintf(data, sizeof(data), "%s/whole", folder);
	name_words(&g, data, false, words);
	struct run r = run(words, type_from(&g, 1), -1);
	if (r.status != 0 || *r.err)
		fail("a game that nobody kills: %s%s", r.err, r.out);
	g.right = understand(r.out, atoi(g.plan->players));
	g.took_us = r.took_us;
	forget(&r);
	return g;
}

/* What it goes on with is what was kept. */
static void check_going_on(const struct game *g, const struct told *t, const struct kept *k)
{
	int asked = -1, of;
	char points[32] = "";
	const char *colon = strchr(t->going_on, ':');

	if (!*t->going_on)
		return; /* a new game, or killed before it said so */
	if (!colon || sscanf(colon, ": %d of %d asked, %31s", &asked, &of, points) < 2 ||
	    asked != k->answers ||
	    (strcmp(g->plan->players, "1") == 0 && atoll(points) != k->points))
		fail("%s with %d answers and %lld points kept", t->going_on, k->answers,
		     (long long)k->points);
	if (t->first && t->first != k->answers + 1)
		fail("%s goes on with question %d after %d answers", g->plan->mode, t->first,
		     k->answers);
}

/* Of a run: what it told is right, goes on from what was kept before it, and is kept. */
static struct kept check_run(struct game *g, const struct run *r, const struct told *t,
			     const struct kept *before, int64_t newest)
{
	struct kept k = look(g->data, newest);
	bool again = t->answered[0] != NULL; /* the answer before was told once more */
	int told = before->answers + t->answers - again;

	if (*r->err)
		fail("it says\n%s", r->err);
	check_told(g, t);
	check_going_on(g, t, before);
	check_same(g, "answer", before->answers, t->answered[0], g->right.answered[before->answers],
		   NULL);
	check_kept(g, &k);
	if (k.answers < told || k.answers > told + 1)
		fail("%d answers are kept, and %d were told", k.answers, told);
	if (!r->killed && strcmp(t->score, g->right.score) != 0)
		fail("%s\nnot\n%s", t->score, g->right.score);
	return k;
}

/* Kills it until it is over. Returns how often. */
static int kill_game(struct game *g, int most, int64_t *newest)
{
	struct kept kept = {0};
	bool resume = false, over = false;
	int kills = 0;

	while (kills < most && !over) {
		const char *words[WORDS];

		name_words(g, g->data, resume, words);
		struct run r = run(words, type_from(g, kept.answers + 1),
				   (int64_t)draw((uint64_t)g->took_us * 5 / 4));
		struct told t = understand(r.out, atoi(g->plan->players));

		if (!r.killed && r.status != 0)
			fail("status %d\n%s", r.status, r.err);
		if (strstr(r.err, "can be gone on with; this is a new one")) {
			if (kept.answers < g->right.answers)
				fail("a game of %d answers is lost", kept.answers);
			kept = look(g->data, *newest); /* it had been over, and another one began */
			over = true;
		} else {
			kept = check_run(g, &r, &t, &kept, *newest);
			over = !r.killed;
		}
		kills += r.killed;
		resume = resume || t.first > 0;
		forget_told(&t);
		forget(&r);
	}
	*newest = kept.newest;
	return kills;
}

/* Every question takes one line. */
static void write_pack(void)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/pack.ini", folder);
	f = fopen(path, "w");
	if (!f)
		fail("%s: %s", path, strerror(errno));
	fputs("title = Killed\n", f);
	for (int i = 0; i < QUESTIONS; i++)
		fprintf(f,
			"\n%s[question]\nask = What is the %dth?\nright = r%d\nwrong = a%d\n"
			"wrong = b%d\nwrong = c%d\nwhy = Because.\n",
			i % 8 ? ""
			: i   ? "[topic B]\n\n"
			      : "[topic A]\n\n",
			i, i, i, i, i);
	fclose(f);
}

int main(int argc, char **argv)
{
	int most = argc > 2 ? atoi(argv[2]) : getenv("STAIRWELL_LONG") ? 1000 : 60;
	int kills = 0, games = 0;
	int64_t newest = 0;
	char remove[64], options[256];

	if (argc < 2)
		return 2;
	if (!mkdtemp(folder) && !mkdtemp(strcpy(folder, "/tmp/killed.XXXXXX")))
		fail("no folder: %s", strerror(errno));
	program = argv[1];
	/* A leak is looked for on the way out, which a kill cuts short; others look for leaks. */
	snprintf(options, sizeof(options), "%s:detect_leaks=0",
		 getenv("ASAN_OPTIONS") ? getenv("ASAN_OPTIONS") : "");
	setenv("ASAN_OPTIONS", options, 1);
	signal(SIGPIPE, SIG_IGN);
	write_pack();
	for (; kills < most; games++) {
		struct game g = begin(games);

		kills += kill_game(&g, most - kills, &newest);
		forget_told(&g.right);
	}
	printf("%d kills in %d games\n", kills, games);
	snprintf(remove, sizeof(remove), "rm -rf %s", folder);
	return system(remove);
}
