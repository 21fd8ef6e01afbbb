#!/usr/bin/env bash
# What is set in one run is there in the next, and only that. kept.sh PROGRAM
set -u
program=$1
pack=tests/scripts/capitals.ini
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# run STEPS ARGUMENTS...: a run with the folder of this test.
run() {
	printf '%b' "$1" >"$out/script.txt"
	shift
	"$program" play --script "$out/script.txt" --data "$out/data" "$@" || failed=1
}
# holds LINES: the file has these settings and no others.
holds() {
	local got
	got=$(grep -v '^#' "$out/data/settings.ini" 2>/dev/null)
	[ "$got" = "$1" ] || { echo "kept: the file holds"; echo "$got"; echo "instead of"; echo "$1"; failed=1; }
}

run 'key F1\nkey Right\nkey Right\nkey Down\nkey Right\nexpect Theme: Paper\n'
holds "$(printf 'text-size = 110\ntheme = paper')"
run 'key F1\nexpect 110%\nexpect Theme: Paper\nshot '"$out"'/kept.png\n'
run 'key F1\nshot '"$out"'/given.png\n' --theme paper --text-scale 1.1
cmp "$out/kept.png" "$out/given.png" || failed=1

# What is given holds for that run and is not kept, unless it is changed in it.
run 'key F1\nexpect Theme: Colour-safe\nkey Right\nexpect 155%\nkey F1\nkey F11\n' --theme cvd --text-scale 1.5
holds "$(printf 'text-size = 155\ntheme = paper\nfull-screen = yes')"

# Without --data a script neither reads nor writes.
printf 'key F1\nexpect 100%%\nkey Right\n' >"$out/script.txt"
HOME=$out XDG_CONFIG_HOME=$out/config "$program" --script "$out/script.txt" || failed=1
[ ! -e "$out/config" ] || { echo "kept: a script without --data keeps something"; failed=1; }

# The terminal goes by the same file, and by the one in the XDG folder.
mkdir -p "$out/config/stairwell"
echo 'clock = off' | tee "$out/config/stairwell/settings.ini" >"$out/data/settings.ini"
"$program" play --text --seed 1 --data "$out/data" $pack </dev/null >"$out/said"
grep -q '^Question 1 of 3$' "$out/said" || { echo "kept: --text does not go by the file"; cat "$out/said"; failed=1; }
XDG_CONFIG_HOME=$out/config "$program" play --text --seed 1 $pack </dev/null >"$out/said"
grep -q '^Question 1 of 3$' "$out/said" || { echo "kept: --text does not go by the XDG folder"; failed=1; }

# What is recorded neither knows of earlier play nor is remembered: it plays again without.
printf 'key 2\nkey Return\nwait 2s\nkey Escape\n' >"$out/begin.txt"
"$program" play --script "$out/begin.txt" --data "$out/earlier" --seed 1 $pack || failed=1
printf 'expect not Continue\n' >"$out/home.txt"
"$program" play --script "$out/home.txt" --data "$out/earlier" --packs tests/scripts --record "$out/none.txt" || failed=1
"$program" play --script "$out/none.txt" || failed=1
"$program" play --script "$out/begin.txt" --data "$out/fresh" --record "$out/none.txt" $pack || failed=1
[ ! -e "$out/fresh/stairwell.db" ] || { echo "kept: what was recorded is remembered too"; failed=1; }

# A record has what was set when it began, and replays without the folder.
echo 'motion = reduced' >"$out/data/settings.ini"
run 'key 2\nkey Return\nwait 2s\nexpect screen reveal\n' --record "$out/record.txt" --seed 1 $pack
grep -q '^start .*--set motion=reduced' "$out/record.txt" || { echo "kept: a record does not say what was set"; failed=1; }
# What can't be kept is said where it was set, and once on standard error.
printf 'key F1\nkey Right\nexpect Changes apply, but can’t be saved\nkey Right\n' >"$out/script.txt"
"$program" --script "$out/script.txt" --data /proc/nowrite 2>"$out/said" || failed=1
[ "$(grep -c "^stairwell: settings can't be kept: /proc/nowrite/settings.ini: " "$out/said")" = 1 ] &&
	[ "$(grep -c "^stairwell: /proc/nowrite/stairwell.db: .*nothing is remembered" "$out/said")" = 1 ] &&
	[ "$(wc -l <"$out/said")" = 2 ] || { echo "kept: what was said is"; cat "$out/said"; failed=1; }
printf 'key F1\nexpect Changes apply at once.\nexpect not saved\nkey Right\nexpect not saved\n' >"$out/script.txt"
"$program" --script "$out/script.txt" || failed=1

# Mistakes in the file are said there too, until somebody has been there.
printf 'theme = green\nmotion = backwards\n' >"$out/data/settings.ini"
run 'key F1\nexpect settings.ini had 2 mistakes\nexpect not kept as\nkey Right\nexpect had 2 mistakes: kept as settings.ini.broken\nkey F1\nkey F1\nexpect Changes apply at once and are saved.\n' 2>/dev/null
grep -q green "$out/data/settings.ini.broken" || { echo "kept: a broken file is not put aside"; failed=1; }
head -c 300 /dev/zero >"$out/data/settings.ini"
run 'key F1\nexpect settings.ini had 1 mistake\n' 2>"$out/said"
grep -q pack "$out/said" && { echo "kept: settings are called a pack"; cat "$out/said"; failed=1; }
exit $failed
