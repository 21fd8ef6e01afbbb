#!/usr/bin/env bash
# Fonts that are not there: said once each, and the game plays. nofonts.sh PROGRAM
set -euo pipefail
stairwell=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

fonts() { # only the fonts of this folder are installed
	printf '<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>\n' \
		"$1" "$dir/cache" >"$dir/fonts.conf"
}
export FONTCONFIG_FILE=$dir/fonts.conf
printf '%s\n' 'expect screen question' 'key 1' 'key 1' 'wait 1s' 'expect screen reveal' \
	"shot $dir/reveal.png" >"$dir/script.txt"

fonts "$(dirname "$(env -u FONTCONFIG_FILE fc-match -f '%{file}' 'DejaVu Sans:style=Book')")"
"$stairwell" play --seed 1 --script "$dir/script.txt" tests/scripts/capitals.ini 2>"$dir/err"
[ -s "$dir/reveal.png" ]
[ "$(grep -c 'Bebas Neue is not installed' "$dir/err")" = 1 ] || { cat "$dir/err"; exit 1; }

fonts /nowhere
! "$stairwell" play --seed 1 --script "$dir/script.txt" tests/scripts/capitals.ini 2>"$dir/err" || exit 1
grep -q 'fonts: none can be opened; --text' "$dir/err" || { cat "$dir/err"; exit 1; }
[ "$(wc -l <"$dir/err")" = 1 ] || { cat "$dir/err"; exit 1; }
