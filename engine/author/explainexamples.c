#include "explain.h"

#define TITLE   "title = Capitals\n\n"
#define ASK     "[question]\nask = What is the capital of Australia?\n"
#define ANSWERS "right = Canberra\nwrong = Sydney\nwrong = Perth\n"

const struct example explain_examples[] = {
	{"E109", TITLE "[question]\nask = What is the capital\nof Australia?\n" ANSWERS,
	 TITLE "[question]\nask = What is the capital\n  of Australia?\n" ANSWERS},
	{"E112", TITLE "[question\nask = What is the capital of Australia?\n" ANSWERS,
	 TITLE ASK ANSWERS},
	{"E113",
	 TITLE "[question] # an easy one\nask = What is the capital of Australia?\n" ANSWERS,
	 TITLE "# an easy one\n" ASK ANSWERS},
	{"E117", TITLE "[question]\nask: What is the capital of Australia?\n" ANSWERS,
	 TITLE ASK ANSWERS},
	{"E201", ASK ANSWERS, TITLE ASK ANSWERS},
	{"E202", TITLE "author = Ada\n", TITLE "author = Ada\n\n" ASK ANSWERS},
	{"E206", TITLE "[defaults for all]\ntime = 30\n\n" ASK ANSWERS,
	 TITLE "[defaults]\ntime = 30\n\n" ASK ANSWERS},
	{"E302", TITLE ASK "wrong = Sydney\nwrong = Perth\n", TITLE ASK ANSWERS},
	{"E305",
	 TITLE "[question]\nask = Venice is the capital of Italy.\nanswer = false\nwrong = Rome\n",
	 TITLE "[question]\nask = Venice is the capital of Italy.\nanswer = false\n"},
	{"E306", TITLE ASK ANSWERS "wrong = Sydney\n", TITLE ASK ANSWERS "wrong = Melbourne\n"},
	{"E307", TITLE "[question What is the capital of Australia?]\n" ANSWERS,
	 TITLE "[question australia]\nask = What is the capital of Australia?\n" ANSWERS},
	{"E308", TITLE ASK "because = It is a city of civil servants.\n" ANSWERS,
	 TITLE ASK "right = Canberra\nbecause = It was built to be the capital.\nwrong = Sydney\n"},
	{"E310", TITLE ASK ANSWERS "author = Ada\n", TITLE "author = Ada\n\n" ASK ANSWERS},
	{"E311", TITLE ASK ANSWERS "ask = And of Italy?\nright = Rome\nwrong = Milan\n",
	 TITLE ASK ANSWERS "\n[question]\nask = And of Italy?\nright = Rome\nwrong = Milan\n"},
	{"E312", TITLE ASK ANSWERS "time = a minute\n", TITLE ASK ANSWERS "time = 1m\n"},
	{"E313", TITLE ASK "ask.7 = Wie heißt die Hauptstadt Australiens?\n" ANSWERS,
	 TITLE ASK "ask.de = Wie heißt die Hauptstadt Australiens?\n" ANSWERS},
	{"E314",
	 TITLE "[question]\nask.de = Wie heißt die Hauptstadt Australiens?\nask = What is the "
	       "capital of Australia?\n" ANSWERS,
	 TITLE ASK "ask.de = Wie heißt die Hauptstadt Australiens?\n" ANSWERS},
	{"E318",
	 TITLE "[question]\nask = Which are cities of Australia?\nshow = 2\nright = Perth\nright = "
	       "Sydney\nwrong = Rome\n",
	 TITLE "[question]\nask = Which are cities of Australia?\nshow = 3\nright = Perth\nright = "
	       "Sydney\nwrong = Rome\n"},
	{"E324",
	 TITLE
	 "[question]\nask = What is the capital of Australia?\nrihgt = Canberra\nwrong = Sydney\n",
	 TITLE
	 "[question]\nask = What is the capital of Australia?\nright = Canberra\nwrong = Sydney\n"},
	{"W401", TITLE ASK ANSWERS "hnit = It is not the largest city.\n",
	 TITLE ASK ANSWERS "hint = It is not the largest city.\n"},
	{"W402", TITLE "[topics Oceania]\n" ASK ANSWERS, TITLE "[topic Oceania]\n" ASK ANSWERS},
	{"W404",
	 TITLE ASK ANSWERS "why = It was built in 1913.\n  becuase = Two cities quarrelled.\n",
	 TITLE ASK "right = Canberra\nbecause = Two cities quarrelled.\nwrong = Sydney\n"},
	{"W405", TITLE ASK ANSWERS "why = The ranks:\n  # 1 Sydney\n",
	 TITLE ASK ANSWERS "why = The ranks:\n  |# 1 Sydney\n"},
	{"N504",
	 TITLE "[question]\nask = What is the capital of Australia?\nright = \"Canberra\"\nwrong = "
	       "Sydney\n",
	 TITLE
	 "[question]\nask = What is the capital of Australia?\nright = Canberra\nwrong = Sydney\n"},
	{"N505",
	 TITLE "[question]\nask = What is the capital of Australia?\nright = Canberra ; since "
	       "1913\nwrong = Sydney\n",
	 TITLE "[question]\nask = What is the capital of Australia?\n# since 1913\nright = "
	       "Canberra\nwrong = Sydney\n"},
	{"W601",
	 TITLE ASK
	 "right = Canberra, which was built to be the capital in 1913\nwrong = Sydney\nwrong = "
	 "Perth\n",
	 TITLE ASK ANSWERS "why = It was built to be the capital in 1913.\n"},
	{"N602",
	 TITLE "[question]\nask = Which of these are cities of Australia?\nwrong = Sydney\nwrong = "
	       "Perth\nright = All of the above\n",
	 TITLE "[question]\nask = Which of these are cities of Australia?\nright = Sydney\nright = "
	       "Perth\nwrong = Auckland\n"},
	{"N604",
	 TITLE "[question]\nask = Which of these is not in Australia?\nright = Auckland\n"
	       "wrong = Sydney\nwrong = Perth\n",
	 TITLE "[question]\nask = Which of these is in New Zealand?\nright = Auckland\n"
	       "wrong = Sydney\nwrong = Perth\n"},
	{"W605",
	 TITLE "[question]\nask = Which town is the largest in Kent?\nright = A town on the "
	       "Medway\nwrong = A village by the sea\nwrong = A farm\n",
	 TITLE "[question]\nask = What is the largest settlement in Kent?\nright = A town on the "
	       "Medway\nwrong = A village by the sea\nwrong = A farm\n"},
	{"W606",
	 TITLE "[question]\nask = The bird that lays the largest egg is an\nright = "
	       "ostrich\nwrong = swan\nwrong = heron\n",
	 TITLE "[question]\nask = The bird that lays the largest egg is a(n)\nright = "
	       "ostrich\nwrong = swan\nwrong = heron\n"},
	{"W608",
	 TITLE "[question]\nask = Which of these are cities of Australia?\nwrong = Sydney\nwrong = "
	       "Perth\nwrong = Auckland\nright = Both A and B\n",
	 TITLE "[question]\nask = Which of these are cities of Australia?\nright = Sydney\nright = "
	       "Perth\nwrong = Auckland\n"},
	{"W609",
	 TITLE
	 "[question]\nask = How many of the states of Australia have a coast?\nright = 5-6\nwrong "
	 "= more than 4\nwrong = 1-2\n",
	 TITLE
	 "[question]\nask = How many of the states of Australia have a coast?\nright = 5-6\nwrong "
	 "= 3-4\nwrong = 1-2\n"},
	{"W614",
	 TITLE
	 "[question]\nask = Which of these statements is true?\nright = The capital of "
	 "Australia is Canberra\nwrong = Perth lies in the east\nwrong = Sydney has no port\n",
	 TITLE ASK ANSWERS},
	{NULL, NULL, NULL},
};
