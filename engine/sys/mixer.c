#include "mixer.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "bed.h"
#include "cue.h"

enum {
	BUFFER = 1024, /* frames: 21 ms */
	SOFT_MS = 25,  /* how long what begins anew takes to fade */
};

#define FUNCTIONS(X)                                                                               \
	X(Mix_OpenAudioDevice)                                                                     \
	X(Mix_CloseAudio)                                                                          \
	X(Mix_QuickLoad_RAW)                                                                       \
	X(Mix_FreeChunk)                                                                           \
	X(Mix_PlayChannelTimed)                                                                    \
	X(Mix_HaltChannel)                                                                         \
	X(Mix_FadeOutChannel)                                                                      \
	X(Mix_Playing)                                                                             \
	X(Mix_GetChunk)                                                                            \
	X(Mix_GroupOldest)                                                                         \
	X(Mix_Volume)                                                                              \
	X(Mix_LoadWAV_RW)                                                                          \
	X(Mix_LoadMUS_RW)                                                                          \
	X(Mix_FreeMusic)                                                                           \
	X(Mix_PlayMusic)                                                                           \
	X(Mix_HaltMusic)                                                                           \
	X(Mix_VolumeMusic)                                                                         \
	X(Mix_SetPostMix)

struct mixer {
	void *library;
#define FIELD(name) __typeof__(name) *name;
	FUNCTIONS(FIELD)
	bool open;
	struct {
		struct pcm pcm;
		int pitch;
		Mix_Chunk *chunk;
	} made[CUES];
	Mix_Music *music;
	struct bed *bed; /* NULL: not needed yet */
};

struct mixer *mixer_create(void)
{
	return calloc(1, sizeof(struct mixer));
}

static void drop_made(struct mixer *m, int cue)
{
	if (m->made[cue].chunk)
		m->Mix_FreeChunk(m->made[cue].chunk);
	free(m->made[cue].pcm.samples);
	m->made[cue].chunk = NULL;
	m->made[cue].pcm.samples = NULL;
}

void mixer_destroy(struct mixer *m)
{
	mixer_close(m);
	for (int i = 0; i < CUES; i++)
		drop_made(m, i);
	bed_destroy(m->bed);
	free(m); /* the library stays: what came along with it may not bear to go */
}

static void say_nothing(const char *file, int line, const char *function, int error,
			const char *format, ...)
{
	(void)file;
	(void)line;
	(void)function;
	(void)error;
	(void)format;
}

/* ALSA writes ten lines to standard error where there is no card; one line of ours is enough. */
static void hush_alsa(void)
{
	void *alsa = SDL_LoadObject("libasound.so.2");
	int (*set)(void (*)(const char *, int, const char *, int, const char *, ...)) = NULL;

	if (alsa)
		*(void **)&set = SDL_LoadFunction(alsa, "snd_lib_error_set_handler");
	if (set)
		set(say_nothing);
}

static bool load(struct mixer *m)
{
	bool good = true;

	if (m->library)
		return true;
	m->library = SDL_LoadObject("libSDL2_mixer-2.0.so.0");
	if (!m->library)
		return false;
	hush_alsa();
#define LOAD(name)                                                                                 \
	*(void **)&m->name = SDL_LoadFunction(m->library, #name);                                  \
	good = good && m->name;
	FUNCTIONS(LOAD)
	if (good)
		return true;
	SDL_UnloadObject(m->library);
	m->library = NULL;
	return false;
}

bool mixer_open(struct mixer *m)
{
	if (m->open)
		return true;
	if (!load(m) || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
		return false;
	m->open =
		m->Mix_OpenAudioDevice(CUE_RATE, AUDIO_S16SYS, CUE_CHANNELS, BUFFER, NULL, 0) == 0;
	if (!m->open)
		SDL_QuitSubSystem(SDL_INIT_AUDIO);
	return m->open;
}

/* The subsystem too: it may look for new devices ten times a second. */
void mixer_close(struct mixer *m)
{
	if (!m->open)
		return;
	mixer_stop(m);
	m->Mix_SetPostMix(NULL, NULL); /* closing leaves it */
	m->Mix_CloseAudio();
	SDL_QuitSubSystem(SDL_INIT_AUDIO);
	m->open = false;
	if (m->bed)
		bed_begin(m->bed);
}

bool mixer_is_open(const struct mixer *m)
{
	return m->open;
}

static int gain(int percent)
{
	return (percent * percent * MIX_MAX_VOLUME + 5000) / 10000;
}

void mixer_set_volumes(struct mixer *m, int cues, int media)
{
	m->Mix_Volume(-1, gain(cues));
	m->Mix_VolumeMusic(gain(media));
}

/* On the device's own thread. */
static void add_bed(void *bed, uint8_t *stream, int n)
{
	bed_add(bed, (int16_t *)(void *)stream, n / (CUE_CHANNELS * (int)sizeof(int16_t)));
}

void mixer_bed(struct mixer *m, int percent)
{
	if (!m->bed && percent > 0)
		m->bed = bed_create();
	if (!m->bed)
		return;
	bed_set(m->bed, percent);
	m->Mix_SetPostMix(add_bed, m->bed);
}

/* Where the cue sounds it fades, or stops at once if its samples are about to go. */
static void stop_cue(struct mixer *m, int cue, bool at_once)
{
	for (int i = 0; i < MIX_CHANNELS; i++) {
		if (!m->Mix_Playing(i) || m->Mix_GetChunk(i) != m->made[cue].chunk)
			continue;
		if (at_once)
			m->Mix_HaltChannel(i);
		else
			m->Mix_FadeOutChannel(i, SOFT_MS);
	}
}

static bool make(struct mixer *m, enum cue cue, int pitch)
{
	if (m->made[cue].chunk && m->made[cue].pitch == pitch)
		return true;
	stop_cue(m, cue, true);
	drop_made(m, cue);
	struct pcm pcm = cue_make(cue, pitch);
	if (!pcm.samples)
		return false;
	m->made[cue].pcm = pcm;
	m->made[cue].pitch = pitch;
	m->made[cue].chunk = m->Mix_QuickLoad_RAW((uint8_t *)pcm.samples,
						  (uint32_t)pcm.frames * CUE_CHANNELS *
							  (uint32_t)sizeof(*pcm.samples));
	return m->made[cue].chunk;
}

int mixer_cue(struct mixer *m, enum cue cue, int pitch)
{
	if (!make(m, cue, pitch))
		return 0;
	stop_cue(m, cue, false);
	Mix_Chunk *chunk = m->made[cue].chunk;
	if (m->Mix_PlayChannelTimed(-1, chunk, 0, -1) < 0)
		m->Mix_PlayChannelTimed(m->Mix_GroupOldest(-1), chunk, 0, -1);
	return (int)((int64_t)m->made[cue].pcm.frames * 1000 / CUE_RATE);
}

/* NULL: it is closed. */
static SDL_RWops *open_ops(int fd)
{
	FILE *file = fdopen(fd, "rb");
	SDL_RWops *ops = file ? SDL_RWFromFP(file, SDL_TRUE) : NULL;

	if (!ops && file)
		fclose(file);
	else if (!file && fd >= 0)
		close(fd);
	return ops;
}

static Mix_Music *load_music(struct mixer *m, int fd)
{
	SDL_RWops *ops = open_ops(fd);

	return ops ? m->Mix_LoadMUS_RW(ops, 1) : NULL;
}

bool mixer_decodes(struct mixer *m, int fd)
{
	SDL_RWops *ops = open_ops(fd);
	Mix_Chunk *whole = ops ? m->Mix_LoadWAV_RW(ops, 1) : NULL;

	if (whole)
		m->Mix_FreeChunk(whole);
	return whole;
}

bool mixer_play(struct mixer *m, int fd)
{
	mixer_stop(m);
	m->music = load_music(m, fd);
	if (m->music && m->Mix_PlayMusic(m->music, 0) == 0)
		return true;
	mixer_stop(m);
	return false;
}

void mixer_stop(struct mixer *m)
{
	if (!m->music)
		return;
	m->Mix_HaltMusic();
	m->Mix_FreeMusic(m->music);
	m->music = NULL;
}
