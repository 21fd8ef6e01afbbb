#!/usr/bin/env bash
# The whole machine: a fresh Debian 12 with both packages, started in QEMU without KVM, with a screen, a touch
# screen, a sound card and a disk for what is remembered. machine.sh PROGRAM [--cuts N | --step NAME...]
#
#   --cuts N      the power cuts alone, so many of them
#   --step NAME   this step alone, by the name of its function; may be repeated
#
# The machine is made below build/machine/ and its Debian kept there; pictures of what its screen
# showed lie in build/machine/pictures. In it, machine/hands runs commands and machine/finger.py touches.
set -u
program=$(realpath "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${STAIRWELL_MACHINE:-$(dirname "$here")/build/machine}
cuts=20
steps=(starts touch_is_one_action locked comes_back display_goes stops_well staff_leave goes_on mounts_sticks display_later
	power_cuts)
asked=()
shift
while [ $# -gt 1 ]; do
	case $1 in
	--cuts) cuts=$2 asked+=(power_cuts) ;;
	--step) asked+=("$2") ;;
	esac
	shift 2
done
[ ${#asked[@]} = 0 ] || steps=("${asked[@]}")
PATH=$PATH:/usr/sbin:/sbin

skip() {
	echo "machine: skipped: $*"
	exit 77
}
[ ${#asked[@]} != 0 ] || [ -n "${STAIRWELL_LONG-}" ] || skip "it takes long; tests/run --long machine runs it"
for needed in qemu-system-x86_64 debootstrap mke2fs cpack dpkg-shlibdeps; do
	command -v "$needed" >/dev/null || skip "$needed is not installed; its packages are qemu-system-x86, debootstrap, e2fsprogs, dpkg-dev"
done
[ "$(id -u)" = 0 ] || skip "a Debian is made by root alone"
! ldd "$program" | grep -q libasan || skip "the sanitizers are too slow for an emulated machine"

work=$(mktemp -d)
mkdir -p "$folder/pictures"
. "$here/machine/run.sh"
trap 'power_off; rm -rf "$work"' EXIT
gpu=(-device virtio-gpu-pci,id=gpu)

new_data() {
	rm -f "$work/data"
	mke2fs -q -t ext4 -L data "$work/data" 64M >/dev/null
}
make_machine() {
	say 'making the packages, and the machine of them'
	cpack -G DEB --config "$(dirname "$program")/CPackConfig.cmake" -B "$work/packages" >"$work/cpack.log" 2>&1 ||
		die "no packages: $(tail -5 "$work/cpack.log")"
	"$here/machine/root.sh" "$folder" "$work"/packages/*.deb || die 'no machine can be made of them'
	truncate -s 16M "$work/stick"
	new_data
}

starts() {
	local from_s=$SECONDS
	boot "${gpu[@]}"
	until_screen attract 300 || die 'no attract screen after the start'
	sleep 3
	picture attract
	say "attract $((SECONDS - from_s)) s after the power came; $(ask 'systemd-analyze | head -1')"
	local exposed
	exposed=$(ask 'systemd-analyze security stairwell-kiosk --no-pager' | sed -n 's/.*Overall exposure level.*: \([0-9.]*\) .*/\1/p')
	say "systemd-analyze security: $exposed"
	awk -v is="$exposed" 'BEGIN { exit !(is != "" && is <= 2) }' || wrong "the service is exposed: '$exposed'"
	ask '[ -z "$(systemctl --failed --no-legend)" ]' || wrong "units failed: $(ask 'systemctl --failed --no-legend')"
}

touch_is_one_action() {
	touches "$at_start" question
	[ "$(kept --answers)" = 0 ] || wrong 'the touch that starts also answers'
	picture question
	touches "$at_choice" reveal
	[ "$(kept --answers)" = 1 ] || wrong "one touch makes $(kept --answers) answers"
	touches "$at_next" question
	touches "$at_choice" reveal
	touches "$at_last" results
	picture results
	[ "$(kept '') $(kept --answers)" = '1 2' ] || wrong "one game is kept as $(kept '') with $(kept --answers) answers"
	until_screen attract 120 || wrong "nobody there, and it stays at $(on_screen)"
}

# Nobody gets out: the same process is on the same console of the same machine.
locked() {
	local chord pid
	pid=$(main_pid)
	for chord in ctrl-alt-f2 ctrl-alt-f1 alt-f2 ctrl-alt-delete alt-f4 ctrl-alt-backspace alt-tab alt-esc ctrl-esc ctrl-q \
		ctrl-c ctrl-z ctrl-backslash ctrl-alt-esc meta_l meta_l-d meta_l-l alt-sysrq-e alt-sysrq-i alt-sysrq-b alt-f1 f11 print; do
		monitor "sendkey $chord"
		sleep 0.7
		[ "$(main_pid)" = "$pid" ] || { wrong "$chord ends it"; pid=$(main_pid); }
		[ "$(ask 'cat /sys/class/tty/tty0/active')" = tty1 ] || wrong "$chord leads to another console"
		[ "$(on_screen)" = attract ] || wrong "$chord leads to $(on_screen)"
	done
	until_screen attract 120
	# while nothing of ours listens
	ask 'systemctl stop stairwell-kiosk'
	for chord in ctrl-alt-delete{,,,,,,,,,} alt-sysrq-b alt-sysrq-e ctrl-alt-f2 ctrl-c; do
		monitor "sendkey $chord"
		sleep 0.2
	done
	sleep 3
	[ -z "$(ask 'systemctl list-jobs --no-legend | grep -E "reboot|shutdown"')" ] || wrong 'keys restart the machine'
	[ -z "$(ask 'systemctl list-units --no-legend "getty@*"')" ] || wrong 'another console has a login prompt'
	ask 'systemctl start stairwell-kiosk'
	until_screen attract 120 || wrong 'after keys on the console it does not come back'
	sleep 2
	picture after-chords
}

# Nothing absolute holds in an emulator: how long it took there, and here as near as that can be told.
back() { # WHAT COMMAND
	local took all start rest slower
	took=$(ask "/opt/machine/back '$2'") || {
		wrong "not back after $1"
		return
	}
	read -r all start rest <<<"$took"
	slower=$(pace)
	say "attract after $1: $all ms there, $start until cage starts and $rest from then; $slower times as slow as here," \
		"where it would be $(awk -v all="$all" -v n="$slower" -v wait="$restart_ms" 'BEGIN { print int(wait + (all - wait) / n) }') ms"
}
comes_back() {
	local game='$(pid stairwell)' restart_ms
	restart_ms=$(sed -n 's/^RestartSec=\([0-9]*\)ms$/\1/p' "$here/../engine/dist/kiosk/stairwell-kiosk.service")
	back SIGTERM "kill $game"
	back SIGKILL "kill -KILL $game"
	back SIGSEGV "kill -SEGV $game"
	back "cage's SIGKILL" 'kill -KILL $(pid cage)'
	back 'a hang' "kill -STOP $game"
	ask 'journalctl -b -u stairwell-kiosk --no-pager | grep -q -i watchdog' || wrong 'the journal says nothing of the watchdog'
	back "seatd's end" 'systemctl restart seatd'
}

# cage leaves with its last output: so does the game, which is no crash, and both are back with it.
display_goes() {
	local out=/sys/class/drm/card0-Virtual-1 card=/dev/dri/card0 from_s tries
	local tell="udevadm trigger -c change $card; udevadm settle"
	ask "mkdir -p /run/udev/rules.d; echo 'SUBSYSTEM==\"drm\", ACTION==\"change\", ENV{HOTPLUG}=\"1\"' >/run/udev/rules.d/99-hotplug.rules;
		udevadm control --reload; echo off >$out/status; $tell"
	until_not active 120 || wrong 'the kiosk stays without a display'
	tries=$(ask 'systemctl show -P NRestarts stairwell-kiosk')
	sleep 30
	tries=$(($(ask 'systemctl show -P NRestarts stairwell-kiosk') - tries))
	[ "$tries" -le 4 ] || wrong "without a display it is started $tries times in 30 s"
	ask "echo detect >$out/status; $tell"
	from_s=$SECONDS
	until_screen attract 180 || wrong 'a display that went and came back stays dark'
	say "attract $((SECONDS - from_s)) s after the display came back, without it $tries starts in 30 s"
	! ask 'journalctl -b -k -o cat --no-pager | grep segfault' || wrong 'something crashed'
	picture display-back
}

# What the system asks for is no crash, and no pack is to blame.
stops_well() {
	local told
	ask 'systemctl restart stairwell-kiosk'
	until_screen attract 120 || wrong 'started anew by the system, it does not come back'
	told=$(ask 'journalctl _SYSTEMD_INVOCATION_ID=$(systemctl show -P InvocationID stairwell-kiosk) -o cat --no-pager | grep "last time"')
	[ -z "$told" ] || wrong "a stop is told as something else: $told"
}

# Staff leave by their page: a login prompt takes the console, until the kiosk is started again.
staff_leave() {
	local on
	on=$(ask "/opt/machine/staff ${at_pin[*]@Q}")
	[ "$on" = operator ] || wrong "a finger held in the corner and the PIN lead to $on"
	picture operator
	tap "$at_leaving"
	sleep 5
	picture leave
	tap "$at_leave"
	sleep 5
	tap "$at_leave" # twice, as it asks
	ask 'for i in $(seq 300); do systemctl -q is-active getty@tty1 && break; sleep 0.1; done;
		systemctl -q is-active getty@tty1 && ! systemctl -q is-active stairwell-kiosk' || wrong 'staff who leave get no login prompt'
	sleep 2
	picture left
	ask 'systemctl start stairwell-kiosk'
	until_screen attract 120 || wrong 'left and started again, it does not come back'
	ask '! systemctl -q is-active getty@tty1' || wrong 'a login prompt stays behind the kiosk'
}

goes_on() {
	local pid kept
	pid=$(main_pid) kept=$(kept '')
	ask 'dd if=/dev/zero of=/var/lib/stairwell/full bs=64k status=none; sync'
	play_game || wrong 'a full disk stops the game'
	picture disk-full
	ask 'rm /var/lib/stairwell/full'
	until_screen attract 120 || wrong "full disk: it stays at $(on_screen)"
	monitor 'device_del card'
	play_game || wrong 'a sound card taken away stops the game'
	monitor 'device_add usb-audio,audiodev=sound,id=card,bus=usb.0'
	until_screen attract 120 || wrong "no sound card: it stays at $(on_screen)"
	[ "$(main_pid)" = "$pid" ] || wrong 'it did not live through a full disk and no sound card'
	[ "$(kept '')" = $((kept + 2)) ] || wrong "2 games were finished, $(($(kept '') - kept)) are kept"
}

mounts_sticks() {
	local where=/run/stairwell/sticks
	monitor 'device_add usb-storage,drive=stick,id=stick,bus=usb.0'
	ask 'for i in $(seq 100); do [ -b /dev/sda ] && break; sleep 0.1; done; mkfs.vfat -I /dev/sda >/dev/null && udevadm trigger -c add /dev/sda; udevadm settle'
	ask "for i in \$(seq 100); do mountpoint -q $where/sda && break; sleep 0.1; done; findmnt -n -o OPTIONS $where/sda" >"$work/options"
	grep -q nosuid "$work/options" && grep -q nodev "$work/options" && grep -q noexec "$work/options" && grep -q dirsync "$work/options" ||
		wrong "a stick is mounted with '$(cat "$work/options")'"
	ask "nsenter -t \$(/opt/machine/back --pid stairwell) -m setpriv --reuid stairwell --clear-groups touch $where/sda/report.csv" || wrong 'the kiosk cannot write to a stick'
	monitor 'device_del stick'
	ask "for i in \$(seq 100); do mountpoint -q $where/sda || exit 0; sleep 0.1; done; false" || wrong 'a stick pulled out stays mounted'
	ask "for i in \$(seq 50); do [ -e $where/sda ] || exit 0; sleep 0.1; done; false" || wrong "its folder stays"
}

# The emulator's card can't be plugged in later; its driver can come later.
display_later() {
	kernel_words=modprobe.blacklist=virtio_gpu boot "${gpu[@]}"
	sleep 20
	[ "$(on_screen)" != attract ] || wrong 'attract without a display'
	ask 'modprobe virtio_gpu'
	local from_s=$SECONDS
	if until_screen attract 180; then
		say "attract $((SECONDS - from_s)) s after the display came"
	else
		wrong 'a display that came later stays dark'
	fi
	picture display-later
}

# What the disk of the machine that lost its power holds: rows, by the program itself.
left() { # [--answers]
	rm -rf "$work/left" "$work/copy"
	cp "$work/data" "$work/copy"
	e2fsck -fp "$work/copy" >"$work/fsck" 2>&1
	[ $? -lt 4 ] || wrong "the file system does not come back: $(cat "$work/fsck")"
	mkdir "$work/left"
	debugfs -R "rdump / $work/left" "$work/copy" >/dev/null 2>&1
	[ -z "$(find "$work/left" -name '*broken*')" ] || wrong 'what is remembered was set aside as broken'
	"$program" scores --export csv $1 --data "$work/left" | tail -n +2 | wc -l
}

# The power goes at a moment of play: what was told before is there, and the machine comes up again.
power_cuts() {
	local i told=0 kept=0 line end_s
	new_data
	for ((i = 1; i <= cuts; i++)); do
		boot "${gpu[@]}"
		until_screen attract 300 || die "cut $i: the kiosk does not come back"
		echo "/opt/machine/play '$at_start' '$at_choice' '$at_next' '$at_again'" >&5
		end_s=$((SECONDS + 15 + RANDOM % 25))
		while [ $SECONDS -lt $end_s ]; do
			read -t $((end_s - SECONDS + 1)).$((RANDOM % 10)) -r -u 6 line || break
			case $line in
			told*) told=${line#told } ;;
			kept*) kept=${line#kept } ;;
			esac
		done
		kill -KILL "$qemu"
		while read -t 0.2 -r -u 6 line; do
			case $line in
			told*) told=${line#told } ;;
			kept*) kept=${line#kept } ;;
			esac
		done
		power_off
		say "cut $i: told $told answers, $(left --answers) are there; kept $kept games, $(left '') are there"
		[ "$(left --answers)" -ge "$told" ] || wrong "cut $i lost an answer"
		[ "$(left '')" -ge "$kept" ] || wrong "cut $i lost a game"
	done
	[ "$kept" -gt 0 ] || wrong 'no game was finished between the cuts'
	boot "${gpu[@]}"
	until_screen attract 300 || wrong 'after the last cut the kiosk does not come back'
	picture after-cuts
}

find_places
make_machine
for step in "${steps[@]}"; do
	case $step in
	starts | display_later | power_cuts) ;; # they turn the power on themselves
	*)
		[ -n "$qemu" ] || boot "${gpu[@]}"
		until_screen attract 300 || die "before $step the kiosk is not there"
		;;
	esac
	$step
done
[ $failed = 0 ] && say 'all of it is as it should be'
exit $failed
