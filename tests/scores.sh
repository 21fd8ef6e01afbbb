#!/usr/bin/env bash
# What `stairwell scores` prints of the games that were played, to the letter. scores.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
data=$out/data
pack=$out/truths.ini
cat >"$pack" <<END
title = Truths, and "lies"
order = file

[question]
ask    = Rome is the capital of Italy.
answer = true

[question]
ask    = Venice is the capital of Italy.
answer = false

[question]
ask    = Milan is the capital of Italy.
answer = false
END

# is WHAT FILE: the file is what is read from standard input.
is() {
	diff - "$2" >"$out/diff" || { echo "scores: $1:"; cat "$out/diff"; failed=1; }
}
# days FILE: what hangs on the day and on the machine's speed is replaced.
days() { sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2}/DAY/g; s/[0-9]+:[0-9]{2}/TIME/g' "$1"; }
play() { "$program" play --text --data "$data" --no-clock "$@" >"$out/out" 2>"$out/err" || failed=1; }

tell 0 "^Nothing has been played yet: there is no $data/stairwell.db$" out scores --data "$data"
[ ! -e "$data" ] || { echo "scores: made a folder"; failed=1; }
"$program" scores --data "$data" --export 2>"$out/err" | head -c 17 >"$out/out"
[ "$(cat "$out/out")" = game,begun,ended, ] || { echo "scores: no header without a game"; failed=1; }

printf 'true\nfalse\nfalse\n' | play "$pack"
printf 'true\ntrue\nfalse\n' | play "$pack"
printf 'true\ntrue\nfalse\n' | play --mode one-take --questions 2 "$pack"
printf 'true\nfalse\n' | play --players 2 --questions 1 "$pack"
printf 'true\n' | play "$pack" # is not played to its end
[ "$(tail -n 2 "$out/out")" = "$(printf 'This game is kept: --resume goes on with it.\nScore: 1 of 1 right, 300 points')" ] ||
	{ echo "scores: a game that is kept is not told of"; failed=1; }
grep -q kept <("$program" play --text --data "$data/other" "$pack" </dev/null) && { echo "scores: a game without an answer is told of"; failed=1; }

"$program" scores --data "$data" "$pack" >"$out/raw" || failed=1
days "$out/raw" >"$out/got"
is boards "$out/got" <<END
Truths, and "lies": One Take, 2 questions
  Today, 1 game
    1  -  300 points  1 of 2 right  TIME  DAY
  This week, 1 game
    1  -  300 points  1 of 2 right  TIME  DAY
  Ever, 1 game
    1  -  300 points  1 of 2 right  TIME  DAY

Truths, and "lies": Climb, 3 questions
  Today, 2 games
    1  -  950 points  3 of 3 right  TIME  DAY
    2  -  600 points  2 of 3 right  TIME  DAY
  This week, 2 games
    1  -  950 points  3 of 3 right  TIME  DAY
    2  -  600 points  2 of 3 right  TIME  DAY
  Ever, 2 games
    1  -  950 points  3 of 3 right  TIME  DAY
    2  -  600 points  2 of 3 right  TIME  DAY
END

tell 0 '^truths: Climb, 3 questions$' out scores --data "$data" truths
tell 0 '^Truths, and "lies": Climb, 3 questions$' out scores --data "$data" --packs "$out"
tell 0 '^No game of rubbish has been played to its end yet.$' out scores --data "$data" rubbish
[ "$("$program" scores --data "$data" "$(printf 'a\033[31mb')" | tr -d '\n' | tr -c ' -~' '?')" = \
	'No game of a???[31mb has been played to its end yet.' ] ||
	{ echo "scores: a control character reaches the terminal"; failed=1; }

# The exports, without what hangs on the moment.
"$program" scores --data "$data" --export >"$out/raw" || failed=1
grep -qv $'\r$' "$out/raw" && { echo "scores: a line of CSV has another end"; failed=1; }
tr -d '\r' <"$out/raw" | sed -E 's/[0-9]{4}-[^,]*/WHEN/g; s/,[0-9]+(,[12],[12],[^,]*,[12],)/,SEED\1/; s/,[0-9]+$/,MS/; s/(Player .),[12]/\1,PLACE/' >"$out/got"
is games "$out/got" <<END
game,begun,ended,finished,packs,titles,mode,questions,seed,players,player,name,place,points,floor,right,asked,best_streak,time_ms
1,WHEN,WHEN,yes,truths,"Truths, and ""lies""",climb,3,SEED,1,1,,1,950,3,3,3,3,MS
2,WHEN,WHEN,yes,truths,"Truths, and ""lies""",climb,3,SEED,1,1,,1,600,2,2,3,1,MS
3,WHEN,WHEN,yes,truths,"Truths, and ""lies""",one-take,2,SEED,1,1,,1,300,1,1,2,1,MS
4,WHEN,WHEN,yes,truths,"Truths, and ""lies""",climb,2,SEED,2,1,Player 1,PLACE,300,1,1,1,1,MS
4,WHEN,WHEN,yes,truths,"Truths, and ""lies""",climb,2,SEED,2,2,Player 2,PLACE,300,1,1,1,1,MS
5,WHEN,,no,truths,"Truths, and ""lies""",climb,3,SEED,1,1,,1,300,1,1,1,1,MS
END
"$program" scores --data "$data" --export json --answers -o "$out/answers.json" "$pack" || failed=1
sed -E 's/,"time_ms.*\}/}/; s/"pack_version":"[^"]*"/VERSION/; s/"question":"q-[0-9a-f]*"/ID/' "$out/answers.json" |
	head -4 >"$out/got"
is answers "$out/got" <<END
[
{"game":1,"number":1,"player":1,"pack":"truths",VERSION,ID,"chosen":"true","outcome":"right","points":300},
{"game":1,"number":2,"player":1,"pack":"truths",VERSION,ID,"chosen":"false","outcome":"right","points":300},
{"game":1,"number":3,"player":1,"pack":"truths",VERSION,ID,"chosen":"false","outcome":"right","points":350},
END
[ "$(grep -c outcome "$out/answers.json")" = 11 ] || { echo "scores: not every answer"; failed=1; }

# The file is whole or as it was, and never the store.
echo before >"$out/before.csv"
ln -s before.csv "$out/link.csv"
"$program" scores --data "$data" --export -o "$out/link.csv" || failed=1
[ -L "$out/link.csv" ] && grep -q '^game,begun' "$out/before.csv" ||
	{ echo "scores: -o does not write where a link points"; failed=1; }
ls "$out"/*.csv.* 2>/dev/null && { echo "scores: -o leaves a file behind"; failed=1; }
[ "$("$program" scores --data "$data" --export -o /dev/stdout | head -c 4)" = game ] ||
	{ echo "scores: -o does not write to a device"; failed=1; }
ln "$data/stairwell.db" "$out/store.csv"
for file in "$data/stairwell.db" "$data/../data/stairwell.db" "$out/store.csv"; do
	tell 1 'this is where play is kept' err scores --data "$data" --export -o "$file"
done
rm "$out/store.csv"
tell 0 '^truths: Climb, 3 questions$' out scores --data "$data"
tell 1 'this is where play is kept' err scores --data "$out" --export -o "$out/stairwell.db"

tell 2 'one PACK at a time' err scores a b
tell 2 '--answers needs --export' err scores --answers
tell 2 '-o needs --export' err scores -o "$out/x"
tell 2 'export xml: must be csv or json' err scores --export=xml
tell 2 'scores: xml: no such pack; .* csv or json' err scores --data "$data" --export xml
tell 2 'scores: xml: no such pack; .* csv or json' err scores --data "$out/none" --export xml
[ "$("$program" scores --data "$data" --export truths | wc -l)" = 7 ] || { echo "scores: no pack by identity"; failed=1; }
tell 1 'No such file or directory' err scores --data "$data" --export -o "$out/no/x"
tell 0 'usage: stairwell scores' out scores --help
# A name as nobody could type it (as many bytes as before, so that the file stays sound).
LC_ALL=C sed -i 's/Player 2/=1+\x1b[3m"/' "$data/stairwell.db"
"$program" scores --data "$data" --export | grep -q $',2,2,"\'=1+\xef\xbf\xbd\\[3m"""' ||
	{ echo "scores: a name is not made harmless in CSV"; failed=1; }
"$program" scores --data "$data" --export json | grep -q $'"name":"=1+\xef\xbf\xbd\\[3m\\\\""' ||
	{ echo "scores: a name is not made harmless in JSON"; failed=1; }
echo 'no database' >"$data/stairwell.db"
rm -f "$data"/stairwell.db-*
tell 1 "stairwell.db: can't be used" err scores --data "$data"
[ "$(cat "$data/stairwell.db")" = 'no database' ] || { echo "scores: changed what it reads"; failed=1; }
exit $failed
