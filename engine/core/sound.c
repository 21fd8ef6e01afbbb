#include "sound.h"

#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bytes.h"

enum {
	WAV_CHUNKS = 256,         /* before the data; a real file has a few */
	OGG_HEAD = 27,            /* bytes of a page before its table of segments */
	OGG_PAGE = 27 + 256 * 255 /* no page is longer */
};

static bool get(int fd, int64_t at, void *to, size_t n)
{
	return pread(fd, to, n, at) == (ssize_t)n;
}

static int64_t ms_of(uint64_t units, uint64_t a_second)
{
	if (a_second == 0 || units == 0 || units > INT64_MAX / 2000)
		return -1;
	return (int64_t)((units * 1000 + a_second - 1) / a_second);
}

static int64_t wav_ms(int fd, int64_t size)
{
	static const uint16_t kinds[] = {1, 3, 6, 7, 0xFFFE};
	uint8_t head[8], format[16];
	uint64_t a_second = 0;

	int64_t at = 12;
	for (int k = 0; k < WAV_CHUNKS && get(fd, at, head, 8); k++) {
		uint64_t n = bytes_little(head + 4, 4);
		if (memcmp(head, "fmt ", 4) == 0 && n >= 16 && get(fd, at + 8, format, 16)) {
			for (int i = 0; i < 5; i++)
				if (bytes_little(format, 2) == kinds[i])
					a_second = bytes_little(format + 8, 4);
		} else if (memcmp(head, "data", 4) == 0) {
			uint64_t there = (uint64_t)(size - at - 8);
			return ms_of(n < there ? n : there, a_second);
		}
		at += 8 + (int64_t)(n + (n & 1));
	}
	return -1;
}

static int64_t flac_ms(int fd)
{
	uint8_t info[8];

	/* Behind the mark, the block's head and four sizes: rate (20 bits), channels (3), bits a
	 * sample (5), samples (36). */
	if (!get(fd, 18, info, 8))
		return -1;
	return ms_of(bytes_big(info + 3, 5) & 0xFFFFFFFFF, bytes_big(info, 3) >> 4);
}

/* The position at the end of the last page of a stream; 0: there is none. */
static uint64_t ogg_end(int fd, int64_t size, const uint8_t *serial)
{
	uint8_t tail[OGG_PAGE];
	int64_t from = size > OGG_PAGE ? size - OGG_PAGE : 0;
	int n = (int)(size - from);

	if (!get(fd, from, tail, (size_t)n))
		return 0;
	for (int i = n - OGG_HEAD; i >= 0; i--) {
		uint64_t end = bytes_little(tail + i + 6, 8);
		if (memcmp(tail + i, "OggS", 5) == 0 && memcmp(tail + i + 14, serial, 4) == 0 &&
		    end < UINT64_MAX)
			return end;
	}
	return 0;
}

static int64_t ogg_ms(int fd, int64_t size)
{
	uint8_t page[OGG_HEAD], packet[16];
	uint64_t rate = 0, skipped = 0;

	if (!get(fd, 0, page, OGG_HEAD) || !get(fd, OGG_HEAD + page[26], packet, 16))
		return -1;
	if (memcmp(packet, "\1vorbis", 7) == 0) {
		rate = bytes_little(packet + 12, 4);
	} else if (memcmp(packet, "OpusHead", 8) == 0) {
		rate = 48000;
		skipped = bytes_little(packet + 10, 2);
	}
	uint64_t end = ogg_end(fd, size, page + 14);
	return end > skipped ? ms_of(end - skipped, rate) : -1;
}

int64_t sound_length_ms(int fd)
{
	uint8_t mark[12];
	struct stat st;

	if (fstat(fd, &st) != 0 || !get(fd, 0, mark, 12))
		return -1;
	if (memcmp(mark, "RIFF", 4) == 0 && memcmp(mark + 8, "WAVE", 4) == 0)
		return wav_ms(fd, st.st_size);
	if (memcmp(mark, "fLaC", 4) == 0)
		return flac_ms(fd);
	return memcmp(mark, "OggS", 4) == 0 ? ogg_ms(fd, st.st_size) : -1;
}
