#!/usr/bin/env bash
# Each broken pack packs/bad_X.ini gets the report that stands beside it, bad_X.txt: the whole
# standard output of `stairwell check bad_X.ini`. badpacks.sh PROGRAM
# With STAIRWELL_RENEW=1 the reports are written anew; read what changed before it is committed.
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"
cd "$(dirname "${BASH_SOURCE[0]}")/packs" || exit 1
packs=(bad_*.ini)

for pack in "${packs[@]}"; do
	report=${pack%.ini}.txt
	"$program" check "$pack" </dev/null >"$out/report" 2>"$out/err"
	status=$?
	if [ -n "${STAIRWELL_RENEW:-}" ] && [ $status -le 1 ]; then
		cmp -s "$out/report" "$report" || cp "$out/report" "$report"
	elif ! diff -u --label "$report" --label "check $pack" "$report" "$out/report"; then
		failed=1
	fi
	expected=0
	if grep -qE "^$pack:([0-9]+:[0-9]+:)? error: " "$out/report"; then
		expected=1
	fi
	if [ $status != $expected ] || [ -s "$out/err" ]; then
		echo "stairwell check $pack: exit $status, expected $expected and nothing on standard error"
		cat "$out/err"
		failed=1
	fi
done

# A report whose pack is gone shows nothing.
for report in bad_*.txt; do
	if [ ! -e "${report%.txt}.ini" ]; then
		echo "there is no pack for $report"
		failed=1
	fi
done
if [ ${#packs[@]} -lt 150 ]; then
	echo "there are ${#packs[@]} broken packs; at least 150 are asked for"
	failed=1
fi
exit $failed
