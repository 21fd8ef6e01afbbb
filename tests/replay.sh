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

# A sound that could not be played starts the clock sooner; it is written.
cp tests/scripts/{audio.ini,hum.ogg,note.flac} "$out"
cat >"$out/sound.txt" <<END
start play --seed 3 $out/audio.ini
wait 100ms
sound failed
wait 1500ms
expect The sound can't be played: A low hum.
shot $out/sound.png
key A
END
"$program" play --script "$out/sound.txt" --record "$out/sound2.txt"
[ "$(grep -c '^sound failed$' "$out/sound2.txt")" = 1 ]
sed "s|^key A|shot $out/sound2.png\n&|" "$out/sound2.txt" >"$out/sound3.txt"
"$program" play --script "$out/sound3.txt"
cmp "$out/sound.png" "$out/sound2.png"

echo 'key A' >"$out/short.txt"

# A press that is held is no click at its end: that would press what has come there meanwhile.
cat >"$out/held.txt" <<END
start play --seed 3 tests/scripts/capitals.ini
key 2
key Return
wait 800ms
down 1096 632
wait 300ms
up 1096 632
shot $out/held.png
END
"$program" play --script "$out/held.txt" --record "$out/held2.txt"
grep -q '^up 1096 632$' "$out/held2.txt"
{
	cat "$out/held2.txt"
	echo "shot $out/held2.png"
} >"$out/held3.txt"
"$program" play --script "$out/held3.txt"
cmp "$out/held.png" "$out/held2.png"

# A path that would break the start line is refused.
cp tests/scripts/capitals.ini "$out/two
lines.ini"
status=0
"$program" play --script "$out/short.txt" --record "$out/broken.txt" "$out/two
lines.ini" 2>"$out/said" || status=$?
[ $status = 2 ]
grep -q 'line break' "$out/said"

# A game begun without a seed is written with the one it drew.
"$program" play --script "$out/short.txt" --record "$out/drawn.txt" tests/scripts/capitals.ini
grep -qE '^start play --seed [0-9]+ ' "$out/drawn.txt"
