#!/usr/bin/env bash
# Seeded nonsense: keys, clicks, fingers, sizes, waits. Whatever comes, the program runs on or ends in
# order; with STAIRWELL_LONG set, a great deal of it comes. After an end in order (Escape at home) it
# begins again with what is left. monkey.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
games=6 events=200
[ -z "${STAIRWELL_LONG-}" ] || games=1000 events=2000

for seed in $(seq 1 $games); do
	awk -v seed="$seed" -v n=$events 'BEGIN {
		srand(seed)
		keys = split("Up Down Left Right Return Space Tab Shift+Tab Escape 1 2 3 4 5 6 A B C D S P H R " \
			"PageUp PageDown Home End F1 F11 Backspace Keypad_2 Ctrl+C AC_Back", key, " ")
		sizes = split("1280 720|1080 1920|640 360|320 240|500 500|3840 2160", size, "|")
		print "start " (seed % 2 ? "play " : "") "--seed " seed " --packs tests/sheet" \
			(seed % 2 ? " tests/scripts/capitals.ini tests/scripts/several.ini" : "")
		for (i = 0; i < n; i++) {
			x = int(rand() * 1280); y = int(rand() * 720); what = rand()
			name = key[1 + int(rand() * keys)]; gsub("_", " ", name)
			if (what < .5) print "key " name
			else if (what < .65) print "click " x " " y
			else if (what < .75) print "tap " x " " y
			else if (what < .8) print "touch " x " " y "\nslide " x " " y - 90 "\nlift " x " " y - 90
			else if (what < .84) print "wheel " int(rand() * 9) - 4
			else if (what < .86) print "size " size[1 + int(rand() * sizes)]
			else if (what < .88) print "hold 900ms key " name
			else print "wait " int(rand() * 3000) "ms"
		}
	}' >"$out/script.txt"
	while :; do
		timeout 100 "$program" play --script "$out/script.txt" >"$out/said" 2>&1
		status=$?
		[ $status = 1 ] || break
		line=$(sed -n 's/^[^:]*:\([0-9]*\): .*but it has ended$/\1/p' "$out/said")
		[ -n "$line" ] || break
		{
			head -1 "$out/script.txt"
			tail -n "+$line" "$out/script.txt"
		} >"$out/rest.txt"
		mv "$out/rest.txt" "$out/script.txt"
	done
	[ $status = 0 ] && continue
	echo "seed $seed ended with status $status:"
	head -40 "$out/said"
	exit 1
done
