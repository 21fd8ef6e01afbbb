/*
 * The head of a picture file: of which kind it is and how large, before anything is decoded.
 *
 * Formulas: PNG by its specification (IHDR), JPEG by ITU-T T.81 (the frame header) and Exif 2.3
 * (the orientation), WebP by RFC 9649 and, for its lossy frame, RFC 6386.
 */
#ifndef IMAGEHEAD_H
#define IMAGEHEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum image_kind { IMAGE_PNG, IMAGE_JPEG, IMAGE_WEBP };

enum { IMAGE_SIDE = 8192, IMAGE_PIXELS = 16000000, IMAGE_SCANS = 64 };

struct imagehead {
	enum image_kind kind;
	uint32_t w, h; /* as stored, at least 1 */
	int turn;      /* Exif's orientation, 1 to 8; from 5 on the sides are swapped */
};

/* Fills `to` with n bytes from `offset` on; false: there are not so many. */
struct imagebytes {
	bool (*read)(void *ctx, size_t offset, unsigned char *to, size_t n);
	void *ctx;
};

/* False: this is the head of no picture that is read here. */
bool imagehead_read(struct imagebytes from, struct imagehead *out);
bool imagehead_of(const unsigned char *bytes, size_t n, struct imagehead *out);

/* Whether anybody may ask for so many pixels. */
bool imagehead_bearable(const struct imagehead *head);

/* How many scans a JPEG has, or a few more; the whole file is read. Whoever decodes it goes through
 * all of its pixels for each, and a scan may be as short as ten bytes. */
int imagehead_scans(struct imagebytes from);
int imagehead_scans_of(const unsigned char *bytes, size_t n);

#endif
