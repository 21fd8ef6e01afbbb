#!/usr/bin/env bash
# How a kiosk can end under Xvfb, and what the next start says of it: a crash, a hang, a kill, a power
# cut, a lost display, the end asked for; and that a data folder that can't be keeps nobody from
# playing. kioskends.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
pid='' server=''

finish() {
	[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "kioskends: $*"
	cat "$out/err" "$out/data/running" 2>/dev/null
	exit 1
}

for needed in Xvfb xdotool; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 960x540
ulimit -c 0
export ASAN_OPTIONS=handle_abort=0:handle_segv=0:${ASAN_OPTIONS-}
printf 'packs = %s\n' "$PWD/tests/scripts/capitals.ini" >"$out/kiosk.ini"

# start [SCREEN]: and gets as far as that one.
on() { grep -q "^screen $1\$" "$out/data/running"; }
reach() {
	on "$1" && return
	xdotool key Return
	until_true 2 on "$1"
}
start() {
	WATCHDOG_USEC=4000000 "$program" kiosk --data "$out/data" --seed 1 "$out/kiosk.ini" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came"
	until_true 10 on attract || die "no attract screen"
	[ $# = 0 ] || until_true 5 reach "$1" || die "no way to the screen $1"
}
gone() { ! kill -0 "$pid" 2>/dev/null; }
# ends STATUS
ends() {
	until_true 20 gone || die "it does not end"
	wait "$pid" 2>/dev/null
	status=$?
	pid=''
	[ $status = "$1" ] || die "it ended with status $status, not $1"
}
# tells PATTERN: the start does, in one line.
tells() { [ "$(grep -cE "^stairwell: last time $1" "$out/err")" = 1 ] || die "the next start does not say: $1"; }

start question
[ ! -s "$out/err" ] || die "the first start says something"
kill -SEGV "$pid"
ends 139 2>/dev/null
grep -q '^stairwell: the game ends: SIGSEGV; .*; screen question; question q-.*capitals\.ini$' "$out/err" || die "the crash is not told"
start question
tells 'the game crashed \(SIGSEGV\) .* on the screen question, at the question q-.* of .*/capitals\.ini$'
grep -q 'sits out' "$out/err" && die "a pack sits out after one crash"

# Stopped for longer than the watchdog waits: the alarm comes first when it goes on.
kill -STOP "$pid"
sleep 4
kill -CONT "$pid"
ends 134 2>/dev/null
start
tells 'the game hung'
[ "$(grep -c 'capitals\.ini .* sits out$' "$out/err")" = 1 ] || die "the pack does not sit out after the second"

xdotool key Return
sleep 1
on question && die "what sits out is played"

kill -KILL "$pid"
ends 137 2>/dev/null
start
tells 'the game was killed'

kill -KILL "$pid"
ends 137 2>/dev/null
sed -i '1s/.*/boot another/' "$out/data/running"
start
tells 'the power was cut'

xdotool windowkill "$(cat "$out/id")"
ends 1
start
tells 'the display went away'

began=$(date +%s%N)
kill -TERM "$pid"
ends 0
echo "ended $((($(date +%s%N) - began) / 1000000)) ms after SIGTERM"
[ ! -e "$out/data/running" ] || die "an end in order leaves its mark"
start
[ ! -s "$out/err" ] || die "after an end in order something is said"
kill -TERM "$pid"
ends 0

# At any moment, from the first on.
for pause in 0 0.02 0.05 0.1 0.2; do
	"$program" kiosk --data "$out/data" --seed 1 "$out/kiosk.ini" 2>"$out/err" &
	pid=$!
	until_true 10 test -s "$out/data/running" || die "nothing marks that it runs"
	sleep $pause
	kill -TERM "$pid"
	until_true 20 gone || die "SIGTERM $pause s after its start does not end it"
	! grep -qs '^end display' "$out/data/running" || die "SIGTERM $pause s after its start is told as a lost display"
	wait "$pid"
	status=$?
	[ $status = 0 ] || [ $status = 143 ] || die "SIGTERM $pause s after its start ends it with status $status"
	pid=''
	rm -f "$out/data/running"
done

# ---- what sits out, let in by staff ----
{ cat "$out/kiosk.ini"; echo 2468 | "$program" kiosk --set-pin; } >"$out/staff.ini"
printf '%s\n' 'key Ctrl+Alt+O' 'press 2' 'press 4' 'press 6' 'press 8' 'press Enter' 'press Packs' \
	'expect capitals.ini sits out' 'press Let it in again' 'wait 1s' 'press Press again' 'wait 1s' \
	'expect It is tried' 'expect not sits out' 'press Back to the game' 'wait 1s' \
	'press Touch to start' 'expect screen question' >"$out/let.txt"
"$program" kiosk --data "$out/data" --seed 1 --script "$out/let.txt" "$out/staff.ini" 2>"$out/err" ||
	die "what sits out is not let in"
start question
kill -TERM "$pid"
ends 0

# What breaks the loop of the attract screen is told of the pack that it shows, and counts as a strike.
start
until_true 20 grep -q '^hash' "$out/data/running" || die "the loop does not say what it shows"
on attract || die "the loop is not of the attract screen"
rm -f "$out/data/strikes"
kill -SEGV "$pid"
ends 139 2>/dev/null
start
tells 'the game crashed \(SIGSEGV\) .* on the screen attract, at the question q-.* of .*/capitals\.ini$'
[ -s "$out/data/strikes" ] || die "a crash of the loop is no strike"
kill -TERM "$pid"
ends 0

# ---- staff leave: the machine is asked for its login prompt ----
# places LABEL STEPS: where it is after these, one a line
places() {
	printf 'size 960 540\nkey Ctrl+Alt+O\nwait 1s\n%sexpect no such text\n' "$2" >"$out/places.txt"
	"$program" kiosk --script "$out/places.txt" "$out/staff.ini" 2>&1 | sed -n "s/^  can be pressed: $1, at //p"
}
staff=$(printf 'press %s\n' 2 4 6 8 Enter Leave)$'\n'
{ for key in 2 4 6 8 Enter; do places $key ''; done; } >"$out/pad"
places Leave "$staff" >"$out/leaves"
mkdir "$out/run"
RUNTIME_DIRECTORY=$out/run "$program" kiosk --data "$out/data" --seed 1 "$out/staff.ini" 2>"$out/err" &
pid=$!
until_true 30 window || die "no window came"
until_true 10 on attract || die "no attract screen"
xdotool key ctrl+alt+o
until_true 10 on pin || die "the chord does not lead to the PIN"
while read -r x y; do
	sleep 0.3
	xdotool mousemove "$x" "$y" click 1
done <"$out/pad"
until_true 20 on operator || die "the PIN does not lead to the operator's page"
for line in 1 2 2; do
	xdotool mousemove $(sed -n "${line}p" "$out/leaves") click 1
	sleep 1
done
until_true 4 test -e "$out/run/leave" || die "staff who leave are not told of"
kill -TERM "$pid" 2>/dev/null
ends 0

# ---- a folder that can't be ----
"$program" kiosk --data /dev/null/data --seed 1 "$out/kiosk.ini" 2>"$out/err" &
pid=$!
until_true 30 window || die "no window without a data folder"
sleep 1
xdotool key Return
sleep 1
! gone || die "it ends without a data folder"
kill -TERM "$pid"
ends 0
[ "$(grep -c 'noted for the next start: Not a directory' "$out/err")" = 1 ] || die "it does not say that nothing is noted"
[ "$(wc -l <"$out/err")" = 2 ] || die "it says more than that, and that nothing is remembered"
