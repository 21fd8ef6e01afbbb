/*
 * A player on the glass: a colour, a shape and a name. Shapes differ always, so that nobody is told
 * apart by colour alone. Private to view/.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include "game.h"
#include "ui.h"

/* Of the players 0 to GAME_PLAYERS - 1. */
colour token_colour(const struct ui *ui, int player);
const char *token_shape(int player); /* in words */

/* Its middle at x, y, `size` px. */
struct item *token_draw(struct ui *ui, int player, float x, float y, float size);

/* What a player is called; "Player 1" where nobody gave a name. Lives as long as the frame. */
const char *token_name(struct ui *ui, const struct seat *seats, int player);

/* The same within an English phrase, whose order a name from right to left does not turn. */
const char *token_said(struct ui *ui, const struct seat *seats, int player);

#endif
