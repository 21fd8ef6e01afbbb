#!/usr/bin/env bash
# kill -9 in the real window, under Xvfb, at random moments of a game: what was shown as answered is
# there in the next run, and so is the question, with its order and the score. Every other run goes on by
# --resume, the rest by Continue on the first page. killedwindow.sh PROGRAM
#
# A picture is taken just before the kill. Where it shows an explanation, that answer must be there;
# otherwise the question must. Pictures are compared with those that a script paints of what is there
# afterwards, so nothing depends on how fast the machine is. With STAIRWELL_LONG set, a great deal more.
set -u
program=$1
kills=6
[ -z "${STAIRWELL_LONG-}" ] || kills=300
out=$(mktemp -d)
pid='' server=''

finish() {
	[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "killedwindow: $*"
	exit 1
}

for needed in Xvfb xdotool import compare; do
	command -v $needed >/dev/null || die "needs $needed"
done

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 960x540

mkdir "$out/packs"
{
	echo 'title = Many'
	for i in $(seq 190); do
		printf '[question]\nask = Question number %s?\nright = Yes %s\nwrong = No %s\nwrong = Never %s\n' $i $i $i $i
	done
} >"$out/packs/many.ini"

options=(--data "$out/data" --packs "$out/packs" --size 960x540 --no-clock --set motion=none --set game-sounds=0)
start() {
	"$program" play "${options[@]}" "$@" 2>"$out/err" &
	pid=$!
	until_true 30 window || die "no window came: $(cat "$out/err")"
	until_true 5 focused
}

# shots STEP...: what is kept, from a copy: after `Go on`, and after each step, a picture. The screen's name
# and how many are answered are those of the first.
shots() {
	local i=0
	rm -rf "$out/copy"
	cp -r "$out/data" "$out/copy"
	printf 'shot %s/pause.png\nkey Return\nshot %s/0.png\nexpect screen question\n' "$out" "$out" >"$out/steps.txt"
	for step in "$@"; do
		i=$((i + 1))
		printf '%s\nshot %s/%s.png\n' "$step" "$out" $i >>"$out/steps.txt"
	done
	echo 'expect what is never there' >>"$out/steps.txt"
	"$program" play --script "$out/steps.txt" "${options[@]}" --data "$out/copy" --resume >"$out/said" 2>&1
	screen=$(sed -n 's/^  screen: \([a-z]*\).*/\1/p' "$out/said")
	answered=$(sed -n 's/^  text: Question \([0-9]*\) of .*/\1/p' "$out/said")
	[ -n "$screen" ] && [ -n "$answered" ] || die "the game is not there: $(cat "$out/said")"
	[ "$screen" = reveal ] || answered=$((answered - 1))
}
same() { [ "$(compare -metric AE "$out/seen.png" "$1" null: 2>&1)" = 0 ]; }
# The picture of an explanation, by its button.
button='160x36+740+457'
explains() {
	convert "$1" -crop $button +repage "$out/a.png"
	[ "$(compare -metric AE "$out/a.png" "$out/button.png" null: 2>&1)" = 0 ]
}
# One of the pictures that the question kept there can show: a choice selected, or locked in.
asks() {
	for picture in "$out"/pause.png "$out"/[0-9]*.png; do
		same "$picture" && return
	done
	false
}

# The button of an explanation, from a game of its own.
printf 'key 1\nkey Return\nwait 1s\nexpect screen reveal\nshot %s/reveal.png\n' "$out" >"$out/steps.txt"
"$program" play --script "$out/steps.txt" "${options[@]}" --data "$out/other" "$out/packs/many.ini" || die "no explanation"
convert "$out/reveal.png" -crop $button +repage "$out/button.png"

RANDOM=7
before=0 explained=0 asked=0 later=0
: >"$out/old.png"
start --questions 190 "$out/packs/many.ini"
screen=question
for n in $(seq $kills); do
	[ "$screen" = question ] || xdotool key Return
	sleep 0.5 # a second press within a moment counts as one
	xdotool key --delay 30 $((1 + RANDOM % 3)) Return
	sleep $((RANDOM % 3)).$((RANDOM % 10))
	[ $((RANDOM % 3)) != 0 ] || xdotool key Return
	import -window "$(cat "$out/id")" "$out/seen.png"
	{ kill -KILL "$pid" && wait "$pid"; } 2>/dev/null

	need=$before
	explains "$out/seen.png" && ! same "$out/old.png" && need=$((before + 1))
	rm -f "$out"/[0-9]*.png
	shots 'key 1' 'key Return' 'key Escape' 'key Return' 'key 2' 'key Return' 'key Escape' 'key Return' 'key 3' 'key Return'
	[ "$answered" -ge "$need" ] || die "kill $n: $need were answered, $answered are kept"
	[ "$answered" -le $((before + 1)) ] || die "kill $n: $answered are kept of $((before + 1))"
	if [ "$screen" = question ]; then
		explains "$out/seen.png" || asks || die "kill $n: another question is kept than was shown"
		asked=$((asked + 1))
	elif explains "$out/seen.png"; then
		same "$out/0.png" || die "kill $n: another explanation is kept than was shown"
		explained=$((explained + 1))
	else
		later=$((later + 1))
	fi
	before=$answered
	cp "$out/0.png" "$out/old.png"
	if [ $((n % 2)) = 0 ]; then
		start --resume
	else
		start
		sleep 0.5
		xdotool key Return # Continue is the first row, then Go on; the second half of a double press is neither
		sleep 0.5
	fi
	xdotool key Return
done
{ kill -KILL "$pid" && wait "$pid"; } 2>/dev/null
pid=''
echo "killed $kills times: $asked in a question, $explained on an explanation, $later just before one; $before answered"

# ---- on the results: the game is over, and kept as that ----
rm -rf "$out/data"
start --questions 1 "$out/packs/many.ini"
finished() { "$program" scores --data "$out/data" --export 2>/dev/null | grep -q '^1,[^,]*,[^,]*,yes,'; }
play_on() { xdotool key 1 Return && sleep 1.5 && xdotool key Return && until_true 2 finished; }
until_true 10 play_on || die "a game can't be finished: $("$program" scores --data "$out/data" --export)"
{ kill -KILL "$pid" && wait "$pid"; } 2>/dev/null
pid=''
"$program" play --script /dev/null "${options[@]}" --resume 2>&1 | grep -q 'no game was interrupted' ||
	die "a game that is over is gone on with"
