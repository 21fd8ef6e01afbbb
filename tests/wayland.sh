#!/usr/bin/env bash
# A kiosk under compositors: in cage its picture is on the screen, it ends in order, and tells when
# cage is gone; in sway the only output goes away and comes back, again and again, and it ends in
# order without any. wayland.sh PROGRAM
set -u
program=$1
tools=$(dirname "$program")
out=$(mktemp -d)
chmod 711 "$out"
finish() {
	for pid in $(jobs -p); do kill "$pid" 2>/dev/null; done
	wait
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "wayland: $*"
	tail -n 20 "$out"/*.log 2>/dev/null
	exit 1
}
. "$(dirname "${BASH_SOURCE[0]}")/display.sh"

# Compositors do not run as root.
as=()
if [ "$(id -u)" = 0 ]; then
	as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	"${as[@]}" test -x "$program" || {
		echo "wayland: skipped: compositors do not run as root, and nobody else can read $program"
		exit 77
	}
fi
"${as[@]}" test -w /dev/shm || {
	echo "wayland: skipped: compositors draw into shared memory, and $([ ${#as[@]} = 0 ] && id -un || echo nobody) can't write to /dev/shm"
	exit 77
}
mkdir -p "$out/run" "$out/data"
chmod 700 "$out/run"
[ ${#as[@]} = 0 ] || chown -R 65534:65534 "$out" # whom root becomes
export XDG_RUNTIME_DIR=$out/run HOME=$out WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1 LIBGL_ALWAYS_SOFTWARE=1
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP
kiosk=(env SDL_VIDEODRIVER=wayland SDL_AUDIODRIVER=dummy SDL_VIDEO_WAYLAND_ALLOW_LIBDECOR=0
	"$program" kiosk --data "$out/data" "$PWD/tests/kiosk/begin.ini")

alive() { pgrep -f "^$program kiosk --data $out/data" >/dev/null; }
gone() { ! alive; }
# What is on the screen has many colours; a compositor shows nothing but black at first.
seen() {
	WAYLAND_DISPLAY=$1 "${as[@]}" grim "$out/shot.png" 2>/dev/null &&
		[ "$(identify -format %k "$out/shot.png")" -gt 50 ]
}

# ---- cage ----
WLR_BACKENDS=headless "${as[@]}" cage -- "${kiosk[@]}" >"$out/cage.log" 2>&1 &
until_true 60 alive || die "nothing came up in cage"
until_true 90 seen wayland-0 || die "nothing is seen in cage"
pkill -TERM -f "^$program kiosk --data $out/data"
until_true 20 gone || die "SIGTERM does not end it"
wait
[ ! -e "$out/data/running" ] || die "what was asked for is told as something else"

# ---- a compositor that is gone ----
WLR_BACKENDS=headless "${as[@]}" cage -- "${kiosk[@]}" >"$out/cage.log" 2>&1 &
until_true 60 grep -qs '^screen attract' "$out/data/running" || die "nothing came up in cage again"
kill -KILL $!
until_true 20 gone || die "it outlives its compositor"
wait 2>/dev/null
grep -q '^end display' "$out/data/running" || die "a compositor that is gone is not told"

# ---- an output away and back ----
# At the end there is no display, and the window is left to the end of the program.
export ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0
display 1280x720
"$tools/closewindow"
rm -rf "$out/run/"*
printf '#!/bin/sh\n%s >%s/game.log 2>&1\necho $? >%s/status\n' "${kiosk[*]}" "$out" "$out" >"$out/play"
chmod +x "$out/play"
printf 'default_border none\nexec %s/play\n' "$out" >"$out/sway.ini"
[ ${#as[@]} = 0 ] || chown 65534:65534 "$out/sway.ini" "$out/play"
SDL_VIDEODRIVER='' WLR_BACKENDS=x11 "${as[@]}" sway -c "$out/sway.ini" >"$out/sway.log" 2>&1 &
until_true 60 alive || die "nothing came up in sway"
wayland=$(basename "$(ls -d "$out"/run/wayland-? | head -1)")
until_true 90 seen "$wayland" || die "nothing is seen in sway"
SWAYSOCK=$(ls "$out"/run/sway-ipc*)
export SWAYSOCK
first=$(pgrep -f "^$program kiosk --data $out/data")
times=3
[ -z "${STAIRWELL_LONG-}" ] || times=20
for n in $(seq $times); do
	"$tools/closewindow" || die "no output to close, time $n"
	sleep 1 # what comes of it has come by then
	alive || die "it did not outlive its output, time $n"
	"${as[@]}" swaymsg create_output >/dev/null || die "no new output, time $n"
	until_true 60 seen "$wayland" || die "nothing is seen after time $n"
done
[ "$(pgrep -f "^$program kiosk --data $out/data")" = "$first" ] || die "it is not the same program any more"
echo "$times outputs lost and found"

# ---- an end in order while there is none ----
"$tools/closewindow" || die "no output to close at the end"
sleep 1
kill -TERM "$first"
until_true 20 test -s "$out/status" || die "without an output SIGTERM does not end it"
[ "$(cat "$out/status")" = 0 ] || die "without an output it ends with status $(cat "$out/status")"
[ ! -e "$out/data/running" ] || die "without an output its end leaves a mark"
