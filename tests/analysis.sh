#!/usr/bin/env bash
# `stairwell stats`: from games that were played to figures. analysis.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

data=$out/data
mkdir "$data"
cat >"$out/three.ini" <<'END'
title = Three
order = file
[defaults]
shuffle = no
[question one]
ask = One?
right = Yes
wrong = No
wrong = =Perhaps
[question two]
ask = Two?
wrong = A
right = B
[question three]
ask = Three is odd.
answer = true
END
play() { # ANSWERS: a game that is answered with these, a line each
	printf '%s\n' "$@" | "$program" play --text --data "$data" --no-clock "$out/three.ini" >/dev/null 2>"$out/err" ||
		{ echo "play failed"; cat "$out/err"; failed=1; }
}

tell 0 'Nothing has been answered yet' out stats --data "$data" --packs "$out"
for _ in 1 2 3 4 5 6; do play 1 2 1; done
tell 0 'asked 6 times$' out stats --data "$data" "$out/three.ini" # no share from so few
for _ in 1 2 3 4 5; do play 3 1 2; done
play 2 q

tell 0 '^Three: 3 questions, asked 34 times$' out stats --data "$data" "$out/three.ini"
tell 0 '^  One\?  \[line 5\]$' out stats --data "$data" "$out/three.ini"
tell 0 'asked 12 times, right 50 % \(25 to 75 %\), time [0-9.]+ s' out stats --data "$data" "$out/three.ini"
tell 0 '^    \* True$' out stats --data "$data" "$out/three.ini" # 11 answers: too few for a pull
tell 0 '^    \* Yes$' out stats --data "$data" --packs "$out" three
tell 1 'this is where play is kept' err stats --data "$data" -o "$data/stairwell.db"
for _ in 1 2 3 4 5 6 7 8; do play 1 2 1; done
tell 0 '1 game left after it' out stats --data "$data" "$out/three.ini"
tell 0 '^    \*  70 %  Yes$' out stats --data "$data" "$out/three.ini"

# Of a pack that is nowhere: said once, not of each question.
tell 0 '^  This pack was not found.* name its file' out stats --data "$data"
[ "$(grep -cE 'not found|not in the pack' "$out/out")" = 1 ] || { echo "stats: said of each question"; cat "$out/out"; failed=1; }
tell 2 'nothere: there is no such file, and no pack' err stats --data "$data" nothere

# A game that could be gone on with knows its file.
sed 's/Three/Tre/' "$out/three.ini" >"$out/tre.ini"
echo 1 | "$program" play --text --data "$out/going" --no-clock "$out/tre.ini" >/dev/null || failed=1
tell 0 '^Tre: 1 question, asked 1 time$' out stats --data "$out/going"

# For programs: a row for each choice, no figure where there is none, numbers as numbers.
tell 0 "^three,Three,one,5,One\\?,20,14,0,0.700,0.481,0.855,,[0-9]+,[0-9]+,[0-9]+,1,[0-9a-f]{16},'=Perhaps,no,5,0.250,,no,no,no" \
	out stats --data "$data" --format csv "$out/three.ini"
tell 0 '"share": ?0.700' out stats --data "$data" --format json "$out/three.ini"
tell 0 '"discrimination": ?null' out stats --data "$data" --format json "$out/three.ini"
"$program" stats --data "$data" --format csv -o "$out/t.csv" "$out/three.ini"
[ "$(wc -l <"$out/t.csv")" = 8 ] || { echo "stats -o: not a row for each choice"; cat "$out/t.csv"; failed=1; }

# For whoever it belongs to: two tables a month, as a kiosk writes them.
tell 0 '^.*/numbers/stairwell-[0-9]{4}-[0-9]{2}-plays.csv$' out stats --data "$data" --packs "$out" --report "$out/numbers"
grep -q '^Three,one,One?,20,14,70,0,.=Perhaps,5,25' "$out"/numbers/*-questions.csv ||
	{ echo "stats --report: not what was answered"; cat "$out"/numbers/*-questions.csv; failed=1; }
[ "$(cut -d, -f6,7,8 "$out"/numbers/*-plays.csv | awk -F, 'NR > 1 { a += $1; b += $2; c += $3 } END { print a, b, c }')" = '20 19 1' ] ||
	{ echo "stats --report: not what was played"; cat "$out"/numbers/*-plays.csv; failed=1; }
tell 2 'takes no pack' err stats --data "$data" --report "$out/numbers" three
tell 0 'Nothing has been played yet' err stats --data "$out/empty" --report "$out/numbers"

# What is no longer in the pack is told by its identity.
sed -i 's/question two/question zwei/' "$out/three.ini"
tell 0 '^  two  \[not in the pack any more, or changed\]$' out stats --data "$data" "$out/three.ini"

tell 2 'one PACK at a time' err stats a b
tell 2 'human, csv or json' err stats --format xml
tell 0 'Wilson 1927' out stats --help
mkdir "$out/broken"
head -c 5000 /dev/urandom >"$out/broken/stairwell.db"
tell 1 'stairwell' err stats --data "$out/broken"
exit $failed
