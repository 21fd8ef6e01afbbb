# What the tests of the command line share; read by a script that was given the program's path.
set -u
program=$1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# tell STATUS PATTERN STREAM ARGUMENTS...: the pattern stands in that stream, the other one is empty.
tell() {
	local status=$1 pattern=$2 stream=$3 other=err got
	shift 3
	[ "$stream" = out ] || other=out
	env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_RUNTIME_DIR "$program" "$@" \
		</dev/null >"$out/out" 2>"$out/err"
	got=$?
	sed -i '/XDG_RUNTIME_DIR/d' "$out/err" # a library's
	if [ $got != "$status" ] || ! grep -qE -- "$pattern" "$out/$stream" || [ -s "$out/$other" ]; then
		echo "stairwell $*: exit $got, expected $status and $stream to say: $pattern"
		sed 's/^/  /' "$out/out" "$out/err"
		failed=1
	fi
}
