#!/usr/bin/env bash
# A file that is no pack gets one clear message with its place; what is left plays.
set -uo pipefail
stairwell=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failed=0

good=$dir/good.ini
printf 'title = Good\n[question]\nask = Q?\nright = R\nwrong = W\n' >"$good"
: >"$dir/empty.ini"
mkdir "$dir/folder.ini"
head -c 4096 /dev/urandom | tr -d '\n' >"$dir/binary.ini"
printf '\0\1\2' >>"$dir/binary.ini"
printf 'title = None\n[question]\nask = Q?\n' >"$dir/nothing.ini"
mkfifo "$dir/fifo.ini"

# refused FILE PATTERN: alone it ends with 1 and says so at its place; beside a good one that one plays.
refused() {
	local out
	out=$(timeout 10 "$stairwell" play --text "$dir/$1" 2>&1 </dev/null)
	local got=$?
	if [ $got != 1 ] || ! grep -qE -- "$2" <<<"$out"; then
		echo "$1: exit $got, expected 1 and a message like: $2"
		printf '%s\n' "$out" | head -5 | cat -v
		failed=1
	fi
	out=$(timeout 10 "$stairwell" play --text "$dir/$1" "$good" 2>"$dir/err" <<<1)
	got=$?
	if [ $got != 0 ] || ! grep -q '^Score: . of 1 right' <<<"$out" || ! [ -s "$dir/err" ]; then
		echo "$1 beside a good pack: exit $got, expected the good one to play and a word about the other"
		failed=1
	fi
}

refused empty.ini 'empty\.ini.*error'
refused folder.ini 'folder\.ini'
refused binary.ini 'binary\.ini.*error'
refused nothing.ini 'nothing\.ini:2:1: error'
refused missing.ini 'missing\.ini.*error'
refused fifo.ini 'fifo\.ini.*error'
exit $failed
