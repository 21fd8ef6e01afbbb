#!/usr/bin/env bash
# What an author typed arrives to the letter, on the screen and in the terminal, however the file is written.
set -euo pipefail
stairwell=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

long=$(printf 'Is this the %d. clause; or = one of # many: all of them "quoted"? ' $(seq 1 10))
long=${long% }
right='right ; # = : \ "or" ’so’ 50 : 50 [x]'
wrong='wrong = ; not a comment # either'
why='because; of = this: # and “that”'
[ "${#long}" -gt 600 ] || { echo "the long question is only ${#long} bytes"; exit 1; }

printf '%s\n' 'title = Letters; # = :' '' '[question]' "    ask = $long" "    right = $right" \
	"    wrong = $wrong" "    why = $why" >"$dir/plain.ini"
sed 's/$/\r/' "$dir/plain.ini" >"$dir/crlf.ini"
{ printf '\357\273\277' && cat "$dir/plain.ini"; } >"$dir/bom.ini"
{ printf '\377\376' && iconv -f UTF-8 -t UTF-16LE "$dir/plain.ini"; } >"$dir/utf16le.ini"
{ printf '\376\377' && iconv -f UTF-8 -t UTF-16BE "$dir/plain.ini"; } >"$dir/utf16be.ini"

for way in plain crlf bom utf16le utf16be; do
	pack=$dir/$way.ini
	for size in 1920x1080 320x240; do
		cat >"$dir/script.txt" <<-END
			expect Letters; # = :
			expect $long
			expect $right
			expect $wrong
			press $right
			wait 1s
			expect screen reveal
			expect $why
		END
		[ $size = 1920x1080 ] || sed -i 1d "$dir/script.txt" # small windows spare the title
		"$stairwell" play --seed 1 --size $size --script "$dir/script.txt" "$pack"
	done
	printf '1\n' | "$stairwell" play --text --seed 1 "$pack" >"$dir/out.txt"
	for text in "$long" "$right" "$wrong" "$why"; do
		grep -qF -- "$text" "$dir/out.txt" || {
			echo "$way: the terminal does not say: $text"
			cat "$dir/out.txt"
			exit 1
		}
	done
done
