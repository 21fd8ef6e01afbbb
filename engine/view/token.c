#include "token.h"

#include <string.h>

#include "writing.h"

#define LEFT_TO_RIGHT_MARK "\u200E"

static const struct {
	enum icon icon;
	const char *words;
} shapes[GAME_PLAYERS] = {
	{ICON_SHAPE_CIRCLE, "circle"}, {ICON_SHAPE_TRIANGLE, "triangle"},
	{ICON_SHAPE_SQUARE, "square"}, {ICON_SHAPE_DIAMOND, "diamond"},
	{ICON_SHAPE_STAR, "star"},     {ICON_SHAPE_CROSS, "cross"},
	{ICON_SHAPE_HEART, "heart"},   {ICON_SHAPE_MOON, "moon"},
};

colour token_colour(const struct ui *ui, int player)
{
	return ui->t->players[player];
}

const char *token_shape(int player)
{
	return shapes[player].words;
}

struct item *token_draw(struct ui *ui, int player, float x, float y, float size)
{
	return ui_icon(ui, shapes[player].icon, x, y, size, token_colour(ui, player), 2);
}

const char *token_name(struct ui *ui, const struct seat *seats, int player)
{
	const char *name = seats[player].name;

	return *name ? name : frame_printf(ui->f, "Player %d", player + 1);
}

const char *token_said(struct ui *ui, const struct seat *seats, int player)
{
	const char *name = token_name(ui, seats, player);

	if (!writing_of(name, strlen(name)).starts_rtl)
		return name;
	return frame_printf(ui->f, LEFT_TO_RIGHT_MARK "%s" LEFT_TO_RIGHT_MARK, name);
}
