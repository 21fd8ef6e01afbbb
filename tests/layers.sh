#!/usr/bin/env bash
# The direction of the arrows: what each folder of engine/ may include. Prints every wrong one.
set -u
cd "$(dirname "$0")/../engine" || exit 2

bad=0
# wrong FOLDER PATTERN WHY: no file of the folder includes a header that matches.
wrong() {
	local hits
	hits=$(grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]($2)[>\"]" "$1"/*.[ch] 2>/dev/null)
	[ -z "$hits" ] || { printf '%s: %s\n%s\n' "$1" "$3" "$hits"; bad=1; }
}
# below FOLDER HIGHER...: no file of the folder includes a header of a higher folder.
below() {
	local folder=$1 header
	shift
	for higher in "$@"; do
		for header in "$higher"/*.h; do
			[ -e "$header" ] || continue
			[ -e "$folder/${header##*/}" ] || wrong "$folder" "(.*/)?${header##*/}" "may not include $header"
		done
	done
}

below core author store view sys cmd
below author store view sys cmd
below store author view sys cmd
below view author store sys cmd
below sys author cmd

sdl='SDL.*|cairo.*|fontconfig/.*'
clock='time\.h|sys/time\.h|threads\.h|pthread\.h'
for folder in core author store view cmd; do
	wrong $folder "$sdl" "SDL, cairo and fontconfig belong to sys"
done
for folder in core author view sys cmd; do
	wrong $folder 'sqlite3.*' "SQLite belongs to store"
done
wrong author "$clock" "time comes in from outside"
wrong core "$clock" "time comes in with the event"
wrong view "$clock" "time comes in with the event"
wrong view 'fcntl\.h|unistd\.h|dirent\.h|sys/.*' "the view touches no file and no device"

# Nor do core and view reach for a clock without its header, print, or leave.
for folder in core view; do
	hits=$(grep -nE '\b(clock_gettime|gettimeofday|exit|abort|puts|printf|fputs|putchar) ?\(' $folder/*.c |
		grep -vE '^[^:]*:[0-9]*:[[:space:]]*(\*|//|/\*)')
	[ -z "$hits" ] || { printf '%s: no clock, no printing, no leaving\n%s\n' $folder "$hits"; bad=1; }
done
# Author writes where it is told to, and nowhere else.
hits=$(grep -nE '\b(clock_gettime|gettimeofday|exit|abort|puts|printf|putchar) ?\(|\bstd(out|err)\b' author/*.c)
[ -z "$hits" ] || { printf 'author: no clock, no printing, no leaving\n%s\n' "$hits"; bad=1; }
exit $bad
