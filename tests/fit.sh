#!/usr/bin/env bash
# What `stairwell check --fit` answers. fit.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

says() { # says STATUS PATTERN STREAM ARGUMENTS...
	tell "$1" "$2" "$3" check "${@:4}"
}
says_not() { # says_not PATTERN ARGUMENTS...: exit status 0, and nowhere in the report
	local pattern=$1
	shift
	says 0 'notes? in 1 pack$' out "$@"
	! grep -qE -- "$pattern" "$out/out" || { echo "stairwell check $*: says $pattern"; failed=1; }
}

# pack FILE LINES...: of one good question, and these lines.
pack() {
	local file=$out/$1
	shift
	printf '%s\n' 'title = Fit' '[question]' "$@" >"$file"
}
answers=('right = Nothing much' 'wrong = A little of it' 'wrong = All that there is')
long=$(printf 'word %.0s' {1..40})

pack long.ini "ask = Of all these, which is it: ${long}and why?" "${answers[@]}"
pack short.ini 'ask = How much is it?' "${answers[@]}"

says_not 'N64' --fit 1280x720 "$out/short.ini"
says_not 'N641' --fit 1280x720 "$out/long.ini"
says 0 "^$out/long.ini:3:1: note: the page of this question scrolls at 320x240 \[N641\]$" out \
	--fit 1280x720,320x240 "$out/long.ini"
says 0 'scrolls at 640x360@200% and 320x240 \[N641\]$' out --fit=640x360@200,1280x720,320x240@100% "$out/long.ini"
says 0 'scrolls at 320x240@200% \[N641\]$' out "$out/long.ini" --fit 320x240@2
says 0 'scrolls at 1280x720@200%' out "$out/long.ini" --fit

# A path that is none of sizes is a path; sizes that are none are said.
says 0 'in 1 pack$' out --fit "$out/short.ini"
for sizes in 320 320x 320x240, 12x12 1280x720@50 1280x720@900 99999x99999 1x; do
	says 2 "--fit $sizes: must be sizes such as" err --fit "$sizes" "$out/short.ini"
done
says 2 '--fit large: must be' err --fit=large "$out/short.ini"
exit $failed
