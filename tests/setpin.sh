#!/usr/bin/env bash
# `stairwell kiosk --set-pin`, as it is typed. setpin.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

complain() {
	echo "set-pin: $1"
	failed=1
}
sets() { # WHAT PIN FILE...: it is taken, and one line says what it is for
	local what=$1 pin=$2 got
	shift 2
	got=$(printf '%s\n' "$pin" | "$program" kiosk --set-pin "$@" 2>&1 >"$out/printed") &&
		[[ $got == *"$1"*'for 3 s'*Ctrl+Alt+O* && $got != *$'\n'* ]] && [ ! -s "$out/printed" ] ||
		complain "$what: $got"
}
refuses() { # WHAT PATTERN PIN FILE...
	local what=$1 pattern=$2 pin=$3 got
	shift 3
	got=$(printf '%s' "$pin" | "$program" kiosk --set-pin "$@" 2>&1 >/dev/null) && complain "$what was taken"
	[[ $got =~ $pattern ]] || complain "$what: $got"
}
hash='\$7\$[./0-9A-Za-z]+\$[./0-9A-Za-z]{43}'

# Without a file the line is printed, another one each time.
a=$(echo 2468 | "$program" kiosk --set-pin) b=$(echo 2468 | "$program" kiosk --set-pin)
[[ $a =~ ^"pin = "$hash$ ]] || complain "no line: $a"
[ "$a" != "$b" ] || complain "no salt"

refuses 'letters' 'takes 4 to 12 digits' 'abcd'
refuses 'three digits' 'takes 4 to 12 digits' '123'
refuses 'thirteen digits' 'takes 4 to 12 digits' '1234567890123'
refuses 'nothing' 'takes 4 to 12 digits' ''
refuses 'a very long one' 'takes 4 to 12 digits' "$(printf '1%.0s' {1..200})"
refuses 'no such file' 'there is no file .*none.ini.*/etc/stairwell/kiosk.ini.*touch .*none.ini' 2468 "$out/none.ini"
[ ! -e "$out/none.ini" ] || complain 'a file was made'

# What is said to type there helps.
touch "$out/new.ini"
sets 'into an empty file' 2468 "$out/new.ini"
[[ $(cat "$out/new.ini") =~ ^"pin = "$hash$ ]] || complain 'not in the empty file'

# What is in the file stays, and so do its rights.
printf '# mine\r\nidle = 90s\r\n# pin = what --set-pin prints\r\nvolume = 30' >"$out/a.ini"
chmod 640 "$out/a.ini"
sets 'the first' 2468 "$out/a.ini"
line=$(sed -n 4p "$out/a.ini")
[[ $line =~ ^"pin = "$hash$'\r'$ ]] || complain "not behind its comment: $line"
[ "$(sed 4d "$out/a.ini")" = "$(printf '# mine\r\nidle = 90s\r\n# pin = what --set-pin prints\r\nvolume = 30')" ] ||
	complain 'the rest was changed'
[ "$(stat -c %a "$out/a.ini")" = 640 ] || complain 'other rights'
sets 'another' 13579 "$out/a.ini"
[ "$(grep -c '^pin' "$out/a.ini")" = 1 ] || complain 'the old one stayed'
[ "$(sed -n 4p "$out/a.ini")" != "$line" ] || complain 'it was not replaced'
"$program" kiosk --check "$out/a.ini" >"$out/said" || { complain 'the file has mistakes'; cat "$out/said"; }

printf 'pin = 1234\nidle = 90s\nPin: 99\n' >"$out/b.ini"
sets 'in place of several' 2468 "$out/b.ini"
[[ $(sed -n 1p "$out/b.ini") =~ ^"pin = "$hash$ ]] && [ "$(sed 1d "$out/b.ini")" = 'idle = 90s' ] ||
	complain 'several lines'
printf 'idle = 90s' >"$out/c.ini"
sets 'at the end' 2468 "$out/c.ini"
[ "$(sed -n 1p "$out/c.ini")" = 'idle = 90s' ] && [[ $(sed -n 2p "$out/c.ini") =~ ^"pin = "$hash$ ]] ||
	complain 'not at the end'

# A folder that can't be written to: the file stays.
mkdir "$out/shut" && cp "$out/c.ini" "$out/shut/c.ini" && chmod 500 "$out/shut"
if [ "$(id -u)" != 0 ]; then
	refuses 'a shut folder' 'Permission denied' 13579 "$out/shut/c.ini"
	cmp -s "$out/c.ini" "$out/shut/c.ini" || complain 'a file half written'
fi
chmod 700 "$out/shut"

# At a terminal it is asked for twice and not shown.
if command -v script >/dev/null; then
	said=$({ sleep 1; echo 2468; sleep 1; echo 2469; } |
		script -qec "'$program' kiosk --set-pin '$out/c.ini'" /dev/null 2>&1)
	[[ $said == *'The same again'*'not the same'* ]] || complain "at a terminal: $said"
	[[ $said != *2469* ]] || complain 'the PIN was shown'
	said=$({ sleep 1; printf '\003'; sleep 1; } |
		script -qec "trap : INT; stty echo; '$program' kiosk --set-pin; stty -a" /dev/null 2>&1)
	[[ $said == *' echo '* ]] || complain "after Ctrl-C nothing is shown: $said"
fi
exit $failed
