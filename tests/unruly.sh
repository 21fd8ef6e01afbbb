#!/usr/bin/env bash
# A kiosk on a real display among people who want out; see unruly.c. unruly.sh PROGRAM
set -u
program=$1
out=$(mktemp -d)
server=''
finish() {
	[ -z "$server" ] || kill "$server" 2>/dev/null
	rm -rf "$out"
}
trap finish EXIT
die() {
	echo "unruly: $*"
	exit 1
}

. "$(dirname "${BASH_SOURCE[0]}")/display.sh"
display 1080x1920
events=1500
[ -z "${STAIRWELL_LONG-}" ] || events=10000
"$(dirname "$program")/unruly" "$program" tests/kiosk/unruly.ini "$out" "$events" || die "see above"
