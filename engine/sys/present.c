#include "present.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "turn.h"

/* A way to reach the window. */
struct way {
	bool (*open)(struct present *p);
	void (*close)(struct present *p);
	/* The surface to paint a frame of this size on; *lost: it is a new one. NULL: not now. */
	cairo_surface_t *(*canvas)(struct present *p, int w, int h, bool *lost);
	void (*show)(struct present *p, const struct damage *d);
};

struct present {
	SDL_Window *window;
	const struct way *way;
	int rotation; /* how far the picture is turned clockwise */
	bool fell_back;
	cairo_surface_t *canvas;
	SDL_Surface *surface; /* software: the window's own, borrowed */
	void *pixels;         /* software: those of the surface that the canvas was made for */
	SDL_Surface *glass;   /* software: what the window shows in our format; the window's own
				 where that is the same, else ours */
	SDL_Renderer *renderer;
	SDL_Texture *texture;
	int w, h; /* of the canvas */
};

static void drop_canvas(struct present *p)
{
	if (p->canvas)
		cairo_surface_destroy(p->canvas);
	if (p->glass != p->surface)
		SDL_FreeSurface(p->glass);
	p->canvas = NULL;
	p->glass = NULL;
}

/* ---- the window's own surface ---- */

static bool open_software(struct present *p)
{
	p->surface = SDL_GetWindowSurface(p->window);
	return p->surface;
}

static void close_software(struct present *p)
{
	drop_canvas(p);
	p->surface = NULL;
}

/* Whether the window's pixels are as cairo's. */
static bool fits(const SDL_Surface *s)
{
	return (s->format->format == SDL_PIXELFORMAT_RGB888 ||
		s->format->format == SDL_PIXELFORMAT_ARGB8888) &&
	       s->pitch % 4 == 0 && !SDL_MUSTLOCK(s);
}

static cairo_surface_t *canvas_software(struct present *p, int w, int h, bool *lost)
{
	int window_w, window_h, glass_w = w, glass_h = h;

	/* SDL knows the window's new size before the event that says so is read. */
	SDL_GetWindowSizeInPixels(p->window, &window_w, &window_h);
	turn_size(p->rotation, &glass_w, &glass_h);
	if (window_w != glass_w || window_h != glass_h)
		return NULL;
	SDL_Surface *s = SDL_GetWindowSurface(p->window); /* after a change the old one is freed */
	bool same = s && s == p->surface && s->pixels == p->pixels && p->w == w && p->h == h;
	if (same && p->canvas)
		return p->canvas;
	drop_canvas(p);
	p->surface = s;
	if (!s || s->w < glass_w || s->h < glass_h)
		return NULL;
	p->pixels = s->pixels;
	p->glass = fits(s) ? s
			   : SDL_CreateRGBSurfaceWithFormat(0, glass_w, glass_h, 32,
							    SDL_PIXELFORMAT_RGB888);
	if (!p->glass)
		return NULL;
	*lost = true;
	p->canvas = p->rotation ? cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h)
				: cairo_image_surface_create_for_data(p->glass->pixels,
								      CAIRO_FORMAT_RGB24, w, h,
								      p->glass->pitch);
	return p->canvas;
}

static void show_software(struct present *p, const struct damage *d)
{
	struct bitmap frame = {cairo_image_surface_get_data(p->canvas), p->w, p->h,
			       cairo_image_surface_get_stride(p->canvas)};
	struct bitmap glass = {p->glass->pixels, p->glass->w, p->glass->h, p->glass->pitch};
	SDL_Rect r[PAINT_RECTS];

	for (int i = 0; i < d->n; i++) {
		SDL_Rect part = {d->rect[i].x, d->rect[i].y, d->rect[i].w, d->rect[i].h};
		r[i] = turn_rect(p->rotation, part, p->w, p->h);
		if (p->rotation)
			turn_copy(p->rotation, frame, part, glass);
		if (p->glass != p->surface) {
			SDL_Rect to = r[i];
			SDL_BlitSurface(p->glass, &r[i], p->surface, &to);
		}
	}
	SDL_UpdateWindowSurfaceRects(p->window, r, d->n);
}

/* ---- a texture ---- */

static bool open_gpu(struct present *p)
{
	p->renderer = SDL_CreateRenderer(p->window, -1, SDL_RENDERER_ACCELERATED);
	if (!p->renderer)
		p->renderer = SDL_CreateRenderer(p->window, -1, 0);
	return p->renderer;
}

static void close_gpu(struct present *p)
{
	drop_canvas(p);
	if (p->texture)
		SDL_DestroyTexture(p->texture);
	if (p->renderer)
		SDL_DestroyRenderer(p->renderer);
	p->texture = NULL;
	p->renderer = NULL;
}

static cairo_surface_t *canvas_gpu(struct present *p, int w, int h, bool *lost)
{
	if (p->canvas && p->w == w && p->h == h)
		return p->canvas;
	drop_canvas(p);
	if (p->texture)
		SDL_DestroyTexture(p->texture);
	*lost = true;
	p->canvas = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
	p->texture = SDL_CreateTexture(p->renderer, SDL_PIXELFORMAT_RGB888,
				       SDL_TEXTUREACCESS_STREAMING, w, h);
	if (!p->texture)
		drop_canvas(p);
	return p->canvas;
}

static void show_gpu(struct present *p, const struct damage *d)
{
	unsigned char *pixels = cairo_image_surface_get_data(p->canvas);
	int stride = cairo_image_surface_get_stride(p->canvas);

	for (int i = 0; i < d->n; i++) {
		SDL_Rect r = {d->rect[i].x, d->rect[i].y, d->rect[i].w, d->rect[i].h};
		SDL_UpdateTexture(p->texture, &r, pixels + r.y * stride + r.x * 4, stride);
	}
	int w = p->w, h = p->h;
	turn_size(p->rotation, &w, &h);
	SDL_FRect middle = {(float)(w - p->w) / 2, (float)(h - p->h) / 2, (float)p->w, (float)p->h};
	SDL_RenderCopyExF(p->renderer, p->texture, NULL, &middle, p->rotation, NULL, SDL_FLIP_NONE);
	SDL_RenderPresent(p->renderer);
}

/* ---- which ---- */

static const struct way software = {open_software, close_software, canvas_software, show_software};
static const struct way gpu = {open_gpu, close_gpu, canvas_gpu, show_gpu};

static bool open_way(struct present *p, const struct way *way)
{
	p->way = way;
	if (way->open(p))
		return true;
	way->close(p);
	return false;
}

/* Without a device to render with there is no GPU, and GL need not even be loaded to find out. */
static bool device(void)
{
	char path[] = "/dev/dri/renderD128";
	char *digit = path + sizeof(path) - 2;

	for (*digit = '8'; *digit <= '9'; ++*digit) {
		int fd = open(path, O_RDWR | O_CLOEXEC);
		if (fd >= 0) {
			close(fd);
			return true;
		}
	}
	return false;
}

/* Whether the renderer that was opened draws on the CPU after all. */
static bool pretends(void)
{
	static const char *const drawn_by_cpu[] = {"llvmpipe", "softpipe", "swrast", "Software"};
	const char *(*get)(unsigned) =
		(const char *(*)(unsigned))SDL_GL_GetProcAddress("glGetString");
	const char *who = get ? get(0x1F01 /* GL_RENDERER */) : NULL;

	for (int i = 0; who && i < 4; i++)
		if (strstr(who, drawn_by_cpu[i]))
			return true;
	return !who;
}

static bool open_auto(struct present *p)
{
	const char *driver = SDL_GetCurrentVideoDriver();
	bool plain = driver && strcmp(driver, "wayland") != 0 && strcmp(driver, "KMSDRM") != 0;

	if (!plain)
		return open_way(p, &gpu);
	if (device() && open_way(p, &gpu)) {
		if (!pretends())
			return true;
		gpu.close(p);
	}
	return open_way(p, &software);
}

struct present *present_open(SDL_Window *w, enum renderer want)
{
	struct present *p = calloc(1, sizeof(*p));

	if (!p)
		return NULL;
	p->window = w;
	bool good = want == RENDERER_AUTO  ? open_auto(p)
		    : want == RENDERER_GPU ? open_way(p, &gpu)
					   : open_way(p, &software);
	if (good)
		return p;
	p->fell_back = want != RENDERER_AUTO;
	if (open_way(p, want == RENDERER_GPU ? &software : &gpu))
		return p;
	free(p);
	return NULL;
}

void present_close(struct present *p)
{
	if (!p)
		return;
	p->way->close(p);
	free(p);
}

bool present_show(struct present *p, struct painter *painter, const struct frame *f)
{
	struct damage d = {0};
	bool lost = false;
	cairo_surface_t *canvas = p->way->canvas(p, f->w, f->h, &lost);

	if (!canvas)
		return false;
	p->w = f->w;
	p->h = f->h;
	painter_paint(painter, canvas, f, lost, &d);
	cairo_surface_flush(canvas);
	if (d.n > 0)
		p->way->show(p, &d);
	return d.n > 0;
}

bool present_fell_back(const struct present *p)
{
	return p->fell_back;
}

void present_turn(struct present *p, int rotation)
{
	p->rotation = rotation;
	drop_canvas(p);
}

void present_lost(struct present *p)
{
	drop_canvas(p);
}

bool present_again(struct present *p)
{
	struct damage all = {.n = 1, .rect = {{0, 0, p->w, p->h}}};
	bool lost = false;

	if (p->canvas && p->way->canvas(p, p->w, p->h, &lost) && !lost) {
		p->way->show(p, &all);
		return true;
	}
	drop_canvas(p);
	return false;
}
