/* The lists, by language. Words are in small letters; each list has what most texts need, no more.
 */
#include "language.h"

const struct language languages[] = {
	{"en",
	 "s es 's ed d ing er ers ly",
	 {
		 {WORD_ASKS, "which what who whom whose when where"},
		 {WORD_STOP,
		  "a an the this that these those there here it its it's he him his she her hers "
		  "they "
		  "them their theirs we us our you your i me my who whom whose which what what's "
		  "when "
		  "where why how is are was were be been being am do does did done has have had "
		  "having "
		  "can could may might must shall should will would of in on at to from by for "
		  "with "
		  "without into onto over under about after before between among during through "
		  "against within upon off out up down and or nor but so than as if because while "
		  "though not no never only also just even very too more most less least many much "
		  "few some any each every all both either neither other another such same one "
		  "ones "
		  "none isn't aren't doesn't don't didn't wasn't weren't can't cannot won't called "
		  "name named known often usually mainly following kind type sort used use made "
		  "make "
		  "makes mean means become became according like per first"},
		 {WORD_NEGATIVE,
		  "not never except isn't aren't wasn't weren't don't doesn't didn't can't cannot "
		  "couldn't won't wouldn't shouldn't hasn't haven't hadn't"},
		 {WORD_WHY, "why how"},
		 {WORD_CLAUSE,
		  "that who whose whom because if when although though unless where while but"},
		 {WORD_SOFTENS, "only just merely yet or alone least"},
		 {WORD_AND, "and or nor but"},
		 {WORD_CHOICES,
		  "both either neither only all none the of answer answers choice choices option "
		  "options statement statements are is correct right true but not"},
		 {WORD_PLACE,
		  "first second third fourth last previous above preceding former latter"},
		 {WORD_NUMERAL,
		  "zero none one two three four five six seven eight nine ten eleven twelve "
		  "thirteen "
		  "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
		  "sixty seventy eighty ninety hundred thousand million billion dozen half quarter "
		  "twice once third thirds infinite infinitely"},
		 {WORD_OVER, "more over above least exceeding longer older greater"},
		 {WORD_UNDER, "less fewer under below most up shorter younger"},
		 {WORD_TO, "to through between"},
		 {WORD_VAGUE,
		  "following statement statements sentence sentences true false correct incorrect "
		  "right "
		  "wrong answer answers option options choice choices choose select pick best fact "
		  "facts applies apply"},
		 {WORD_ALL,
		  "all of the above|all the above|all of these|all of them|all of those|all these|"
		  "all three|all four|all the answers are correct|all answers are correct|all are "
		  "correct|"
		  "all are true|all of the above are correct|all of these are correct|"
		  "all of these answers|all of the other answers|both of the above|both of these|"
		  "all of the options|all the options|each of the above|each of these"},
		 {WORD_NONE,
		  "none of the above|none of these|none of them|none of those|neither of the above|"
		  "neither of these|none of the options|none of these answers|none of the answers|"
		  "none of the other answers|none are correct|none is correct|none of these is "
		  "correct|"
		  "none of the above is correct|none of these are correct|no correct answer"},
	 }},
	{"de",
	 "e en er es s n em ern in innen",
	 {
		 {WORD_ASKS, "welche welcher welches welchen welchem wer wen wem was wo wann"},
		 {WORD_STOP,
		  "der die das den dem des ein eine einen einem einer eines und oder aber nicht "
		  "kein "
		  "keine keinen keinem keiner ist sind war waren wird werden wurde wurden sein hat "
		  "haben "
		  "hatte hatten kann können konnte muss müssen soll sollen darf dürfen mag es er "
		  "sie ihr "
		  "ihm ihn ihre ihren ihrem ihrer sein seine seinen seinem seiner wir uns ihr man "
		  "sich "
		  "ich du wer wen wem wessen was welche welcher welches welchen welchem wann wo "
		  "woher "
		  "wohin warum wieso weshalb wie viel viele wieviel in im ins an am auf aus bei "
		  "beim mit "
		  "nach von vom vor zu zum zur über unter durch für gegen ohne um bis seit während "
		  "zwischen als wenn weil dass ob auch nur noch schon sehr mehr meist meisten "
		  "diese "
		  "dieser dieses diesen diesem jene folgende folgenden folgender heißt hieß heißen "
		  "genannt nennt nennen man dort hier so am etwa ersten erste"},
		 {WORD_NEGATIVE,
		  "nicht kein keine keinen keinem keiner keines nie niemals außer ausser"},
		 {WORD_WHY, "warum wieso weshalb wie"},
		 {WORD_CLAUSE, "dass weil wenn obwohl ob da sondern aber"},
		 {WORD_SOFTENS, "nur bloß allein oder mehr"},
		 {WORD_AND, "und oder noch sowie aber"},
		 {WORD_CHOICES, "beide beides sowohl weder nur alle die der das antwort antworten "
				"sind ist richtig "
				"stimmt stimmen als auch lösungen lösung nicht"},
		 {WORD_PLACE, "erste ersten erster zweite zweiten dritte dritten vierte letzte "
			      "letzten oben obigen "
			      "oberen vorige vorigen genannten"},
		 {WORD_NUMERAL,
		  "null keine ein eine eins zwei drei vier fünf sechs sieben acht neun zehn elf "
		  "zwölf "
		  "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig "
		  "vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million "
		  "millionen "
		  "milliarde milliarden dutzend halb halbe viertel einmal zweimal dreimal "
		  "unendlich"},
		 {WORD_OVER, "mehr über mindestens ab wenigstens"},
		 {WORD_UNDER, "weniger unter höchstens maximal"},
		 {WORD_TO, "bis zwischen"},
		 {WORD_VAGUE,
		  "folgende folgenden folgender aussage aussagen satz sätze stimmt stimmen richtig "
		  "richtige falsch falsche wahr zutreffend trifft zu antwort antworten"},
		 {WORD_ALL,
		  "alle genannten|alle oben genannten|alle davon|alle antworten sind richtig|"
		  "alle antworten stimmen|alle antworten|alles davon|alle drei|alle sind richtig|"
		  "alle obigen|alles oben genannte|beide genannten|alle dieser antworten|"
		  "alle diese antworten|alles trifft zu|alle treffen zu"},
		 {WORD_NONE,
		  "keine der genannten|keine der oben genannten|keines davon|keine davon|keiner "
		  "davon|"
		  "keine dieser antworten|keine antwort ist richtig|keine antwort stimmt|"
		  "keine der antworten|nichts davon|keine von diesen|keiner von diesen|"
		  "keine der antworten ist richtig|keines der genannten|keiner der genannten|"
		  "keins davon|keine der obigen"},
	 }},
	{"fr",
	 "s e es x",
	 {
		 {WORD_ASKS, "quel quelle quels quelles qui lequel laquelle où quand"},
		 {WORD_STOP,
		  "le la les l un une des du de d au aux ce cet cette ces il elle ils elles on "
		  "nous vous "
		  "je tu se s'est son sa ses leur leurs notre votre qui que quoi dont où quand "
		  "comment "
		  "pourquoi combien quel quelle quels quelles lequel laquelle lesquels est sont "
		  "était "
		  "étaient être a ont avait avaient avoir fut furent peut peuvent doit fait faire "
		  "et ou "
		  "mais donc ni car ne pas plus moins très aussi seulement dans en sur sous par "
		  "pour "
		  "avec sans entre vers chez avant après pendant depuis contre comme si y c'est "
		  "qu'est-ce qu'est est-ce qu'il qu'elle qu'on s'appelle appelle appelé nom "
		  "suivant "
		  "suivante suivants suivantes parmi l'un d'un d'une n'est n'a premier première"},
		 {WORD_NEGATIVE, "pas sauf excepté aucun aucune"},
		 {WORD_WHY, "pourquoi comment"},
		 {WORD_CLAUSE, "que parce si quand lorsque mais puisque bien"},
		 {WORD_SOFTENS, "seulement uniquement ou encore"},
		 {WORD_AND, "et ou ni mais"},
		 {WORD_CHOICES, "les la le toutes deux seulement ni réponse réponses choix sont "
				"est correctes correcte "
				"vraies uniquement"},
		 {WORD_PLACE,
		  "premier première premiers premières deuxième second seconde troisième quatrième "
		  "dernier dernière derniers dernières précédente précédentes précédent précédents "
		  "dessus"},
		 {WORD_NUMERAL,
		  "zéro aucun aucune un une deux trois quatre cinq six sept huit neuf dix onze "
		  "douze "
		  "treize quatorze quinze seize vingt trente quarante cinquante soixante cent "
		  "cents "
		  "mille million millions milliard milliards douzaine demi moitié quart tiers "
		  "infini infinité"},
		 {WORD_OVER, "plus"},
		 {WORD_UNDER, "moins jusqu'à"},
		 {WORD_TO, "à entre"},
		 {WORD_VAGUE, "suivante suivantes suivant suivants affirmation affirmations phrase "
			      "phrases vrai vraie "
			      "vraies faux fausse fausses correct correcte correctes exacte exact "
			      "juste réponse "
			      "réponses bonne choisissez proposition propositions"},
		 {WORD_ALL, "toutes les réponses ci-dessus|toutes ces réponses|toutes les réponses|"
			    "toutes les réponses sont correctes|toutes les réponses sont bonnes|"
			    "toutes les réponses précédentes|tous ces éléments|tout cela|toutes "
			    "les précédentes|"
			    "toutes ces propositions|les trois|les deux|toutes les propositions|"
			    "toutes les réponses sont vraies|tout ce qui précède"},
		 {WORD_NONE,
		  "aucune de ces réponses|aucune des réponses ci-dessus|aucune des réponses|"
		  "aucune des réponses précédentes|aucun de ces éléments|aucune de ces "
		  "propositions|"
		  "aucune réponse n'est correcte|rien de tout cela|aucun d'entre eux|"
		  "aucune d'entre elles|aucune réponse|aucune des propositions"},
	 }},
	{"es",
	 "s es a o as os",
	 {
		 {WORD_ASKS, "qué quién quiénes cuál cuáles dónde cuándo cuánto"},
		 {WORD_STOP,
		  "el la los las lo un una unos unas de del al a y e o u pero que qué quién "
		  "quiénes "
		  "cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas por para con sin en "
		  "sobre "
		  "entre hasta desde hacia durante contra según como si no sí es son era eran fue "
		  "fueron "
		  "ser está están estaba estar ha han había hay tiene tienen puede pueden debe "
		  "hace hizo "
		  "se su sus le les me te nos mi tu este esta estos estas ese esa eso aquel más "
		  "menos muy "
		  "también sólo solo ya cual quien donde cuando siguiente siguientes llama llamaba "
		  "nombre conoce primer primera primero"},
		 {WORD_NEGATIVE, "no nunca jamás excepto salvo ningún ninguno ninguna"},
		 {WORD_WHY, "por cómo porqué"},
		 {WORD_CLAUSE, "que porque si cuando aunque pero sino"},
		 {WORD_SOFTENS, "sólo solo solamente o"},
		 {WORD_AND, "y e o u ni pero"},
		 {WORD_CHOICES, "ambas ambos las los la el sólo solo ni respuesta respuestas "
				"opción opciones son es "
				"correcta correctas"},
		 {WORD_PLACE, "primera primeras primero primeros primer segunda segundo tercera "
			      "tercero cuarta última "
			      "últimas último últimos anterior anteriores"},
		 {WORD_NUMERAL,
		  "cero ninguno ninguna un uno una dos tres cuatro cinco seis siete ocho nueve "
		  "diez once "
		  "doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta "
		  "ochenta "
		  "noventa cien ciento mil millón millones docena medio mitad cuarto tercio "
		  "infinitos infinitas"},
		 {WORD_OVER, "más mayor mínimo"},
		 {WORD_UNDER, "menos menor hasta máximo"},
		 {WORD_TO, "a entre"},
		 {WORD_VAGUE,
		  "siguiente siguientes afirmación afirmaciones frase frases verdadera verdaderas "
		  "verdadero falsa falsas falso correcta correctas correcto incorrecta respuesta "
		  "respuestas opción opciones elige"},
		 {WORD_ALL,
		  "todas las anteriores|todos los anteriores|todas las respuestas anteriores|"
		  "todas las respuestas son correctas|todas son correctas|todo lo anterior|"
		  "todas ellas|todos ellos|todas estas|todos estos|ambas son correctas|"
		  "todas las opciones|los tres|las tres|todas las respuestas"},
		 {WORD_NONE,
		  "ninguna de las anteriores|ninguno de los anteriores|"
		  "ninguna de las respuestas anteriores|ninguna es correcta|nada de lo anterior|"
		  "ninguna de ellas|ninguno de ellos|ninguna de estas|ninguno de estos|"
		  "ninguna respuesta es correcta|ninguna de las opciones"},
	 }},
	{"it",
	 "a e i o",
	 {
		 {WORD_ASKS, "chi quale quali cosa dove quando quanti"},
		 {WORD_STOP,
		  "il lo la i gli le l un uno una un' di del dello della dei degli delle a al allo "
		  "alla "
		  "ai agli alle da dal dallo dalla dai in nel nello nella nei nelle con su sul "
		  "sulla sui "
		  "per tra fra e ed o ma che chi cosa cui quale quali quando dove come perché "
		  "quanto "
		  "quanta quanti quante è sono era erano fu furono essere ha hanno aveva avere può "
		  "possono deve si suo sua suoi sue loro lui lei noi voi mi ti ci non più meno "
		  "molto "
		  "anche solo questo questa questi queste quello quella qual dell'anno cos'è dov'è "
		  "seguenti seguente chiama chiamava nome stato stata primo prima c'è"},
		 {WORD_NEGATIVE, "non mai tranne eccetto nessun nessuno nessuna"},
		 {WORD_WHY, "perché come"},
		 {WORD_CLAUSE, "che se quando perché ma anche"},
		 {WORD_SOFTENS, "solo soltanto solamente o"},
		 {WORD_AND, "e ed o né ma"},
		 {WORD_CHOICES, "entrambe entrambi le i la il solo né risposta risposte opzione "
				"opzioni sono è corretta "
				"corrette"},
		 {WORD_PLACE, "prima prime primo primi seconda secondo terza terzo quarta ultima "
			      "ultime ultimo ultimi "
			      "precedente precedenti sopra"},
		 {WORD_NUMERAL, "zero nessuno nessuna un uno una due tre quattro cinque sei sette "
				"otto nove dieci undici "
				"dodici tredici quattordici quindici sedici venti trenta quaranta "
				"cinquanta sessanta "
				"settanta ottanta novanta cento mille mila milione milioni "
				"miliardo miliardi dozzina "
				"mezzo metà quarto terzo infiniti infinite"},
		 {WORD_OVER, "più oltre almeno minimo"},
		 {WORD_UNDER, "meno massimo sotto"},
		 {WORD_TO, "a tra fra"},
		 {WORD_VAGUE,
		  "seguenti seguente affermazione affermazioni frase frasi vera vere vero falsa "
		  "false "
		  "falso corretta corrette corretto giusta esatta errata risposta risposte opzione "
		  "opzioni scegli"},
		 {WORD_ALL,
		  "tutte le precedenti|tutti i precedenti|tutte le risposte precedenti|"
		  "tutte le risposte sono corrette|tutte le risposte|tutte queste|tutti questi|"
		  "tutte e tre|tutti e tre|tutte le opzioni|tutto quanto sopra|entrambe le "
		  "precedenti"},
		 {WORD_NONE, "nessuna delle precedenti|nessuno dei precedenti|nessuna delle "
			     "risposte precedenti|"
			     "nessuna risposta è corretta|nessuna di queste|nessuno di questi|"
			     "nessuna delle risposte|nessuna delle opzioni"},
	 }},
	{"nl",
	 "e en n s er",
	 {
		 {WORD_ASKS, "welke welk wie wat waar wanneer"},
		 {WORD_STOP, "de het een en of maar niet geen is zijn was waren wordt worden werd "
			     "werden heeft "
			     "hebben had hadden kan kunnen kon moet moeten mag zal zullen zou er "
			     "hij zij ze hem haar "
			     "hun wij we je jij u ik men zich die dat deze dit welke welk wie wat "
			     "wanneer waar "
			     "waarom hoe hoeveel wiens in op aan uit bij met na naar van voor te "
			     "tot over onder door "
			     "tegen zonder om sinds tijdens tussen als dan dus ook nog al zeer "
			     "meer meest volgende "
			     "heet heette noemt genoemd naam eerste zich waarin waarvan"},
		 {WORD_NEGATIVE, "niet geen nooit behalve"},
		 {WORD_WHY, "waarom hoe"},
		 {WORD_CLAUSE, "dat omdat als wanneer hoewel maar"},
		 {WORD_SOFTENS, "alleen slechts of"},
		 {WORD_AND, "en of noch maar"},
		 {WORD_CHOICES,
		  "beide zowel noch alleen de het antwoord antwoorden zijn is juist correct als"},
		 {WORD_PLACE, "eerste tweede derde vierde laatste vorige bovenstaande hierboven"},
		 {WORD_NUMERAL, "nul geen een één twee drie vier vijf zes zeven acht negen tien "
				"elf twaalf dertien "
				"veertien vijftien zestien zeventien achttien negentien twintig "
				"dertig veertig vijftig "
				"zestig zeventig tachtig negentig honderd duizend miljoen miljard "
				"dozijn half kwart oneindig"},
		 {WORD_OVER, "meer boven minstens vanaf ruim"},
		 {WORD_UNDER, "minder onder hoogstens maximaal"},
		 {WORD_TO, "tot tussen"},
		 {WORD_VAGUE,
		  "volgende bewering beweringen stelling stellingen uitspraak uitspraken waar "
		  "onwaar juist "
		  "juiste onjuist onjuiste correct goed fout antwoord antwoorden klopt"},
		 {WORD_ALL,
		  "alle bovenstaande|al het bovenstaande|alle bovenstaande antwoorden|"
		  "alle antwoorden zijn juist|alle antwoorden zijn goed|alle antwoorden|allemaal|"
		  "alle drie|al deze|alle genoemde|beide antwoorden zijn juist"},
		 {WORD_NONE,
		  "geen van de bovenstaande|geen van bovenstaande|geen van deze|geen van alle|"
		  "geen van de antwoorden|geen enkel antwoord is juist|geen van deze antwoorden|"
		  "geen van de genoemde|geen van beide|geen van allen"},
	 }},
	{"pt",
	 "s es a o as os",
	 {
		 {WORD_ASKS, "que qual quais quem onde quando quantos"},
		 {WORD_STOP, "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos "
			     "às por pelo pela "
			     "pelos pelas para com sem sobre entre até desde durante contra e ou "
			     "mas que quê quem "
			     "qual quais quando onde como quanto quanta quantos quantas porque é "
			     "são era eram foi "
			     "foram ser está estão estava estar tem têm tinha ter há pode podem "
			     "deve faz fez se seu "
			     "sua seus suas ele ela eles elas eu nós você este esta estes estas "
			     "esse essa isso não "
			     "mais menos muito também só já seguinte seguintes chama chamava nome "
			     "primeiro primeira"},
		 {WORD_NEGATIVE, "não nunca jamais exceto salvo nenhum nenhuma"},
		 {WORD_WHY, "por como porque"},
		 {WORD_CLAUSE, "que porque se quando embora mas"},
		 {WORD_SOFTENS, "só somente apenas ou"},
		 {WORD_AND, "e ou nem mas"},
		 {WORD_CHOICES, "ambas ambos as os a o só apenas nem resposta respostas opção "
				"opções são é correta "
				"corretas"},
		 {WORD_PLACE, "primeira primeiras primeiro primeiros segunda segundo terceira "
			      "terceiro quarta última "
			      "últimas último últimos anterior anteriores acima"},
		 {WORD_NUMERAL,
		  "zero nenhum nenhuma um uma dois duas três quatro cinco seis sete oito nove dez "
		  "onze "
		  "doze treze catorze quatorze quinze vinte trinta quarenta cinquenta sessenta "
		  "setenta "
		  "oitenta noventa cem cento mil milhão milhões dúzia meio metade quarto terço "
		  "infinitos infinitas"},
		 {WORD_OVER, "mais maior mínimo"},
		 {WORD_UNDER, "menos menor até máximo"},
		 {WORD_TO, "a entre"},
		 {WORD_VAGUE, "seguinte seguintes afirmação afirmações frase frases verdadeira "
			      "verdadeiras verdadeiro "
			      "falsa falsas falso correta corretas correto incorreta certa errada "
			      "resposta respostas "
			      "opção opções escolha"},
		 {WORD_ALL,
		  "todas as anteriores|todos os anteriores|todas as respostas anteriores|"
		  "todas as respostas estão corretas|todas as alternativas|todas as opções|"
		  "todas elas|todos eles|todas estas|todos estes|todas as alternativas anteriores|"
		  "todas estão corretas|todas as acima|ambas as anteriores"},
		 {WORD_NONE,
		  "nenhuma das anteriores|nenhum dos anteriores|nenhuma das respostas anteriores|"
		  "nenhuma está correta|nenhuma delas|nenhum deles|nenhuma destas|nenhum destes|"
		  "nenhuma das alternativas|nenhuma das opções|nenhuma das alternativas "
		  "anteriores"},
	 }},
	{NULL, NULL, {{0}}},
};
