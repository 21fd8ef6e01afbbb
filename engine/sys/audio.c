#include "audio.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ending.h"
#include "leave.h"
#include "mixer.h"

enum {
	ORDERS = 32,      /* that can wait */
	LATE_MS = 500,    /* a cue that could not be heard sooner is not heard at all */
	IDLE_MS = 2000,   /* from the last sound's end until the device is closed */
	AGAIN_MS = 10000, /* until a cue tries again where there was no device */
};

enum order_kind { ORDER_CUE, ORDER_PLAY, ORDER_HUSH, ORDER_VOLUMES, ORDER_LOST, ORDER_FOUND };

/* Of all orders of one matter only the last counts. */
static const enum matter {
	MATTER_NONE,
	MATTER_SOUND,
	MATTER_VOLUMES,
	MATTER_LOST,
	MATTER_FOUND,
	MATTERS
} matter_of[] = {[ORDER_CUE] = MATTER_NONE,   [ORDER_PLAY] = MATTER_SOUND,
		 [ORDER_HUSH] = MATTER_SOUND, [ORDER_VOLUMES] = MATTER_VOLUMES,
		 [ORDER_LOST] = MATTER_LOST,  [ORDER_FOUND] = MATTER_FOUND};

struct order {
	enum order_kind kind;
	int64_t at_ms;
	enum cue cue;
	int pitch;
	int fd, ms, number; /* play: number tells sounds apart */
};

struct audio {
	SDL_mutex *lock; /* over all down to `note` */
	SDL_cond *news;
	struct order orders[ORDERS];
	int first, n;
	int cues, media, master; /* volumes, percent; the last over both */
	bool bed;                /* is to be heard */
	bool leave, left;
	int unplayed; /* the number of a sound that could not be played */
	bool silent;  /* there was no device when one was needed last */
	bool noted;   /* the note is there to be said */
	char note[160];

	void (*wake)(void *ctx);
	void *ctx;

	/* The program's thread alone. */
	SDL_Thread *thread;
	int number; /* of the sound asked for last */
	bool said;

	/* The audio's thread alone. */
	struct mixer *mixer;
	bool failed;
	int64_t again_ms;         /* when it is tried again; for the bed, by itself */
	int64_t sound_ms, cue_ms; /* when the pack's sound, and the last cue, has ended */
};

static int64_t now_ms(void)
{
	return (int64_t)SDL_GetTicks64();
}

static int64_t later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* ---- the audio's thread ---- */

static void set_volumes(struct audio *a)
{
	SDL_LockMutex(a->lock);
	int cues = a->cues * a->master / 100, media = a->media * a->master / 100;
	int bed = a->bed ? cues : 0;
	SDL_UnlockMutex(a->lock);
	if (!mixer_is_open(a->mixer))
		return;
	mixer_set_volumes(a->mixer, cues, media);
	mixer_bed(a->mixer, bed);
	a->cue_ms = later(a->cue_ms, now_ms()); /* the device stays while a bed goes */
}

static bool open_device(struct audio *a)
{
	if (mixer_is_open(a->mixer))
		return true;
	a->failed = !mixer_open(a->mixer);
	SDL_LockMutex(a->lock);
	a->silent = a->failed;
	SDL_UnlockMutex(a->lock);
	if (!a->failed) {
		set_volumes(a); /* and stays for the next one, if it took too long for this */
		return true;
	}
	a->again_ms = now_ms() + AGAIN_MS;
	SDL_LockMutex(a->lock);
	if (!a->noted)
		snprintf(a->note, sizeof(a->note), "no sound: %s", SDL_GetError());
	a->noted = true;
	SDL_UnlockMutex(a->lock);
	a->wake(a->ctx);
	return false;
}

static void play_cue(struct audio *a, const struct order *o)
{
	bool tries = !a->failed || now_ms() >= a->again_ms;

	if (tries && open_device(a) && now_ms() - o->at_ms <= LATE_MS)
		a->cue_ms = later(a->cue_ms, now_ms() + mixer_cue(a->mixer, o->cue, o->pitch));
}

static void hush(struct audio *a)
{
	mixer_stop(a->mixer);
	if (a->sound_ms > now_ms())
		a->sound_ms = now_ms();
}

static void fail(struct audio *a, int number)
{
	SDL_LockMutex(a->lock);
	a->unplayed = number;
	SDL_UnlockMutex(a->lock);
	a->wake(a->ctx);
}

static void play_sound(struct audio *a, const struct order *o)
{
	bool open = open_device(a);

	hush(a);
	if (!open)
		close(o->fd);
	if (open && mixer_play(a->mixer, o->fd))
		a->sound_ms = now_ms() + o->ms;
	else
		fail(a, o->number);
}

/* What comes next opens another, if there is one. */
static void lose_device(struct audio *a)
{
	hush(a);
	mixer_close(a->mixer);
	a->failed = false;
	a->again_ms = now_ms() + IDLE_MS;
}

static void obey(struct audio *a, const struct order *o)
{
	if (now_ms() > a->sound_ms + IDLE_MS)
		mixer_stop(a->mixer); /* its file said less than it has */
	switch (o->kind) {
	case ORDER_CUE: play_cue(a, o); break;
	case ORDER_PLAY: play_sound(a, o); break;
	case ORDER_HUSH: hush(a); break;
	case ORDER_VOLUMES: set_volumes(a); break;
	case ORDER_LOST: lose_device(a); break;
	case ORDER_FOUND: a->failed = a->failed && o->at_ms <= a->again_ms - AGAIN_MS; break;
	}
}

/* When the device is to be closed, or opened for the bed; -1: not by itself. Under the lock. */
static int64_t due_ms(const struct audio *a)
{
	bool open = mixer_is_open(a->mixer);

	if (open == (a->bed && a->cues * a->master >= 100))
		return -1;
	return open ? later(a->sound_ms, a->cue_ms) + IDLE_MS : a->again_ms;
}

static void turn_device(struct audio *a)
{
	if (mixer_is_open(a->mixer))
		mixer_close(a->mixer);
	else
		open_device(a);
}

/* Waits for an order; without one the device is closed when nothing was heard for a while. */
static bool next_order(struct audio *a, struct order *o)
{
	SDL_LockMutex(a->lock);
	while (a->n == 0 && !a->leave) {
		int64_t due = due_ms(a), left = due - now_ms();
		if (due < 0) {
			SDL_CondWait(a->news, a->lock);
		} else if (left > 0) {
			SDL_CondWaitTimeout(a->news, a->lock, (uint32_t)left);
		} else {
			SDL_UnlockMutex(a->lock);
			turn_device(a);
			SDL_LockMutex(a->lock);
		}
	}
	bool goes_on = !a->leave;
	if (goes_on) {
		*o = a->orders[a->first];
		a->first = (a->first + 1) % ORDERS;
		a->n--;
	}
	SDL_UnlockMutex(a->lock);
	return goes_on;
}

static int run(void *audio)
{
	char spare[ENDING_SPARE];
	struct audio *a = audio;
	struct order o;

	ending_thread(spare);
	while (next_order(a, &o))
		obey(a, &o);
	mixer_close(a->mixer);
	SDL_LockMutex(a->lock);
	a->left = true;
	SDL_CondSignal(a->news);
	SDL_UnlockMutex(a->lock);
	return 0;
}

/* ---- the program's thread ---- */

/* Those that the new order takes the place of. */
static void drop_same(struct audio *a, enum matter matter)
{
	int kept = 0;

	for (int i = 0; i < a->n; i++) {
		struct order o = a->orders[(a->first + i) % ORDERS];
		if (matter == MATTER_NONE || matter_of[o.kind] != matter)
			a->orders[(a->first + kept++) % ORDERS] = o;
		else if (o.kind == ORDER_PLAY)
			close(o.fd);
	}
	a->n = kept;
}

/* Cues that find no room are dropped; of the rest there is never more than one of a matter, and
 * room for it. From any thread. */
static void add_order(struct audio *a, struct order o)
{
	enum matter matter = matter_of[o.kind];

	o.at_ms = now_ms();
	SDL_LockMutex(a->lock);
	drop_same(a, matter);
	if (matter != MATTER_NONE || a->n < ORDERS - MATTERS)
		a->orders[(a->first + a->n++) % ORDERS] = o;
	SDL_CondSignal(a->news);
	SDL_UnlockMutex(a->lock);
}

/* False: there is no thread. */
static bool send(struct audio *a, struct order o)
{
	if (!a->thread)
		a->thread = SDL_CreateThread(run, "audio", a);
	if (a->thread)
		add_order(a, o);
	return a->thread;
}

/* On whatever thread SDL learns of it, perhaps the audio's own. */
static int heed_device(void *audio, SDL_Event *e)
{
	bool lost = e->type == SDL_AUDIODEVICEREMOVED, found = e->type == SDL_AUDIODEVICEADDED;

	if ((lost || found) && !e->adevice.iscapture)
		add_order(audio, (struct order){.kind = lost ? ORDER_LOST : ORDER_FOUND});
	return 0;
}

struct audio *audio_create(int cues, int media, void (*wake)(void *ctx), void *ctx)
{
	struct audio *a = calloc(1, sizeof(*a));

	if (!a)
		return NULL;
	a->cues = cues;
	a->media = media;
	a->master = 100;
	a->lock = SDL_CreateMutex();
	a->news = SDL_CreateCond();
	a->wake = wake;
	a->ctx = ctx;
	a->mixer = mixer_create();
	if (a->lock && a->news && a->mixer) {
		SDL_AddEventWatch(heed_device, a);
		return a;
	}
	audio_destroy(a);
	return NULL;
}

static void drop_orders(struct audio *a)
{
	for (; a->n > 0; a->n--, a->first = (a->first + 1) % ORDERS)
		if (a->orders[a->first].kind == ORDER_PLAY)
			close(a->orders[a->first].fd);
}

void audio_destroy(struct audio *a)
{
	if (!a)
		return;
	SDL_DelEventWatch(heed_device, a);
	if (a->thread) {
		SDL_LockMutex(a->lock);
		a->leave = true;
		SDL_CondSignal(a->news);
		SDL_UnlockMutex(a->lock);
		if (!leave_thread(a->thread, a->lock, a->news, &a->left))
			return;
	}
	drop_orders(a);
	if (a->mixer)
		mixer_destroy(a->mixer);
	SDL_DestroyCond(a->news);
	SDL_DestroyMutex(a->lock);
	free(a);
}

static void set_volume(struct audio *a, int *volume, int percent)
{
	SDL_LockMutex(a->lock);
	*volume = percent;
	SDL_UnlockMutex(a->lock);
	if (a->thread)
		send(a, (struct order){.kind = ORDER_VOLUMES});
}

void audio_master(struct audio *a, int percent)
{
	if (percent != a->master) /* written by this thread alone */
		set_volume(a, &a->master, percent);
}

void audio_bed(struct audio *a, bool on)
{
	if (on == a->bed) /* written by this thread alone */
		return;
	SDL_LockMutex(a->lock);
	a->bed = on;
	SDL_UnlockMutex(a->lock);
	send(a, (struct order){.kind = ORDER_VOLUMES});
}

bool audio_silent(struct audio *a)
{
	SDL_LockMutex(a->lock);
	bool silent = a->silent;
	SDL_UnlockMutex(a->lock);
	return silent;
}

void audio_perform(struct audio *a, const struct effect *e)
{
	switch (e->kind) {
	case EFFECT_CUE:
		if (a->cues > 0 && a->master > 0) /* written by this thread alone */
			send(a, (struct order){.kind = ORDER_CUE,
					       .cue = (enum cue)e->index,
					       .pitch = e->value});
		break;
	case EFFECT_HUSH:
		if (a->thread)
			send(a, (struct order){.kind = ORDER_HUSH});
		break;
	case EFFECT_KEEP:
		if (e->index == SETTING_CUES)
			set_volume(a, &a->cues, e->value);
		else if (e->index == SETTING_MEDIA)
			set_volume(a, &a->media, e->value);
		break;
	default: break;
	}
}

void audio_play(struct audio *a, int fd, int ms)
{
	struct order o = {.kind = ORDER_PLAY, .fd = fd, .ms = ms, .number = ++a->number};

	if (send(a, o))
		return;
	close(fd);
	fail(a, o.number);
}

bool audio_answer(struct audio *a)
{
	SDL_LockMutex(a->lock);
	bool due = a->unplayed > 0 && a->unplayed == a->number;
	a->unplayed = 0;
	SDL_UnlockMutex(a->lock);
	return due;
}

const char *audio_note(struct audio *a)
{
	SDL_LockMutex(a->lock);
	bool noted = a->noted;
	SDL_UnlockMutex(a->lock);
	if (!noted || a->said)
		return NULL;
	a->said = true;
	return a->note;
}
