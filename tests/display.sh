# A display that nobody sees, and the program's window on it; read by a script that has out, server
# and die.

# until_true SECONDS COMMAND...: polls; false when the time is over.
until_true() {
	local left=$(($1 * 20))
	shift
	until "$@"; do
		left=$((left - 1))
		[ $left -gt 0 ] || return 1
		sleep 0.05
	done
}

# display WIDTHxHEIGHT: starts one, which is $server.
display() {
	Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$out/display" 2>/dev/null &
	server=$!
	until_true 20 test -s "$out/display" || die "Xvfb did not start"
	DISPLAY=:$(cat "$out/display")
	export DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy XDG_CONFIG_HOME=$out/config
}

# window: its number is in $out/id; false: it is not there.
window() { xdotool search --onlyvisible --name '^Stairwell$' 2>/dev/null | head -1 >"$out/id" && [ -s "$out/id" ]; }

# focused: that window has the keys. (--sync of xdotool waits for ever where a change came before it
# looked.)
focused() {
	xdotool windowfocus "$(cat "$out/id")" 2>/dev/null
	[ "$(xdotool getwindowfocus 2>/dev/null)" = "$(cat "$out/id")" ]
}
