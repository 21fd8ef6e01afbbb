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
# What is broken or gone, and a mistake of the file, staff see on their page.
health() { # NAME LINE...: of a kiosk with the packs of these lines
	local name=$1
	shift
	{ printf '%s\n' "$@" 'theme = darkk'; echo 2468 | "$program" kiosk --set-pin; } >"$out/kiosk.ini"
	{ printf '%s\n' 'key Ctrl+Alt+O' 'press 2' 'press 4' 'press 6' 'press 8' 'press Enter'; cat; } >"$out/$name.txt"
	"$program" kiosk --seed 1 --data "$out/data" --script "$out/$name.txt" "$out/kiosk.ini" 2>"$out/err" && return
	failed=1
	echo "kioskpacks: $name"
	cat "$out/err"
}
fresh
cp "$out/broken" "$packs/broken.ini"
health damaged "packs = $packs" "packs = $out/gone" <<END
expect Packs: 1 can be played, 1 can't, 1 missing
expect Missing: there is no file or folder $out/gone
expect File: 1 mistake in $out/kiosk.ini
expect Type: stairwell kiosk --check $out/kiosk.ini
press See them
wait 1s
expect broken.ini can’t be played
END
health nothing "packs = $out/gone" <<'END'
expect Packs: there is none that can be played, 1 missing
expect not All goes well
END
# What is in the order of its file stays out of all packs together.
fresh
printf 'title = Tour\norder = file\n[question]\nask = T?\nright = R\nwrong = W\n' >"$packs/tour.ini"
printf 'title = More\n[question]\nask = M?\nright = R\nwrong = W\n' >"$packs/more.ini"
printf 'packs = %s\nmotion = none\n' "$packs" >"$out/kiosk.ini"
printf '%s\n' 'wait 1s' 'press Touch to start' 'wait 2s' 'expect screen packs' 'expect Tour' 'expect 2 packs' >"$out/all.txt"
"$program" kiosk --seed 1 --data "$out/data" --script "$out/all.txt" "$out/kiosk.ini" 2>"$out/err" ||
	{ failed=1; cat "$out/err"; }
# However the file was named, its places are shown as they can be found.
fresh
{ printf 'packs = packs\nreport = reports\n'; echo 2468 | "$program" kiosk --set-pin; } >"$out/kiosk.ini"
printf '%s\n' 'key Ctrl+Alt+O' 'press 2' 'press 4' 'press 6' 'press 8' 'press Enter' 'wait 1s' \
	"expect changed in $out/kiosk.ini" 'press Packs' "expect $out/packs/first.ini" 'press Report' \
	"expect $out/reports" >"$out/whole.txt"
case $program in /*) ;; *) program=$PWD/$program ;; esac
(cd "$out" && "$program" kiosk --seed 1 --data data --script whole.txt kiosk.ini 2>err) ||
	{ failed=1; cat "$out/err"; }
exit $failed
