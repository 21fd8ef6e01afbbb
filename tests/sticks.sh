#!/usr/bin/env bash
# A stick with packs, as staff meet it on their page: offered, taken, kept over a restart, put back,
# and written to. sticks.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

mounted=$(mktemp -d -p /dev/shm) # what is there is another disk's, as a stick's is
trap 'rm -rf "$out" "$mounted"' EXIT
one() { printf 'title = %s\n[question]\nask = %s?\nright = Yes\nwrong = No\n' "$1" "$1"; }
one First >"$out/first.ini"
mkdir -p "$out/sticks/left-behind/stairwell" "$mounted/A" "$mounted/RED/stairwell"
one Left >"$out/sticks/left-behind/stairwell/left.ini"
one Second >"$mounted/RED/stairwell/second.ini"
echo broken >"$mounted/RED/stairwell/broken.ini"
{
	printf 'packs = first.ini\nsticks = %s\n' "$out/sticks"
	echo 2468 | "$program" kiosk --set-pin
} >"$out/kiosk.ini"

plays() { # NAME: the script on standard input
	cat >"$out/$1.txt"
	"$program" kiosk --seed 1 --size 1280x720 --data "$out/data" --script "$out/$1.txt" "$out/kiosk.ini" \
		>"$out/said" 2>&1 || { echo "sticks: $1"; sed 's/^/  /' "$out/said"; failed=1; }
}
page() { # SECTION of the page of staff
	printf '%s\n' 'key Ctrl+Alt+O' 'press 2' 'press 4' 'press 6' 'press 8' 'press Enter' \
		'expect screen operator' "press $1"
}
wish() { # LABEL ANSWER
	printf '%s\n' "press $1" 'wait 1s' 'press Press again' 'wait 1s' "expect $2"
}
asks() { # WHAT: the next visitor
	printf '%s\n' 'expect screen attract' 'wait 1s' 'press Touch to start' "expect $1?"
}

{
	page Stick
	echo 'expect No stick is plugged in'
	echo 'press Back to the game'
	asks First
} | plays none

ln -s "$mounted"/* "$out/sticks"
{
	page Stick
	echo 'expect RED'
	echo 'expect 1 pack can be played, in place of all that are in play now'
	echo 'expect mistake in: broken.ini'
	wish 'Use these packs' 'The packs of the stick are played now'
	echo 'press Back to the game'
	asks Second
} | plays take

# Another one, whose packs are no packs, changes nothing.
rm "$out/sticks/RED"
echo 'nothing' >"$mounted/A/x.ini"
{
	asks Second
} | plays kept

ln -s "$mounted/RED" "$out/sticks"
{
	page Report
	echo 'expect RED'
	echo 'expect Onto the stick'
	echo 'tap 1142 321' # the lower one of two that are called the same
	echo 'wait 1s'
	echo "expect The report is in $out/sticks/RED/stairwell-report"
	echo 'press Back to the game'
	page Stick
	echo 'expect Those that were played before these'
	wish 'Put them back' 'The packs of before are played again'
	echo 'expect Those of the stick again, in place of'
	echo 'press Back to the game'
	asks First
} | plays back
asks First | plays after
ls "$mounted/RED/stairwell-report"/*.csv >/dev/null || failed=1
exit $failed
