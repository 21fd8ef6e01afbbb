#!/usr/bin/env bash
# A question for its author: `stairwell preview`, in scripts and as a picture. preview.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

pack=$out/pack.ini
cat >"$out/good" <<'END'
title = Capitals

[question]
ask = What is the capital of Australia?
right = Canberra
because = Halfway between the two.
wrong = Sydney
because = The largest city.
wrong = Melbourne
hint = Not a port.

[question rome]
ask = What is the capital of Italy?
ask.de = Wie heißt die Hauptstadt Italiens?
right = Rome
wrong = Milan
wrong = Turin

; a comment between two
[question]
ask = Venice is the capital of Italy.
answer = false
END

plays() { # NAME ARGUMENTS...: the script on standard input
	local name=$1
	shift
	cp "$out/good" "$pack"
	sed "s#OUT#$out#g; s#PACK#$pack#g" >"$out/$name.txt"
	"$program" preview --script "$out/$name.txt" "$@" 2>"$out/err" && return
	failed=1
	grep -v '^    ' "$out/err"
}
edit() { # NAME SED: another version of the file
	sed "$2" "$out/good" >"$out/$1"
}
opens_on() { # PLACE TEXT
	printf 'expect screen preview\nexpect %s\n' "$2" | plays place "$1"
}

# ---- the question that contains the line, or the next one ----
opens_on "$pack" 'capital of Australia'
for line in 1 3 4 10; do
	opens_on "$pack:$line" 'capital of Australia'
done
opens_on "$pack:12" 'capital of Italy?'
opens_on "$pack:17" 'capital of Italy?'
opens_on "$pack:19" 'capital of Italy?' # a comment belongs to what is above it
opens_on "$pack:22" 'Venice is'
opens_on "$pack:9999" 'Venice is'
opens_on "$pack:13:7" 'capital of Italy?'

# ---- it follows the file ----
edit rome 's/Rome/Roma/'
edit later 's/Venice is/Naples is/'
edit head 's/title = Capitals/title = Capital cities/'
edit above '2a [question]\nask = A new one?\nright = a\nwrong = b\n'
edit wrong 's/^right = Rome/rihgt = Rome/'
edit worse 's/^right = Rome/rihgt = Rome/; s/Turin/Torino/'
edit untitled 's/^title/; title/'
plays follows "$pack:12" <<'END'
save PACK OUT/rome
expect Roma
save PACK OUT/good
expect Rome
save PACK OUT/head
expect Rome
save PACK OUT/later
expect not Naples
END
plays typing "$pack" <<'END'
save PACK OUT/rome
expect Roma
save PACK OUT/good
save PACK OUT/later
expect Naples is
save PACK OUT/above
expect A new one?
END

# ---- the last good version stays, with the message on it ----
plays mistake "$pack:12" <<'END'
expect Rome
save PACK OUT/wrong
expect capital of Italy?
expect Rome
expect pack.ini:15:1
expect Fix:
expect last good version
save PACK OUT/worse
expect last good version
expect Turin
expect not Torino
key W
expect not last good version
expect 1 error
save PACK OUT/wrong
expect last good version
key Escape
expect not last good version
save PACK OUT/good
expect not error
expect Turin
END
plays untitled "$pack:12" <<'END'
save PACK OUT/untitled
expect capital of Italy?
expect last good version
remove PACK
expect capital of Italy?
expect last good version
expect E
save PACK OUT/good
expect not last good version
expect capital of Italy?
END

# ---- a question that never was good: what is wrong, and then the question ----
edit unfinished '2a [question]\nask = Unfinished?\nright = a\n'
edit finished '2a [question]\nask = Finished?\nright = a\nwrong = b\n'
plays never "$pack" <<'END'
save PACK OUT/unfinished
expect Check again
expect pack.ini:
save PACK OUT/finished
expect Finished?
save PACK OUT/unfinished
expect Finished?
expect last good version
END
printf 'title = Nothing\n' >"$out/nothing"
plays nothing "$pack" <<'END'
save PACK OUT/nothing
expect capital of Australia
END
cp "$out/nothing" "$out/never.ini"
printf 'expect Check again\nexpect never.ini\nexpect not Play without\nsave %s %s\nexpect Venice\n' \
	"$out/never.ini" "$out/good" >"$out/n.txt"
sed -i 's/expect Venice/expect capital of Australia/' "$out/n.txt"
"$program" preview --script "$out/n.txt" "$out/never.ini" || failed=1
cp "$out/nothing" "$out/never.ini"
printf 'key Escape\nexpect end\n' >"$out/n.txt"
"$program" preview --script "$out/n.txt" "$out/never.ini" || failed=1

# ---- the keys ----
plays keys "$pack" <<'END'
key N
expect capital of Italy?
key N
expect Venice
key N
expect Australia
key P
expect Venice
key P
expect As written
key G
expect Hauptstadt Italiens
key G
expect capital of Italy?
key P
key R
expect As if right
expect Halfway between the two.
key R
expect As if
expect not As if right
key R
key R
expect Lock in
key R
key Escape
expect Lock in
press Sydney
expect The largest city.
press Next question
expect capital of Italy?
key P
key H
expect Not a port.
key T
expect Paper
key X
expect Text 150 %
key X
key X
expect Text 100 %
expect Deal 1
key O
expect Deal 2
key S
expect 1920 × 1080 at
key S
key S
key S
key S
expect 320 × 240
key S
expect 1080 × 1920 at
key S
expect not 1920
key F1
expect not Deal
key F1
expect Deal
key F5
expect Australia
wait 1h
expect not Deal 1
expect Lock in
key Escape
expect end
END

# ---- whatever is enlarged, and whatever follows ----
for k in N N N N N N N N; do
	echo "key $k"
	for after in O R N X S T; do
		printf 'key Z\nkey %s\n' $after
	done
done >"$out/n.txt"
"$program" preview --script "$out/n.txt" tests/pictures || failed=1

# ---- another draw of the choices, and the same seed the same ----
for seed in 1 2 3 4; do
	"$program" preview -o "$out/seed$seed.png" --seed $seed "$pack" || failed=1
done
"$program" preview -o "$out/again.png" --seed 3 "$pack" || failed=1
cmp -s "$out/again.png" "$out/seed3.png" || { echo "one seed, two deals"; failed=1; }
[ "$(cat "$out"/seed*.png | wc -c)" != 0 ] || failed=1
[ "$(md5sum "$out"/seed?.png | cut -d' ' -f1 | sort -u | wc -l)" -gt 1 ] ||
	{ echo "four seeds, one deal"; failed=1; }

# ---- nothing is kept of it ----
mkdir "$out/home"
printf 'key T\nkey X\nkey G\nkey R\nwait 10s\nkey F11\nkey Escape\n' >"$out/n.txt"
XDG_CONFIG_HOME=$out/home XDG_DATA_HOME=$out/home "$program" preview --script "$out/n.txt" "$pack:12" || failed=1
[ -z "$(ls -A "$out/home")" ] || { echo "something was kept: $(ls -A "$out/home")"; failed=1; }

# ---- a picture ----
width() { od -An -tu1 -j16 -N8 "$1" | awk '{print $3*256+$4 "x" $7*256+$8}'; }
quietly() { # STATUS ARGUMENTS...: says nothing at all
	local status=$1
	shift
	"$program" preview "$@" >"$out/out" 2>"$out/err"
	[ $? = "$status" ] && [ ! -s "$out/out" ] && [ ! -s "$out/err" ] && return
	echo "stairwell preview $*: expected status $status and nothing said"
	cat "$out/out" "$out/err"
	failed=1
}
cp "$out/good" "$pack"
rm -f "$out/a.png"
quietly 0 "$pack:12" -o "$out/a.png" --size 640x360 --theme paper --text-scale 2 --language de --reveal B
[ "$(width "$out/a.png")" = 640x360 ] || { echo "the picture is $(width "$out/a.png")"; failed=1; }
quietly 0 "$pack:12" -o "$out/b.png" --reveal
cp "$out/wrong" "$pack"
rm -f "$out/a.png"
tell 1 "^$pack:15:1: error: .* \[E" err preview "$pack:12" -o "$out/a.png"
[ ! -e "$out/a.png" ] || { echo "a picture of a mistake was written"; failed=1; }
quietly 0 "$pack:4" -o "$out/a.png" # the mistake is in another question

# ---- usage ----
tell 0 '^usage: stairwell preview' out preview --help
tell 2 'needs a pack' err preview
tell 2 'one pack at a time' err preview "$pack" "$pack"
for choice in Z 7 AA; do
	tell 2 "no choice $choice; it must be a letter" err preview "$pack" --reveal $choice
done
tell 1 'this question has no choice E$' err preview "$pack:4" --reveal E -o "$out/e.png"
for line in 0 abc -3; do
	tell 2 "there is no line '$line'; lines count" err preview "$pack:$line"
done
tell 2 'must be a file that ends in .png' err preview "$pack" -o picture.jpg
tell 2 'no such option' err preview "$pack" --players 2
tell 1 'E101' err preview "$out/nowhere.ini"
tell 1 'E101' err preview "$out/nowhere.ini:3"
tell 1 'no folder|No such' err preview "$pack:4" -o "$out/nowhere/a.png"
tell 1 'no display: -o FILE.png' err preview "$pack"
exit $failed
