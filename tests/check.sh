#!/usr/bin/env bash
# What `stairwell check` answers: exit status, the report on standard output, all else on standard
# error. check.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

says() { # the same of `check`
	tell "$1" "$2" "$3" check "${@:4}"
}

question=$'[question]\nask = One?\nright = Yes\nwrong = No\nwrong = Perhaps\n'
packs=$out/packs
mkdir -p "$packs/pictures" "$out/empty"
printf 'title = Good\n%s' "$question" >"$packs/good.ini"
printf 'title = Pictures\n%s' "$question" >"$packs/pictures/pack.ini"
printf 'title = Bad\nlevle = 3\n%s[question]\nask = Two?\n' "$question" >"$out/bad.ini"
printf 'title = Warned\nlevle = 3\n%s' "$question" >"$out/warned.ini"

says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/good.ini"
says 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs"
says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/pictures"
says 1 '^1 error, 1 warning, 0 notes in 1 pack$' out "$out/bad.ini"
says 1 "^$out/bad.ini:8:1: error: .* \[E302\]$" out "$out/bad.ini"
says 1 '^       \| \^~+$' out "$out/bad.ini"
says 1 '^help: ' out "$out/bad.ini"
says 1 '^1 error, 1 warning, 0 notes in 3 packs$' out "$packs" "$out/bad.ini"
says 0 '^0 errors, 1 warning, 0 notes in 1 pack$' out "$out/warned.ini"
says 1 '^0 errors, 1 warning, 0 notes in 1 pack$' out --strict "$out/warned.ini"
says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out --strict -- "$packs/good.ini"
says 1 "^$out/nowhere.ini: error: .* \[E101\]$" out "$out/nowhere.ini"
says 1 'no pack in' err "$out/empty"
says 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs" "$packs//" "$packs/./good.ini"
says 0 '^Usage: stairwell check|^usage: stairwell check' out --help
says 2 'stairwell check' err
says 0 '^E302: .' out --explain E302
says 2 'explain needs a code' err --explain E999
says 2 'explain needs a code' err --explain
says 2 "no option '--loud'" err --loud "$packs"

# A folder without a pack is said beside the report of the others.
"$program" check "$out/empty" "$packs" >"$out/out" 2>"$out/err"
if [ $? != 1 ] || ! grep -q "no pack in '$out/empty'" "$out/err" || ! grep -q 'in 2 packs$' "$out/out"; then
	echo "stairwell check: an empty folder beside a good one was not said"
	failed=1
fi

# A file that opens and cannot be read to its end.
if [ -r /proc/self/mem ]; then
	says 1 'error: .* \[E102\]$' out /proc/self/mem
fi
exit $failed
