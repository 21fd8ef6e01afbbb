#!/usr/bin/env bash
# `stairwell kiosk --check`, as it is typed. kioskcheck.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

complain() {
	echo "kioskcheck: $1"
	sed 's/^/  /' "$out/said"
	failed=1
}
checks() { # STATUS FILE...
	local want=$1 status=0
	shift
	"$program" kiosk --check "$@" >"$out/said" 2>"$out/err" || status=$?
	[ $status = "$want" ] || complain "status $status of $*"
	[ ! -s "$out/err" ] || complain "said besides: $(cat "$out/err")"
}
says() { # TEXT
	grep -qF -- "$1" "$out/said" || complain "nothing like: $1"
}

# What is good says so too.
mkdir "$out/packs"
printf 'title = Towns\nlanguage = en\n[question]\nask = One?\nask.fr = Un ?\nright = Yes\nwrong = No\n' \
	>"$out/packs/towns.ini"
printf 'packs = packs\nreport = reports/daily\n' >"$out/kiosk.ini"
checks 0 "$out/kiosk.ini"
[ "$(cat "$out/said")" = "0 errors, 0 warnings, 0 notes in $out/kiosk.ini" ] || complain 'of a good file'
[ ! -e "$out/reports" ] || complain 'it made a folder'

# What is not there is told where the file names it, and is no mistake of the file.
: >"$out/plain"
printf '# mine\npacks = packs\npacks =   none\nreport = plain/daily\n' >"$out/kiosk.ini"
checks 0 "$out/kiosk.ini"
says "$out/kiosk.ini:3:11: warning: there is no file or folder '$out/none' [W806]"
says "$out/kiosk.ini:4:10: warning: the report can't be written into '$out/plain/daily'"
says ': Not a directory [W807]'
says "0 errors, 2 warnings, 0 notes in $out/kiosk.ini"

# Of packs: what was meant, what is there twice, and an empty folder.
mkdir "$out/empty"
printf 'packs = packs, more\npacks = packs/*.ini\npacks = packs\npacks = %s/packs/\npacks = empty\n' "$out" \
	>"$out/kiosk.ini"
checks 0 "$out/kiosk.ini"
says "type a line for each: packs = $out/packs"
says "type the folder alone: packs = $out/packs"
says "$out/kiosk.ini:4:9: warning: these packs are named twice [W810]"
says "there is no pack in the folder '$out/empty'"
says '0 errors, 4 warnings'

# A pack that lacks languages is told in one line.
printf 'packs = packs\nlanguages = de, fr, en-GB, es\n' >"$out/kiosk.ini"
checks 0 "$out/kiosk.ini"
says "$out/kiosk.ini:2:13: warning: the pack 'Towns' is not in de, es: who chooses that sees it in en [W811]"
says '0 errors, 1 warning, '

# A broken one beside it is named, with the command that tells its mistakes.
mkdir "$out/mixed"
cp "$out"/packs/* "$out/mixed"
printf 'title = Half\n[question]\nask = Who?\n' >"$out/mixed/half.ini"
printf 'packs = mixed\n' >"$out/kiosk.ini"
checks 0 "$out/kiosk.ini"
says "$out/kiosk.ini:1:9: warning: the pack '$out/mixed/half.ini' can't be played: it has 1 mistake [W813]"
says "see them: stairwell check $out/mixed/half.ini"
says '0 errors, 1 warning, '

# Where nothing at all can be played, that is a mistake.
printf 'packs = none\npacks = empty\n' >"$out/kiosk.ini"
checks 1 "$out/kiosk.ini"
says "$out/kiosk.ini:1:9: error: there is nothing to play: no pack can be played from here [E812]"
says '1 error, 2 warnings'

printf 'idle = soon\n' >"$out/kiosk.ini"
checks 1 "$out/kiosk.ini"
says "1 error, 0 warnings, 0 notes in $out/kiosk.ini"
checks 1 "$out/missing.ini"
says "1 error, 0 warnings, 0 notes in $out/missing.ini"

# What was pasted into a list.
printf 'packs = packs\nhours = Mon-Fri 9-5\vSat 10-4, Sun 1-2' >"$out/kiosk.ini"
checks 1 "$out/kiosk.ini"
says "$out/kiosk.ini:2:9: error: 'hours' takes"
printf 'packs = packs\nmodes = climb, a\ab, foo' >"$out/kiosk.ini"
checks 1 "$out/kiosk.ini"
says "$out/kiosk.ini:2:16: error: 'modes' takes"

# Without a file: what is so by itself.
checks 0
says 'no file was named'
says 'idle = 60s'
exit $failed
