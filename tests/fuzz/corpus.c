/* Runs the files of folders through the fuzzing target, as a plain program: corpus FOLDER... */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static int run_file(const char *folder, const char *name)
{
	char path[4096];
	uint8_t *bytes = malloc(1 << 20), *exact;
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "r");
	if (!f || !bytes) {
		free(bytes);
		return 0;
	}
	n = fread(bytes, 1, 1 << 20, f);
	fclose(f);
	exact = realloc(bytes, n ? n : 1); /* so that a sanitizer sees a step beyond the end */
	if (exact)
		LLVMFuzzerTestOneInput(exact, n);
	free(exact);
	return 1;
}

int main(int argc, char **argv)
{
	int files = 0;

	for (int i = 1; i < argc; i++) {
		DIR *folder = opendir(argv[i]);
		const struct dirent *entry;
		while (folder && (entry = readdir(folder)))
			if (entry->d_name[0] != '.')
				files += run_file(argv[i], entry->d_name);
		if (folder)
			closedir(folder);
	}
	printf("%d files\n", files);
	return files == 0;
}
