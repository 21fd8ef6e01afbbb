#!/usr/bin/env bash
# Packs that come into a kiosk and go: tried first, and swapped while nobody plays.
# kioskpacks.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

one() { printf 'title = %s\n[question]\nask = %s?\nright = Yes\nwrong = No\n' "$1" "$1"; }
packs=$out/packs
fresh() {
	rm -rf "$packs"
	mkdir -p "$packs"
	one First >"$packs/first.ini"
	printf 'packs = %s\n' "$packs" >"$out/kiosk.ini"
}
plays() { # NAME: the script on standard input
	sed "s#PACKS#$packs#g; s#OUT#$out#g" >"$out/$1.txt"
	"$program" kiosk --seed 1 --script "$out/$1.txt" "$out/kiosk.ini" 2>"$out/err" && return
	failed=1
	grep -v '^    ' "$out/err"
}
one Second >"$out/second"
printf 'title = Broken\n[question]\nask = Broken?\n' >"$out/broken"
printf 'title = First\n[question]\nask = Anew?\nright = Yes\nwrong = No\n' >"$out/anew"

# A game keeps its packs, and the next visitor has the new ones.
fresh
plays swap <<'END'
press Touch to start
expect First?
save PACKS/first.ini OUT/anew
save PACKS/second.ini OUT/second
wait 1s
expect First?
press Yes
wait 2s
expect First?
press See results
wait 5s
press Finish
wait 1s
expect screen attract
press Touch to start
expect screen packs
press First
expect Anew?
END

# One that is broken, and never was otherwise, is nowhere; of one that was good the last stays.
fresh
plays broken <<'END'
save PACKS/second.ini OUT/broken
save PACKS/first.ini OUT/broken
press Touch to start
expect First?
END
# Nothing is there yet: the screen that waits is, and the first pack that comes is played.
fresh
rm "$packs/first.ini"
plays empty <<'END'
expect nothing to play
wait 2m
save PACKS/second.ini OUT/second
wait 1m
press Touch to start
expect Second?
END
exit $failed
