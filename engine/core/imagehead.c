#include "imagehead.h"

#include <string.h>

#include "bytes.h"

enum { JPEG_STEPS = 4096 }; /* segments and filling before the frame; a real file has a few dozen */

static bool take(struct imagebytes from, size_t offset, unsigned char *to, size_t n)
{
	return from.read(from.ctx, offset, to, n);
}

static bool read_png(struct imagebytes from, struct imagehead *out)
{
	static const unsigned char start[16] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	unsigned char b[24];

	if (!take(from, 0, b, sizeof b) || memcmp(b, start, sizeof start) != 0)
		return false;
	out->kind = IMAGE_PNG;
	out->w = bytes_big(b + 16, 4);
	out->h = bytes_big(b + 20, 4);
	return true;
}

/* The orientation in the first directory of an Exif block that begins at `at`; 1 where it says
 * none. */
static int read_turn(struct imagebytes from, size_t at, size_t end)
{
	uint64_t (*number)(const uint8_t *, int);
	unsigned char b[12];

	if (end - at < 14 || !take(from, at, b, 6) || memcmp(b, "Exif\0", 6) != 0 ||
	    !take(from, at += 6, b, 8))
		return 1;
	if (memcmp(b, "II*\0", 4) == 0)
		number = bytes_little;
	else if (memcmp(b, "MM\0*", 4) == 0)
		number = bytes_big;
	else
		return 1;
	size_t list = number(b + 4, 4);
	if (list > end - at || !take(from, at += list, b, 2))
		return 1;
	uint32_t n = number(b, 2);
	at += 2;
	for (uint32_t i = 0; i < n && at + 12 <= end && take(from, at, b, 12); i++, at += 12) {
		uint32_t turn = number(b + 8, 2);
		if (number(b, 2) == 0x0112)
			return turn >= 1 && turn <= 8 ? (int)turn : 1;
	}
	return 1;
}

static bool is_frame(int marker) /* SOF0 to SOF15 but for DHT, JPG and DAC */
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
	       marker != 0xCC;
}

static bool read_jpeg(struct imagebytes from, struct imagehead *out)
{
	unsigned char b[9];
	size_t at = 2;

	if (!take(from, 0, b, 2) || b[0] != 0xFF || b[1] != 0xD8)
		return false;
	for (int i = 0; i < JPEG_STEPS; i++) {
		if (!take(from, at, b, 2) || b[0] != 0xFF)
			return false;
		if (b[1] == 0xFF) { /* filling */
			at++;
			continue;
		}
		int marker = b[1];
		if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
			at += 2;
			continue;
		}
		if (marker == 0xD8 || marker == 0xD9 || marker == 0xDA || !take(from, at + 2, b, 2))
			return false;
		uint32_t length = bytes_big(b, 2);
		if (length < 2)
			return false;
		if (marker == 0xE1 && out->turn == 1)
			out->turn = read_turn(from, at + 4, at + 2 + length);
		if (is_frame(marker)) {
			if (length < 8 || !take(from, at + 4, b, 5))
				return false;
			out->kind = IMAGE_JPEG;
			out->h = bytes_big(b + 1, 2);
			out->w = bytes_big(b + 3, 2);
			return true;
		}
		at += 2 + length;
	}
	return false;
}

static bool read_webp(struct imagebytes from, struct imagehead *out)
{
	unsigned char b[30];

	if (!take(from, 0, b, sizeof b) || memcmp(b, "RIFF", 4) != 0 ||
	    memcmp(b + 8, "WEBP", 4) != 0)
		return false;
	out->kind = IMAGE_WEBP;
	if (memcmp(b + 12, "VP8X", 4) == 0) {
		out->w = bytes_little(b + 24, 3) + 1;
		out->h = bytes_little(b + 27, 3) + 1;
		return true;
	}
	if (memcmp(b + 12, "VP8L", 4) == 0 && b[20] == 0x2F) {
		uint32_t bits = bytes_little(b + 21, 4);
		out->w = (bits & 0x3FFF) + 1;
		out->h = (bits >> 14 & 0x3FFF) + 1;
		return true;
	}
	if (memcmp(b + 12, "VP8 ", 4) == 0 && memcmp(b + 23, "\x9d\x01\x2a", 3) == 0) {
		out->w = bytes_little(b + 26, 2) & 0x3FFF;
		out->h = bytes_little(b + 28, 2) & 0x3FFF;
		return true;
	}
	return false;
}

bool imagehead_read(struct imagebytes from, struct imagehead *out)
{
	*out = (struct imagehead){.turn = 1};
	return (read_png(from, out) || read_jpeg(from, out) || read_webp(from, out)) &&
	       out->w > 0 && out->h > 0;
}

struct memory {
	const unsigned char *bytes;
	size_t n;
};

static bool read_memory(void *ctx, size_t offset, unsigned char *to, size_t n)
{
	const struct memory *m = ctx;

	if (offset > m->n || n > m->n - offset)
		return false;
	memcpy(to, m->bytes + offset, n);
	return true;
}

bool imagehead_of(const unsigned char *bytes, size_t n, struct imagehead *out)
{
	struct memory m = {bytes, n};

	return imagehead_read((struct imagebytes){read_memory, &m}, out);
}

bool imagehead_bearable(const struct imagehead *head)
{
	return head->w <= IMAGE_SIDE && head->h <= IMAGE_SIDE &&
	       (uint64_t)head->w * head->h <= IMAGE_PIXELS;
}

/* Wherever its marker stands: a decoder looks for the next one behind anything it can't read, and
 * within a scan's data the marker can't be. */
int imagehead_scans(struct imagebytes from)
{
	unsigned char b[16384], before = 0;
	int scans = 0;

	for (size_t at = 0, n = sizeof b; n > 0;) {
		if (!take(from, at, b, n)) {
			n /= 2;
			continue;
		}
		for (size_t i = 0; i < n; before = b[i++])
			scans += before == 0xFF && b[i] == 0xDA;
		at += n;
	}
	return scans;
}

int imagehead_scans_of(const unsigned char *bytes, size_t n)
{
	struct memory m = {bytes, n};

	return imagehead_scans((struct imagebytes){read_memory, &m});
}
