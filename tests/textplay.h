/*
 * What the tests of the terminal share: three questions, and a game of them that is read and
 * written in memory.
 */
#ifndef TEXTPLAY_H
#define TEXTPLAY_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

/* Choices stay in the order of the file, or what is printed would hang on the seed. */
static const struct lines atlas = {
	.text = {.s = "Atlas of the World, p. 12; http://a.example/#x=1"}};
static const struct text cities = {.s = "Cities"};
static const struct choice capitals[] = {
	{.text = {.s = "Sydney"}, .because = {.s = "The largest city, not the capital."}},
	{.text = {.s = "Canberra"}, .right = true},
	{.text = {.s = "Melbourne"}},
};
static const struct choice gases[] = {
	{.text = {.s = "Helium"}, .right = true},
	{.text = {.s = "Iron"}, .because = {.s = "A metal."}},
	{.text = {.s = "Neon"}, .right = true},
	{.image = "lead.png"},
};
static const struct choice statement[] = {{.text = {.s = "True"}},
					  {.text = {.s = "False"}, .right = true}};
static struct question questions[] = {
	{
		.id = "q1",
		.ask = {.s = "What is the capital of Australia?"},
		.hint = {.s = "Neither of the two largest."},
		.why = {.s = "Chosen in 1908 as a compromise."},
		.source = &atlas,
		.topic = &cities,
		.choices = capitals,
		.nchoices = 3,
		.nright = 1,
		.show = 6,
		.shuffle = SHUFFLE_NO,
		.points = -1,
		.time_s = 20,
	},
	{
		.id = "q2",
		.ask = {.s = "Which are gases?"},
		.choices = gases,
		.nchoices = 4,
		.nright = 2,
		.show = 6,
		.pick = PICK_ALL,
		.shuffle = SHUFFLE_NO,
		.points = 100,
		.time_s = 0,
	},
	{
		.id = "q3",
		.ask = {.s = "Venice is the capital of Italy."},
		.why = {.s = "It is Rome:\n    SPQR\n\nand no other."},
		.choices = statement,
		.nchoices = 2,
		.nright = 1,
		.show = 6,
		.statement = true,
		.points = 1,
		.time_s = 0,
	},
};
static struct pack pack = {.id = "odds", .title = {.s = "Odds and ends"}, .in_order = true};

/* Every look at the clock comes a second after the one before. */
static int64_t now_ms(void *clock)
{
	int64_t *ms = clock;

	return *ms += 1000;
}

static char *output;

/* 22 November 2026, noon in Berlin. */
static struct moment now(void *clock)
{
	(void)clock;
	return (struct moment){1795345200000, 60};
}

/* A game of the first n questions, or of the packs given. */
static inline const char *play_with(struct text_options o, const char *input, int n)
{
	const struct pack *packs[] = {&pack};
	int64_t clock_ms = 0;
	size_t size;

	free(output);
	output = NULL;
	pack.questions = questions;
	pack.nquestions = n;
	o.in = fmemopen((void *)(uintptr_t)input, strlen(input), "r");
	o.out = open_memstream(&output, &size);
	o.packs = o.packs ? o.packs : packs;
	o.npacks = 1;
	o.game.clock_percent = CLOCK_STANDARD;
	o.now_ms = now_ms;
	o.now = now;
	o.clock = &clock_ms;
	assert_int_equal(text_play(&o), 0);
	fclose(o.in);
	fclose(o.out);
	return output;
}

static inline const char *play_as(const char *mode, const char *input, int n, int width)
{
	return play_with((struct text_options){.width = width,
					       .questions = n,
					       .game = {.mode = game_mode(mode), .seed = 1}},
			 input, n);
}

#endif
