#!/usr/bin/env bash
# What the command line answers: exit status, and where it says what. usage.sh PROGRAM
. "$(dirname "${BASH_SOURCE[0]}")/tell.sh"

pack=tests/scripts/capitals.ini
tell 0 '^stairwell [0-9]+\.[0-9]+\.[0-9]+$' out --version
tell 0 'stairwell play \[PACK' out --help
tell 0 'stairwell play \[PACK' out help
tell 0 'usage: stairwell play' out help play
for command in play check import export scores help; do tell 0 "$command" out $command --help; done
for command in play check import export scores help; do tell 0 "$command" out $command -h; done
tell 0 'stairwell play \[PACK' out -h
tell 0 'usage: stairwell play' out play --script --help
tell 0 '^  wheel LINES  ' out help script
for step in start size press key repeat click down move up wheel leave tap touch slide lift hold wait clock expect shot quit; do
	tell 0 "^  $step " out help script
done
tell 2 "no command 'jump'; .*--help" err jump
tell 2 "no command 'chek'; did you mean check\?" err chek
tell 2 "no command 'chek'; did you mean check\?" err help chek
tell 2 "no command 'jump'" err help jump
tell 2 '--jump' err --jump
tell 2 '--seed needs' err play --seed
tell 2 '--seed -1: must be' err play --seed -1
tell 2 '--seed 99999999999999999999: must be' err play --seed 99999999999999999999
tell 2 '--size 3x3: must be' err --size=3x3
tell 2 '--size 640x480x: must be' err --size 640x480x
tell 2 '--questions 0: must be' err play --questions 0
tell 2 '--mode climbing: must be' err play --mode climbing
tell 2 '--mode climbing: must be climb, one-take, sprint, study, daily or rounds' err play --mode climbing
tell 2 '--players 0: must be a number from 1 to 8' err play --players 0
tell 2 '--players 9: must be a number from 1 to 8' err play --players 9
tell 2 '^stairwell: --players: sprint is for one; several can play climb, one-take or rounds$' err play --mode sprint --players 2
tell 2 '--buzzers needs --players' err play --buzzers
tell 2 '--buzzers needs --players' err play --buzzers --players 1
tell 2 "--buzzers can't be played in a terminal" err play --text --buzzers --players 2
tell 2 '--buzzers takes no value' err play --buzzers=2
for given in '--seed 1' '--mode study' '--players 2' '--questions 3' "--record $out/r.txt"; do
	tell 2 "${given%% *} does not go with --resume" err play --resume $given
done
tell 2 '--theme beige: must be' err play --theme beige
tell 2 '--text-scale 3: must be' err play --text-scale 3
tell 2 '--renderer metal: must be' err play --renderer metal
tell 2 '--no-clock takes no value' err play --no-clock=yes
tell 2 'nowhere.txt: No such file' err play --script nowhere.txt
tell 2 '--record does not go with --text' err play --text --record "$out/r.txt" $pack
tell 2 '--script does not go with --text' err play --text --script tests/scripts/home.txt
tell 2 '--set motion=no: must be a setting' err play --set motion=no
tell 2 '--set motion: must be a setting' err play --set motion
tell 2 '^stairwell: --set speed=fast: there is no such setting; it must be theme, .*, [a-z-]+ or [a-z-]+$' err play --set speed=fast
tell 2 '^stairwell: --questions does not go with --mode daily, which asks 10:' err play --mode daily --questions 5
tell 2 '^stairwell: --questions does not go with --mode sprint, which asks as many as there is time for:' err play --text --mode sprint --questions 5 $pack
tell 0 'a sprint goes on to the last question' out play --help
tell 2 '--data needs a folder' err play --data
tell 1 'nowhere.ini' err play --text nowhere.ini
tell 1 'nothing is left to play' err play --text nowhere.ini
tell 1 '^stairwell: no display: --text .* --script' err play $pack
tell 0 '^Score: 0 of 0 right, 0 points$' out play --text --seed 1 $pack
tell 0 '^Score: ' out play --text --seed 1 -- $pack

# What is set is kept where --data says, and a file with mistakes is told of and set aside.
echo 'key F11' >"$out/full.txt"
"$program" play --data "$out/new/data" --script "$out/full.txt"
[ "$(grep -v '^#' "$out/new/data/settings.ini")" = 'full-screen = yes' ] ||
	{ echo "--data: what was set is not kept"; failed=1; }
printf 'theme = papre\nlanguage = de\n' >"$out/new/data/settings.ini"
"$program" play --data "$out/new/data" --text --seed 1 $pack </dev/null 2>"$out/err" >"$out/out"
grep -q 'settings.ini:1:9: error: .*papre' "$out/err" ||
	{ echo "--data: --text does not tell of a mistake"; failed=1; }
tell 0 '^help: type: theme = paper' err play --data "$out/new/data" --script "$out/full.txt"
[ "$(cat "$out/new/data/settings.ini")" = "$(printf 'language = de\nfull-screen = yes')" ] &&
	[ -e "$out/new/data/settings.ini.broken" ] || { echo "--data: mistakes are not set aside"; failed=1; }
echo 'a file' >"$out/taken"
tell 0 'taken/settings.ini: Not a directory' err play --data "$out/taken" --script "$out/full.txt"

# How a game was begun is in its record.
echo 'wait 1s' >"$out/wait.txt"
"$program" play --script "$out/wait.txt" --record "$out/r.txt" --mode one-take --players 3 --buzzers --seed 4 $pack || failed=1
grep -q '^start play --seed 4 .*--mode one-take --players 3 --buzzers ' "$out/r.txt" ||
	{ echo "--record: the players are missing"; cat "$out/r.txt"; failed=1; }
"$program" play --script "$out/r.txt" || failed=1
for given in '' '--mode daily' '--players 3'; do
	case $given in '') screen=home ;; --mode*) screen=packs ;; *) screen=join ;; esac
	echo "expect screen $screen" >"$out/begin.txt"
	"$program" play --script "$out/begin.txt" --record "$out/r.txt" $given --packs tests/scripts || failed=1
	echo "expect screen $screen" >>"$out/r.txt"
	"$program" play --script "$out/r.txt" || { echo "--record: begins elsewhere: $given"; failed=1; }
done

# The script around it says what it won't do before it installs anything.
./play --build --foo >"$out/out" 2>"$out/err"
if [ $? != 2 ] || ! grep -q -- '--build takes nothing else, not --foo' "$out/err"; then
	echo "./play --build --foo is taken"
	failed=1
fi

# full ARGUMENTS...: what could not be written is no success.
full() {
	"$program" "$@" </dev/null >/dev/full 2>"$out/err"
	if [ $? != 1 ] || ! grep -qx 'stairwell: cannot write: No space left on device' "$out/err"; then
		echo "stairwell $* >/dev/full: no word of it"
		cat "$out/err"
		failed=1
	fi
}
full play --text --seed 1 $pack
full check $pack
full help
full --version
exit $failed
