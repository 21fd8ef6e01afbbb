#!/usr/bin/env bash
# Packs that are saved while the game runs: the next game has them. saved.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

one() { printf 'title = %s\n[question]\nask = %s?\nright = Yes\nwrong = No\n' "$1" "$1"; }
packs=$out/packs
fresh() {
	rm -rf "$packs"
	mkdir -p "$packs"
	one First >"$packs/first.ini"
}
plays() { # NAME ARGUMENTS...: the script on standard input
	local name=$1
	shift
	fresh
	sed "s#PACKS#$packs#g; s#OUT#$out#g" >"$out/$name.txt"
	"$program" play --seed 1 --script "$out/$name.txt" "$@" 2>"$out/err" && return
	failed=1
	grep -v '^    ' "$out/err"
}
one Second >"$out/second"
one Changed >"$out/changed"
printf 'title = Broken\n[question]\nask = Broken?\n' >"$out/broken"
printf 'title = First\n[question]\nask = Anew?\nright = Yes\nwrong = No\n' >"$out/anew"

# In the list a pack is read again, a new one comes, one that is deleted goes.
plays list --packs "$packs" <<'END'
key 1
expect First
save PACKS/first.ini OUT/changed
expect Changed
expect not First
save PACKS/second.ini OUT/second
expect Second
press Second
expect screen question
key Escape
press Home
key 1
remove PACKS/second.ini
expect not Second
END

# A game keeps the pack that it began with, the next one has the new.
plays game "$packs/first.ini" <<'END'
expect First?
save PACKS/first.ini OUT/anew
wait 1s
expect First?
press Yes
wait 2s
expect First?
press See results
wait 5s
press Climb again
expect Anew?
END

# One that can't be played any more keeps its last good version, and says so.
plays broken --packs "$packs" <<'END'
key 1
save PACKS/first.ini OUT/broken
expect First
expect mistake
press First
expect screen broken
save PACKS/first.ini OUT/anew
expect screen packs
expect not mistake
END

# The page that says what is wrong with a pack is left when the pack is deleted, and one that was
# deleted during its game is played to the end.
plays gone --packs "$packs" <<'END'
save PACKS/gone.ini OUT/broken
key 1
press gone.ini
expect screen broken
remove PACKS/gone.ini
expect screen packs
press First
expect First?
remove PACKS/first.ini
expect First?
press Yes
wait 2s
press See results
wait 5s
expect screen results
key Escape
key 1
expect not First
END

# A script writes no other files.
printf 'save notes.txt a\n' >"$out/wrong.txt"
tell 1 'the first of them a pack' err play --script "$out/wrong.txt"
printf 'remove notes.txt\n' >"$out/wrong.txt"
tell 1 'expected a pack' err play --script "$out/wrong.txt"
exit $failed
