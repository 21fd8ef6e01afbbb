#!/usr/bin/env bash
# A program that was ended in the middle of a game goes on with it in the next: the same question, order,
# clock and score. A script that ends in a game leaves it as kill -9 does. interrupted.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0
mkdir "$out/packs"
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	printf '[question]\nask = Question number %s?\nright = Yes %s\nwrong = No %s\nwrong = Never %s\nhint = Think of %s\n' $i $i $i $i $i
done | { printf 'title = Twelve\n'; cat; } >"$out/packs/twelve.ini"
pack=$out/packs/twelve.ini

fail() { echo "interrupted: $*"; failed=1; }
# run STEPS ARGUMENTS...: with the data of this test.
run() {
	printf '%b' "$1" >"$out/script.txt"
	shift
	"$program" play --script "$out/script.txt" --data "$out/data" --set motion=none "$@"
}
# dump STEPS ARGUMENTS...: what is on the screen after them.
dump() {
	local steps=$1
	shift
	run "$steps"'expect what is never there\n' "$@" >"$out/said" 2>&1
	grep -q 'expected to find: what is never there$' "$out/said" || { cat "$out/said" >&2; failed=1; }
	sed 1d "$out/said"
}
# goes_on NAME WAY STEPS ARGUMENTS...: what was there before the end is there after these.
goes_on() {
	local name=$1 way=$2 steps=$3
	shift 3
	rm -rf "$out/data"
	cp -r "$out/kept" "$out/data"
	dump "$steps"'expect screen pause\npress Go on\n' --packs "$out/packs" "$@" >"$out/after"
	diff "$out/before" "$out/after" >"$out/diff" || { fail "$name, $way:"; cat "$out/diff"; }
}
# same NAME STEPS ARGUMENTS...: what the steps lead to is there again, by either way to go on with the game.
same() {
	local name=$1 steps=$2
	shift 2
	rm -rf "$out/data" "$out/kept"
	dump "$steps" --seed 3 "$@" "$pack" >"$out/before"
	mv "$out/data" "$out/kept"
	goes_on "$name" --resume '' --resume
	goes_on "$name" 'from home' 'expect screen home\npress Continue\n'
}
right='press Yes\nwait 1s\nexpect screen reveal\npress Next question\nexpect screen question\n'

same 'the first question' 'click 1 1\nwait 1s\n'
same 'a question on the clock' "$right"'wait 3500ms\n'
same 'a pause' "$right"'wait 3500ms\npress Pause\nwait 1h\npress Go on\n'
same 'a right answer' "$right"'press Yes\nwait 1s\nexpect screen reveal\n'
same 'a wrong answer' "$right"'press No\nwait 1s\nexpect screen reveal\n'
same 'a late answer' 'click 1 1\nwait 1m\nexpect screen reveal\n'
same 'no clock' "$right$right"'wait 5s\n' --no-clock
same 'a clock that was turned off' 'key F1\npress Timing\npress Off\nkey F1\n'"$right"
same 'one take' "$right"'wait 2s\n' --mode one-take
same 'a take that is cut' 'press No\nwait 1s\nexpect screen reveal\n' --mode one-take
same 'sprint' "$right$right"'wait 2500ms\n' --mode sprint
same 'study' 'press No\nwait 1s\npress Next\nwait 2s\n' --mode study
same 'lifelines' "$right"'press 50\nwait 2s\npress +20\nwait 2s\n'
same 'whose turn it is' "press I’m ready\npress Yes\nwait 1s\npress Next\nexpect screen players\n" --players 2
same 'a turn' "press I’m ready\npress Yes\nwait 1s\npress Next\npress I’m ready\nwait 2s\n" --players 2
same 'rounds with buzzers' 'press Start\nwait 2s\n' --mode rounds --players 3 --buzzers
same 'a turn taken by buzzer' 'press Start\nwait 2s\npress Player 2\nwait 1s\nexpect Player 2\n' --players 3 --buzzers

# ---- another game takes its place; where there is none, that is said ----
rm -rf "$out/data"
run "$right" --seed 3 "$pack" || fail "a game can't be begun"
run 'expect Question number\n' --seed 4 "$pack" || fail "another can't be begun"
run 'press Go on\nexpect Question 1 of 12\npress Pause\npress Start anew\nwait 1s\npress Start anew\npress Yes\nwait 1s\n' \
	--resume --packs "$out/packs" || fail "the newer game is not the one that goes on"
run 'press Go on\nexpect screen reveal\n' --resume --packs "$out/packs" || fail "a game that was started anew does not go on"
run 'press Go on\npress Next\npress Pause\npress Home\n' --resume --packs "$out/packs" || fail "it does not lead home"
run 'press Go on\nexpect Question 2 of 12\n' --resume --packs "$out/packs" || fail "a game left for the home screen is lost"
rm -rf "$out/data"
run "$right" "$pack" || fail "a game can't be begun"
run 'press Go on\nexpect Question 2 of 12\n' --resume || fail "a game of a pack that is in no folder of packs is lost"
rm -rf "$out/data"
run "$right" "$pack" || fail "a game can't be begun"
mkdir -p "$out/edited"
sed 's/Think of/Think again of/' "$pack" >"$out/edited/twelve.ini"
run 'press Go on\nexpect Question 2 of 12\n' --resume --packs "$out/edited" || fail "a pack of the same name hides that of the game"
run 'press Go on\nexpect Question 2 of 12\n' --resume --packs "$out/edited" --packs "$out/packs" 2>/dev/null ||
	fail "a pack that another of the same name comes before is lost"
mv "$pack" "$out/away.ini"
run 'expect not Continue\n' --packs "$out/edited" || fail "a game is offered with a pack that changed"
mv "$out/away.ini" "$pack"
run 'press Continue\npress Go on\nexpect Question 2 of 12\n' --packs "$out/edited" || fail "a game does not wait for its pack"
rm -rf "$out/data" "$out/edited"
run '' --resume --packs "$out/packs" 2>"$out/said"
[ $? = 1 ] && [ "$(cat "$out/said")" = 'stairwell: --resume: no game was interrupted that can be gone on with' ] ||
	{ fail 'with nothing to go on with, --resume says'; cat "$out/said"; }

# ---- home offers it, until it is gone on with or another has begun ----
rm -rf "$out/data"
dump "$right$right"'wait 3s\n' --seed 3 "$pack" >"$out/before"
offered='expect screen home\nexpect Continue\n'
dump "$offered"'press Continue\nexpect screen pause\npress Go on\n' --packs "$out/packs" >"$out/after"
diff "$out/before" "$out/after" || fail "what Continue goes on with differs"
dump "$offered"'key c\npress Go on\n' --packs "$out/packs" >"$out/after"
diff "$out/before" "$out/after" || fail "what Continue goes on with a second time differs"
run 'expect Continue\npress Climb\npress Twelve\nexpect Question 1 of\n' --packs "$out/packs" --seed 9 ||
	fail "another game can't be begun"
run "$offered"'press Continue\npress Go on\nexpect Question 1 of\npress Pause\npress Home\npress Quit\n' \
	--packs "$out/packs" || fail "the newer game is not offered"
games() { "$program" scores --data "$out/data" --export | grep -c '^[0-9]*,[^,]*,[^,]'; } # those that ended
[ "$(games)" = 1 ] || fail "a game that another took the place of is not closed: $(games)"
run 'expect Question 1 of\nexpect screen question\n' "$pack" || fail "a pack that is named does not begin anew"
[ "$(games)" = 2 ] || fail "a game that a named pack took the place of is not closed: $(games)"
run "$offered"'press Quit\n' --packs "$out/packs" || fail "the newest is not offered"
rm -rf "$out/data"
run 'expect screen home\nexpect not Continue\n' --packs "$out/packs" || fail "a game is offered where there was none"

# ---- two programs with one memory: both are kept, neither takes the other's game ----
rm -rf "$out/data"
mkfifo "$out/in"
"$program" play --text --seed 3 --no-clock --data "$out/data" "$pack" <"$out/in" >"$out/one" &
one=$!
exec 9>"$out/in"
echo 1 >&9
for _ in $(seq 200); do
	grep -q '^Question 2' "$out/one" && break
	sleep 0.05
done
run '' --resume --packs "$out/packs" 2>/dev/null && fail "a game that is played is taken by another program"
run "$right" --seed 4 "$pack" || fail "two can't play at once"
run 'press Go on\nexpect Question 2 of 12\nexpect Yes\npress Pause\npress Start anew\nwait 1s\npress Start anew\n' --resume \
	--packs "$out/packs" || fail "what the second program played is not kept"
kill -KILL $one
wait $one 2>/dev/null
exec 9>&-
run 'press Go on\nexpect Question 1 of 12\npress No\n' --resume --packs "$out/packs" || fail "the newest is not offered first"

# ---- a memory that can't be used: play goes on, one message ----
said() {
	grep -vc '^stairwell: .*stairwell.db' "$out/said" | grep -qx 0 && [ "$(grep -c "$1" "$out/said")" = 1 ] &&
		[ "$(wc -l <"$out/said")" = 1 ] || { fail "$2 is told as"; cat "$out/said"; }
}
rm -rf "$out/data"
mkdir "$out/data"
head -c 20000 /dev/urandom >"$out/data/stairwell.db"
run "$right" "$pack" 2>"$out/said" || fail "a broken memory stops play"
said 'broken and set aside as .*stairwell.db.broken-' 'a broken memory'
run 'press Go on\nexpect Question 2 of 12\n' --resume --packs "$out/packs" || fail "the new memory keeps nothing"
rm -rf "$out/data"
: >"$out/data"
run "$right" "$pack" 2>"$out/said" || fail "no memory stops play"
grep -v settings.ini "$out/said" >"$out/less"
mv "$out/less" "$out/said"
said "can't be used; nothing is remembered" 'no memory'
exit $failed
