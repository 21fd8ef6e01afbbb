/* How long a sound says it is; and that a file is opened as it was checked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <fcntl.h>
#include <unistd.h>

#include "packmedia.h"
#include "sound.h"

static const char packs[] = TESTS "/packs";

static int64_t length_of(const char *path)
{
	int fd = media_open(packs, path, MEDIA_SOUND);
	int64_t ms;

	assert_true(fd >= 0);
	ms = sound_length_ms(fd);
	close(fd);
	return ms;
}

static int64_t length_of_bytes(const void *bytes, size_t n)
{
	FILE *f = tmpfile();
	int64_t ms;

	assert_non_null(f);
	fwrite(bytes, 1, n, f);
	fflush(f);
	ms = sound_length_ms(fileno(f));
	fclose(f);
	return ms;
}

/* A second of 8-bit silence at 1 kHz, behind a chunk of odd length that nobody knows. */
static size_t make_wav(uint8_t *to, uint16_t kind, uint32_t says)
{
	static const uint8_t head[] = "RIFF\0\0\0\0WAVEjunk\3\0\0\0abc\0fmt \20\0\0\0";
	const uint8_t format[16] = {(uint8_t)kind,
				    (uint8_t)(kind >> 8),
				    1,
				    0,
				    0xE8,
				    3,
				    0,
				    0,
				    0xE8,
				    3,
				    0,
				    0,
				    1,
				    0,
				    8,
				    0};
	size_t n = sizeof head - 1;

	memcpy(to, head, n);
	memcpy(to + n, format, 16);
	memcpy(to + n + 16, "data", 4);
	memcpy(to + n + 20, &says, 4);
	memset(to + n + 24, 128, 1000);
	return n + 24 + 1000;
}

static void the_length_is_what_the_file_says(void **state)
{
	(void)state;
	assert_int_equal(length_of("inner/a.ogg"), 250);
	assert_int_equal(length_of("inner/a.flac"), 500);
	assert_int_equal(length_of("inner/long.flac"), 61000);
	assert_int_equal(length_of("inner/words.ogg"), -1);
}

static void a_wav_is_as_long_as_the_samples_that_are_there(void **state)
{
	uint8_t wav[1200];
	size_t n = make_wav(wav, 1, 1000);

	(void)state;
	assert_int_equal(length_of_bytes(wav, n), 1000);
	assert_int_equal(length_of_bytes(wav, n - 500), 500);
	make_wav(wav, 1, 0xFFFFFFFF); /* as it comes out of a pipe */
	assert_int_equal(length_of_bytes(wav, n), 1000);
	make_wav(wav, 17, 1000); /* ADPCM */
	assert_int_equal(length_of_bytes(wav, n), -1);
}

static void a_wav_of_chunks_alone_is_soon_left(void **state)
{
	static uint8_t wav[12 + 5000 * 8 + 1100];
	uint8_t whole[1200];
	size_t n = make_wav(whole, 1, 1000);

	(void)state;
	memcpy(wav, whole, 12);
	for (int chunks = 5; chunks <= 5000; chunks *= 1000) {
		uint8_t *rest = wav + 12;
		for (int i = 0; i < chunks; i++, rest += 8)
			memcpy(rest, "JUNK\0\0\0\0", 8);
		memcpy(rest, whole + 12, n - 12);
		assert_int_equal(length_of_bytes(wav, (size_t)(rest - wav) + n - 12),
				 chunks == 5 ? 1000 : -1);
	}
}

static void a_file_cut_anywhere_has_a_length_or_none(void **state)
{
	static const char *const names[] = {"inner/a.ogg", "inner/a.flac"};

	(void)state;
	for (int k = 0; k < 2; k++) {
		uint8_t bytes[8192];
		int fd = media_open(packs, names[k], MEDIA_SOUND);
		ssize_t n = read(fd, bytes, sizeof bytes);
		close(fd);
		for (ssize_t cut = 0; cut < n; cut += 7) {
			int64_t ms = length_of_bytes(bytes, (size_t)cut);
			assert_true(ms >= -1 && ms <= 500);
		}
	}
}

static void a_file_is_opened_only_inside_its_folder(void **state)
{
	(void)state;
	assert_int_equal(media_open(packs, "../packs/cover.png", MEDIA_PICTURE), -1);
	assert_int_equal(media_open(packs, "/etc/passwd", MEDIA_PICTURE), -1);
	assert_int_equal(media_open(packs, "out.png", MEDIA_PICTURE), -1);
	assert_int_equal(media_open(packs, "folder.png", MEDIA_PICTURE), -1);
	assert_int_equal(media_open(packs, "missing.png", MEDIA_PICTURE), -1);
	assert_int_equal(media_open(packs, "cover.png", MEDIA_SOUND), -1);
	int fd = media_open(packs, "cover.png", MEDIA_PICTURE);
	char byte;
	assert_int_equal(read(fd, &byte, 1), 1);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_length_is_what_the_file_says),
		cmocka_unit_test(a_wav_is_as_long_as_the_samples_that_are_there),
		cmocka_unit_test(a_wav_of_chunks_alone_is_soon_left),
		cmocka_unit_test(a_file_cut_anywhere_has_a_length_or_none),
		cmocka_unit_test(a_file_is_opened_only_inside_its_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
