#!/usr/bin/env bash
# What `stairwell check` answers: exit status, the report on standard output, all else on standard
# error. check.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

says() { # the same of `check`
	tell "$1" "$2" "$3" check "${@:4}"
}

question=$'[question]\nask = One?\nright = Yes\nwrong = No\nwrong = Perhaps\n'
packs=$out/packs
mkdir -p "$packs/pictures" "$out/empty"
printf 'title = Good\n%s' "$question" >"$packs/good.ini"
printf 'title = Pictures\n%s' "${question/One/Two}" >"$packs/pictures/pack.ini"
printf 'title = Bad\nlevle = 3\n%s[question]\nask = Four?\n' "${question/One/Three}" >"$out/bad.ini"
printf 'title = Warned\nlevle = 3\n%s' "$question" >"$out/warned.ini"

says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/good.ini"
says 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs"
says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out "$packs/pictures"
says 1 '^1 error, 1 warning, 0 notes in 1 pack$' out "$out/bad.ini"
says 1 "^$out/bad.ini:8:1: error: .* \[E302\]$" out "$out/bad.ini"
says 1 '^       \| \^~+$' out "$out/bad.ini"
says 1 '^help: ' out "$out/bad.ini"
says 1 '^1 error, 1 warning, 0 notes in 3 packs$' out "$packs" "$out/bad.ini"
says 0 '^0 errors, 1 warning, 0 notes in 1 pack$' out "$out/warned.ini"
says 1 '^0 errors, 1 warning, 0 notes in 1 pack$' out --strict "$out/warned.ini"
says 0 '^0 errors, 0 warnings, 0 notes in 1 pack$' out --strict -- "$packs/good.ini"
says 1 "^$out/nowhere.ini: error: .* \[E101\]$" out "$out/nowhere.ini"
says 1 'no pack in' err "$out/empty"
says 0 '^0 errors, 0 warnings, 0 notes in 2 packs$' out "$packs" "$packs//" "$packs/./good.ini"
says 0 '^usage: stairwell check' out --help
says 2 'stairwell check: which packs' err
says 2 '^stairwell check: --loud: there is no such option' err --loud "$packs"

# Forms; each is written for any packs, and only people get a summary.
says 1 '^0 errors, 1 warning, 0 notes in 1 pack$' out --strict --format=human "$out/warned.ini"
says 1 "^$out/bad.ini:8:1: error: .* \[E302\]$" out --format gcc "$out/bad.ini"
says 1 '"code": "E302"' out --format json "$out/bad.ini"
says 1 '"version": "2.1.0"' out --format sarif "$out/bad.ini"
says 0 '"packs": ' out --format json "$packs"
says 2 '^stairwell check: --format xml: must be human, gcc, json or sarif' err --format xml "$packs"
"$program" check --format gcc "$out/bad.ini" | grep -vE '^[^ ]+:[0-9]+:[0-9]+: (error|warning|note): ' && {
	echo "stairwell check --format gcc: a line is of another form"
	failed=1
}

# From standard input, beside files or alone.
piped() {
	printf 'title = Piped\nlevle = 3\n%s' "${question/One/Five}" | "$program" check "$@" >"$out/out" 2>"$out/err"
}
piped - && grep -q '^-:2:1: warning: .*\[W401\]$' "$out/out" && grep -q 'in 1 pack$' "$out/out" && [ ! -s "$out/err" ] ||
	{ echo "stairwell check -"; cat "$out/out" "$out/err"; failed=1; }
piped --strict --format gcc "$packs" - && { echo "stairwell check --strict -: good"; failed=1; }
grep -q '^-:2:1: ' "$out/out" || { echo "stairwell check PACKS -"; cat "$out/out"; failed=1; }
says 2 '^stairwell check: --fix writes into files, and - is none$' err --fix -

# What a code means.
says 0 '^E302: .' out --explain E302
says 0 '^E302: .' out --explain e302
says 0 '^    right = Canberra$' out --explain E302
says 0 '^N505: .' out --explain all
says 2 "there is no code 'W302'; did you mean E302," err --explain W302
says 2 "there is no code 'E3O2'; did you mean E302," err --explain E3O2
says 2 "there is no code 'nonsense'; a code is" err --explain nonsense
says 0 '^E302  .' out --explain
says 0 '^.stairwell check --explain E302. says more' out --explain

# Folders within folders, each pack once, in the order of their names; not through links.
mkdir -p "$out/deep/b/c" "$out/deep/.hidden"
for name in z a b/m b/c/k .hidden/h; do
	printf 'title = %s\nlevle = 3\n%s' "$name" "${question/One/$name}" >"$out/deep/$name.ini"
done
ln -s .. "$out/deep/b/c/up"
says 0 '^0 errors, 4 warnings, 0 notes in 4 packs$' out "$out/deep" "$out/deep/b"
order=$("$program" check --format gcc "$out/deep" | sed 's/:.*//; s/.*deep.//' | tr '\n' ' ')
if [ "$order" != 'a.ini b/c/k.ini b/m.ini z.ini ' ]; then
	echo "stairwell check: the packs of a folder came as: $order"
	failed=1
fi

# Colour is for a terminal, and only where it is wanted. (A root without /dev/pts has none.)
if [ "$(script -qec 'echo terminal' /dev/null 2>/dev/null </dev/null | tr -d '\r')" = terminal ]; then
	for wish in '1 TERM=xterm NO_COLOR=' '0 TERM=xterm NO_COLOR=1' '0 TERM=dumb NO_COLOR='; do
		script -qec "env ${wish#* } '$program' check '$out/warned.ini'" /dev/null >"$out/out" 2>&1 </dev/null
		if [ "$(grep -c $'\e\[1;33mwarning:' "$out/out")" != "${wish%% *}" ]; then
			echo "stairwell check: colour on a terminal with ${wish#* }"
			failed=1
		fi
	done
fi
"$program" check "$out/bad.ini" | grep -q $'\e' && {
	echo "stairwell check: colour into a pipe"
	failed=1
}

# What is safe is put right in the file, which keeps its rights and stays a link; the rest is left.
mkdir "$out/fix"
printf 'title: Fixed\n%s' "$question" >"$out/fix/a.ini"
cp "$out/fix/a.ini" "$out/fix/b.ini"
cp "$out/bad.ini" "$out/fix/c.ini"
cp "$packs/good.ini" "$out/fix/d.ini"
chmod 640 "$out/fix/b.ini"
mv "$out/fix/a.ini" "$out/target"
ln -s ../target "$out/fix/a.ini"
before=$(stat -c %Y%i "$out/fix/d.ini")
printf 'title = Fixed\n%s' "$question" >"$out/expected"
says 1 "^$out/fix/c.ini: 1 fix applied$" out --fix "$out/fix"
says 1 '^1 error, [0-9]+ warnings?, 0 notes in 4 packs$' out --fix "$out/fix"
grep -q 'applied' "$out/out" && failed=1 && echo "stairwell check --fix: a second time changed something"
if ! cmp "$out/fix/b.ini" "$out/expected" || ! cmp "$out/target" "$out/expected" ||
	[ ! -L "$out/fix/a.ini" ] || [ "$(stat -c %a "$out/fix/b.ini")" != 640 ] ||
	[ "$(stat -c %Y%i "$out/fix/d.ini")" != "$before" ] || [ "$(ls "$out/fix" | wc -l)" != 4 ]; then
	echo "stairwell check --fix: the files are not as they should be"
	failed=1
fi

# A pack that is one file with its pictures is not written over with text.
"$program" export quiz "$out/warned.ini" -o "$out/zipped.quiz" 2>"$out/err"
cp "$out/zipped.quiz" "$out/expected"
"$program" check --fix "$out/zipped.quiz" >"$out/out" 2>"$out/err"
if [ $? != 1 ] || ! cmp "$out/zipped.quiz" "$out/expected" ||
	! grep -q '/zipped.quiz: a .quiz is not changed in place: unzip it' "$out/err"; then
	echo "stairwell check --fix: a .quiz is not left as it is, or that is not said"
	failed=1
fi

printf 'titel = Fixed\n%s' "$question" >"$out/fix/b.ini"
"$program" check --fix --format json "$out/fix/b.ini" >"$out/out" 2>"$out/err"
if ! grep -q 'b.ini: 1 fix applied' "$out/err" || [ "$(head -c 1 "$out/out")" != '{' ]; then
	echo "stairwell check --fix: what was done stands in a document"
	failed=1
fi
if [ "$(id -u)" != 0 ]; then
	printf 'titel = Fixed\n%s' "$question" >"$out/fix/b.ini"
	chmod 400 "$out/fix/b.ini"
	"$program" check --fix "$out/fix/b.ini" >"$out/out" 2>"$out/err"
	if [ $? != 1 ] || ! grep -q 'cannot be fixed: ' "$out/err"; then
		echo "stairwell check --fix: a file that may not be written was not said"
		failed=1
	fi
fi

# A folder without a pack is said beside the report of the others.
"$program" check "$out/empty" "$packs" >"$out/out" 2>"$out/err"
if [ $? != 1 ] || ! grep -q "no pack in '$out/empty'" "$out/err" || ! grep -q 'in 2 packs$' "$out/out"; then
	echo "stairwell check: an empty folder beside a good one was not said"
	failed=1
fi

# A file that opens and cannot be read to its end.
if [ -r /proc/self/mem ]; then
	says 1 'error: .* \[E102\]$' out /proc/self/mem
fi
exit $failed
