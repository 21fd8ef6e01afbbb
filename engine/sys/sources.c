#include "sources.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "library.h"

struct source {
	char *path;
	dev_t device; /* of the folder (of the file's, for a file) when it was there last */
	bool known;   /* it was there once */
	bool lost;
};

void sources_finish(struct sources *s)
{
	for (int i = 0; i < s->n; i++)
		free(s->of[i].path);
	free(s->of);
	*s = (struct sources){0};
}

void sources_set(struct sources *s, char **paths, int n)
{
	sources_finish(s);
	s->of = calloc((size_t)n + 1, sizeof(*s->of));
	for (int i = 0; i < n; i++)
		if (s->of)
			s->of[s->n++].path = paths[i];
		else
			free(paths[i]);
}

bool sources_lost(const struct sources *s, int source)
{
	return s->of[source].lost;
}

/* Where something was mounted and is not any more, there is a bare folder. */
bool sources_bare(const char *folder)
{
	DIR *dir = opendir(folder);
	const struct dirent *e;
	bool bare = true;

	while (dir && bare && (e = readdir(dir)))
		bare = e->d_name[0] == '.';
	if (dir)
		closedir(dir);
	return bare;
}

struct list {
	void (*found)(void *ctx, const char *path, int source);
	void *ctx;
	int source;
};

static void pass_on(void *ctx, const char *path)
{
	struct list *l = ctx;

	l->found(l->ctx, path, l->source);
}

static void look_through(struct source *s, struct list *l)
{
	char folder[PATH_MAX];
	struct stat st;
	bool is_folder = stat(s->path, &st) == 0 && S_ISDIR(st.st_mode);
	const char *slash = strrchr(s->path, '/');

	snprintf(folder, sizeof(folder), "%s", s->path);
	if (!is_folder && slash)
		folder[slash > s->path ? slash - s->path : 1] = '\0';
	if (!is_folder)
		is_folder = stat(slash ? folder : ".", &st) == 0;
	s->lost = s->known && (!is_folder || (st.st_dev != s->device && sources_bare(folder)));
	if (s->lost || !is_folder)
		return;
	s->known = true;
	s->device = st.st_dev;
	if (strcmp(folder, s->path) != 0) {
		if (stat(s->path, &st) == 0)
			pass_on(l, s->path);
		return;
	}
	char inner[PATH_MAX];
	if (snprintf(inner, sizeof(inner), "%s/pack.ini", s->path) < PATH_MAX &&
	    stat(inner, &st) == 0)
		pass_on(l, inner);
	else
		s->lost = !library_list(s->path, pass_on, l);
}

void sources_list(struct sources *s, struct lookout *lookout,
		  void (*found)(void *ctx, const char *path, int source), void *ctx)
{
	for (struct list l = {found, ctx, 0}; l.source < s->n; l.source++) {
		lookout_watch_way(lookout, s->of[l.source].path);
		look_through(&s->of[l.source], &l);
	}
}
