#!/usr/bin/env bash
# The manual pages against the program: every command and option is there, and no other; so is
# every key of a kiosk's file. manual.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
folder=$(dirname "${BASH_SOURCE[0]}")/../engine/dist/man

same() { # WHAT PAGE: $out/has as the program has them, $out/told as the page does
	sort -u "$out/has" >"$out/1" && sort -u "$out/told" >"$out/2"
	[ -s "$out/1" ] && diff "$out/1" "$out/2" >"$out/said" && return
	echo "manual: $1 (< the program, > $2):"
	grep '^[<>]' "$out/said"
	failed=1
}

# What `stairwell help` lists, and what each --help does.
commands=$("$program" help | sed -nE 's/^  stairwell ([a-z]+) .*/\1/p')
printf '%s\n' $commands >"$out/has"
sed -nE 's/^\.It Cm ([a-z]+)$/\1/p' "$folder/stairwell.1" >"$out/told"
same commands stairwell.1
for command in $commands; do
	"$program" $command --help | grep -oE '^  (-[a-z], )?--?[a-z][a-z-]*' | grep -oE -- '--?[a-z][a-z-]*$'
done | grep -v '^--help$' >"$out/has"
sed -n 's/^\.It Fl //p' "$folder/stairwell.1" | sed 's/ , Fl /\n/g' |
	sed -E 's/^Fl ([a-z-]+).*/--\1/; s/^([a-z]).*/-\1/' >"$out/told"
same options stairwell.1

# The keys are what a kiosk offers in place of one that is not known.
sed -nE 's/^;([a-z-]+) =.*/\1/p' "$folder/../kiosk.ini" >"$out/has"
sed -n '/^\.Sh THE FILE/,/^\.Sh THE MACHINE/s/^\.It Ic //p' "$folder/stairwell-kiosk.5" | sed 's/ , /\n/g' >"$out/told"
same keys stairwell-kiosk.5
exit $failed
