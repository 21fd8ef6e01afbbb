#!/usr/bin/env bash
# What --record writes plays again to the same end, to the pixel. replay.sh PROGRAM
set -eu
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

cat >"$out/first.txt" <<END
start play --seed 3 --text-scale 1.25 tests/scripts/capitals.ini
wait 700ms
click 40 40
key 2
wait 33ms
key Return
wait 3s
key Return
wait 1500ms
hold 700ms key Down
key Return
wait 2s
size 900 700
key Return
wait 1s
key Shift+Tab
touch 300 300
slide 300 250
lift 300 250
wheel -2
key A
key A
wait 3s
key Return
wait 4s
expect screen results
shot $out/first.png
END
"$program" play --script "$out/first.txt" --record "$out/second.txt"
grep -q '^start play --seed 3 ' "$out/second.txt"
{
	cat "$out/second.txt"
	echo "wait 4s"
	echo "expect screen results"
	echo "shot $out/second.png"
} >"$out/again.txt"
"$program" play --script "$out/again.txt" --record "$out/third.txt"
cmp "$out/first.png" "$out/second.png"
cmp "$out/second.txt" "$out/third.txt"

# A game begun without a seed is written with the one it drew.
echo 'key A' >"$out/short.txt"
"$program" play --script "$out/short.txt" --record "$out/drawn.txt" tests/scripts/capitals.ini
grep -qE '^start play --seed [0-9]+ ' "$out/drawn.txt"
