#include "diag.h"

const struct code diag_codes[] = {
	{"E101", "the file cannot be opened",
	 "Nothing of the pack can be played. Look at the spelling of the name, whether "
	 "the file is still there, and whether you may read it."},
	{"E102", "the file cannot be read to its end, or memory is short",
	 "Half a pack would be played as if it were all of it, so none of it is. Try "
	 "again; if it stays, copy the file from where it came from."},
	{"E103", "the path is a folder, a pipe or a device, not a file",
	 "A pack is one text file. Name the .ini file itself; a folder is fine where "
	 "packs lie in it."},
	{"E104", "the file is larger than 256 MiB",
	 "So large a file takes longer to read than anybody waits. Make several packs of "
	 "it: they can be played together."},
	{"E105", "the file is empty",
	 "There is nothing to play. A pack begins with its title, and each question with "
	 "a line [question]."},
	{"E106", "the file is not a text",
	 "What a word processor or a spreadsheet saves is more than text. Save it as "
	 "plain text, with the encoding UTF-8, or bring it in with stairwell import."},
	{"E107", "a byte is not UTF-8, or UTF-16 is broken",
	 "Which letter was meant cannot be told from the byte alone, so the question "
	 "sits out rather than show the wrong one; --fix does not guess either. Open the "
	 "file in the editor that wrote it and save it with the encoding UTF-8."},
	{"E108", "a control character stands in a line",
	 "Such characters come along when text is copied from elsewhere. They cannot be "
	 "seen, and can make a screen or a printer do strange things. Type the line "
	 "anew."},
	{"E109", "a line has no '='",
	 "Each line is a key, an equals sign and a text; a text goes on only over "
	 "indented lines. A line that begins at the margin without an '=' would be lost. "
	 "Indent it if it belongs to the text above; put # before it if it is a note to "
	 "yourself."},
	{"E110", "what stands before the '=' is not a key",
	 "A key has only letters, digits and '-'. Most often this is a text that goes on "
	 "from the line above and has an '=' in it: indent it."},
	{"E111", "a key is longer than 40 bytes",
	 "No key is that long, so it is most likely a text that goes on from the line "
	 "above: indent it."},
	{"E112", "a header has no closing bracket",
	 "Where the header ends decides what the lines below it belong to. --fix adds "
	 "the bracket where the line is a header without doubt."},
	{"E113", "text stands behind a header",
	 "The text would be lost. A comment has a line of its own; --fix moves it to the "
	 "next line. Other text is left to you: it may be the question."},
	{"E114", "a header is longer than 120 characters",
	 "A header holds the name of a topic or the ID of a question, which are short. "
	 "The question itself stands behind 'ask ='."},
	{"E115", "a value is longer than 1 MiB",
	 "No screen shows so much. Most likely a line end is missing far above, or a "
	 "whole file was pasted in."},
	{"E116", "libinih did not take a line",
	 "The library that splits lines into keys and texts did not take this one, and "
	 "to guess would change what you wrote. Write it in another way, and please "
	 "report it."},
	{"E117", "a ':' stands where '=' belongs",
	 "Only '=' separates, so that a ':' can stand in any text. --fix puts '=' in its "
	 "place."},
	{"E118", "the file is of another program's format",
	 "Nothing in it can be played. `stairwell import` makes a pack of many of them; of the "
	 "others, the questions can be copied into a text file."},
	{"E201", "the pack has no title",
	 "Players choose a pack by its title. Put it at the top of the file."},
	{"E202", "the pack has no question",
	 "There is nothing to play. Each question begins with a line [question]."},
	{"E203", "the pack is of a later format",
	 "A newer program wrote this pack, and to play it with an older one could mark "
	 "right answers wrong. Install a newer version; --fix leaves the file alone."},
	{"E204", "the pack has more than 1,000,000 questions",
	 "Make several packs of it: they can be played together."},
	{"E205", "a topic has no name",
	 "The name of a topic is shown to players, as the name of a round too."},
	{"E206", "a section has a name that takes none",
	 "These sections are about the whole pack, and there is nothing to name. A topic "
	 "has a name, and a question may have an ID."},
	{"E207", "a section is not known, and has a question in it",
	 "The question is not asked. Each question begins with a line [question]; what it asks "
	 "stands below that, behind ask =."},
	{"E301", "a question asks nothing",
	 "Players would see answers and no question. Add a line: ask = the question."},
	{"E302", "a question lacks choices, or a right one",
	 "Nobody can answer it rightly, or nobody wrongly. A question has at least one "
	 "right answer and one wrong one, or a line answer = true or answer = false."},
	{"E303", "a question has more than 26 choices",
	 "At most six choices are on the screen at a time; twenty more are kept to "
	 "change among. Beyond that, make two questions of it."},
	{"E304", "a question has more than 6 right answers",
	 "All right answers must be on the screen together, and it has room for six."},
	{"E305", "a statement has choices of its own",
	 "A statement is right or wrong as a whole, so its choices are True and False. "
	 "Delete the line with 'answer', or those with 'right' and 'wrong'."},
	{"E306", "two choices of a question are the same",
	 "One of the two would be marked wrong though it reads the same. Change one of "
	 "them, or delete it."},
	{"E307", "an ID of a question is no ID",
	 "The ID is how the program knows a question again, in scores and statistics. It "
	 "has a-z, 0-9, '-', '_' and '.', at most 39 of them, and is never shown."},
	{"E308", "a key of a choice stands above all choices",
	 "It speaks of the choice above it, and there is none. Move it below its choice."},
	{"E309", "a key is kept for a later version of the format",
	 "A later version of the program will give this key a meaning, and your pack "
	 "would then do what you did not mean. For a note of your own, put x- before it."},
	{"E310", "a key stands in the wrong section",
	 "There it has no meaning. What is about the pack stands at the top of the file, "
	 "and what is about a question below its [question]."},
	{"E311", "a key is given twice",
	 "Only one of the two can count, and which one is yours to say. Mostly a line "
	 "[question] is missing between two questions."},
	{"E312", "a key does not take this value",
	 "What was meant cannot be told, and to leave it out without a word would change "
	 "the game. --fix writes a word that is one slip away, as 'true' for 'ture', and "
	 "nothing beyond that."},
	{"E313", "a translation is of no language",
	 "Behind the dot stands the short name of a language: de, fr, pt-BR."},
	{"E314", "a translation has no original above it",
	 "A translation belongs to the nearest text above it with the same key. Put it "
	 "below what it translates."},
	{"E315", "a key has no value",
	 "Nothing would be shown where you meant something. Write it behind the '=', or "
	 "delete the line."},
	{"E316", "a text is too long for the screen",
	 "It would not fit on a screen, and it is never cut. Say it in fewer words; what "
	 "explains can go into 'why'."},
	{"E317", "a choice has neither words nor a picture",
	 "Players would see an empty place to choose. Write its words behind the '=', or "
	 "add a choice-image."},
	{"E318", "not all right answers can be shown",
	 "Who has to choose all the right ones must see them all, and a wrong one beside "
	 "them. Raise 'show', delete a right answer, or let one of them be enough: pick "
	 "= any."},
	{"E319", "two questions are one and the same",
	 "Their scores and statistics would be mixed up. Give each an ID of its own or, "
	 "where it is the same question, delete one."},
	{"E320", "a path leaves the pack's folder",
	 "A pack that is handed on must have all it needs with it, and may not read what "
	 "is not its own. Put the file into the pack's folder."},
	{"E321", "a file is of a kind that is not read",
	 "Pictures are PNG, JPEG or WebP, sounds OGG, WAV or FLAC. Save it again as one "
	 "of those."},
	{"E322", "a file is not there",
	 "The question would be shown without it. Look at the spelling, capitals too, "
	 "and at the folder: the path begins where the pack's file lies."},
	{"E323", "a file is larger than 16 MiB",
	 "It would make every start slow. Save it smaller: 1,920 pixels are as wide as "
	 "most screens."},
	{"E324", "a key that is needed is misspelt",
	 "The question or the pack cannot do without this line, and it is almost there. "
	 "--fix writes the key as it should be, where only one can be meant."},
	{"E325", "a question has more than 64 tags",
	 "Tags are there to find a question by; nobody looks for one by 64 of them. "
	 "Those of its topic and of [defaults] count too."},
	{"E326", "a pack has more than 64 languages",
	 "A menu cannot offer more. Make two packs of it."},
	{"E327", "a picture is no picture inside, or of another kind than its name says",
	 "The name says one kind of picture and the bytes another, or none. Save it "
	 "again from a picture program: to give it another name does not change what is "
	 "in it."},
	{"E328", "a picture has too many pixels, or too many scans",
	 "A small file can unfold into more pixels than a machine has memory for. Save "
	 "it with at most 16 megapixels and 8,192 a side, JPEG not as 'progressive'."},
	{"E329", "a file is not a sound that can be played",
	 "It is no OGG (Vorbis), WAV or FLAC inside, or is broken off. Save it again "
	 "from a sound program."},
	{"E330", "a sound is longer than 60 seconds",
	 "Players wait while it plays. Cut out what the question needs."},
	{"E341", "a .quiz file is no zip file, or is broken",
	 "A .quiz file is a zip of a pack's folder. Make it again from the folder, or "
	 "have it sent again."},
	{"E342", "a .quiz file has something in it that no pack needs, and is refused",
	 "Such things are in archives that were made to do harm, so all of it is "
	 "refused. Pack the folder anew, with nothing in it but the pack and its media."},
	{"E343", "a .quiz file has no pack.ini",
	 "Which of the files is the pack is told by its name: pack.ini."},
	{"W401", "a key is not known",
	 "What stands there never reaches the player. --fix writes the key that was "
	 "meant, where it is one slip away, no other is as near and it has its place "
	 "there. For a note of your own, put x- before it."},
	{"W402", "a section is not known",
	 "All lines of the section are left out. --fix writes the name that was meant, "
	 "where the lines below it are good then."},
	{"W403", "a key has no translations", "Only what is shown can be translated."},
	{"W404", "an indented line looks like a key and is read as text",
	 "It is read as text, so players see the key in it. Put | before it if it is "
	 "text; if it is a key, write the key as it should be. Which one is meant only "
	 "you know, so --fix leaves it."},
	{"W405", "an indented comment may be meant as text",
	 "A line that begins with # or ; is left out, even in the middle of a text: '# "
	 "1' in a list disappears. Put | before it if it is text."},
	{"W406", "another pack has the same identity",
	 "Scores and statistics go by the identity, so only the first one is there to "
	 "choose. Give one of them an 'id' of its own."},
	{"W407", "the language of a pack is none",
	 "The language decides how letters are chosen and read aloud. It is a short "
	 "name: en, de, pt-BR. --fix writes 'en_US' as 'en-US', and 'en-UK' as 'en-GB'."},
	{"W408", "a character of a comment is none",
	 "Nobody sees a comment, so it does no harm, but some editors will not open the "
	 "file. --fix takes control characters out; a byte that is not UTF-8 it leaves, "
	 "since only the editor that wrote it knows the letter."},
	{"W409", "a question has more sources than are shown",
	 "Eight fit on the page. Write several into one line."},
	{"W410", "words about a picture or a sound, and there is none",
	 "Nobody sees them. Most likely the line with the picture or the sound is missing."},
	{"W411", "lint-ignore names no finding",
	 "Nothing is left alone by it, and the finding that was meant is said again and again. "
	 "The code of a finding stands in brackets behind it."},
	{"W412", "a translation is into a language that is not known",
	 "Nobody can choose that language, so nobody sees the text. Most likely it is a slip: de, "
	 "fr, pt-BR."},
	{"W413", "a translation is into the pack's own language",
	 "Who plays in that language sees this text and not the one above it. Keep one of the two; "
	 "or the language behind the dot is a slip."},
	{"W414", "the day of the last change is none",
	 "Who looks for the newer of two packs cannot tell. A day is written year, month, day: "
	 "2026-01-31."},
	{"N501", "the file begins with a byte-order mark",
	 "Some editors put it there unseen. It does no harm here, but other programs "
	 "take it for a part of the title. --fix takes it out."},
	{"N502", "the file is UTF-16",
	 "It is read all the same, but few other programs would. --fix stores it as "
	 "UTF-8: the text stays the same."},
	{"N503", "lines end in a carriage return alone",
	 "So did very old computers. It is read all the same; --fix ends each line as "
	 "programs do today."},
	{"N504", "quotes around a value are shown to the player",
	 "In other formats quotes surround a text; here they are part of it. Whether "
	 "they are meant only you know, so --fix leaves them."},
	{"N505", "what may be meant as a comment behind a value is shown to the player",
	 "A comment has a line of its own; what stands behind a text is part of it. "
	 "Whether it is meant only you know, so --fix leaves it."},
	{"N506", "marks of HTML, Markdown or another program are shown to the player",
	 "A pack has no markup: <b>, **, &amp; and \\n stand on the screen as they were typed. "
	 "Delete them, or type the character that is meant."},
	{"W601", "the right answer is by far the longest choice",
	 "Who writes a test makes the right answer exact, and so long; who takes many tests "
	 "knows it, and picks the longest (Haladyna, Downing and Rodriguez 2002: keep the "
	 "choices about equal in length). It counts as by far the longest with half as many "
	 "characters again as the next, and fifteen more."},
	{"N602", "a choice is 'all of the above'",
	 "Who knows that two choices are true picks it without reading the others, and who "
	 "knows one to be false leaves it (Haladyna, Downing and Rodriguez 2002: avoid it). A "
	 "question may have several lines with 'right' instead, and the player picks them all."},
	{"N603", "a choice is 'none of the above'",
	 "Where it is right, the question finds out who knows what is false, not who knows "
	 "what is true; where it is wrong, few are drawn to it (Haladyna, Downing and "
	 "Rodriguez 2002: use it with care)."},
	{"N604", "a question says 'not' and does not stress it",
	 "Many overlook it, and answer the opposite question (Haladyna, Downing and "
	 "Rodriguez 2002: word the question positively; where it must be negative, put the "
	 "word in capitals)."},
	{"W605", "the right answer alone repeats a word of the question",
	 "Who knows nothing picks the choice that sounds like the question, and is right "
	 "(Haladyna, Downing and Rodriguez 2002: avoid clues by words that sound or look "
	 "alike)."},
	{"W606", "'a' or 'an' before a gap tells which choices fit",
	 "A choice that begins with a vowel does not go with 'a', so grammar does the player's "
	 "work (Haladyna, Downing and Rodriguez 2002: avoid grammatical clues)."},
	{"W607", "the right answer alone has a capital letter or a full stop, or has none",
	 "What is written with another care than the rest is noticed (Haladyna, Downing and "
	 "Rodriguez 2002: keep the choices alike in grammar and form)."},
	{"W608", "a choice names others by their places, and the choices are shuffled",
	 "'Both A and B', or 'the first two', means other choices after every shuffle, and the "
	 "answer is wrong then."},
	{"W609", "a choice overlaps with the right answer",
	 "A number in both ranges makes both choices right (Haladyna, Downing and Rodriguez "
	 "2002: the choices must not overlap)."},
	{"W610", "two choices look the same at a glance",
	 "They differ in capitals, blanks, hyphens, a full stop or a doubled letter alone. One "
	 "of them is most likely left over, or a player picks the wrong one by a slip of the "
	 "eye."},
	{"W611", "a choice is of another kind than all the others",
	 "A number among words, or one with a unit among some without, stands out, and is "
	 "picked or passed over for that (Haladyna, Downing and Rodriguez 2002: keep the "
	 "choices alike)."},
	{"N612", "a question has fewer than three choices",
	 "Who guesses is right every second time. Two good wrong answers are enough: a third one "
	 "seldom draws anybody (Rodriguez 2005). A statement to judge has two by its nature."},
	{"W613", "a question takes longer to read than its time",
	 "Grown-ups read silently at some 238 words a minute (Brysbaert 2019, over 190 "
	 "studies), and many a player is slower. Without 'time' the clock goes by the length "
	 "of the text."},
	{"W614", "a question does not say what it is about",
	 "'Which of these is true?' is as many questions as it has choices. A good question "
	 "can be answered before its choices are read (Haladyna, Downing and Rodriguez 2002: "
	 "put the central idea into the question)."},
	{"W615", "a picture or a sound is not told in words",
	 "Who cannot see or hear it, or plays on a machine without sound, has nothing to "
	 "answer by."},
	{"N616", "a picture or a sound has no credit",
	 "Most licences ask for the name of whoever made it; and nobody can pass on a pack "
	 "without knowing whose its pictures are."},
	{"N617", "a question has no 'why'",
	 "It turns a wrong answer into something learnt: without it, a wrong choice may be "
	 "what stays in mind (Butler and Roediger 2008)."},
	{"N618", "a question has no 'source'",
	 "Who doubts an answer wants to look it up; and so will you, when the facts have "
	 "changed."},
	{"W619", "the answer stands in the question's own hint, or in the words for its picture",
	 "The hint is shown, and the words for a picture or a sound are read aloud, before anybody "
	 "answers. A hint helps to think; the words for a picture say what is seen, not what it is "
	 "called, where that is the question."},
	{"W620", "a letter, a number or a tick was copied along with a text",
	 "The game gives the choices letters of its own and shuffles them, so \"a) Lima\" may "
	 "stand "
	 "behind a C; and who reads (wrong) behind a choice need not know it."},
	{"W621", "a question is asked twice",
	 "Who met it a moment ago is asked again, and a class sees that nobody looked. Case, "
	 "blanks "
	 "and punctuation make no difference, and all packs of the run are compared. Where the "
	 "right answers differ, one of them is most likely wrong."},
	{"N622", "two questions are nearly the same",
	 "They share nearly all of their rare words and the right answer, and neither numbers nor "
	 "a denial tells them apart. Keep the better one, or ask for another side of the matter."},
	{"N623", "a question tells the answer of another one",
	 "Whoever gets both in one game need not know the second. Leave the answer out of the text "
	 "or the explanation, or ask only one of the two. Said only of packs that one game can "
	 "ask whole."},
	{"W631", "right answers stand in one place too often",
	 "Where the order of choices is kept, whoever notices the favourite place is right without "
	 "knowing anything. Spread the right answers, or let the choices be shuffled: delete "
	 "shuffle = no. Said where chance alone would do so less than once in a thousand packs."},
	{"W632", "the right answer is the longest too often",
	 "Writers say exactly what is right and dash off the rest; players who know nothing choose "
	 "the longest. Let wrong answers be as exact and as long as the right one. Said where "
	 "chance alone would do so less than once in a thousand packs."},
	{"N633", "too many statements are true, or too many false",
	 "Who says the same every time scores without knowing anything. Turn some statements "
	 "around. Said where chance alone would do so less than once in a hundred packs."},
	{"N634", "right numbers are too seldom, or too often, the smallest or the largest",
	 "Most writers put wrong numbers on both sides of the right one, and players know: the "
	 "outer ones are out. Let the right one be the smallest or the largest as often as "
	 "chance would."},
	{"N635", "questions of a pack with topics have none",
	 "A game in rounds asks one topic after the other: what stands under no topic is not "
	 "asked there. Above the first [topic NAME] is under none."},
	{"N636", "most questions of a pack are translated, and some are not",
	 "Who plays in that language meets a question in another one. Translate it too; the game "
	 "shows the pack's own words wherever a translation is missing."},
	{"N641", "the page of a question scrolls on a screen of this size",
	 "Who plays sees a part of it at a time, while the clock runs. It can be read to its end, "
	 "with the wheel, a finger or the keys; a shorter question or shorter choices fit."},
	{"N642", "the letters of a question are as small as they may get",
	 "It fits, and nothing smaller would be readable. A shorter question has larger letters."},
	{"W643", "no font on this machine has a character",
	 "A sign stands in its place. Another machine may have a font for it, the one in the "
	 "classroom "
	 "may not."},
	{"E644", "a text is not whole, or not in its place, on a page of the game",
	 "The game's pages are to keep every text whole. Where one does not, that is a mistake of "
	 "the "
	 "game: please report it, with the pack."},
	{"N645", "the page with the answer scrolls on a screen of this size",
	 "What was right and the reason come first; the question and its choices follow below."},
	{"N646", "a name has no room in its line",
	 "It ends in dots there. The shorter it is, the more screens show it whole."},
	{"E701", "a file to import has no question",
	 "Look whether the format you named is that of the file."},
	{"E702", "a question to import lacks a part, or has too many",
	 "It was left out, all others came along. Put it right in the file and import "
	 "again, or write it into the pack."},
	{"E703", "a text to import is too long for the screen",
	 "It would not fit on a screen, and it is never cut. Make it shorter in the "
	 "file, or write the question into the pack in fewer words."},
	{"E704", "a question to import is not written as its format has it",
	 "It was left out, all others came along. Put it right at the place that is "
	 "named."},
	{"E705", "a question to import is of a kind that there is not here",
	 "It was left out. Perhaps it can be asked with choices to choose from."},
	{"E706", "a question to import was in the file before",
	 "Each question is asked once. Where the two differ, change the words of one of "
	 "them."},
	{"W711", "a pack that is imported has no title",
	 "Players choose a pack by its title. It got the name of the file; write a better one into "
	 "its "
	 "first line."},
	{"W712", "a pack that is imported has no licence",
	 "Without one nobody may pass the questions on. Questions of others keep the licence they "
	 "came with."},
	{"W713", "questions that are imported have no source",
	 "Who was wrong wants to look it up, and a licence mostly asks that the author is named."},
	{"W714", "something of a question to import cannot come along",
	 "The question came along without it. Look whether it still makes sense."},
	{"N721", "bytes of a file to import are no UTF-8, and were read as Windows-1252",
	 "So most files were stored on Windows. Look at the letters with accents; where they are "
	 "wrong, "
	 "save the file with the encoding UTF-8 and import it again."},
	{"N722", "a pack that is imported names no language",
	 "Reading aloud, and the advice of `check` on how questions are worded, go by the "
	 "language."},
	{"N723", "how texts to import look (bold, italics, colour) cannot come along",
	 "Text is plain here. Where a question leans on it, as in 'the word in bold', say it in "
	 "words."},
	{"N724", "a file to import was read in the most likely way",
	 "Look at the first questions of the pack, whether they are as you meant them."},
	{"W751", "questions cannot be written in the other format",
	 "What such a question needs has no place in that format, as the message says: each one "
	 "that "
	 "is left out is named. All others were written, and the pack keeps all of them."},
	{"N752", "the other format has no place for something",
	 "The questions were written without it. Keep the pack: it has all of it."},
	{"E753", "a file of the pack cannot be read when it is to be written",
	 "The question would go out without its picture or sound. Look whether the file "
	 "is still there."},
	{"W754", "what is written is beyond a limit of the other program",
	 "It may refuse the file, or cut the text there. Make it shorter in the pack and export "
	 "again."},
	{"W755", "a question is written without its picture",
	 "The other format holds words alone, or the file cannot be read. Look whether the "
	 "question "
	 "still makes sense without it, and add the picture by hand over there."},
	{"E801", "a key of a kiosk's file is not known",
	 "What it was to say does not hold, and the kiosk does as without it. The man page "
	 "stairwell-kiosk(5) lists the keys."},
	{"E802", "reading a pack crashed, hung or took too much memory",
	 "A kiosk reads each pack in a process of its own first, so that no pack can end the "
	 "game. This one ended that process: it is left out, and the last good version of it, "
	 "where there is one, stays. Make the pack anew from what it was made of."},
	{"E803", "a pack was in play when the game crashed, twice",
	 "It sits out until its file changes, so that a kiosk does not crash again and again. "
	 "Look at its pictures and sounds first; whoever runs the kiosk can let it in again."},
	{"W804", "a picture or a sound cannot be decoded",
	 "Its head is as it should be, and what follows is not: the file may be cut off. Copy it "
	 "anew, or save it anew from what it was made of."},
	{"E805", "a colour of a kiosk cannot be told from what lies around it",
	 "Who sees badly, or stands in the sun, could not read it. Take the colour that is named, "
	 "or one that is lighter or darker still."},
	{"W806", "a kiosk's packs are not where its file says",
	 "Nothing is played from there. The kiosk goes on with its other packs, and takes these up "
	 "as soon as they are there."},
	{"W807", "a kiosk's report cannot be written where its file says",
	 "The nightly report would be lost; what it is made of stays, and the next one has it. "
	 "Make the folder, and let the kiosk's user write there."},
	{"W808", "a language of a kiosk's file is none",
	 "It is offered to visitors, and no pack has it. Take the short name of the language, as "
	 "in en, de or pt-BR."},
	{"W809", "a value of a kiosk's file stands in quotation marks",
	 "They are shown on the screen with a title or a headline; around a path they are left "
	 "out. Delete them where they are not meant."},
	{"W810", "a kiosk's file names the same packs twice",
	 "They are offered once. Delete one of the lines, or name the packs that were meant."},
	{"W811", "a pack has not all languages of its kiosk",
	 "A visitor who chooses one of those sees this pack in the language it was written in. "
	 "Translate the pack, or take the language out of the kiosk's file."},
	{"E812", "a kiosk has nothing to play",
	 "Visitors see that it is away until a pack can be played. Name a folder that has packs "
	 "without mistakes, or put such packs there."},
	{"W813", "a pack of a kiosk cannot be played",
	 "The kiosk plays its other packs, and takes this one up as soon as its mistakes are "
	 "mended. "
	 "stairwell check tells each of them."},
	{0},
};
