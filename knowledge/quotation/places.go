package quotation

import "strings"

// nations gives, row by row, a country, its adjective, and the seat of government
// that news uses for it ("Moscow says"). A dash is none.
const nations = `
Russia|russian|moscow
United States|american|washington
Ukraine|ukrainian|kyiv kiev
China|chinese|beijing
France|french|paris
Germany|german|berlin
United Kingdom|british|london
Poland|polish|warsaw
Turkey|turkish|ankara
Iran|iranian|tehran
Israel|israeli|-
Japan|japanese|tokyo
India|indian|-
Italy|italian|rome
Spain|spanish|madrid
Belarus|belarusian|minsk
Georgia|georgian|tbilisi
Lithuania|lithuanian|vilnius
Latvia|latvian|riga
Estonia|estonian|tallinn
Finland|finnish|helsinki
Sweden|swedish|stockholm
Norway|norwegian|oslo
Denmark|danish|copenhagen
Netherlands|dutch|-
Belgium|belgian|-
Austria|austrian|-
Switzerland|swiss|-
Hungary|hungarian|budapest
Romania|romanian|bucharest
Bulgaria|bulgarian|sofia
Greece|greek|athens
Serbia|serbian|belgrade
Kazakhstan|kazakh|astana
Syria|syrian|damascus
Iraq|iraqi|baghdad
Afghanistan|afghan|kabul
Pakistan|pakistani|islamabad
Saudi Arabia|saudi|riyadh
Egypt|egyptian|cairo
North Korea|north korean|pyongyang
South Korea|south korean|seoul
Canada|canadian|ottawa
Mexico|mexican|-
Brazil|brazilian|-
Cuba|cuban|havana
Venezuela|venezuelan|caracas
Australia|australian|canberra
Moldova|moldovan|chisinau
Czech Republic|czech|prague
European Union|european|-
`

// gazetteer is what nations tells, by lower-case word.
type gazetteer struct {
	countries, adjectives, capitals map[string]string // -> the country's name
	names                           map[string]bool   // the countries' names
}

var (
	places     = readNations(nations)
	countries  = places.countries
	adjectives = places.adjectives
	capitals   = places.capitals
	isCountry  = places.names
	cities     = set("brussels geneva vienna kremlin europe asia africa donbass donbas crimea texas california ohio florida iowa nevada")
)

func readNations(rows string) gazetteer {
	g := gazetteer{countries: map[string]string{}, adjectives: map[string]string{}, capitals: map[string]string{}, names: map[string]bool{}}
	for short, name := range map[string]string{"us": "United States", "u.s.": "United States", "u.s": "United States", "usa": "United States",
		"america": "United States", "uk": "United Kingdom", "u.k.": "United Kingdom", "britain": "United Kingdom", "eu": "European Union"} {
		g.countries[short] = name
	}
	for row := range strings.SplitSeq(strings.TrimSpace(rows), "\n") {
		f := strings.Split(row, "|")
		g.countries[strings.ToLower(f[0])] = f[0]
		g.adjectives[f[1]] = f[0]
		g.names[f[0]] = true
		for c := range strings.FieldsSeq(f[2]) {
			if c != "-" {
				g.capitals[c] = f[0]
			}
		}
	}
	return g
}

// country returns the country that a word names, by its name, adjective or capital, or "".
func country(low string) string {
	if c := countries[low]; c != "" {
		return c
	}
	if c := adjectives[low]; c != "" {
		return c
	}
	return capitals[low]
}

// bodyWords mark a capitalised run as the name of an institution, not of a person.
var bodyWords = set("ministry department house senate congress parliament council committee commission court agency bureau office times post journal " +
	"news press university college institute association union party alliance organization organisation nato un eu fbi cia army navy force forces " +
	"bank fund group company corporation inc inc. corp corp. ltd foundation center centre school city county state states street tv radio network " +
	"magazine media tribune herald guardian gazette telegraph report review police guard treaty summit conference convention campaign administration " +
	"government coalition front movement federation republic kingdom club league team society board authority service services project act law bill " +
	"democrats republicans americans week day war cup games award prize championship river lake mountain island sea ocean north south east west " +
	"twitter facebook youtube google cnn nbc cbs abc msnbc fox ap afp reuters gop dnc rnc kremlin pentagon bowl show today america americans street " +
	"hotel tower airport square hall church temple mosque hospital amendment constitution debate primary caucus election caucuses poll survey")

// givenNames tells he from she where no title does.
var givenNames = genders(
	"mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda "+
		"melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela nicole ruth katherine samantha christine emma catherine "+
		"virginia debra rachel janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice jean "+
		"doris jacqueline hillary kathryn hannah julia grace amber theresa rose denise marilyn diana natalie sophia alexis carly elena svetlana olga natalia tatiana yulia "+
		"irina ekaterina marina ludmila jen jill kamala nikki condoleezza angela ursula annalena christine liz beth kate wendy melania ivanka chelsea huma claire "+
		"kirsten elise tulsi tammy dianne valerie megyn gretchen debbie sally leila fatima aisha mei yuko jeanne kellyanne katrina",
	"james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin "+
		"brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander "+
		"frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry "+
		"austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason "+
		"roy ralph bobby russell bradley philip eugene bernie bernard ted ben marco jeb mike bill barack mitt rand chris rick jim tom tim dan dave steve jeff greg "+
		"sergei sergey vladimir dmitry dmitri alexander aleksandr alexei aleksei nikolai boris mikhail igor ivan yuri oleg viktor konstantin anatoly andrei andrey leonid "+
		"volodymyr jens antony anthony emmanuel olaf josep jake lloyd ned sergiy recep xi hassan mohammad mohammed ali ahmed abdul fred glenn harry sam matt nick max "+
		"lindsey mitch newt rudy al karl corey reince sean rush tony luke josh wolf anderson jake chuck bob ron don ken ed ray lou phil doug craig todd",
)

func genders(women, men string) map[string]gender {
	m := make(map[string]gender)
	for w := range strings.FieldsSeq(men) {
		m[w] = male
	}
	for w := range strings.FieldsSeq(women) {
		m[w] = female
	}
	return m
}

// particles stand uncapitalised inside names.
var particles = set("de van von der den la le el al bin ibn di da du dos")
