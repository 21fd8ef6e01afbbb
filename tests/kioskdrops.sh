#!/usr/bin/env bash
# Broken and hostile packs dropped into the folder of a running kiosk, one a second: it goes on
# showing, and of all of them what can be played comes in. kioskdrops.sh PROGRAM
set -u
program=$1
beside=$(dirname "$program")/tests
pictures=$(dirname "${BASH_SOURCE[0]}")/pictures
out=$(mktemp -d)
pid='' server='' manager=''

finish() {
	for p in $pid $manager $server; do
		kill "$p" 2>/dev/null
	done
	wait
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "kioskdrops: $*"
	cat "$out/err" "$out/data/packs.tried" 2>/dev/null
	exit 1
}

for needed in Xvfb xdotool; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 640x360

packs=$out/packs
new=$out/new # on the same disk, to be moved in whole
mkdir "$packs" "$new" "$out/data"
printf 'packs = %s\n' "$packs" >"$out/kiosk.ini"
head='title = Hostile\n[question]\nask = '
tail='\nright = Yes\nwrong = No\n'
one() { printf 'title = %s\n[question]\nask = %s?\nright = Yes\nwrong = No\n' "$1" "$1"; }
one First >"$packs/first.ini"

"$beside/notified" "$out/socket" >"$out/told" &
manager=$!
until_true 10 test -S "$out/socket" || die "no socket"
export NOTIFY_SOCKET=$out/socket WATCHDOG_USEC=8000000 WATCHDOG_PID=1
begin() {
	"$program" kiosk --data "$out/data" --seed 1 "$out/kiosk.ini" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came"
}
leave() {
	kill -0 "$pid" 2>/dev/null || die "it is gone"
	before=$(fed)
	until_true 10 eval '[ $(fed) -ge $((before + 2)) ]' || die "it does not show itself any more"
	kill -TERM "$pid"
	wait "$pid" || die "it ended with status $?"
	pid=''
	[ ! -s "$out/err" ] || die "it complained"
}
begin
fed() { grep -c 'WATCHDOG=1$' "$out/told"; }
tried() { grep -q "^$1 .*	$packs/$2\$" "$out/data/packs.tried" 2>/dev/null; }
until_true 30 tried good first.ini || die "the first pack is not tried"

# ---- twenty, one a second ----
# drop NAME: what comes on standard input, by a copy that takes its time
drop() {
	cat >"$packs/$1"
	sleep 1
}
picture() { # NAME: a pack with that picture of its folder, which is there
	printf "${head}1\nimage = $1\nalt = x$tail" >"$new/pack.ini"
}
folder() { # NAME: the folder new, moved in whole
	mv "$new" "$packs/$1"
	mkdir "$new"
	sleep 1
}
head -c 200000 /dev/urandom | drop noise.ini
head -c 200000 /dev/urandom | drop noise.quiz
head -c 100000 /dev/zero | drop zeros.ini
: | drop empty.ini
mkfifo "$packs/pipe.ini" && sleep 1
ln -s loop.ini "$packs/loop.ini" && sleep 1
ln -s /dev/zero "$packs/zero.ini" && sleep 1
truncate -s 300M "$new/sparse.ini" && mv "$new/sparse.ini" "$packs" && sleep 1
{ printf "$head"; head -c 100000 /dev/zero | tr '\0' x; printf "$tail"; } | drop long.ini
{ printf "${head}a\n"; yes '  |' | head -20000; printf "$tail"; } | drop lines.ini
printf "${head}\033[2J\033]0;x\007$tail" | drop steers.ini
printf "${head}\xe2\x80\xaeevil\xe2\x80\xac \xe2\x81\xa6x$tail" | drop bidi.ini
printf "${head}\xe2\x80\x8b\xe2\x80\x8d\xef\xbb\xbf\nright = \xe2\x80\x8b\nwrong = \xe2\x80\x8d\n" | drop nothing.ini
printf "${head}1\nimage = ../../../etc/passwd\n${tail}aduio = /dev/zero\n" | drop away.ini
{ printf 'title = Many\n'; yes "[question]
ask = again?
right = a
wrong = b" | head -400000; } | drop many.ini
{ printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\b\6\0\0\0'; head -c 100000 /dev/zero; } >"$new/bomb.png"
picture bomb.png && folder bomb
head -c 700 "$pictures/stair.jpg" >"$new/cut.jpg"
picture cut.jpg && folder cut
mkfifo "$new/pipe.png"
picture pipe.png && folder pipes
printf 'OggS\0\2garbage' >"$new/x.ogg"
printf "${head}1\naudio = x.ogg$tail" >"$new/pack.ini" && folder sound
one First >"$new/pack.ini" && printf 'id = first\n' | cat - "$new/pack.ini" >"$new/p" &&
	mv "$new/p" "$new/pack.ini" && folder twin
# ---- one that is copied, and stalls until another is in ----
exec {half}>"$packs/stalled.ini"
one Stalled >"$new/stalled"
head -c 30 "$new/stalled" >&$half
one Second | drop second.ini
until_true 60 tried good second.ini || die "a good pack among them does not come in"
tried '[a-z]*' stalled.ini && die "half a copy was tried"
tail -c +31 "$new/stalled" >&$half
exec {half}>&-
until_true 30 tried good stalled.ini || die "a copy that is whole at last does not come in"
settled() { [ "$(grep -c "	$packs/" "$out/data/packs.tried")" -ge 19 ]; }
until_true 60 settled || die "not all were tried"
leave
longest=$(awk '/WATCHDOG=1$/ {if (last && $1 - last > most) most = $1 - last; last = $1} END {print most}' "$out/told")
[ "$longest" -lt $((WATCHDOG_USEC / 1000)) ] || die "it stood still for $longest ms"

# ---- and begun again: nothing is tried twice, and nothing is in the way ----
written() { stat -c '%i %y' "$out/data/packs.tried"; } # a new file for whatever is tried
was=$(written)
begin
leave
{
	echo 'press Touch to start'
	echo 'expect screen packs'
	echo 'expect 7 packs' # and long lines, steered ones and a picture that ends early
	printf 'expect %s\n' First Second Stalled Many Hostile
} >"$out/list.txt"
"$program" kiosk --data "$out/data" --seed 1 --size 1080x3400 --script "$out/list.txt" \
	"$out/kiosk.ini" 2>"$out/err" || die "others than these can be played"
[ "$(written)" = "$was" ] || die "something was tried twice"
