#!/usr/bin/env bash
# A score is on the board with its initials, in this run and the next. boards.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# run STEPS: a run that remembers.
run() {
	{
		echo "start --seed 1 --packs tests/scripts --size 1280x720"
		printf '%b' "$1"
	} >"$out/script.txt"
	"$program" play --script "$out/script.txt" --data "$out/data" || failed=1
}

run 'press High scores
wait 1s
expect No games yet
key Escape
wait 1s
key 2
wait 1s
press Capitals of the world
wait 1s
press Canberra
wait 2s
key Return
wait 5m
expect screen reveal
key Return
wait 1s
expect screen results
expect New best
expect Enter initials
key Return
wait 1s
expect screen scores
type mia
expect MIA
wait 1s
key Return
expect not Enter your initials
expect MIA
'

run 'press High scores
wait 1s
expect MIA
expect One Take
expect Capitals of the world
press Today
expect MIA
press Next mode
wait 1s
expect No games today
'
exit $failed
