#!/usr/bin/env bash
# Five wrong PINs, and a restart that does not help. staff.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

cp questions/one-shot.ini "$out/pack.ini"
{ echo 'packs = pack.ini'; echo 2468 | "$program" kiosk --set-pin; } >"$out/kiosk.ini"

run() { # NAME: the script on standard input
	cat >"$out/$1.txt"
	"$program" kiosk --seed 1 --data "$out/data" --script "$out/$1.txt" "$out/kiosk.ini" \
		>"$out/said" 2>&1 || { echo "staff: $1"; sed 's/^/  /' "$out/said"; failed=1; }
}
pin() { # DIGIT...
	printf 'press %s\n' "$@" Enter
}

# Four, and the power goes.
{
	echo 'key Ctrl+Alt+O'
	for _ in 1 2 3 4; do
		pin 1 1 1 1
		echo 'expect That is not the PIN'
	done
} | run four

# The fifth locks the pad, for the right one too, and whatever the clock on the wall says.
{
	echo 'key Ctrl+Alt+O'
	pin 1 1 1 1
	echo 'expect locked for 5:00'
	echo 'wait 10s'
	echo 'expect locked for 4:50'
	echo 'expect not That is not the PIN'
	echo 'clock 2031-01-01T12:00:00+00:00'
	echo 'wait 1s'
	echo 'expect locked for 4:49'
	echo 'press Cancel'
	echo 'expect screen attract'
	echo 'key Ctrl+Alt+O'
	echo 'expect locked for 4:49'
} | run five

# A restart begins the pause anew; after it the right one leads in, and all is forgotten.
{
	echo 'wait 1m'
	echo 'key Ctrl+Alt+O'
	echo 'expect locked for 4:00'
	echo 'wait 15s'
	echo 'press Cancel'
	echo 'wait 225s'
	echo 'key Ctrl+Alt+O'
	echo 'expect not locked'
	pin 2 4 6 8
	echo 'expect screen operator'
} | run restart
{
	echo 'key Ctrl+Alt+O'
	pin 1 1 1 1
	echo 'expect That is not the PIN'
	pin 2 4 6 8
	echo 'expect screen operator'
	echo 'press Sound'
	echo 'press Volume: less'
	echo 'wait 1s'
	echo 'expect 70%'
} | run after

# What they set is so at the next start; the log of it all has no PIN in it.
{
	echo 'key Ctrl+Alt+O'
	pin 2 4 6 8
	echo 'press Sound'
	echo 'expect 70%'
	echo 'press Go by the file'
	echo 'wait 1s'
	echo 'expect 80%'
	echo 'press Display'
	echo 'press Wider'
	echo 'press Keep this'
	echo 'wait 1s'
	echo 'expect measured with a card'
	echo 'press Boards'
	echo 'press Begin anew'
	echo 'wait 1s'
	echo 'press Press again'
	echo 'wait 1s'
	echo 'expect The boards have begun anew'
	echo 'press Report'
	echo 'press Write it'
	echo 'wait 1s'
	echo 'expect report'
	echo 'key Tab'
	echo 'wait 200ms'
	echo 'key Tab'
	echo 'wait 200ms'
	echo 'press Restart'
	echo 'wait 1s'
	echo 'press Press again'
	echo 'expect end'
} | run kept
grep -rqa 2468 "$out/data" && { echo 'staff: the PIN is in the data folder'; failed=1; }
exit $failed
