#!/usr/bin/env bash
# `stairwell kiosk --doctor`, as it is typed. doctor.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

complain() {
	echo "doctor: $1"
	sed 's/^/  /' "$out/said"
	failed=1
}
# What a machine without a display or sound has is its own affair: each line is looked at alone.
look() {
	"$program" kiosk --doctor --data "$out/data" "$@" >"$out/said" 2>"$out/err"
}
says() { # PATTERN
	grep -qE -- "$1" "$out/said" || complain "nothing like: $1"
}
pack=$PWD/questions/one-shot.ini

printf 'packs = %s\n' "$pack" >"$out/good.ini"
look "$out/good.ini"
says '^good  File: '
says '^note  PIN: none is set'
says "^      Type: sudo stairwell kiosk --set-pin $out/good.ini\$"
says '^good  Packs: 1 can be played$'
says '^(good|note|bad )  Display: '
says '^(good|note|bad )  Touch: '
says '^(good|note)  Sound: '
says '^(good|note|bad )  Clock: '
says '^(good|note|bad )  Disk: '
says '^(good|note)  Fonts: '
says '^(good|note)  Service: '
says '^[0-9]+ bad, [0-9]+ to look at, [0-9]+ good$'
[ ! -e "$out/data" ] || complain 'it made a folder'

echo 2468 | "$program" kiosk --set-pin "$out/good.ini" 2>/dev/null
look "$out/good.ini"
says '^good  PIN: set$'

# What is bad ends with 1, and says what to do.
printf 'packs = %s\nidle = soon\n' "$out/none" >"$out/bad.ini"
look "$out/bad.ini" && complain 'all is well with a bad file'
says "^bad   File: [0-9]+ mistakes? in $out/bad.ini\$"
says "^      Type: stairwell kiosk --check $out/bad.ini\$"
says "^note  File: there is no file or folder '$out/none'\$"
says '^      Put the packs there, or type the path'
says '^bad   Packs: there is none that can be played, 1 missing$'
look "$out/missing.ini" && complain 'all is well with no file'
says '^bad   File: '
printf 'title = Broken\n[question]\nask = One?\nright = Yes\n[question]\nask = Two?\n' >"$out/broken.ini"
printf 'packs = %s\npacks = %s\npacks = %s\npacks = %s\n' "$pack" "$out/broken.ini" "$out/none" "$out/gone" \
	>"$out/some.ini"
look "$out/some.ini"
says "^note  Packs: 1 can be played, 1 can't, 2 missing\$"
says "^note  Packs: 2 mistakes in $out/broken.ini\$"
says "^      Type: stairwell check $out/broken.ini\$"
says "^note  File: there is no file or folder '$out/none'\$"
says "^note  File: there is no file or folder '$out/gone'\$"

# On a desktop there is a display.
unset WAYLAND_DISPLAY
DISPLAY=:7 look "$out/some.ini"
grep -q '^bad   Display' "$out/said" && complain 'no display on a desktop'

# What is said without any advice.
printf '\xef\xbb\xbfpacks = %s\n' "$pack" >"$out/marked.ini"
look "$out/marked.ini"
says '^note  File: this file begins with a byte-order mark'
says '^good  Packs: 1 can be played$'

# The tour is for who writes packs: by itself a kiosk has all but that.
: >"$out/plain.ini"
look "$out/plain.ini"
says "^good  Packs: $(($(ls questions/*.ini | wc -l) - 1)) can be played\$"
exit $failed
