#!/usr/bin/env bash
# The real watch in a real window under Xvfb: what is saved is seen. previewwindow.sh PROGRAM
#
# What the window is to show is what a script paints of the same file; nothing depends on how fast
# the machine is.
set -u
program=$1
out=$(mktemp -d)
pid='' server=''

finish() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "previewwindow: $*"
	cat "$out/err" 2>/dev/null
	exit 1
}

for needed in Xvfb xdotool; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 1280x800
export XDG_DATA_HOME=$out/data

version() { # COUNTRY CAPITAL
	printf 'title = %s\n[question]\nask = What is the capital of %s?\nright = %s\nwrong = Sydney\n' "$1" "$@"
}
mkdir -p "$out/packs"
pack=$out/packs/pack.ini
version Australia Canberra >"$out/one"
version Italy Rome >"$out/two"
version Australia Canberra | sed 's/^right/rihgt/' >"$out/wrong"
cp "$out/one" "$pack"

start() { # COMMAND ARGUMENTS...
	"$program" "$@" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came"
	until_true 5 focused
}
gone() { ! kill -0 "$pid" 2>/dev/null; }
end() {
	kill -TERM "$pid"
	until_true 20 gone || die "it does not end"
	wait "$pid" || die "it ended with status $?"
	pid=''
}
same() {
	import -window "$(cat "$out/id")" +repage "$out/window.png" 2>/dev/null &&
		[ "$(compare -metric AE "$out/window.png" "$out/script.png" null: 2>&1)" = 0 ]
}
# shows SCRIPT ARGUMENTS...: the window shows what the program paints at the end of that script.
shows() {
	printf '%b\nwait 2s\nshot %s\n' "$1" "$out/script.png" >"$out/script.txt"
	"$program" "${@:2}" --script "$out/script.txt" || die "the script does not play: $1"
	until_true 20 same || die "what was saved is not shown"
}

# ---- the preview, and every way of saving ----
start preview "$pack"
shows '' preview "$pack"
cat "$out/two" >"$pack"
shows '' preview "$pack"
cp "$out/one" "$out/packs/beside"
mv "$out/packs/beside" "$pack"
shows '' preview "$pack"
mv "$pack" "$pack~"
cp "$out/two" "$pack"
rm "$pack~"
shows '' preview "$pack"
: >"$pack"
sleep 0.05
cat "$out/one" >>"$pack"
shows '' preview "$pack"
cp -r "$out/packs" "$out/others"
cp "$out/two" "$out/others/pack.ini"
mv "$out/packs" "$out/away"
mv "$out/others" "$out/packs"
shows '' preview "$pack"
cp "$out/one" "$pack"
shows '' preview "$pack"

# ---- with a mistake the last good version stays, with the message on it ----
cp "$out/wrong" "$pack"
mkdir "$out/copy"
cp "$out/one" "$out/copy/pack.ini"
shows "save $out/copy/pack.ini $out/wrong" preview "$out/copy/pack.ini"
cp "$out/one" "$pack"
shows '' preview "$pack"
end

# ---- the list of packs of a game ----
set -- play --packs "$out/packs" --set motion=none
start "$@"
shows "" "$@"
xdotool key 1
shows 'key 1' "$@"
cp "$out/two" "$pack"
shows 'key 1' "$@"
version France Paris >"$out/three"
cp "$out/three" "$out/packs/second.ini"
shows "remove $out/packs/second.ini\nkey 1\nsave $out/packs/second.ini $out/three" "$@" # at the end of the list
rm "$out/packs/second.ini"
shows 'key 1' "$@"
end
