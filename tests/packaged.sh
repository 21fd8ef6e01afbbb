#!/usr/bin/env bash
# The Debian packages, made and looked at by lintian. packaged.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
build=$(dirname "$program")

for needed in cpack dpkg-shlibdeps lintian; do
	command -v $needed >/dev/null || {
		echo "packaged: skipped: $needed is not installed"
		exit 77
	}
done
wrong() {
	echo "packaged: $*"
	failed=1
}

cpack -G DEB --config "$build/CPackConfig.cmake" -B "$out" >"$out/said" 2>&1 || {
	cat "$out/said"
	exit 1
}
game=$(echo "$out"/stairwell_*.deb) kiosk=$(echo "$out"/stairwell-kiosk_*.deb)
lintian --allow-root --fail-on error "$game" "$kiosk" || wrong "lintian finds errors"
for name in libsdl2-mixer-2.0-0 libsdl2-2.0-0 fonts-inter; do
	dpkg-deb -f "$game" Depends | grep -q "$name" || wrong "the game does not ask for $name"
done
for name in stairwell cage seatd xwayland; do
	dpkg-deb -f "$kiosk" Depends | grep -q "$name" || wrong "the kiosk does not ask for $name"
done
dpkg-deb -c "$game" >"$out/list"
grep -q ' \./usr/bin/stairwell$' "$out/list" || wrong "no program in the game's package"
grep -qE '\./(etc|usr/lib)/' "$out/list" && wrong "the game's package brings the kiosk's locks"
[ "$(dpkg-deb --ctrl-tarfile "$kiosk" | tar -xO ./conffiles)" = /etc/stairwell/kiosk.ini ] ||
	wrong "the kiosk's file is not the owner's"
dpkg-deb -c "$kiosk" | grep -q './etc/systemd/system/ctrl-alt-del.target -> /dev/null' || wrong "Ctrl+Alt+Del is not locked"
exit $failed
