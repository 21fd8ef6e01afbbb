#!/usr/bin/env bash
# What `stairwell check` answers: exit status, the report on standard output, all else on standard
# error. check.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# tell STATUS PATTERN STREAM ARGUMENTS...: the pattern stands in that stream, the other one is empty.
tell() {
	local status=$1 pattern=$2 stream=$3 other=err got
	shift 3
	[ "$stream" = out ] || other=out
	"$program" check "$@" </dev/null >"$out/out" 2>"$out/err"
	got=$?
	if [ $got != "$status" ] || ! grep -qE -- "$pattern" "$out/$stream" || [ -s "$out/$other" ]; then
		echo "stairwell check $*: exit $got, expected $status and $stream to say: $pattern"
		sed 's/^/  /' "$out/out" "$out/err"
		failed=1
	fi
}

question=$'[question]\nask = One?\nright = Yes\nwrong = No\n'
packs=$out/packs
mkdir -p "$packs/pictures" "$out/empty"
printf 'title = Good\n%s' "$question" >"$packs/good.ini"
printf 'title = Pictures\n%s' "$question" >"$packs/pictures/pack.ini"
printf 'title = Bad\nlevle = 3\n%s[question]\nask = Two?\n' "$question" >"$out/bad.ini"
printf 'title = Warned\nlevle = 3\n%s' "$question" >"$out/warned.ini"

tell 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/good.ini"
tell 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs"
tell 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/pictures"
tell 1 '^1 error, 1 warning, 0 notes in 1 pack$' out "$out/bad.ini"
tell 1 "^$out/bad.ini:7:1: error: .* \[E302\]$" out "$out/bad.ini"
tell 1 '^       \| \^~+$' out "$out/bad.ini"
tell 1 '^help: ' out "$out/bad.ini"
tell 1 '^1 error, 1 warning, 0 notes in 3 packs$' out "$packs" "$out/bad.ini"
tell 0 '^0 errors, 1 warning, 0 notes in 1 pack$' out "$out/warned.ini"
tell 1 '^0 errors, 1 warning, 0 notes in 1 pack$' out --strict "$out/warned.ini"
tell 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out --strict -- "$packs/good.ini"
tell 1 "^$out/nowhere.ini: error: .* \[E101\]$" out "$out/nowhere.ini"
tell 1 'no pack in' err "$out/empty"
tell 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs" "$packs//" "$packs/./good.ini"
tell 0 '^Usage: stairwell check|^usage: stairwell check' out --help
tell 2 'stairwell check' err
tell 2 "no option '--loud'" err --loud "$packs"

# A folder without a pack is said beside the report of the others.
"$program" check "$out/empty" "$packs" >"$out/out" 2>"$out/err"
if [ $? != 1 ] || ! grep -q "no pack in '$out/empty'" "$out/err" || ! grep -q 'in 2 packs$' "$out/out"; then
	echo "stairwell check: an empty folder beside a good one was not said"
	failed=1
fi

# A file that opens and cannot be read to its end.
if [ -r /proc/self/mem ]; then
	tell 1 'error: .* \[E102\]$' out /proc/self/mem
fi
exit $failed
