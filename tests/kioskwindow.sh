#!/usr/bin/env bash
# The kiosk's window under Xvfb: it fills the screen and keeps it, hears no close, shows itself once a
# second, feeds the watchdog by that alone, and ends at SIGTERM. kioskwindow.sh PROGRAM
set -u
program=$1
beside=$(dirname "$program")/tests
out=$(mktemp -d)
pid='' server='' manager=''

finish() {
	[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null
	[ -z "$manager" ] || kill "$manager" 2>/dev/null
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "kioskwindow: $*"
	cat "$out/err" "$out/told" 2>/dev/null
	exit 1
}

for needed in Xvfb xdotool; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 960x540

"$beside/notified" "$out/socket" >"$out/told" &
manager=$!
until_true 10 test -S "$out/socket" || die "no socket"
export NOTIFY_SOCKET=$out/socket WATCHDOG_USEC=8000000 WATCHDOG_PID=1

start() {
	"$program" kiosk --data "$out/data" --seed 1 "$@" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came"
	id=$(cat "$out/id")
}
fed() { grep -c 'WATCHDOG=1$' "$out/told"; }
fed_more() { [ "$(fed)" -ge "$1" ]; }
alive() { until_true 5 fed_more $(($(fed) + 2)) || die "$1: the watchdog is not fed any more"; }
gone() { ! kill -0 "$pid" 2>/dev/null; }
fills() { xdotool getwindowgeometry --shell "$id" | tr '\n' ' ' | grep -q 'X=0 Y=0 WIDTH=960 HEIGHT=540'; }
shows() { xdotool search --onlyvisible --name '^Stairwell$' >/dev/null 2>&1; }

start
until_true 10 fills || die "it does not fill the screen: $(xdotool getwindowgeometry "$id")"
until_true 20 fed_more 4 || die "the watchdog is not fed"
[ "$(grep -c READY=1 "$out/told")" = 1 ] || die "ready is not said once"
grep -m1 -E 'READY|WATCHDOG' "$out/told" | grep -q READY || die "the watchdog was fed before it was ready"

# ---- nobody moves it ----
"$beside/xclose" "$id" || die "can't ask it to close"
alive 'closed'
xdotool windowsize "$id" 400 300 windowmove "$id" 50 60
until_true 15 fills || die "made small, it stays so"
xdotool windowunmap "$id"
until_true 15 shows || die "hidden, it stays so"
alive 'moved about'
xdotool key --delay 50 alt+F4 alt+Tab ctrl+q ctrl+w super F11 Escape alt+Return ctrl+alt+Delete
alive 'chords'
until_true 5 fills || die "after chords it does not fill the screen"

# ---- a hang starves the watchdog ----
kill -STOP "$pid"
sleep 1
before=$(fed)
sleep 3
[ "$(fed)" = "$before" ] || die "the watchdog is fed while nothing is shown"
kill -CONT "$pid"
alive 'goes on'

# ---- asked to end ----
began=$(date +%s%N)
kill -TERM "$pid"
until_true 10 gone || die "SIGTERM does not end it"
took=$((($(date +%s%N) - began) / 1000000))
wait "$pid"
status=$?
pid=''
[ $status = 0 ] || die "SIGTERM ended it with status $status"
[ ! -s "$out/err" ] || die "it complained"
grep -q STOPPING=1 "$out/told" || die "that it ends is not said"

# ---- nobody plays: the bed is heard, with no touch before ----
sounds() { [ "$(tr -d '\0' <"$out/heard" | wc -c)" -gt 20000 ]; }
touch "$out/heard"
SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE=$out/heard start
until_true 20 sounds || die "the attract screen is silent"
kill -TERM "$pid"
until_true 10 gone || die "SIGTERM does not end it while it sounds"
pid=''
echo "ended $took ms after SIGTERM; the watchdog was fed every $(
	awk '/WATCHDOG=1$/ {if (last && $1 - last < 1500) {sum += $1 - last; n++} last = $1} END {printf "%d", n ? sum / n : 0}' "$out/told") ms"
