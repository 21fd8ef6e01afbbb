#!/usr/bin/env bash
# What `cmake --install` leaves: a game that plays from there, and pages, entries and units that
# those who read them accept. installed.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
build=$(dirname "$program")
dist=engine/dist

wrong() {
	echo "installed: $*"
	failed=1
}
accepts() { # COMMAND...: it is silent and content, or not there
	command -v "$1" >/dev/null || {
		echo "installed: without $1, which is not installed"
		return
	}
	"$@" >"$out/said" 2>&1 || {
		wrong "$*"
		cat "$out/said"
	}
}

DESTDIR=$out/dest cmake --install "$build" --prefix /opt/quiz >/dev/null || wrong "cmake --install"
root=$out/dest/opt/quiz
program=$root/bin/stairwell
tell 0 '^stairwell [0-9.]+$' out --version
printf 'press Climb\nexpect screen packs\nexpect Fight on the Stairs\n' >"$out/play.txt"
"$program" --script "$out/play.txt" 2>"$out/said" || wrong "it does not find its packs: $(cat "$out/said")"
[ ! -e "$root/lib" ] && [ ! -e "$out/dest/etc" ] || wrong "a plain install brings the kiosk's locks"
DESTDIR=$out/kiosk cmake --install "$build" --prefix /usr --component kiosk >/dev/null || wrong "the kiosk's files"
for file in usr/lib/systemd/system/stairwell-kiosk.service usr/lib/sysusers.d/stairwell-kiosk.conf etc/stairwell/kiosk.ini; do
	[ -s "$out/kiosk/$file" ] || wrong "no $file"
done

# Every command and option that the program tells of stands in its page.
page() { MANWIDTH=200 man -E UTF-8 -l "$root/share/man/man$1" 2>/dev/null | col -b; }
if command -v man >/dev/null && command -v col >/dev/null; then
	for name in man1/stairwell.1 man5/stairwell-pack.5 man5/stairwell-kiosk.5; do
		man --warnings -E UTF-8 -l -Tutf8 -Z "$root/share/man/$name.gz" 2>&1 >/dev/null | grep . && wrong "man: $name"
	done
	page 1/stairwell.1.gz >"$out/page"
	for command in $("$program" --help | sed -n 's/^  stairwell \([a-z]*\) .*/\1/p'); do
		grep -qE "^ +$command( |\$)" "$out/page" || wrong "stairwell(1) has no command $command"
		for option in $("$program" "$command" --help 2>/dev/null | sed -n 's/^  \(-[-a-z]*\).*/\1/p'); do
			[ "$option" = -h ] || grep -qE -- "$option([ ,=[]|\$)" "$out/page" || wrong "stairwell(1) has no $option of $command"
		done
	done
else
	echo "installed: without man, which is not installed"
fi

accepts desktop-file-validate "$root/share/applications/stairwell.desktop"
accepts appstreamcli validate --no-net "$root/share/metainfo/stairwell.metainfo.xml"
unit=$out/kiosk/usr/lib/systemd/system/stairwell-kiosk.service
accepts systemd-analyze security --offline=true --threshold=20 "$unit"
accepts systemd-analyze --man=no --recursive-errors=no verify "$unit"
! command -v udevadm >/dev/null || ! udevadm verify --help >/dev/null 2>&1 || accepts udevadm verify $dist/kiosk/udev.rules
exit $failed
