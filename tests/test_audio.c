/* What is heard, on a device that hears nothing; and on none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <SDL.h>

#include "audio.h"
#include "cue.h"
#include "mixer.h"

static struct audio *audio;
static SDL_sem *woken;

static void wake(void *sem)
{
	SDL_SemPost(sem);
}

static struct audio *create(int cues, int media)
{
	return audio_create(cues, media, wake, woken);
}

static void use(const char *driver)
{
	setenv("SDL_AUDIODRIVER", driver, 1);
	assert_int_equal(SDL_Init(SDL_INIT_EVENTS), 0);
}

static int leave(void **state)
{
	(void)state;
	audio_destroy(audio);
	audio = NULL;
	SDL_Quit();
	return 0;
}

static int threads(void)
{
	DIR *d = opendir("/proc/self/task");
	int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n - 2;
}

static bool hears(bool open)
{
	return (SDL_WasInit(SDL_INIT_AUDIO) != 0) == open;
}

/* Ten seconds at most; what is waited for takes far less. */
static bool comes(bool open)
{
	for (int i = 0; i < 1000 && !hears(open); i++)
		SDL_Delay(10);
	return hears(open);
}

static int sound(const char *name)
{
	char path[512];

	snprintf(path, sizeof path, TESTS "/packs/inner/%s", name);
	return open(path, O_RDONLY | O_CLOEXEC);
}

static void cue(enum cue which, int pitch)
{
	audio_perform(audio,
		      &(struct effect){.kind = EFFECT_CUE, .index = (int)which, .value = pitch});
}

static void play_for(const char *name, int ms)
{
	audio_play(audio, sound(name), ms);
}

static void play(const char *name)
{
	play_for(name, 300);
}

static void hush(void)
{
	audio_perform(audio, &(struct effect){.kind = EFFECT_HUSH});
}

/* The next answer to a sound, if one comes. */
static bool answered(void)
{
	while (SDL_SemWaitTimeout(woken, 2000) == 0)
		if (audio_answer(audio))
			return true;
	return false;
}

static void nothing_is_opened_before_the_first_sound(void **state)
{
	int before;

	(void)state;
	use("dummy");
	before = threads();
	audio = create(80, 100);
	audio_perform(audio, &(struct effect){.kind = EFFECT_HUSH});
	audio_perform(audio,
		      &(struct effect){.kind = EFFECT_KEEP, .index = SETTING_CUES, .value = 50});
	assert_int_equal(threads(), before);
	assert_true(hears(false));
	cue(CUE_RIGHT, 0);
	assert_true(comes(true));
	assert_null(audio_note(audio));
}

static void a_cue_at_volume_0_opens_nothing(void **state)
{
	int before;

	(void)state;
	use("dummy");
	before = threads();
	audio = create(0, 100);
	cue(CUE_RIGHT, 0);
	assert_int_equal(threads(), before);
}

static void the_device_is_closed_when_nothing_was_heard_for_a_while(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	cue(CUE_TICK, 0);
	assert_true(comes(true));
	assert_true(comes(false));
	cue(CUE_TICK, 3);
	assert_true(comes(true));
}

static void a_sound_that_was_cut_short_does_not_keep_the_device(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	play_for("a.ogg", 60000);
	assert_true(comes(true));
	SDL_Delay(50);
	hush();
	assert_true(comes(false));
	play_for("a.ogg", 60000);
	assert_true(comes(true));
	SDL_Delay(50);
	play("a.ogg"); /* in place of the long one */
	assert_true(comes(false));
}

static void no_number_of_cues_keeps_a_sound_from_its_answer(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	for (int i = 0; i < 200; i++)
		cue((enum cue)(i % CUES), i % 3);
	play("a.ogg");
	hush();
	for (int i = 0; i < 200; i++)
		cue((enum cue)(i % CUES), i % 3);
	play("words.ogg");
	assert_true(answered());
}

static void many_cues_at_once_and_the_same_one_again_do_no_harm(void **state)
{
	(void)state;
	use("dummy");
	audio = create(100, 100);
	for (int k = 0; k < 3; k++) {
		for (int c = 0; c < CUES; c++) {
			cue((enum cue)c, k);
			cue((enum cue)c, k);
		}
		assert_true(comes(true));
		SDL_Delay(30);
	}
	assert_null(audio_note(audio));
}

static void sounds_of_every_kind_play(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	play("a.ogg");
	play("a.flac");
	audio_perform(audio, &(struct effect){.kind = EFFECT_KEEP, .index = SETTING_MEDIA});
	play("a.ogg");
	audio_perform(audio, &(struct effect){.kind = EFFECT_HUSH});
	assert_false(answered());
	assert_null(audio_note(audio));
}

static void a_file_that_is_no_sound_is_answered(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	play("words.ogg");
	assert_true(answered());
	assert_null(audio_note(audio)); /* that is the pack's fault, not the machine's */
}

static void an_answer_that_comes_too_late_is_dropped(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	play("words.ogg");
	play("a.ogg");
	assert_false(answered());
}

static void without_a_device_that_is_said_once_and_play_goes_on(void **state)
{
	const char *note;

	(void)state;
	use("nonesuch");
	audio = create(80, 100);
	cue(CUE_SELECT, 0);
	cue(CUE_RIGHT, 0);
	play("a.ogg");
	assert_true(answered());
	note = audio_note(audio);
	assert_non_null(note);
	assert_non_null(strstr(note, "no sound: "));
	play("a.ogg");
	assert_true(answered());
	assert_null(audio_note(audio));
}

static void happens(Uint32 type)
{
	SDL_Event e = {.adevice = {.type = type}};

	assert_int_equal(SDL_PushEvent(&e), 1);
}

static void a_device_that_is_unplugged_is_closed_and_the_next_cue_opens_another(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	play_for("a.ogg", 60000);
	assert_true(comes(true));
	SDL_Delay(50);
	happens(SDL_AUDIODEVICEREMOVED);
	assert_true(comes(false));
	cue(CUE_RIGHT, 0);
	assert_true(comes(true));
	assert_false(audio_silent(audio));
	assert_null(audio_note(audio));
}

static void a_device_that_was_not_there_is_used_once_it_comes(void **state)
{
	(void)state;
	use("nonesuch");
	audio = create(80, 100);
	play("a.ogg");
	assert_true(answered());
	assert_true(audio_silent(audio));
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	cue(CUE_RIGHT, 0); /* too soon after the last try */
	SDL_Delay(50);
	assert_true(hears(false));
	happens(SDL_AUDIODEVICEADDED);
	cue(CUE_RIGHT, 0);
	assert_true(comes(true));
	assert_false(audio_silent(audio));
}

/* A little longer than it takes for a device to be tried again. */
static bool comes_back(void)
{
	return comes(true) || comes(true);
}

static void a_bed_keeps_the_device_until_it_is_over(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	audio_bed(audio, true);
	assert_true(comes(true));
	cue(CUE_TICK, 0);
	SDL_Delay(3000); /* longer than the device stays without */
	assert_true(hears(true));
	audio_bed(audio, false);
	SDL_Delay(600); /* it goes softly */
	assert_true(hears(true));
	assert_true(comes(false));
	audio_bed(audio, true);
	assert_true(comes(true));
	audio_master(audio, 0);
	assert_true(comes(false));
	audio_master(audio, 50);
	assert_true(comes(true));
	audio_perform(audio, &(struct effect){.kind = EFFECT_KEEP, .index = SETTING_CUES});
	assert_true(comes(false));
	assert_null(audio_note(audio));
}

static void a_bed_that_nobody_could_hear_opens_nothing(void **state)
{
	int before;

	(void)state;
	use("dummy");
	before = threads();
	audio = create(80, 100);
	audio_bed(audio, false);
	assert_int_equal(threads(), before);
	audio_master(audio, 0);
	audio_bed(audio, true);
	SDL_Delay(100);
	assert_true(hears(false));
}

static void a_bed_comes_back_by_itself_when_there_is_a_device_again(void **state)
{
	(void)state;
	use("dummy");
	audio = create(80, 100);
	audio_bed(audio, true);
	assert_true(comes(true));
	setenv("SDL_AUDIODRIVER", "nonesuch", 1);
	happens(SDL_AUDIODEVICEREMOVED);
	assert_true(comes(false));
	for (int i = 0; i < 1000 && !audio_silent(audio); i++)
		SDL_Delay(10);
	assert_true(audio_silent(audio));
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	assert_true(comes_back());
	assert_false(audio_silent(audio));
}

static void every_pitch_of_every_cue_has_a_voice_and_a_length(void **state)
{
	struct mixer *m = mixer_create();

	(void)state;
	use("dummy");
	assert_true(mixer_open(m));
	mixer_set_volumes(m, 1, 100);
	for (int c = 0; c < CUES; c++)
		for (int pitch = 0; pitch < 3; pitch++) {
			struct pcm pcm = cue_make((enum cue)c, pitch);
			assert_int_equal(mixer_cue(m, (enum cue)c, pitch),
					 pcm.frames / (CUE_RATE / 1000));
			free(pcm.samples);
		}
	assert_true(mixer_play(m, sound("a.ogg")));
	assert_false(mixer_play(m, sound("words.ogg")));
	mixer_close(m);
	assert_true(mixer_open(m)); /* what was made is there still */
	assert_true(mixer_cue(m, CUE_MOVE, 2) > 0);
	mixer_destroy(m);
}

static int peak_of(int fd, const char *path)
{
	int16_t samples[1024];
	int peak = 0;

	for (ssize_t n; (n = read(fd, samples, sizeof samples)) > 0;)
		for (ssize_t i = 0; i < n / 2; i++)
			peak = abs(samples[i]) > peak ? abs(samples[i]) : peak;
	close(fd);
	unlink(path);
	return peak;
}

/* The highest sample that comes out of a device that writes to a file. */
static int peak_at(int volume)
{
	char path[] = "/tmp/heardXXXXXX";
	struct mixer *m = mixer_create();
	int fd = mkstemp(path);

	setenv("SDL_DISKAUDIOFILE", path, 1);
	use("disk");
	assert_true(mixer_open(m));
	mixer_set_volumes(m, volume, 100);
	SDL_Delay((unsigned)mixer_cue(m, CUE_TICK, 0) + 200);
	mixer_destroy(m);
	SDL_Quit();
	return peak_of(fd, path);
}

/* The same of a cue of the audio's, below a volume over all. */
static int peak_under(int master)
{
	char path[] = "/tmp/heardXXXXXX";
	int fd = mkstemp(path);

	setenv("SDL_DISKAUDIOFILE", path, 1);
	use("disk");
	audio = create(100, 100);
	audio_master(audio, master);
	cue(CUE_TICK, 0);
	comes(true);
	SDL_Delay(400);
	leave(NULL);
	return peak_of(fd, path);
}

/* The same of nothing but the bed, once it has come up. */
static int peak_of_bed(int cues)
{
	char path[] = "/tmp/heardXXXXXX";
	int fd = mkstemp(path);

	setenv("SDL_DISKAUDIOFILE", path, 1);
	use("disk");
	audio = create(cues, 0);
	audio_bed(audio, true);
	comes(true);
	SDL_Delay(1500);
	leave(NULL);
	return peak_of(fd, path);
}

static void a_bed_is_quiet_and_under_the_volume_of_cues(void **state)
{
	int whole = peak_of_bed(100), half = peak_of_bed(50);

	(void)state;
	assert_in_range(whole, 1000, 2200); /* -24 dB below full scale at most */
	assert_in_range(half, whole / 8, whole / 2);
	assert_int_equal(peak_of_bed(0), 0);
}

static void the_volume_over_all_is_over_cues_too(void **state)
{
	int whole = peak_under(100), half = peak_under(50);

	(void)state;
	assert_true(whole > 3000);
	assert_in_range(half * 4, whole * 95 / 100, whole * 105 / 100);
}

static void half_the_volume_is_a_quarter_of_the_gain(void **state)
{
	int whole = peak_at(100), half = peak_at(50);

	(void)state;
	assert_true(whole > 3000);
	assert_in_range(half * 4, whole * 95 / 100, whole * 105 / 100);
	assert_int_equal(peak_at(0), 0);
}

#define audio_test(f) cmocka_unit_test_teardown(f, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		audio_test(nothing_is_opened_before_the_first_sound),
		audio_test(a_cue_at_volume_0_opens_nothing),
		audio_test(the_device_is_closed_when_nothing_was_heard_for_a_while),
		audio_test(a_sound_that_was_cut_short_does_not_keep_the_device),
		audio_test(no_number_of_cues_keeps_a_sound_from_its_answer),
		audio_test(many_cues_at_once_and_the_same_one_again_do_no_harm),
		audio_test(sounds_of_every_kind_play),
		audio_test(a_file_that_is_no_sound_is_answered),
		audio_test(an_answer_that_comes_too_late_is_dropped),
		audio_test(without_a_device_that_is_said_once_and_play_goes_on),
		audio_test(a_device_that_is_unplugged_is_closed_and_the_next_cue_opens_another),
		audio_test(a_device_that_was_not_there_is_used_once_it_comes),
		audio_test(a_bed_keeps_the_device_until_it_is_over),
		audio_test(a_bed_that_nobody_could_hear_opens_nothing),
		audio_test(a_bed_comes_back_by_itself_when_there_is_a_device_again),
		audio_test(a_bed_is_quiet_and_under_the_volume_of_cues),
		audio_test(the_volume_over_all_is_over_cues_too),
		audio_test(half_the_volume_is_a_quarter_of_the_gain),
		audio_test(every_pitch_of_every_cue_has_a_voice_and_a_length),
	};

	woken = SDL_CreateSemaphore(0);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
