#!/usr/bin/env bash
# What `stairwell check --fit` answers. fit.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

says() { # says STATUS PATTERN STREAM ARGUMENTS...
	tell "$1" "$2" "$3" check "${@:4}"
}
says_not() { # says_not PATTERN ARGUMENTS...: exit status 0, and nowhere in the report
	local pattern=$1
	shift
	says 0 'notes? in [0-9]+ packs?$' out "$@"
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

says_not 'N64[15]' --fit 1280x720 "$out/short.ini"
says_not 'N641' --fit 1280x720 "$out/long.ini"
says 0 "^$out/long.ini:3:1: note: the page of this question scrolls at 320x240 \[N641\]$" out \
	--fit 1280x720,320x240 "$out/long.ini"
says 0 'scrolls at 640x360@200% and 320x240 \[N641\]$' out --fit=640x360@200,1280x720,320x240@100% "$out/long.ini"
says 0 'scrolls at 320x240@200% \[N641\]$' out "$out/long.ini" --fit 320x240@2
says 0 'as small as they may get at 1280x720@200%' out "$out/long.ini" --fit

# The help says what would have room, and it has.
says 0 '^help: with these choices a question of about [0-9]+ characters has room at 320x240$' out \
	--fit 320x240 "$out/long.ini"
room=$(sed -n 's/.* about \([0-9]*\) characters.*/\1/p' "$out/out")
asked=$(sed -n 's/^ask = //p' "$out/long.ini")
pack room.ini "ask = ${asked:0:room}" "${answers[@]}"
says_not 'N641' --fit 320x240 "$out/room.ini"
pack room.ini "ask = ${asked:0:room + 20}" "${answers[@]}"
says 0 'N641' out --fit 320x240 "$out/room.ini"
six=('right = All of what anybody could ever think to say' 'wrong = Nearly all of what anybody would say'
	'wrong = A good deal of it, and then some more' 'wrong = Not that much, but quite enough'
	'wrong = Less of it than one would like to think' 'wrong = Next to nothing of what there is')
pack full.ini 'ask = How much?' "${six[@]}"
says 0 '^help: at 320x240@200% the choices leave no room for a question: shorten them$' out \
	--fit 320x240@200 "$out/full.ini"

# Letters at their floor, on a page that does not scroll.
pack floor.ini "ask = Of all these, which is it: $(printf 'word %.0s' {1..5})?" "${six[@]:0:4}"
says 0 'the letters of this question are as small as they may get at 320x240 \[N642\]$' out \
	--fit 1280x720,320x240 "$out/floor.ini"
! grep -q N641 "$out/out" || { echo "what is at its floor does not scroll"; failed=1; }

# A long wrong choice in a pool is tried, wherever it stands.
pool=("${answers[@]}" 'wrong = Some' 'wrong = Few' 'wrong = None' 'wrong = More' 'wrong = Less'
	"wrong = $long$long${long:0:90}")
pack pool.ini 'ask = How much is it?' 'show = 3' "${pool[@]}"
says 0 'page of this question scrolls at 640x360 \[N641\]$' out --fit 640x360 "$out/pool.ini"
pack pool.ini 'ask = How much is it?' 'show = 3' "${pool[@]:0:8}"
says_not 'N641' --fit 640x360 "$out/pool.ini"

# The hint, and every reply.
pack hint.ini 'ask = How much is it?' "${answers[@]}" "hint = $long$long$long"
says 0 'scrolls with its hint at 640x360 \[N641\]$' out --fit 640x360 "$out/hint.ini"
pack because.ini 'ask = How much is it?' "${answers[@]}" "because = $long$long$long$long"
says 0 'the page with the answer scrolls at 640x360 \[N645\]$' out --fit 640x360 "$out/because.ini"
pack because.ini 'ask = How much is it?' "${answers[@]}" "because = No."
says_not 'N64[15]' --fit 640x360 "$out/because.ini"
pack several.ini 'ask = How many are they?' 'right = One' 'right = Two' 'wrong = Six' "because = $long$long$long" \
	'wrong = Seven' "because = $long$long"
says 0 'the page with the answer scrolls at 640x360 \[N645\]$' out --fit 640x360 "$out/several.ini"
pack statement.ini 'ask = It is so.' 'answer = true' "why = $long$long$long$long"
says 0 'the page with the answer scrolls at 640x360 \[N645\]$' out --fit 640x360 "$out/statement.ini"

# A translation says only what the original does not; one that is read from right to left too.
pack translated.ini 'ask = How much?' "ask.de = $long$long" 'ask.ar = كم هو؟' "${answers[@]}"
says 0 "in 'de' the page of this question scrolls at 640x360 \[N641\]$" out --fit 640x360 "$out/translated.ini"
says_not "in 'ar'" --fit 640x360 "$out/translated.ini"
pack arabic.ini "ask = $(printf 'كلمة %.0s' {1..30})؟" 'right = نعم' 'wrong = لا' 'wrong = ربما'
says 0 'scrolls at 320x240 \[N641\]$' out --fit 1920x1080,320x240 "$out/arabic.ini"
pack both.ini "ask = $long$long" "ask.de = $long$long" "${answers[@]}"
says_not "in 'de'" --fit 640x360 "$out/both.ini"

# What is left alone, and what --strict makes of it.
pack alone.ini "ask = Of all these, which is it: ${long}and why?" "${answers[@]}" 'lint-ignore = N641, N645'
says_not 'N64[15]' --fit 320x240 "$out/alone.ini"
none=$'\xf4\x8f\xbf\xbd' # U+10FFFD, no character, and no font has it (its bytes, for any locale)
pack lost.ini "ask = How much $none is it?" "${answers[@]}" "why = $none"
says 0 "^$out/lost.ini:3:16: warning: no font on this machine has the character .* \(U\+10FFFD\), 2 times in this pack \[W643\]$" \
	out --fit 1280x720 "$out/lost.ini"
says 1 'W643' out --strict --fit 1280x720 "$out/lost.ini"
says 0 '^0 errors, 0 warnings, ' out --strict "$out/lost.ini"
pack lost.ini "ask = How much $none is it?" "${answers[@]}" 'lint-ignore = W643'
says_not 'W643' --strict --fit 1280x720 "$out/lost.ini"
printf '%s\n' "; $none" "title = Fit" "title.fr = $none" '[question]' 'ask = How much is it?' "${answers[@]}" >"$out/title.ini"
says 0 "title.ini:3:12: warning: .*U\+10FFFD\) \[W643\]$" out --fit 1280x720 "$out/title.ini"

# Names of one line, and how much of them is shown.
name='WHO WENT WHERE, WITH WHOM, AND WHAT WAS WON: A TITLE SO WIDE THAT NO CARD HAS ROOM FOR ALL OF IT WHEN LETTERS GROW'
printf '%s\n' "title = $name" "title.de = Kurz" 'about = What it is about' "[topic $name]" '[question]' 'ask = How much is it?' \
	"${answers[@]}" >"$out/names.ini"
says 0 "names.ini: note: the title has no room where packs are chosen, at 640x360@200%: $name \[N646\]$" out \
	--fit 640x360@200,1280x720 "$out/names.ini"
says 0 '^help: about [1-9][0-9] characters are shown, then dots$' out --fit 640x360@200,1280x720 "$out/names.ini"
says 0 'names.ini:6:1: note: title and topic have no room above this question, at 1280x720: .* \[N646\]$' out \
	--fit 1280x720 "$out/names.ini"
! grep -q "'about' has no room" "$out/out" || { echo "what fits is said not to"; failed=1; }
says_not 'N646' --fit 1280x720 "$out/short.ini"

# A picture beside the question takes its room.
mkdir "$out/pictures"
cp "$(dirname "${BASH_SOURCE[0]}")/pictures/wide.png" "$out/pictures"
pack pictures/pack.ini "ask = Of all these, which is it: ${long}and why?" "${six[@]}" 'image = wide.png' 'alt = A stair.'
says 0 'page of this question scrolls at 640x360.* \[N641\]$' out --fit 640x360,1920x1080 "$out/pictures"

# The usual screens: what holds of many questions is said once.
{
	printf 'title = Many\n'
	for i in {1..9}; do printf '%s\n' '[question]' "ask = Number $i: $long$long?" "${answers[@]}"; done
} >"$out/many.ini"
says 0 '^.*many.ini: note: the pages of many questions scroll at .*1280x720@200% \(9 of 9\)' out --fit "$out/many.ini"
[ "$(grep -c N641 "$out/out")" = 1 ] || { echo "what is said of the pack is said of its questions"; failed=1; }
says 0 'many.ini:3:1: note: the page of this question scrolls at 1280x720@200% \[N641\]$' out --fit 1280x720@200 "$out/many.ini"

# The packs that come with the game: nothing is lost on any screen of the design.
sizes=320x240,640x360,360x640,800x600,1280x720,1920x1080,1080x1920,1200x1200,2560x1080,3840x2160
says_not 'E644|W643' --fit "$sizes,${sizes//,/@150,}@150,${sizes//,/@200,}@200" questions
says_not 'N641' --fit 1280x720,1920x1080,1080x1920 questions

# A path that is none of sizes is a path; sizes that are none are said.
says 0 'in 1 pack$' out --fit "$out/short.ini"
for sizes in 320 320x 320x240, 12x12 1280x720@50 1280x720@900 99999x99999 1x; do
	says 2 "--fit $sizes: must be sizes such as" err --fit "$sizes" "$out/short.ini"
done
says 2 '--fit large: must be' err --fit=large "$out/short.ini"
exit $failed
