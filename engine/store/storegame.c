/* A game as it is played: its beginning, its moves, its end. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "db.h"

/* ---- the beginning ---- */

static bool find_board(struct store *s, const struct board_key *key, int64_t *board)
{
	const struct value *values = VALUES{TEXT(key->packs), TEXT(key->mode), NUMBER(key->length)};

	return db_do(s, "INSERT OR IGNORE INTO boards (packs, mode, length) VALUES (?, ?, ?)",
		     values) &&
	       db_number(s, board,
			 "SELECT id FROM boards WHERE packs = ? AND mode = ? AND length = ?",
			 values);
}

static bool add_game(struct store *s, const struct game *g, const char *language, struct moment now,
		     int64_t *id)
{
	struct board_key key = board_key_of(g);
	int64_t board;
	bool good =
		find_board(s, &key, &board) &&
		db_do(s,
		      "INSERT INTO games (board, titles, seed, nplayers, begun_ms, utc_offset_min,"
		      " state, language) VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
		      VALUES{NUMBER(board), TEXT(g->deck.titles), NUMBER(g->options.seed),
			     NUMBER(g->nplayers), NUMBER(now.unix_ms), NUMBER(now.utc_offset_min),
			     TEXT(language)});

	*id = sqlite3_last_insert_rowid(s->db);
	return good;
}

static bool add_players(struct store *s, int64_t id, const struct game *g)
{
	bool good = true;

	for (int i = 0; i < g->nplayers && good; i++)
		good = db_do(s,
			     "INSERT INTO players (game, player, name, more_percent, place, score,"
			     " floor, right, asked, best_streak, total_ms)"
			     " VALUES (?, ?, ?, ?, 1, 0, 0, 0, 0, 0, 0)",
			     VALUES{NUMBER(id), NUMBER(i), TEXT(g->options.seats[i].name),
				    NUMBER(g->options.seats[i].more_percent)});
	return good;
}

static bool add_running(struct store *s, int64_t id, const struct game *g)
{
	const struct game_options *o = &g->options;

	return db_do(s,
		     "INSERT INTO running (game, clock_percent, reading_percent, even, party,"
		     " mistakes, nspare, nrounds, start_ms, seen_ms, owner)"
		     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
		     VALUES{NUMBER(id), NUMBER(o->clock_percent), NUMBER(o->reading_percent),
			    NUMBER(o->even), NUMBER(o->party), NUMBER(o->mistakes),
			    NUMBER(g->deck.nspare), NUMBER(g->deck.nrounds), NUMBER(g->asked_ms),
			    TEXT(s->owner)});
}

static bool add_deck(struct store *s, int64_t id, const struct deck *d)
{
	bool good = true;
	char path[PATH_MAX];

	for (int i = 0; i < d->n + d->nspare && good; i++) {
		const struct pack *p = d->item[i].pack;
		const struct question *q = &p->questions[d->item[i].question];
		const struct text *about = d->rounds[d->item[i].round];

		good = db_do(s,
			     "INSERT INTO deck (game, number, pack, hash, question, key, round,"
			     " about, path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			     VALUES{NUMBER(id), NUMBER(i), TEXT(p->id), NUMBER(p->hash),
				    NUMBER(d->item[i].question), NUMBER(past_key(p, q)),
				    NUMBER(d->item[i].round),
				    NUMBER(about == NULL        ? ABOUT_NOTHING
					   : about == &p->title ? ABOUT_PACK
								: ABOUT_TOPIC),
				    TEXT(realpath(p->path, path) ? path : p->path)});
	}
	return good;
}

int64_t store_begin(struct store *s, const struct game *g, const char *language, struct moment now)
{
	int64_t id = 0;
	bool good = db_begin(s) && add_game(s, g, language, now, &id) && add_players(s, id, g) &&
		    add_running(s, id, g) && add_deck(s, id, &g->deck);

	return db_commit(s, good) ? id : 0;
}

bool store_language(struct store *s, int64_t id, const char *language)
{
	return s->db && db_do(s, "UPDATE games SET language = ? WHERE id = ? AND state = 0",
			      VALUES{TEXT(language), NUMBER(id)});
}

/* ---- what an answer tells ---- */

struct reply {
	int player;
	uint32_t chosen;
	enum outcome outcome;
	int points;
	int64_t took_ms;
};

/* The question was closed, or else somebody tried it. */
static struct reply find_reply(const struct asked *a)
{
	const struct guess *t = &a->tries[a->ntries > 0 ? a->ntries - 1 : 0];

	if (a->outcome != OUTCOME_NONE)
		return (struct reply){a->player, a->chosen, a->outcome, game_points(a), a->took_ms};
	return (struct reply){t->player, t->chosen, t->chosen ? OUTCOME_WRONG : OUTCOME_LATE, 0,
			      t->took_ms};
}

static bool is_chosen(const struct asked *a, uint32_t chosen, int choice)
{
	for (int i = 0; i < a->nshown; i++)
		if (a->shown[i] == choice)
			return chosen >> i & 1;
	return false;
}

/* Choices by identity, with spaces, in the order of the file: the same ones give the same list.
 * The two of a statement by name. */
static void list_choices(const struct question *q, const struct asked *a, uint32_t chosen,
			 char list[PACK_SHOWN * 17 + 1])
{
	size_t used = 0;

	list[0] = '\0';
	for (int choice = 0; choice < q->nchoices; choice++) {
		const char *gap = used ? " " : "";

		if (!is_chosen(a, chosen, choice))
			continue;
		if (q->statement)
			used += (size_t)sprintf(list + used, "%s%s", gap,
						choice == 0 ? "true" : "false");
		else
			used += (size_t)sprintf(list + used, "%s%016" PRIx64, gap,
						q->choices[choice].id);
	}
}

static bool find_version(struct store *s, const struct pack *p, int64_t *version)
{
	char text[256];
	const struct value *values = VALUES{TEXT(text)};

	snprintf(text, sizeof(text), "%.200s%s%016" PRIx64, p->version ? p->version : "",
		 p->version ? " " : "", p->hash);
	return db_do(s, "INSERT OR IGNORE INTO versions (version) VALUES (?)", values) &&
	       db_number(s, version, "SELECT id FROM versions WHERE version = ?", values);
}

/* What is known of the question, by the rule of past.h. */
static bool note_question(struct store *s, const struct pack *p, const struct question *q,
			  int64_t number, bool right, bool own)
{
	struct known k = {.key = past_key(p, q)};
	sqlite3_stmt *row =
		db_ask(s, "SELECT key, last, asked, right, owed FROM questions WHERE key = ?",
		       VALUES{NUMBER(k.key)});

	if (db_row(s, row)) {
		k = read_known(row);
		sqlite3_reset(row);
	}
	known_note(&k, number, right, own);
	return db_good(s) &&
	       db_do(s,
		     "INSERT INTO questions (key, pack, question, last, asked, right, owed)"
		     " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
		     " last = excluded.last, asked = excluded.asked, right = excluded.right,"
		     " owed = excluded.owed",
		     VALUES{NUMBER(k.key), TEXT(p->id), TEXT(q->id), NUMBER(k.last),
			    NUMBER(k.asked), NUMBER(k.right), NUMBER(k.owed)});
}

static bool add_answer(struct store *s, int64_t id, const struct made *m, bool own)
{
	const struct pack *p = m->pack;
	const struct question *q = m->question;
	struct reply r = find_reply(&m->asked);
	char chosen[PACK_SHOWN * 17 + 1];
	int64_t number, version;

	list_choices(q, &m->asked, r.chosen, chosen);
	return db_number(s, &number, "SELECT coalesce(max(id), 0) + 1 FROM answers", NULL) &&
	       note_question(s, p, q, number, r.outcome == OUTCOME_RIGHT, own) &&
	       count_reply(s, past_key(p, q), r.outcome, chosen, m->now) &&
	       find_version(s, p, &version) &&
	       db_do(s,
		     "INSERT INTO answers (id, game, number, player, question, version, chosen,"
		     " outcome, points, took_ms, unix_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		     VALUES{NUMBER(number), NUMBER(id), NUMBER(m->closed + 1), NUMBER(r.player),
			    NUMBER(past_key(p, q)), NUMBER(version), TEXT(chosen),
			    NUMBER(r.outcome), NUMBER(r.points), NUMBER(r.took_ms),
			    NUMBER(m->now.unix_ms)});
}

/* ---- moves ---- */

static bool add_move(struct store *s, int64_t id, const struct made *m)
{
	if (!db_do(s,
		   "INSERT INTO moves (game, number, op, arg, at_ms, unix_ms) SELECT game,"
		   " (SELECT coalesce(max(number), 0) + 1 FROM moves WHERE game = ?1),"
		   " ?2, ?3, ?4, ?5 FROM running WHERE game = ?1",
		   VALUES{NUMBER(id), NUMBER(m->move.op), NUMBER(m->move.arg),
			  NUMBER(m->move.at_ms), NUMBER(m->now.unix_ms)}))
		return false;
	if (sqlite3_changes(s->db) == 1)
		return true;
	db_say(s, "the game is not kept any more");
	return false;
}

bool store_moves(struct store *s, int64_t id, const struct game *g, const struct made *made, int n)
{
	bool good = db_begin(s), answered = false;

	for (int i = 0; i < n && good; i++) {
		bool answers = made[i].closed >= 0;

		good = add_move(s, id, &made[i]) &&
		       (!answers || add_answer(s, id, &made[i], g->nplayers == 1));
		answered |= answers;
	}
	return db_commit(s, good && (!answered || game_score(s, id, g)));
}

bool store_seen(struct store *s, int64_t id, int64_t at_ms)
{
	bool good = s->db && db_run(s, "PRAGMA synchronous = NORMAL") &&
		    db_do(s, "UPDATE running SET seen_ms = ? WHERE game = ?",
			  VALUES{NUMBER(at_ms), NUMBER(id)});

	return s->db && db_run(s, "PRAGMA synchronous = FULL") && good;
}

/* ---- the end ---- */

bool game_score(struct store *s, int64_t id, const struct game *g)
{
	bool good = true;

	for (int i = 0; i < g->nplayers && good; i++) {
		const struct player *p = &g->players[i];

		good = db_do(
			s,
			"UPDATE players SET place = ?, score = ?, floor = ?, right = ?,"
			" asked = ?, best_streak = ?, total_ms = ? WHERE game = ? AND player = ?",
			VALUES{NUMBER(game_place(g, i)), NUMBER(p->score), NUMBER(p->floor),
			       NUMBER(p->right), NUMBER(p->asked), NUMBER(p->best_streak),
			       NUMBER(p->total_ms), NUMBER(id), NUMBER(i)});
	}
	return good;
}

/* Where time did not count in the game it does not here. */
static int64_t time_of(const struct game *g)
{
	return g->options.even || g->options.clock_percent == CLOCK_OFF ? 0
									: g->players[0].total_ms;
}

static bool put_on_board(struct store *s, int64_t id, const struct game *g, struct moment now)
{
	const struct player *p = &g->players[0];
	int64_t board;

	return db_number(s, &board, "SELECT board FROM games WHERE id = ?", VALUES{NUMBER(id)}) &&
	       db_do(s,
		     "INSERT INTO scores (board, score, floor, total_ms, ended_ms, game,"
		     " utc_offset_min) VALUES (?, ?, ?, ?, ?, ?, ?)",
		     VALUES{NUMBER(board), NUMBER(p->score), NUMBER(p->floor), NUMBER(time_of(g)),
			    NUMBER(now.unix_ms), NUMBER(id), NUMBER(now.utc_offset_min)}) &&
	       db_do(s,
		     "INSERT INTO tallies (board, score, games) VALUES (?, ?, 1)"
		     " ON CONFLICT (board, score) DO UPDATE SET games = games + 1",
		     VALUES{NUMBER(board), NUMBER(p->score)}) &&
	       db_do(s,
		     "UPDATE boards SET games = games + 1, last_ms = max(last_ms, ?) WHERE id = ?",
		     VALUES{NUMBER(now.unix_ms), NUMBER(board)});
}

/* The number of the question a game stands at: each but the last was followed by the next. */
static bool find_place(struct store *s, int64_t id, int *number)
{
	return db_int(s, number, "SELECT 1 + count(*) FROM moves WHERE game = ? AND op = ?",
		      VALUES{NUMBER(id), NUMBER(OP_NEXT)});
}

bool game_close(struct store *s, int64_t id, const struct game *g, struct moment now)
{
	const struct value *which = VALUES{NUMBER(id)};
	int left_at = 0;

	if (!db_do(s, "UPDATE games SET state = ?, ended_ms = ? WHERE id = ? AND state = 0",
		   VALUES{NUMBER(g ? GAME_FINISHED : GAME_LEFT), NUMBER(now.unix_ms), NUMBER(id)}))
		return false;
	if (sqlite3_changes(s->db) == 0) /* it is closed already */
		return true;
	return (g || find_place(s, id, &left_at)) && count_play(s, id, left_at) &&
	       (!g || !board_counts(g) || put_on_board(s, id, g, now)) &&
	       db_do(s, "DELETE FROM moves WHERE game = ?", which) &&
	       db_do(s, "DELETE FROM deck WHERE game = ?", which) &&
	       db_do(s, "DELETE FROM running WHERE game = ?", which);
}

bool store_end(struct store *s, int64_t id, const struct game *g, bool finished, struct moment now)
{
	bool good =
		db_begin(s) && game_score(s, id, g) && game_close(s, id, finished ? g : NULL, now);

	return db_commit(s, good);
}

bool store_leave(struct store *s, int64_t id, struct moment now)
{
	return db_commit(s, db_begin(s) && game_close(s, id, NULL, now));
}

bool store_name(struct store *s, int64_t id, int player, const char *name)
{
	return s->db && db_do(s,
			      "UPDATE players SET name = ? WHERE game = ? AND player = ?"
			      " AND blanked = 0",
			      VALUES{TEXT(name), NUMBER(id), NUMBER(player)});
}
