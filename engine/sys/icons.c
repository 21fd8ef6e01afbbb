#include "icons.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "shape.h"

/*
 * A path is read from left to right: M L to a point, H V to an x or y, C a curve, Z closes,
 * A and N an arc of centre, radius and two angles in degrees, growing or falling, joined to what is
 * before, O a circle, R a rectangle of corner, size and radius. F fills what there is without a
 * stroke, B fills it and strokes it too.
 */
static const char *const paths[ICONS] = {
	[ICON_CHECK] = "M4.5 12.8 L9.8 18 L19.5 6.8",
	[ICON_CROSS] = "M6 6 L18 18 M18 6 L6 18",
	[ICON_LOCK] = "R5 11 14 9.5 2 M8 11 V8 A12 8 4 180 360 V11",
	[ICON_SHIELD] =
		"M12 3.2 L19.6 6 V11.4 C19.6 16.2 16.4 19.4 12 21 C7.6 19.4 4.4 16.2 4.4 11.4 V6 "
		"Z",
	[ICON_CLOCK] = "O12 12 8.6 M12 7 V12.3 L15.6 14.4",
	[ICON_UP] = "M6 13.5 L12 7.5 L18 13.5 M6 19 L12 13 L18 19",
	[ICON_STAIRS] = "M3.5 20 H8 V15.5 H12 V11 H16 V6.5 H20.5",
	[ICON_PAUSE] = "M8.5 5.5 V18.5 M15.5 5.5 V18.5",
	[ICON_PLAY] = "M8 5.2 L19 12 L8 18.8 Z B",
	[ICON_BACK] = "M14.5 5 L7.5 12 L14.5 19",
	[ICON_NEXT] = "M9.5 5 L16.5 12 L9.5 19",
	[ICON_ARROW] = "M4 12 H19.5 M13.5 6 L19.5 12 L13.5 18",
	[ICON_HOME] = "M4 11.5 L12 4.5 L20 11.5 M6 10 V20 H18 V10",
	[ICON_TROPHY] = "M7.5 4 H16.5 V10 A12 10 4.5 0 180 Z M7.5 6 H4 N7.38 6.93 3.5 195.3 83 "
			"M16.5 6 H20 A16.62 6.93 3.5 -15.3 97 M12 14.5 V20 M8 20 H16",
	[ICON_STAR] = "M12 3.4 L14.6 9 L20.7 9.7 L16.2 13.9 L17.4 19.9 L12 16.9 L6.6 19.9 "
		      "L7.8 13.9 L3.3 9.7 L9.4 9 Z B",
	[ICON_PEOPLE] = "O9 8.5 3.3 M3 20 A9 20 6 180 360 M15.2 5.6 A13.63 8.5 3.3 -61.5 61.5 "
			"M17.4 14.5 A15 20 6 -66 0",
	[ICON_MORE] = "R4 4 6.4 6.4 1.6 R13.6 4 6.4 6.4 1.6 R4 13.6 6.4 6.4 1.6 "
		      "R13.6 13.6 6.4 6.4 1.6",
	[ICON_BOLT] = "M13.4 3 L5.6 13.4 H11 L10.4 21 L18.4 10.4 H13 Z",
	[ICON_CALENDAR] = "R4 5.6 16 14.4 2 M4 10.4 H20 M8.4 3.4 V7.4 M15.6 3.4 V7.4 O12 15.2 1",
	[ICON_FLAG] = "M6 21 V4 H18.5 L15.5 8.5 L18.5 13 H6",
	[ICON_DELETE] = "M8.6 5.4 H20.5 V18.6 H8.6 L3 12 Z M11.6 9.4 L17 14.6 M17 9.4 L11.6 14.6",
	[ICON_TAKE] = "O12 12 3.6 F O12 12 8.6",
	[ICON_WARN] = "M12 4 L21.2 19.6 H2.8 Z M12 10 V14.4 M12 17 V17.1",
	[ICON_ERROR] = "M8.2 3.6 H15.8 L20.4 8.2 V15.8 L15.8 20.4 H8.2 L3.6 15.8 V8.2 Z "
		       "M12 7.8 V13 M12 16.2 V16.3",
	[ICON_RELOAD] = "M19.4 9.4 N12.03 12.51 8 -22.9 -355 M20 4.6 V9.6 H15",
	[ICON_FOLDER] = "M3.5 18.8 V5.8 H9.6 L11.8 8.4 H20.5 V18.8 Z",
	[ICON_TABLE] = "R3.5 4.6 17 14.8 2 M3.5 9.6 H20.5 M3.5 14.5 H20.5 M10 9.6 V19.4",
	[ICON_SKIP] = "M5.5 5.4 L14.5 12 L5.5 18.6 Z M18.5 5.4 V18.6",
	[ICON_BOOK] = "M5 4.2 H17.5 A17.5 5.7 1.5 -90 0 V19.8 H7 A7 17.8 2 90 180 Z "
		      "M5 17.8 A7 17.8 2 180 270 H19",
	[ICON_MINUS] = "M5.5 12 H18.5",
	[ICON_PLUS] = "M5.5 12 H18.5 M12 5.5 V18.5",
	[ICON_HINT] = "M9.4 17 V15.4 A12 9.4 6.4 114 426 V17 Z M10 20.6 H14",
	[ICON_HALF] = "M12 3.4 N12 12 8.6 -90 -270 Z F O12 12 8.6 M12 3.4 V20.6",
	[ICON_SWAP] = "M4 9 H18 M14.5 5 L18.5 9 L14.5 13 M20 15 H6 M9.5 11 L5.5 15 L9.5 19",
	[ICON_MORE_TIME] = "M20.2 10.6 N11.72 12.03 8.6 -9.6 -265.2 M12 7.4 V12.2 L14 13.4 "
			   "M18 15 V21 M15 18 H21",
	[ICON_CLOSE] = "M7 7 L17 17 M17 7 L7 17",
	[ICON_ZOOM] = "O10.5 10.5 6 M15 15 L20 20 M10.5 7.8 V13.2 M7.8 10.5 H13.2",
	[ICON_PICTURE] =
		"R3.5 5 17 14 2 O8.6 9.6 1.5 M3.9 17.6 L9.6 12.6 L13 15.6 L16.2 12.4 L20.2 16",
	[ICON_GEAR] =
		"O12 12 3.2 O12 12 6.4 M12 2.8 V5.6 M12 18.4 V21.2 M2.8 12 H5.6 M18.4 12 H21.2 "
		"M5.5 5.5 L7.5 7.5 M16.5 16.5 L18.5 18.5 M18.5 5.5 L16.5 7.5 M7.5 16.5 L5.5 18.5",
	[ICON_LETTERS] = "M2.8 18.5 L8 5.5 L13.2 18.5 M4.6 14 H11.4 "
			 "M14.6 18.5 L18 10 L21.4 18.5 M15.8 15.6 H20.2",
	[ICON_ABOVE] = "M5 15.5 L12 8.5 L19 15.5",
	[ICON_BELOW] = "M5 8.5 L12 15.5 L19 8.5",
	[ICON_CONTRAST] = "M12 3.4 A12 12 8.6 -90 90 Z F O12 12 8.6",
	[ICON_REACH] = "M4 4.5 H20 M12 8.5 V19.5 M6.8 14.4 L12 19.6 L17.2 14.4",
	[ICON_SPEAKER] = "M4 9.5 V14.5 H7.5 L12 18.5 V5.5 L7.5 9.5 Z "
			 "M15.2 9 A12.24 12 4.22 -45 45 M17.8 6.4 A12.04 12 8 -44 44",
	[ICON_GLOBE] = "O12 12 8.6 M3.4 12 H20.6 M12 3.4 C7.5 8 7.5 16 12 20.6 "
		       "M12 3.4 C16.5 8 16.5 16 12 20.6",
	[ICON_PAD] = "M8 6.8 H16 C20.4 6.8 21.6 12.4 21.4 16 C21.2 19 18.4 19 16.8 16.8 L15.6 15.2 "
		     "H8.4 L7.2 16.8 C5.6 19 2.8 19 2.6 16 C2.4 12.4 3.6 6.8 8 6.8 Z "
		     "M8 9.4 V12.6 M6.4 11 H9.6 O15.8 11 1",
	[ICON_SETUP] = "M4 7 H12.6 M17.4 7 H20 M4 17 H6.6 M11.4 17 H20 O15 7 2.4 O9 17 2.4",
	[ICON_STOP] = "R7 7 10 10 1.5 B",
	[ICON_TOUCH] = "M9.2 13.4 V5.6 A11.1 5.6 1.9 180 360 V11 "
		       "C13.4 9.2 16.2 9.2 16.4 11.6 C17 9.9 19.6 10.4 19.6 12.5 V16 "
		       "C19.6 19 17.1 21.2 14 21.2 C10.8 21.2 9.4 19.8 8 17.6 L5 13.8 "
		       "C3.7 11.9 6.5 10 7.9 11.8 L9.2 13.4",
	[ICON_SHAPE_CIRCLE] = "O12 12 9.6 B",
	[ICON_SHAPE_TRIANGLE] = "M12 2.8 L22.3 20.4 H1.7 Z B",
	[ICON_SHAPE_SQUARE] = "R3.6 3.6 16.8 16.8 .4 B",
	[ICON_SHAPE_DIAMOND] = "M12 1.4 L22.6 12 L12 22.6 L1.4 12 Z B",
	[ICON_SHAPE_STAR] =
		"M12.0 2.1 L14.8 8.9 L22.1 9.4 L16.5 14.2 L18.2 21.3 L12.0 17.4 L5.8 21.3 "
		"L7.5 14.2 L1.9 9.4 L9.2 8.9 Z B",
	[ICON_SHAPE_CROSS] =
		"M8.6 2.2 H15.4 V8.6 H21.8 V15.4 H15.4 V21.8 H8.6 V15.4 H2.2 V8.6 H8.6 Z B",
	[ICON_SHAPE_HEART] = "M12 21.4 C5.5 16.4 1.6 12.6 1.6 8 C1.6 2.2 9.4 .8 12 6.2 "
			     "C14.6 .8 22.4 2.2 22.4 8 C22.4 12.6 18.5 16.4 12 21.4 Z B",
	[ICON_SHAPE_MOON] = "M19 2.8 C11.2 .2 3.4 5.2 3.4 12 C3.4 18.8 11.2 23.8 19 21.2 "
			    "C14.2 19.4 11.8 16 11.8 12 C11.8 8 14.2 4.6 19 2.8 Z B",
};

static const char *numbers(const char *s, double *v, int n)
{
	for (int i = 0; i < n; i++) {
		char *end;
		v[i] = strtod(s, &end);
		s = end;
	}
	return s;
}

static const char *step(cairo_t *cr, char verb, const char *s)
{
	static const char verbs[] = "MLHVCZANORFB", counts[] = "221160553500";
	const char *known = strchr(verbs, verb);
	double v[6] = {0}, x = 0, y = 0, turn = M_PI / 180;
	if (!verb || !known)
		return s;
	s = numbers(s, v, counts[known - verbs] - '0');
	if (cairo_has_current_point(cr))
		cairo_get_current_point(cr, &x, &y);
	switch (verb) {
	case 'M': cairo_move_to(cr, v[0], v[1]); break;
	case 'L': cairo_line_to(cr, v[0], v[1]); break;
	case 'H': cairo_line_to(cr, v[0], y); break;
	case 'V': cairo_line_to(cr, x, v[0]); break;
	case 'C': cairo_curve_to(cr, v[0], v[1], v[2], v[3], v[4], v[5]); break;
	case 'Z': cairo_close_path(cr); break;
	case 'A': cairo_arc(cr, v[0], v[1], v[2], v[3] * turn, v[4] * turn); break;
	case 'N': cairo_arc_negative(cr, v[0], v[1], v[2], v[3] * turn, v[4] * turn); break;
	case 'O':
		cairo_new_sub_path(cr);
		cairo_arc(cr, v[0], v[1], v[2], 0, 2 * M_PI);
		cairo_close_path(cr);
		break;
	case 'R': shape_path(cr, v[0], v[1], v[2], v[3], v[4]); break;
	case 'F': cairo_fill(cr); break;
	case 'B': cairo_fill_preserve(cr); break;
	}
	return s;
}

/* Walks along the strokes for `most`, drawing them where `draw`; returns how far it came. */
static double walk(cairo_t *cr, const cairo_path_t *path, double most, bool draw)
{
	double x = 0, y = 0, from_x = 0, from_y = 0, length = 0;

	for (int i = 0; i < path->num_data && length < most; i += path->data[i].header.length) {
		const cairo_path_data_t *d = &path->data[i];
		bool closes = d->header.type == CAIRO_PATH_CLOSE_PATH;
		double to_x = closes ? from_x : d[1].point.x, to_y = closes ? from_y : d[1].point.y;

		if (d->header.type == CAIRO_PATH_MOVE_TO) {
			from_x = to_x;
			from_y = to_y;
			if (draw)
				cairo_move_to(cr, to_x, to_y);
		} else {
			double step = hypot(to_x - x, to_y - y);
			double t = step > most - length ? (most - length) / step : 1;
			to_x = x + (to_x - x) * t;
			to_y = y + (to_y - y) * t;
			length += step * t;
			if (draw)
				cairo_line_to(cr, to_x, to_y);
		}
		x = to_x;
		y = to_y;
	}
	return length;
}

static void keep_part(cairo_t *cr, double part)
{
	cairo_path_t *path = cairo_copy_path_flat(cr);

	cairo_new_path(cr);
	walk(cr, path, part * walk(cr, path, HUGE_VAL, false), true);
	cairo_path_destroy(path);
}

void icons_draw(cairo_t *cr, enum icon icon, bool mirrored, double x, double y, double size,
		double pen, double part)
{
	cairo_save(cr);
	cairo_translate(cr, mirrored ? x + size : x, y);
	cairo_scale(cr, mirrored ? -size / 24 : size / 24, size / 24);
	cairo_set_line_width(cr, pen);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_new_path(cr);
	for (const char *s = icon < ICONS && paths[icon] ? paths[icon] : ""; *s;) {
		char verb = *s++;
		s = step(cr, verb, s);
	}
	if (part < 1)
		keep_part(cr, part);
	cairo_stroke(cr);
	cairo_restore(cr);
}
