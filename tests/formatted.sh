#!/usr/bin/env bash
# `stairwell new` and `stairwell format`, as they are typed. formatted.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

says() { # STATUS PATTERN STREAM ARGUMENTS...
	tell "$@"
}
silent() { # ARGUMENTS...: all is well, and there is nothing to say
	[ -z "$("$program" "$@" 2>&1)" ] || { echo "stairwell $*: not silent"; failed=1; }
}
same() { # WHAT FILE TEXT: the file has that text
	[ "$(cat "$2")" = "$3" ] || {
		echo "stairwell: $1"
		sed 's/^/  /' "$2"
		failed=1
	}
}

# A pack to begin with checks and plays, and is never written over.
says 0 'my-town.ini is written' out new "$out/my-town.ini"
says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out check "$out/my-town.ini"
grep -q '^title    = My town$' "$out/my-town.ini" || { echo "new: no title from the name"; failed=1; }
silent format --check "$out/my-town.ini"
says 0 "^  stairwell check '$out/My Bees.ini'\$" out new "$out/My Bees.ini"
echo mine >"$out/mine.ini"
says 1 'is there already, and is left alone' err new "$out/mine.ini"
same "new wrote over a file" "$out/mine.ini" mine
says 1 'there is no folder' err new "$out/nowhere/mine.ini"
says 2 'ends in .ini' err new "$out/mine.txt"
says 2 'ends in .ini' err new
says 0 'is written' out new --title "Rivers; and # lakes" "$out/r.ini"
grep -q '^title    = Rivers; and # lakes$' "$out/r.ini" || { echo "new: the title is not to the letter"; failed=1; }
says 2 'one line' err new --title ' ' "$out/s.ini"
says 2 'one line' err new --title $'a\x1bb' "$out/s.ini"
says 0 'is written' out new --title '  two  words ' "$out/w.ini"
silent format --check "$out/w.ini"
says 0 'is written' out new "$out/$(printf 'long%.0s' {1..40}).ini"
says 0 '^0 errors, 0 warnings, 0 notes' out check "$out"/longlong*.ini
says 2 'title' err new --title $'two\nlines' "$out/s.ini"

# In place, whole or not at all, and the same rights as before.
typed=$'Title=T\n[question]\nask = 1\n; mine\nright = a\nwrong = b\nx-note=kept\n'
formatted=$'title = T\n\n[question]\nask    = 1\n; mine\nright  = a\nwrong  = b\nx-note = kept'
printf '%s' "$typed" >"$out/t.ini"
chmod 640 "$out/t.ini"
says 1 't.ini: would be changed$' out format --check "$out/t.ini"
same "format --check changed a file" "$out/t.ini" "${typed%$'\n'}"
says 0 't.ini: formatted$' out format "$out/t.ini"
same "format did not write the form" "$out/t.ini" "$formatted"
[ "$(stat -c %a "$out/t.ini")" = 640 ] || { echo "format changed the rights"; failed=1; }
silent format "$out/t.ini"
says 0 't.ini: formatted$' out format --add-ids "$out/t.ini"
grep -qE '^\[question q-[0-9a-f]{16}\]$' "$out/t.ini" || { echo "format --add-ids wrote no ID"; failed=1; }
says 1 'E101' err format "$out"/nothing-here.ini
says 2 'name a pack' err format
printf 'PK' >"$out/a.quiz"
says 1 'unzip it' err format "$out/a.quiz"

# Through a pipe, as editors do it.
[ "$(printf '%s' "$typed" | "$program" format -)" = "$formatted" ] || { echo "format - differs"; failed=1; }
[ "$(printf '\1\2\3\4\5\6\7' | "$program" format - 2>/dev/null | od -An -tx1 | tr -d ' ')" = 01020304050607 ] || {
	echo "format - lost what is no text"
	failed=1
}

# A folder that cannot be written to keeps its pack.
if [ "$(id -u)" != 0 ]; then
	mkdir "$out/locked"
	printf '%s' "$typed" >"$out/locked/t.ini"
	chmod 500 "$out/locked"
	says 1 'Permission denied' err format "$out/locked/t.ini"
	chmod 700 "$out/locked"
fi
exit $failed
