#!/usr/bin/env bash
# Where nothing can be kept, play in the terminal goes on, and one message says why. unkept.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0
data=$out/data
pack=$out/truths.ini
{
	echo 'title = Truths'
	for i in $(seq 40); do printf '\n[question]\nask = %d is a number.\nanswer = true\n' "$i"; done
} >"$pack"

# play WHAT MESSAGE ARGUMENTS...: the whole game is played, and standard error is one line of that
# pattern; "": it is empty.
play() {
	local what=$1 message=$2
	shift 2
	yes true | "$program" play --text --no-clock --questions 40 "$@" "$pack" >"$out/out" 2>"$out/err"
	[ "$(tail -n 1 "$out/out")" = 'Score: 40 of 40 right, 13900 points' ] ||
		{ echo "unkept: $what: not played to the end"; tail -n 3 "$out/out"; failed=1; }
	if [ -z "$message" ] && [ -s "$out/err" ]; then
		echo "unkept: $what: it says"; cat "$out/err"; failed=1
	elif [ -n "$message" ] && { [ "$(wc -l <"$out/err")" != 1 ] || ! grep -qE "$message" "$out/err"; }; then
		echo "unkept: $what: it says"; cat "$out/err"; failed=1
	fi
}
games() { "$program" scores --data "$data" --export 2>/dev/null | grep -c ",yes,truths,"; }

play 'a folder that cannot be written' "^stairwell: .*nowrite/stairwell.db: can't be used; nothing is remembered: " --data /proc/nowrite
echo file >"$out/file"
play 'a file for a folder' "can't be used; nothing is remembered: " --data "$out/file"
(
	trap '' XFSZ
	ulimit -f 150
	play 'a full disk' "^stairwell: this game can't be kept: .*; play goes on$" --data "$data"
	exit $failed
) || failed=1
grep -q "can't be kept" "$out/err" || failed=1
play 'the disk has room again' '' --data "$data"
[ "$(games)" = 1 ] || { echo "unkept: $(games) games are kept after a full disk"; failed=1; }

# Two at once, and a third that looks on.
for i in 1 2; do
	yes true | "$program" play --text --no-clock --questions 40 --data "$data" "$pack" >"$out/out$i" 2>"$out/err$i" &
done
"$program" scores --data "$data" >/dev/null 2>"$out/err3" || { echo "unkept: scores fail meanwhile"; failed=1; }
wait
for i in 1 2 3; do [ -s "$out/err$i" ] && { echo "unkept: two at once:"; cat "$out/err$i"; failed=1; }; done
[ "$(games)" = 3 ] || { echo "unkept: of two at once $(games) games are kept"; failed=1; }

# A game that another program plays is not taken from it.
mkfifo "$out/typed"
"$program" play --text --no-clock --data "$data" "$pack" <"$out/typed" >"$out/other" 2>"$out/err1" &
exec 3>"$out/typed"
echo true >&3
for _ in $(seq 100); do grep -q '^Question 2 ' "$out/other" && break; sleep .1; done
yes true | "$program" play --text --no-clock --data "$data" --resume "$pack" 3>&- >"$out/out" 2>"$out/err"
grep -q '^stairwell: no game was interrupted that can be gone on with; this is a new one$' "$out/err" &&
	grep -q '^Score: 12 of 12 right, 4100 points$' "$out/out" ||
	{ echo "unkept: a game of another program is taken from it"; failed=1; }
exec 3>&-
wait
"$program" play --text --data "$data" --resume --packs "$out/none" </dev/null >"$out/out" 2>"$out/err"
grep -q '^Going on with Climb: 1 of 12 asked, 300 points$' "$out/out" ||
	{ echo "unkept: a game of a pack that is in no folder of packs is lost"; head -n 3 "$out/out" "$out/err"; failed=1; }
"$program" play --text --data "$data" --resume "$pack" </dev/null >"$out/out" 2>"$out/err"
grep -q '^Going on with Climb: 1 of 12 asked, 300 points$' "$out/out" ||
	{ echo "unkept: the end of the input is no end of the game"; head -n 3 "$out/out" "$out/err"; failed=1; }

# A newer one is left alone (its version is 4 bytes, 60 into the file); a broken one is set aside.
printf '\0\0\0\143' | dd of="$data/stairwell.db" bs=1 seek=60 conv=notrunc status=none
cp "$data/stairwell.db" "$out/newer.db"
play 'a newer one' 'stairwell.db: made by a newer version of Stairwell and left alone; nothing is remembered$' --data "$data"
cmp "$data/stairwell.db" "$out/newer.db" || failed=1
echo 'no database' >"$data/stairwell.db"
play 'a broken one' 'stairwell.db: broken and set aside as .*/stairwell.db.broken-.*: ' --data "$data"
grep -q 'no database' "$data"/stairwell.db.broken-* || failed=1
[ "$(games)" = 1 ] || { echo "unkept: $(games) games are kept in the new one"; failed=1; }

# An unattended game without a home says each thing that it can not keep once (it has no display here).
env -u HOME -u XDG_DATA_HOME -u XDG_CONFIG_HOME SDL_VIDEODRIVER=none "$program" kiosk 2>"$out/err"
[ "$(grep -c 'there is no home folder' "$out/err")" = 2 ] || { echo "unkept: without a home:"; cat "$out/err"; failed=1; }
exit $failed
