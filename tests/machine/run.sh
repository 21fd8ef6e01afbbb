# How the machine is run and touched; read by machine.sh, which has named `folder` and `work`.

qemu='' listener='' failed=0 wrongs=0
power_off() {
	local child
	for child in $qemu $listener; do
		kill -KILL "$child" 2>/dev/null
		wait "$child" 2>/dev/null
	done
	qemu='' listener=''
}
say() { echo "machine: $*"; }
wrong() {
	say "WRONG: $*"
	failed=1
	[ -n "$qemu" ] || return
	picture "wrong-$((++wrongs))"
	ask 'journalctl -b -u stairwell-kiosk --no-pager -o short-monotonic | tail -20'
}
die() {
	wrong "$*"
	exit 1
}

# ---- the machine ----

# boot [QEMU'S OPTIONS]: until the hands are there. What is written to the root is gone with it.
boot() {
	local line pipe
	power_off
	for pipe in hands monitor; do
		rm -f "$work/$pipe".*
		mkfifo "$work/$pipe.in" "$work/$pipe.out"
	done
	# a processor without AVX: the emulator's gathers of it crash what Mesa draws with
	qemu-system-x86_64 -accel tcg,thread=multi -cpu Nehalem -smp 2 -m 1800 -display none -vga none -no-reboot -nodefaults \
		-kernel "$folder/kernel" -initrd "$folder/initrd" -append "console=ttyS0 quiet loglevel=3 mitigations=off ${kernel_words-}" \
		-drive file="$folder/disk",if=virtio,format=raw,snapshot=on \
		-drive file="$work/data",if=virtio,format=raw,cache=writeback \
		-drive file="$work/stick",if=none,id=stick,format=raw \
		-device virtio-rng-pci -device qemu-xhci,id=usb -audiodev none,id=sound \
		-device usb-audio,audiodev=sound,id=card,bus=usb.0 \
		-serial file:"$folder/console.log" -chardev pipe,id=hands,path="$work/hands" -serial chardev:hands \
		-chardev pipe,id=monitor,path="$work/monitor" -mon chardev=monitor "$@" 2>"$work/qemu.err" &
	qemu=$!
	exec 5<>"$work/hands.in" 6<>"$work/hands.out" 7<>"$work/monitor.in" 8<>"$work/monitor.out"
	cat <&8 >"$work/monitor.said" &
	listener=$!
	line=''
	until [ "$line" = '== up' ]; do
		read -t 300 -r -u 6 line || die "the machine does not come up: $(cat "$work/qemu.err")"
	done
}
monitor() { echo "$1" >&7; }
ask() { # COMMAND: what it says in the machine, and its status
	local line
	echo "${1//$'\n'/ }" >&5 # a command is one line
	while read -t 400 -r -u 6 line; do
		case $line in
		'== '*) return "${line#== }" ;;
		*) echo "$line" ;;
		esac
	done
	return 255
}
picture() {
	rm -f "$work/shot.ppm"
	monitor "screendump $work/shot.ppm"
	sleep 2
	if command -v convert >/dev/null; then
		convert "$work/shot.ppm" "$folder/pictures/$1.png"
	else
		cp "$work/shot.ppm" "$folder/pictures/$1.ppm"
	fi
}
on_screen() {
	local said
	said=$(ask 'systemctl show -P StatusText stairwell-kiosk')
	echo "${said#Shows the screen }"
}
until_screen() { # NAME SECONDS
	local end=$((SECONDS + $2))
	until [ "$(on_screen)" = "$1" ]; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.3
	done
}
until_not() { # STATE SECONDS: the kiosk's service
	local end=$((SECONDS + $2))
	while [ "$(ask 'systemctl show -P ActiveState stairwell-kiosk')" = "$1" ]; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.3
	done
}
main_pid() { ask 'systemctl show -P MainPID stairwell-kiosk'; }
kept() { ask "stairwell scores --export csv $1 --data /var/lib/stairwell | tail -n +2 | wc -l"; }

# How many times as long as here the game takes there to its first picture; the best of three.
start_s() { # PROGRAM, in the folder with the kiosk's file
	echo "TIMEFORMAT=%R; for i in 1 2 3; do { time XDG_DATA_HOME=\$PWD $1 kiosk --seed 1 --script start.txt kiosk.ini >/dev/null 2>&1; } 2>&1;
		done | sort -n | head -1"
}
pace() {
	mkdir -p "$work/pace"
	cp "$here"/machine/{kiosk.ini,machine.ini,start.txt} "$work/pace/"
	awk -v there="$(ask "mkdir -p /tmp/pace; cd /tmp/pace; cp /etc/stairwell/* .; $(start_s stairwell)")" \
		-v here="$(cd "$work/pace" && eval "$(start_s "$program")")" 'BEGIN { printf "%.0f", there / here }'
}

# ---- a visitor ----

# Where labels are is asked of the program itself, which draws the same on the same size.
place() { # LABEL STEPS [WHICH]: in thousandths
	printf 'size 1280 800\nwait 2s\n%sexpect no such text\n' "$2" >"$work/where.txt"
	"$program" kiosk --script "$work/where.txt" "$here/machine/kiosk.ini" 2>&1 |
		sed -n "s/^  can be pressed: $1, at //p" | sed -n "${3:-1}p" | awk '{print int($1 / 1.28), int($2 / 0.8)}'
}
find_places() {
	at_pin=()
	local begin=$'press Touch to start\nwait 4s\n' answer=$'press The first\nwait 6s\n'
	local next=$'press Next question\nwait 4s\n'
	at_start=$(place 'Touch to start' '')
	at_choice=$(place 'The first' "$begin")
	at_next=$(place 'Next question' "$begin$answer")
	at_last=$(place 'See results' "$begin$answer$next$answer")
	local digit staff=$'key Ctrl+Alt+O\nwait 1s\n'
	for digit in 2 4 6 8 Enter; do
		at_pin+=("$(place "$digit" "$staff")")
	done
	staff+=$'press 2\npress 4\npress 6\npress 8\npress Enter\nwait 2s\n'
	at_leaving=$(place Leave "$staff")                 # the page of the operator's,
	at_leave=$(place Leave "$staff"$'press Leave\n' 2) # and the button on it
	at_again=$(place '[^,]*' "$begin$answer$next$answer"$'press See results\nwait 6s\n')
	[ -n "$at_start" ] && [ -n "$at_choice" ] && [ -n "$at_next" ] && [ -n "$at_last" ] && [ -n "$at_again" ] && [ -n "$at_leave" ] && [ -n "${at_pin[4]}" ] ||
		die "a label of the game is not found: $at_start, $at_choice, $at_next, $at_last, $at_again, $at_leave, ${at_pin[*]}"
}
tap() { ask "echo tap $1 >/run/finger"; }
# One touch leads to this screen and no further.
touches() { # PLACE SCREEN
	tap "$1"
	until_screen "$2" 60 || {
		wrong "a touch at $1 does not lead to $2, but to $(on_screen)"
		return 1
	}
	sleep "${settle_s:-3}"
	[ "$(on_screen)" = "$2" ] || wrong "a touch at $1 leads over $2 to $(on_screen)"
}
play_game() {
	sleep "${settle_s:-3}"
	touches "$at_start" question && touches "$at_choice" reveal && touches "$at_next" question &&
		touches "$at_choice" reveal && touches "$at_last" results
}
