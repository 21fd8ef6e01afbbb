#!/usr/bin/env bash
# What `stairwell import` and `stairwell export` answer: exit status, files, reports. exchange.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

good=$'One?\nA. a\nB. b\nC. c\nANSWER: B\n'
printf '%s' "$good" >"$out/good.txt"
printf '%s\nTwo?\nA. x\n' "$good" >"$out/bad.txt"
printf 'title = T\n[question]\nask = Two?\n[question]\nask = One?\nright = a\nwrong = b\nwrong = c\n' >"$out/bad.ini"
all="--title T --licence CC0-1.0 --source S --language en --author A"

for command in import export; do
	tell 2 '^  aiken ' err $command
	tell 2 "^stairwell $command: there is no format 'akien'; did you mean aiken\?$" err $command akien x
	tell 2 "^stairwell $command: there is no format 'zzzzz'$" err $command zzzzz x
	tell 2 'type: stairwell .* aiken ' err $command aiken
	tell 2 ' at a time$' err $command aiken x y
	tell 1 'No such file' err $command aiken "$out/nowhere.ini"
done

# import: whole files, asked for what the source does not say.
tell 0 '^1 question came along, 0 did not$' err import aiken "$out/good.txt" -o "$out/a.ini"
for code in W711 W712 W713 N722; do
	tell 0 "\[$code\]$" err import aiken "$out/good.txt" -o "$out/a.ini" --force
done
tell 0 ' 0 errors, 0 warnings|^0 errors, 0 warnings' out check "$out/a.ini"
tell 1 'a.ini is there already; .*--force' err import aiken "$out/good.txt" -o "$out/a.ini"
tell 0 '^1 question came along' err import aiken "$out/good.txt" -o "$out/b.ini" $all
[ "$(wc -l <"$out/err")" = 1 ] || { echo "import: asks for what was given"; cat "$out/err"; failed=1; }
for line in 'title    = T' 'author   = A' 'licence  = CC0-1.0' 'language = en' 'source = S'; do
	grep -qx "$line" "$out/b.ini" || { echo "import: no line '$line'"; failed=1; }
done
tell 1 "^$out/bad.txt:7:1: error: .* \[E704\]$" err import aiken "$out/bad.txt" -o "$out/c.ini"
tell 1 '^1 question came along, 1 did not$' err import aiken "$out/bad.txt" -o "$out/c.ini" --force
tell 1 '^No question came along\.$' err import aiken "$out/empty" -o "$out/d.ini"
[ ! -e "$out/d.ini" ] || { echo "import: writes a pack of nothing"; failed=1; }
tell 1 'nowhere/d.ini: No such file' err import aiken "$out/good.txt" -o "$out/nowhere/d.ini"
tell 2 'must be one line' err import aiken "$out/good.txt" --title $'a\nb'
tell 2 '--title : must be one line' err import aiken "$out/good.txt" --title=
tell 2 '--language .*: must be the short name' err import aiken "$out/good.txt" --language 'English, please'
"$program" import aiken - <"$out/good.txt" >"$out/out" 2>"$out/err" && grep -q '^ask   = One' "$out/out" ||
	{ echo "import: does not read standard input"; failed=1; }
printf '<?xml version="1.0"?>\n<quiz><question type="essay"></question></quiz>\n' >"$out/a quiz.xml"
printf 'Question,Answer 1,Answer 2\n1?,a,b\n' >"$out/table.csv"
tell 1 'this is Moodle XML, which .import gift. does not read \[E701\]$' err import gift "$out/a quiz.xml"
tell 1 "^help: type: stairwell import moodle '$out/a quiz.xml'\$" err import gift "$out/a quiz.xml"
[ "$(grep -c 'error:' "$out/err")" = 1 ] || { echo "import: more than what the file is"; cat "$out/err"; failed=1; }
tell 1 '^help: type: stairwell import csv ' err import moodle "$out/table.csv"
tell 2 "type: stairwell import moodle '$out/a quiz.xml'\$" err import "$out/a quiz.xml"

# export: what is lost is told, and what cannot be played.
"$program" export aiken "$out/a.ini" 2>/dev/null | grep -qx 'ANSWER: [A-C]' || { echo "export: no answer"; failed=1; }
"$program" export aiken "$out/a.ini" -o "$out/a.txt" 2>"$out/err" || failed=1
cmp -s "$out/a.txt" <("$program" export aiken "$out/a.ini" 2>/dev/null) || { echo "export: another file"; failed=1; }
tell 1 'a.txt is there already; .*--force' err export aiken "$out/a.ini" -o "$out/a.txt"
tell 0 'source: 1 question loses it \[N752\]$' err export aiken "$out/b.ini" -o "$out/a.txt" --force
printf 'title = T\n[question]\nask = Two?\nright = a\nright = b\nwrong = c\n[question]\nask = One?\nright = a\nwrong = b\n' >"$out/two.ini"
tell 0 "^$out/two.ini:2:1: warning: this question is left out: it has several right answers.* \[W751\]\$" err export aiken "$out/two.ini" -o "$out/a.txt" --force
tell 0 '^1 question was written, 1 left out$' err export aiken "$out/two.ini" -o "$out/a.txt" --force
tell 1 '^.*bad.ini:2:1: error: .* \[E302\]$' err export aiken "$out/bad.ini" -o "$out/a.txt" --force
grep -q '^One' "$out/a.txt" || { echo "export: what plays is not written"; failed=1; }
printf 'title = T\nlanguage = en\n[question]\nask = One?\nask.de-AT = Eins?\nright = a\nright.de-AT = x\nwrong = b\nwrong = c\n[question]\nask = Two?\nanswer = true\n' >"$out/de.ini"
tell 0 "^1 question is not in 'de-AT'" err export print "$out/de.ini" --language de-AT -o "$out/de.html"
grep -q '>Eins?<' "$out/de.html" && grep -q '>Two?<' "$out/de.html" && grep -q 'lang="de-AT"' "$out/de.html" && grep -q Richtig "$out/de.html" ||
	{ echo "export: not in the language asked for"; failed=1; }
tell 1 "nothing of this pack is in 'fr'; it has: en, de-at$" err export print "$out/de.ini" --language fr
tell 2 'leave out --language$' err export quiz "$out/de.ini" --language de-AT
tell 1 'has [0-9]+ packs; name one' err export aiken "$out"
exit $failed
