package quotation

// cries are nouns whose words follow "of": "chants of “shame”".
var cries = set("chant chants cry cries shout shouts scream screams call calls yells slogans choruses")

// nouns of saying take a clause or an infinitive: "the claim that …", "a pledge to …".
var nouns = set("plan plans proposals decision intention desire determination willingness claim statement allegation accusation warning promise pledge vow announcement argument assertion suggestion contention belief " +
	"prediction complaint charge demand admission acknowledgment denial insistence observation assurance proposal hope fear view opinion " +
	"remark comment conclusion confidence call threat offer request plea appeal commitment claims allegations accusations warnings promises " +
	"pledges calls threats demands suggestions statements fears hopes concerns concern complaints case point message doubt doubts worries belief idea notion impression signal description criticism appeal accusation")

// views are the nouns of "in X's view, …", "by his own account, …".
var views = set("view opinion words account estimate admission telling estimation reckoning assessment")

// voicing verbs put a noun of saying forward.
var voicing = set("expressed expresses voiced voices made makes issued issues raised raises repeated repeats gave gives offered offers drew " +
	"sent sends delivered delivers reiterated reiterates rejected rejects dismissed dismisses denied denies disputed disputes backed " +
	"underlined conveyed shared shares echoed echoes announced announces advanced advances put dropped")

// leanings are the nouns that tell an attitude rather than words said.
var leanings = set("plan plans decision intention desire determination willingness belief hope hopes fear fears worries doubt doubts confidence view opinion")

// intents are the nouns that take an infinitive of what was said.
var intents = set("plan plans proposal proposals decision intention desire determination willingness pledge promise vow threat threats offer call calls demand demands promises pledges commitment refusal")

// labels stand before a colon and speak for nobody.
var labels = set("question answer note notes update exclusive breaking watch video photo photos related source sources warning correction transcript " +
	"opinion analysis read listen live here details example result conclusion bottom-line background fact facts image pictured data hint reminder disclaimer " +
	"editor updated published posted location time date address subject re topics tags twitter facebook email follow q a p.s disclosure clarification")

// minded are adjectives that tell what someone thinks: "is confident that …".
var minded = set("confident certain sure convinced adamant hopeful optimistic skeptical doubtful worried concerned afraid aware glad proud " +
	"surprised disappointed grateful happy sorry angry frustrated insistent")

// someones are pronouns that a preposition may narrow down.
var someones = set("others someone everyone somebody anyone those people")

var hearers = set("reporters journalists")

// reasons are joining words that go on with what was said behind "he said,".
var reasons = set("because until since if unless though although so")

// vague pronouns announce nothing: "It gets better:".
var vague = set("it this that these those you which")

// causes are verbs that take a bare infinitive with its subject: "let editorials tell".
var causes = set("let lets letting help helps helped helping make makes made making")

var clauseOpeners = set("when while because although though whereas once since until before after as if but")

// asides are the words before a participle that sets it into another clause.
var asides = set("by after before despite while when in for as since besides")

var carriesOn = set("went goes going continued continues continuing proceeded proceeds took takes began begins started starts appeared appears seemed seems")

// withholding verbs deny that anything was said: "declined to comment".
var withholding = set("refuse decline hesitate")

// abbreviations are the words that carry a full stop in the middle of a sentence.
var abbreviations = set("mr mrs ms dr prof sen rep reps sens gov gen lt col sgt capt cmdr adm maj rev hon pres st jr sr messrs supt det " +
	"jan feb mar apr jun jul aug sept sep oct nov dec inc corp co ltd vs etc no ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass " +
	"mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo d.c ph.d u.s u.n u.k")

// distinguishing words must be the same on both sides: a deputy minister is not the minister.
var distinguishing = set("deputy vice former ex assistant acting shadow designate elect under interim presumptive")

// titles are the words of office that stand before a name or in an apposition.
var titles = set("secretary-general sens reps govs mr mrs ms miss dr prof sir lord lady sen senator rep representative gov governor gen general col colonel lt lieutenant capt captain " +
	"adm admiral maj major sgt sergeant cmdr president minister secretary chancellor premier ambassador envoy king queen prince princess pope " +
	"cardinal archbishop bishop rabbi imam sheikh ayatollah reverend rev judge justice spokesman spokeswoman spokesperson chairman chairwoman " +
	"chair chief director commissioner mayor congressman congresswoman lawmaker candidate nominee front-runner frontrunner hopeful contender leader " +
	"speaker whip professor author analyst strategist adviser advisor aide consultant manager lawyer attorney prosecutor sheriff officer commander " +
	"diplomat negotiator economist historian journalist reporter correspondent editor columnist anchor host moderator pollster activist founder " +
	"researcher scientist epidemiologist engineer goalkeeper keeper striker midfielder defender winger coach trainer referee skipper " +
	"co-founder ceo executive head businessman businesswoman billionaire tycoon mogul senator-elect president-elect vice deputy rival opponent " +
	"wife husband son daughter father mother brother sister resident voter supporter delegate staffer expert scientist singer actor actress director " +
	"treasurer comptroller parliamentarian deputy legislator councilman councilwoman alderman publisher star blogger commentator operative")

// courtesy titles say nothing of an office.
var courtesy = set("mr mrs ms miss dr prof sir lady")

// relations place a person by another one; they are no office to show.
var relations = set("rival opponent wife husband son daughter father mother brother sister supporter voter resident fellow host")

// officeWords stand in front of a lower-case title and belong to the office.
var officeWords = set("foreign prime defense defence deputy vice former finance interior senior chief top national security press campaign presidential " +
	"republican democratic conservative liberal secretary attorney communications policy political executive managing assistant general acting longtime " +
	"veteran lead principal fellow state house senate party")

// departments follow "of" in an office: Secretary of State, Chief of Staff.
var departments = set("State Defense Defence Staff Treasury Homeland Security Commerce Labor Energy Transportation Education Agriculture Foreign Affairs " +
	"state defense defence staff treasury homeland security commerce labor energy transportation education agriculture foreign affairs the and interior finance")

// nameless are capitalised words before a name that are no part of it.
// beside are words that place a country by another and are no part of its name: Neighbouring Norway.
var beside = set("neighbouring neighboring nearby")

var nameless = set("democratic republican democrat conservative liberal independent former then-president then-sen")

// bodyWords mark a capitalised run as the name of an institution, not of a person.
var bodyWords = set("ministry department house senate congress parliament council committee commission court agency bureau office times post journal " +
	"news press university college institute association union party alliance organization organisation nato un eu fbi cia army navy force forces " +
	"bank fund group company corporation inc inc. corp corp. ltd foundation center centre school city county state states street tv radio network " +
	"magazine media tribune herald guardian gazette telegraph report review police guard treaty summit conference convention campaign administration " +
	"government coalition front movement federation republic kingdom club league team society board authority service services project act law bill " +
	"democrats republicans americans week day war cup games award prize championship river lake mountain island sea ocean north south east west " +
	"twitter facebook youtube google cnn nbc cbs abc msnbc fox ap afp reuters gop dnc rnc kremlin pentagon bowl show today america americans street " +
	"hotel tower airport square hall church temple mosque hospital amendment constitution debate primary caucus election caucuses poll survey")

// particles stand uncapitalised inside names.
var particles = set("de van von der den la le el al bin ibn di da du dos")

var cities = set("brussels geneva vienna kremlin europe asia africa donbass donbas crimea texas california ohio florida iowa nevada")

// matters
var matters = map[string]string{"call": "for", "calls": "for", "demand": "for", "demands": "for", "request": "for", "plea": "for", "appeal": "for",
	"warning": "of", "warnings": "of", "threat": "of", "threats": "of", "promise": "of", "promises": "of", "claims": "of", "claim": "of",
	"accusation": "of", "accusations": "of", "allegations": "of", "criticism": "of", "announcement": "of", "description": "of"}

var articles = set("the a an this these those any every each no another such")

var ours = set("my our your whose")

var linking = set("of for at from in with on to by between against about near within including")

var loose = set("about over than")

var nobodies = set("neither nor no none nobody")

var suppositions = set("if whether unless until what suppose")

var takePlural = set("they we i who police data most percent half third quarter majority many few more others ten")

var plurals = set("those these some people men women media police data")

var sameOffice = [][]string{
	{"foreign minister", "secretary of state", "foreign secretary", "minister of foreign affairs", "top diplomat", "chief diplomat", "also senior diplomat"},
	{"defense minister", "defence minister", "defense secretary", "defence secretary", "secretary of defense", "minister of defense", "defense chief", "pentagon chief", "also chief"},
	{"president", "head of state", "commander-in-chief", "also leader"},
	{"prime minister", "premier", "head of government", "also leader"},
	{"chancellor", "also head of government leader"},
	{"secretary general", "secretary-general", "also chief head"},
	{"finance minister", "chancellor of the exchequer", "treasury secretary", "minister of finance", "also chief"},
	{"interior minister", "home secretary", "minister of the interior", "also chief"},
	{"spokesman", "spokeswoman", "spokesperson", "press secretary"},
	{"senator", "sen", "also lawmaker legislator"},
	{"representative", "rep", "congressman", "congresswoman", "also lawmaker legislator"},
	{"governor", "gov"},
	{"candidate", "hopeful", "contender", "front-runner", "frontrunner", "nominee", "standard-bearer"},
	{"chief executive", "ceo", "chief executive officer", "also boss head"},
	{"ambassador", "envoy", "also diplomat"},
	{"national security adviser", "national security advisor", "also top aide"},
	{"general", "gen", "also commander top officer"},
	{"pope", "pontiff"},
	{"king", "queen", "monarch"},
	{"chairman", "chairwoman", "chair", "also chief head"},
	{"director", "also chief head"},
	{"attorney general", "also prosecutor official"},
	{"businessman", "businesswoman", "also billionaire tycoon mogul magnate"},
	{"judge", "justice", "jurist"},
}

var femaleNames = set("mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda " +
	"melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela nicole ruth katherine samantha christine emma catherine " +
	"virginia debra rachel janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice jean " +
	"doris jacqueline hillary kathryn hannah julia grace amber theresa rose denise marilyn diana natalie sophia alexis carly elena svetlana olga natalia tatiana yulia " +
	"irina ekaterina marina ludmila jen jill kamala nikki condoleezza angela ursula annalena christine liz beth kate wendy melania ivanka chelsea huma claire " +
	"kirsten elise tulsi tammy dianne valerie megyn gretchen debbie sally leila fatima aisha mei yuko jeanne kellyanne katrina")

var maleNames = set("james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin " +
	"brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander " +
	"frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry " +
	"austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason " +
	"roy ralph bobby russell bradley philip eugene bernie bernard ted ben marco jeb mike bill barack mitt rand chris rick jim tom tim dan dave steve jeff greg " +
	"sergei sergey vladimir dmitry dmitri alexander aleksandr alexei aleksei nikolai boris mikhail igor ivan yuri oleg viktor konstantin anatoly andrei andrey leonid " +
	"volodymyr jens antony anthony emmanuel olaf josep jake lloyd ned sergiy recep xi hassan mohammad mohammed ali ahmed abdul fred glenn harry sam matt nick max " +
	"lindsey mitch newt rudy al karl corey reince sean rush tony luke josh wolf anderson jake chuck bob ron don ken ed ray lou phil doug craig todd")

var maleTitles = set("mr king prince lord sir spokesman chairman congressman businessman")

var femaleTitles = set("mrs ms miss queen princess lady spokeswoman chairwoman congresswoman businesswoman")
