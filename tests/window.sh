#!/usr/bin/env bash
# The real window under Xvfb: a game by keys, one by clicks, and ways to leave. window.sh PROGRAM
#
# What happened is read from --record, and repeated input waits for the state it needs, so nothing
# depends on how fast the machine is.
set -u
program=$1
pack=tests/scripts/capitals.ini
out=$(mktemp -d)
pid='' server=''

finish() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "window: $*"
	[ ! -e "$out/record.txt" ] || sed 's/^/  /' "$out/record.txt"
	cat "$out/err" 2>/dev/null
	exit 1
}

for needed in Xvfb xdotool; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 1280x800

start() {
	rm -f "$out/record.txt"
	"$program" play --seed 1 --size 1280x720 --record "$out/record.txt" "$@" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came"
	until_true 30 test -s "$out/record.txt" || die "nothing is recorded"
	until_true 5 focused
}
gone() { ! kill -0 "$pid" 2>/dev/null; }
ended() {
	until_true 20 gone || die "$1 does not end the program"
	wait "$pid"
	status=$?
	pid=''
	[ $status = 0 ] || die "$1 ended it with status $status"
}

# A replay of what was recorded so far is on that screen; with a file, its picture goes there.
replay() {
	{
		cat "$out/record.txt"
		printf 'wait %sms\nexpect screen %s\n' "$2" "$1"
		[ $# -lt 3 ] || echo "shot $3"
	} >"$out/now.txt"
	"$program" play --script "$out/now.txt" 2>"$out/replay.err"
}
steps() { grep -cvE '^(wait|start|move)' "$out/record.txt"; }
more_than() { [ "$(steps)" -gt "$1" ]; }
record_ends() { [ "$(grep '^size' "$out/record.txt" | tail -1)" = "$1" ]; }
# act XDOTOOL...: input is repeated until it arrived; then what it began has time to end.
act() {
	local before
	before=$(steps)
	once() { xdotool "$@" && until_true 2 more_than "$before"; }
	until_true 3 once "$@" || die "xdotool $*: does not arrive"
	sleep 1.3
}
# same_picture SCREEN [OPTIONS]: what the window shows, with the options of import, is to the pixel
# what a replay paints.
same_picture() {
	import -window "$(cat "$out/id")" "${@:2}" +repage "$out/window.png" &&
		replay "$1" 4000 "$out/replay.png" &&
		[ "$(compare -metric AE "$out/window.png" "$out/replay.png" null: 2>&1)" = 0 ]
}

# ---- by keys ----
start $pack
for answer in 3 2 1; do
	act key $answer
	act key Return
	replay reveal 1200 || die "no reveal after the keys $answer and Return: $(cat "$out/replay.err")"
	act key Return
done
replay results 1200 || die "the keys did not play to the results"
until_true 20 same_picture results || die "the window does not show what the replay paints"
act key Escape
replay home 1200 || die "Escape did not lead home"
xdotool key Escape
ended "Escape on the home screen"

# ---- by clicks: a script knows where things are ----
cat >"$out/presses.txt" <<END
start play --seed 1 --size 1280x720 $pack
press Canberra
wait 1300ms
press Next question
wait 1300ms
press Lille
wait 1300ms
press Next question
wait 1300ms
press False
wait 1300ms
press See results
END
"$program" play --script "$out/presses.txt" --record "$out/clicks.txt" || die "the presses do not play"
start $pack
while read -r _ x y; do
	act mousemove --window "$(cat "$out/id")" "${x%.*}" "${y%.*}" click 1
done < <(grep '^click' "$out/clicks.txt")
replay results 1200 || die "the clicks did not play to the results: $(cat "$out/replay.err")"
until_true 20 same_picture results || die "the window does not show what the replay paints"

# ---- another size, then the window is closed ----
xdotool windowsize "$(cat "$out/id")" 800 600
until_true 10 grep -q '^size 800 600' "$out/record.txt" || die "the new size does not arrive"
until_true 20 same_picture results || die "after a new size the window shows something else"

# ---- the whole screen and back, with no window manager to do it ----
for keys in F11 alt+Return; do
	xdotool key $keys
	until_true 10 record_ends "size 1280 800" || die "$keys does not make it the whole screen"
	until_true 20 same_picture results || die "after $keys the window is not the whole screen"
	xdotool key $keys
	until_true 10 record_ends "size 800 600" || die "$keys does not make it small again"
	until_true 20 same_picture results || die "after $keys twice the window is not as before"
done
kill -TERM "$pid"
ended "SIGTERM"
grep -q '^quit$' "$out/record.txt" || die "the record does not end with quit"

# ---- what is set is kept while it is set, when its page is left, and with the program ----
kept() { grep -q "^$1\$" "$out/config/stairwell/settings.ini" 2>/dev/null; }
start $pack
act key F1
act key Right
until_true 10 kept 'text-size = 105' || die "a size that was set is not kept"
kill -KILL "$pid"
wait "$pid" 2>/dev/null
start $pack
act key F1
xdotool key --delay 30 Right Right F1
until_true 10 kept 'text-size = 115' || die "leaving the settings does not keep them"
act key F1
xdotool key --delay 30 Left Left Left
until_true 10 kept 'text-size = 100' || die "a size that was set back is not kept"
kill -TERM "$pid"
ended "SIGTERM"

# ---- a screen that hangs on its side: clicks land where the picture was turned to ----
for renderer in software gpu; do
	ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0 start --set rotation=90 --renderer $renderer --no-clock $pack
	grep -q '^start play .*--size 720x1280' "$out/record.txt" || die "the frame is not turned"
	printf 'start play --seed 1 --size 720x1280 --no-clock %s\npress Canberra\n' $pack >"$out/presses.txt"
	"$program" play --script "$out/presses.txt" --record "$out/clicks.txt" || die "the press does not play"
	read -r _ x y < <(grep '^click' "$out/clicks.txt")
	act mousemove --window "$(cat "$out/id")" $((1280 - ${y%.*})) "${x%.*}" click 1
	replay reveal 1200 || die "the turned click did not answer: $(cat "$out/replay.err")"
	until_true 5 same_picture reveal -rotate -90 || die "with --renderer $renderer the picture is not the replay's, turned"
	kill -TERM "$pid"
	ended "SIGTERM"
done

# ---- frames through a texture (GL drivers leak, so leaks are looked for in the games above) ----
ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0 start --renderer gpu --no-clock $pack
act key 2
until_true 20 same_picture question || die "with --renderer gpu the window shows something else"
act key 3
until_true 20 same_picture question || die "with --renderer gpu a change is not shown"
xdotool windowsize "$(cat "$out/id")" 800 600
until_true 10 grep -q '^size 800 600' "$out/record.txt" || die "the new size does not arrive"
until_true 20 same_picture question || die "with --renderer gpu a new size is not shown"
kill -TERM "$pid"
ended "SIGTERM"

# ---- what is set in one run is there in the next ----
rm -rf "$out/config"
start $pack
act key F1
act key Right
replay settings 1200 || die "F1 does not lead to the settings"
kill -TERM "$pid"
ended "SIGTERM"
[ "$(grep -v '^#' "$out/config/stairwell/settings.ini")" = 'text-size = 105' ] ||
	die "what was set is not in the file: $(cat "$out/config/stairwell/settings.ini")"
start --no-clock $pack
grep -q '^start .*--set text-size=105' "$out/record.txt" || die "what was set is not there in the next run"
act key 2
until_true 2 same_picture question || die "with what was set the window shows something else"
kill -TERM "$pid"
ended "SIGTERM"
