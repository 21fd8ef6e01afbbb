/* A game that was interrupted: who it belongs to, and how it is rebuilt. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "db.h"

enum {
	OP_GONE_ON = 0, /* a move of the store's own: another program went on with the game */
	MOST_MOVES = 1 << 16,
	MOST_PERCENT = 1000,
};

static const int64_t MOST_MS = INT64_C(1) << 44; /* further than any clock; sums stay numbers */

enum rebuilt {
	REBUILT,
	REBUILT_OVER, /* it had only not been put away */
	PACK_MISSING,
	IMPOSSIBLE,
	UNREADABLE, /* see store_error */
};

static bool within(int64_t x, int64_t least, int64_t most)
{
	return x >= least && x <= most;
}

/* The next column of a row, where it lies in what can be; else *good turns false. */
static int64_t take(sqlite3_stmt *q, int *column, int64_t least, int64_t most, bool *good)
{
	int64_t x = sqlite3_column_int64(q, (*column)++);

	*good = *good && within(x, least, most);
	return within(x, least, most) ? x : least;
}

/* ---- how it was begun ---- */

struct beginning {
	struct game_options options;
	int64_t start_ms, begun_ms;
	int utc_offset_min, nspare, nrounds;
	char packs[DECK_PACKS], titles[DECK_TITLES]; /* that it was dealt from */
};

static enum rebuilt read_beginning(struct store *s, int64_t id, struct beginning *b)
{
	struct game_options *o = &b->options;
	sqlite3_stmt *q =
		db_ask(s,
		       "SELECT b.mode, g.seed, g.begun_ms, g.utc_offset_min, g.nplayers,"
		       " r.clock_percent, r.reading_percent, r.even, r.party, r.mistakes,"
		       " r.nspare, r.nrounds, r.start_ms, b.packs, g.titles FROM running r"
		       " JOIN games g ON g.id = r.game JOIN boards b ON b.id = g.board"
		       " WHERE r.game = ?",
		       VALUES{NUMBER(id)});
	bool good = true;
	int c = 4;

	if (!db_row(s, q))
		return q && db_good(s) ? IMPOSSIBLE : UNREADABLE;
	o->mode = game_mode(db_text(q, 0));
	o->seed = (uint64_t)sqlite3_column_int64(q, 1);
	b->begun_ms = sqlite3_column_int64(q, 2);
	b->utc_offset_min = sqlite3_column_int(q, 3);
	o->nplayers = (int)take(q, &c, 1, GAME_PLAYERS, &good);
	o->clock_percent = (int)take(q, &c, 0, MOST_PERCENT, &good);
	o->reading_percent = (int)take(q, &c, 0, MOST_PERCENT, &good);
	o->even = take(q, &c, 0, 1, &good);
	o->party = (enum party)take(q, &c, PARTY_TURNS, PARTY_BUZZERS, &good);
	o->mistakes = take(q, &c, 0, 1, &good);
	b->nspare = (int)take(q, &c, 0, DECK_ITEMS - 1, &good);
	b->nrounds = (int)take(q, &c, 1, DECK_ROUNDS, &good);
	b->start_ms = take(q, &c, 0, MOST_MS, &good);
	snprintf(b->packs, sizeof(b->packs), "%s", db_text(q, c));
	snprintf(b->titles, sizeof(b->titles), "%s", db_text(q, c + 1));
	sqlite3_reset(q);
	good = good && o->mode && (o->nplayers == 1 || o->mode->together);
	return good ? REBUILT : IMPOSSIBLE;
}

static enum rebuilt read_seats(struct store *s, int64_t id, struct game_options *o)
{
	sqlite3_stmt *q = db_ask(s,
				 "SELECT name, more_percent FROM players WHERE game = ?"
				 " ORDER BY player",
				 VALUES{NUMBER(id)});
	bool good = true;
	int n = 0;

	for (; db_row(s, q); n++) {
		struct seat *seat = &o->seats[n < GAME_PLAYERS ? n : 0];
		const char *name = db_text(q, 0);
		int c = 1;

		good = good && strlen(name) < sizeof(seat->name);
		if (good)
			strcpy(seat->name, name);
		seat->more_percent = (int)take(q, &c, -1, MOST_PERCENT, &good);
	}
	if (!q || !db_good(s))
		return UNREADABLE;
	return good && n == o->nplayers ? REBUILT : IMPOSSIBLE;
}

/* ---- the deck ---- */

/* As it was then; another may have its identity. */
static const struct pack *find_pack(const struct pack *const *packs, int npacks, const char *id,
				    uint64_t hash)
{
	for (int i = 0; i < npacks; i++)
		if (packs[i]->hash == hash && strcmp(packs[i]->id, id) == 0)
			return packs[i];
	return NULL;
}

static enum rebuilt read_item(sqlite3_stmt *q, const struct pack *const *packs, int npacks,
			      int nrounds, int n, struct deck *d)
{
	const struct pack *p =
		find_pack(packs, npacks, db_text(q, 0), (uint64_t)sqlite3_column_int64(q, 1));
	const struct question *question;
	bool good = n < DECK_ITEMS;
	int c = 2, about;

	if (!p)
		return PACK_MISSING;
	if (!good)
		return IMPOSSIBLE;
	d->item[n].pack = p;
	d->item[n].question = (uint32_t)take(q, &c, 0, p->nquestions - 1, &good);
	d->item[n].round = (uint8_t)take(q, &c, 0, nrounds - 1, &good);
	about = (int)take(q, &c, ABOUT_NOTHING, ABOUT_TOPIC, &good);
	question = &p->questions[d->item[n].question];
	if (!good || past_key(p, question) != (uint64_t)sqlite3_column_int64(q, c))
		return IMPOSSIBLE;
	if (about != ABOUT_NOTHING && !d->rounds[d->item[n].round])
		d->rounds[d->item[n].round] = about == ABOUT_PACK ? &p->title : question->topic;
	return REBUILT;
}

static enum rebuilt read_deck(struct store *s, int64_t id, const struct beginning *b,
			      const struct pack *const *packs, int npacks, struct deck *d)
{
	enum rebuilt how = REBUILT;
	sqlite3_stmt *q = db_ask(s,
				 "SELECT pack, hash, question, round, about, key FROM deck"
				 " WHERE game = ? ORDER BY number",
				 VALUES{NUMBER(id)});
	int n = 0;

	*d = (struct deck){.nspare = b->nspare, .nrounds = b->nrounds};
	memcpy(d->packs, b->packs, sizeof(d->packs));
	memcpy(d->titles, b->titles, sizeof(d->titles));
	while (how == REBUILT && db_row(s, q))
		how = read_item(q, packs, npacks, b->nrounds, n++, d);
	sqlite3_reset(q);
	if (!q || !db_good(s))
		return UNREADABLE;
	d->n = n - b->nspare;
	return how == REBUILT && d->n <= 0 ? IMPOSSIBLE : how;
}

/* ---- its moves ---- */

/* Another program's clock: the game stood still, wherever that one's began. */
static void change_clock(struct game *g, const struct move *m)
{
	if (g->paused_ms >= 0)
		game_shift(g, m->at_ms - g->paused_ms);
}

static enum rebuilt make_moves(struct store *s, int64_t id, struct interrupted *out)
{
	struct game *g = &out->game;
	sqlite3_stmt *q = db_ask(s,
				 "SELECT op, arg, at_ms, unix_ms FROM moves WHERE game = ?"
				 " ORDER BY number",
				 VALUES{NUMBER(id)});
	bool good = true, gone_on = false;

	for (int n = 0; good && db_row(s, q); n++) {
		int c = 0;
		enum op op = (enum op)take(q, &c, OP_GONE_ON, OP_HEARD, &good);
		uint32_t arg = (uint32_t)take(q, &c, 0, UINT32_MAX, &good);
		struct move m = {op, arg, take(q, &c, 0, MOST_MS, &good)};

		good = good && n < MOST_MOVES;
		if (!good)
			break;
		if (gone_on)
			change_clock(g, &m);
		gone_on = (int)op == OP_GONE_ON;
		if (gone_on)
			game_pause(g, m.at_ms);
		else if (game_allows(g, &m))
			game_move(g, &m);
		else
			good = false;
		out->at_ms = m.at_ms;
		out->ended.unix_ms = sqlite3_column_int64(q, 3);
	}
	sqlite3_reset(q);
	if (!q || !db_good(s))
		return UNREADABLE;
	return good ? REBUILT : IMPOSSIBLE;
}

static enum rebuilt rebuild(struct store *s, int64_t id, const struct pack *const *packs,
			    int npacks, struct interrupted *out)
{
	struct beginning b = {0};
	struct deck d;
	int64_t seen_ms;
	enum rebuilt how = read_beginning(s, id, &b);

	*out = (struct interrupted){
		.id = id, .at_ms = b.start_ms, .ended = {b.begun_ms, b.utc_offset_min}};
	if (how == REBUILT)
		how = read_seats(s, id, &b.options);
	if (how == REBUILT)
		how = read_deck(s, id, &b, packs, npacks, &d);
	if (how != REBUILT)
		return how;
	game_start(&out->game, &d, &b.options, b.start_ms);
	how = make_moves(s, id, out);
	if (how != REBUILT)
		return how;
	if (!db_number(s, &seen_ms, "SELECT coalesce(seen_ms, -1) FROM running WHERE game = ?",
		       VALUES{NUMBER(id)}))
		return UNREADABLE;
	if (seen_ms > out->at_ms && seen_ms <= MOST_MS)
		out->at_ms = seen_ms;
	if (out->game.phase == PHASE_OVER)
		return REBUILT_OVER;
	game_pause(&out->game, out->at_ms);
	out->at_ms = out->game.paused_ms;
	return REBUILT;
}

/* ---- which ---- */

static bool is_free(struct store *s, const char *owner)
{
	return strcmp(owner, s->owner) == 0 || !owner_lives(owner);
}

/* The newest that runs, was begun or gone on with before this one, and is nobody's. */
static bool find_free(struct store *s, int64_t before, int64_t *id)
{
	sqlite3_stmt *q = db_ask(s,
				 "SELECT game, owner FROM running WHERE game < ?"
				 " ORDER BY game DESC",
				 VALUES{NUMBER(before)});
	bool found = false;

	while (!found && db_row(s, q)) {
		found = is_free(s, db_text(q, 1));
		*id = sqlite3_column_int64(q, 0);
	}
	sqlite3_reset(q);
	return found;
}

/* Puts away what can't be gone on with, or is over. */
static void put_away(struct store *s, const struct interrupted *in, int64_t id, enum rebuilt how)
{
	bool over = how == REBUILT_OVER;
	bool good = db_begin(s) && (!over || game_score(s, id, &in->game)) &&
		    game_close(s, id, over ? &in->game : NULL, in->ended);

	db_commit(s, good);
}

bool store_interrupted(struct store *s, const struct pack *const *packs, int npacks,
		       struct interrupted *out)
{
	int64_t id = INT64_MAX;

	while (s->db && find_free(s, id, &id)) {
		enum rebuilt how = rebuild(s, id, packs, npacks, out);

		if (how == REBUILT)
			return true;
		if (how == REBUILT_OVER || how == IMPOSSIBLE)
			put_away(s, out, id, how);
	}
	return false;
}

bool store_leave_interrupted(struct store *s, const struct pack *const *packs, int npacks,
			     struct interrupted *room)
{
	int64_t id = INT64_MAX;
	bool good = s->db;

	while (good && store_interrupted(s, packs, npacks, room))
		good = store_leave(s, room->id, room->ended);
	while (good && find_free(s, id, &id)) { /* those whose packs are not here */
		*room = (struct interrupted){0};
		good = db_number(s, &room->ended.unix_ms,
				 "SELECT coalesce((SELECT max(unix_ms) FROM moves WHERE game = ?1),"
				 " (SELECT begun_ms FROM games WHERE id = ?1))",
				 VALUES{NUMBER(id)}) &&
		       store_leave(s, id, room->ended);
	}
	return good;
}

bool store_wanted(struct store *s, bool (*see)(void *ctx, const char *path), void *ctx)
{
	sqlite3_stmt *q = s->db ? db_ask(s,
					 "SELECT DISTINCT d.path, r.owner FROM running r"
					 " JOIN deck d ON d.game = r.game WHERE d.path != ''"
					 " ORDER BY r.game DESC",
					 NULL)
				: NULL;

	while (db_row(s, q)) {
		if (!is_free(s, db_text(q, 1)) || see(ctx, db_text(q, 0)))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}

bool store_resume(struct store *s, int64_t id)
{
	sqlite3_stmt *q;
	bool good = db_begin(s), free = false;

	q = good ? db_ask(s, "SELECT owner FROM running WHERE game = ?", VALUES{NUMBER(id)}) : NULL;
	if (db_row(s, q)) {
		free = is_free(s, db_text(q, 0));
		sqlite3_reset(q);
	}
	good = good && free &&
	       db_do(s,
		     "INSERT INTO moves (game, number, op, arg, at_ms, unix_ms)"
		     " SELECT r.game, coalesce(m.number, 0) + 1, 0, 0,"
		     " max(coalesce(r.seen_ms, -1), coalesce(m.at_ms, r.start_ms)),"
		     " coalesce(m.unix_ms, g.begun_ms)"
		     " FROM running r JOIN games g ON g.id = r.game"
		     " LEFT JOIN moves m ON m.game = r.game AND m.number ="
		     " (SELECT max(number) FROM moves WHERE game = r.game) WHERE r.game = ?",
		     VALUES{NUMBER(id)}) &&
	       db_do(s, "UPDATE running SET owner = ?, seen_ms = NULL WHERE game = ?",
		     VALUES{TEXT(s->owner), NUMBER(id)});
	return db_commit(s, good);
}
