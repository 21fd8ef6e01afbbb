#!/usr/bin/env bash
# The guide for authors (questions/README.md) works as it is written, from an empty folder: what it
# says to type answers as it says, its examples are good packs, its table of formats is what export
# says, and its patterns for editors match what check prints. guided.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
top=$PWD
guide=$top/questions/README.md
program=$(realpath "$program")
mkdir "$out/bin" "$out/home" "$out/ini"
ln -s "$program" "$out/bin/stairwell"

# Its blocks, a file each: 012.ini; what the comment above it says in 012.says.
awk -v to="$out/blocks." '
	/^```/ && file { close(file); file = ""; next }
	/^```/ { file = sprintf("%s%03d.%s", to, ++n, substr($0, 4)); printf "" >file
		print says >(file ".says"); close(file ".says"); next }
	file { print >file; next }
	/^<!-- .* -->$/ { says = $0; next }
	{ says = "" }' "$guide"

# Typed in their order; a block of text is what the one before it answers.
ran=0
for block in "$out"/blocks.*.{sh,ini,text}; do echo "$block"; done | sort >"$out/list"
cd "$out/home" || exit 1
while read -r block; do
	says=$(cat "$block.says")
	case $block:$says in
	*.ini:'<!-- file: '*)
		name=${says#<!-- file: }
		cp "$block" "${name% -->}"
		;;
	*.text:*)
		if ! diff -u --label 'the guide' --label 'what it answers' "$block" "$out/answer"; then
			failed=1
		fi
		ran=$((ran + 1))
		;;
	*.sh:'<!-- by hand -->') ;;
	*.sh:*)
		pwd=$out/pwd
		[ -e "$pwd" ] || echo "$PWD" >"$pwd"
		{
			printf 'cd %q\n' "$(cat "$pwd")"
			cat "$block"
			printf 'pwd >%q\n' "$pwd"
		} >"$out/typed"
		HOME=$out/home PATH=$out/bin:$PATH env -u XDG_DATA_HOME -u DISPLAY -u WAYLAND_DISPLAY \
			bash "$out/typed" </dev/null 2>&1 | sed '/XDG_RUNTIME_DIR/d' >"$out/answer"
		cd "$(cat "$pwd")" || exit 1
		;;
	esac
done <"$out/list"
cd "$top" || exit 1
[ $ran -ge 5 ] || { echo "only $ran answers of the guide were looked at"; failed=1; }

# Each example is a pack, or a part of one, in which there is no error and no warning.
mkdir -p "$out/ini/pictures" "$out/ini/sounds" "$out/ini/flags"
for picture in cover.png flags/pe.png; do cp "$top/tests/packs/cover.png" "$out/ini/$picture"; done
cp "$top/tests/pictures/stair.jpg" "$out/ini/pictures/lima.jpg"
cp "$top/tests/packs/inner/a.ogg" "$out/ini/sounds/melody.ogg"
examples=0
for block in "$out"/blocks.*.ini; do
	grep -q '^<!-- file' "$block.says" && continue # it has a slip, and was looked at above
	{
		grep -q '^title' "$block" || echo 'title = An example'
		grep -qE '^(\[question|title|author)' "$block" || echo '[question]'
		cat "$block"
		grep -qE '^(\[question|ask)' "$block" && ! grep -qE '^(right|answer)' "$block" &&
			printf 'right = One\nwrong = Two\nwrong = Three\n'
		grep -qE '^(\[question|ask)' "$block" || printf '[question]\nask = One?\nanswer = true\n'
	} >"$out/ini/$(basename "$block")"
	tell 0 '^0 errors, 0 warnings, ' out check --strict "$out/ini/$(basename "$block")"
	examples=$((examples + 1))
done
[ $examples -ge 10 ] || { echo "only $examples examples of the guide were looked at"; failed=1; }

# The table of what a format can hold, by what export says of the tour, which has everything.
row=$(grep -E '^\| \| `gift`' "$guide")
IFS='|' read -ra formats <<<"${row//[ \`]/}"
for ((i = 2; i < ${#formats[@]}; i++)); do
	"$program" export "${formats[i]}" questions/tour.ini >"$out/exported" 2>"$out/said.${formats[i]}"
done
lines=0
while IFS='|' read -ra cells; do
	what=${cells[1]# }
	what=${what% }
	for ((i = 2; i < ${#formats[@]}; i++)); do
		holds=yes
		grep -qF "no place for $what" "$out/said.${formats[i]}" && holds=no
		case ${cells[i]}:$holds in
		' yes :yes' | ' – :no' | ' partly :no') ;;
		*) echo "the guide: $what, ${formats[i]}:${cells[i]}, and export says $holds"; failed=1 ;;
		esac
	done
	lines=$((lines + 1))
done < <(sed -n '/^| | `gift`/,/^$/p' "$guide" | tail -n +3 | grep .)
[ $lines -ge 20 ] || { echo "only $lines lines of the table of formats were looked at"; failed=1; }
grep -ho 'no place for .*: [0-9]' "$out"/said.* | sed 's/no place for //; s/: [0-9]$//' | sort -u |
	while read -r what; do
		grep -qF "| $what |" "$guide" || echo "the guide does not say whether a format holds $what"
	done >"$out/missing"
[ ! -s "$out/missing" ] || { cat "$out/missing"; failed=1; }

# The patterns for editors match each line of the report, and find what is in it.
"$program" check --format gcc --fit 1280x720@200 tests/packs/bad_*.ini questions >"$out/report" 2>&1
[ "$(wc -l <"$out/report")" -ge 300 ] || { echo "the report is too short to try patterns on"; failed=1; }
vscode=$(sed -n 's/^ *"regexp": "\(.*\)",$/\1/p' "$guide" | sed 's/\\\\/\\/g')
# Vim's formats, one after the other with commas between, as patterns.
vim=$(sed -n 's/^CompilerSet errorformat=//p' "$guide" |
	sed 's/\\ / /g; s/%t%\*\(\[[^]]*\]\)/[a-z]\1*/g; s/%f/[^:]+/g; s/%[lc]/[0-9]+/g; s/%m/.+/g; s/,/$|^/g; s/.*/^&$/')
for pattern in "$vscode" "$vim"; do
	if [ -z "$pattern" ] || grep -vP -- "$pattern" "$out/report" | head -5 | grep .; then
		echo "these lines are not matched by: $pattern"
		failed=1
	fi
done
"$program" check --format gcc tests/packs/bad_answer_alone.ini >"$out/report"
place=$(perl -ne 'print "$1 $2 $3 $4\n" if /'"${vscode//\//\\/}"'/' "$out/report" | head -1)
[ "$place" = 'tests/packs/bad_answer_alone.ini 12 10 error' ] || {
	echo "the pattern for VS Code finds: $place"
	failed=1
}
exit $failed
