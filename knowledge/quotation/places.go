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
	names                           class             // the countries' names
}

var (
	places     = readNations(nations)
	countries  = places.countries
	adjectives = places.adjectives
	capitals   = places.capitals
	isCountry  = places.names
)

func readNations(rows string) gazetteer {
	g := gazetteer{countries: map[string]string{}, adjectives: map[string]string{}, capitals: map[string]string{}, names: class{}}
	for short, name := range map[string]string{"us": "United States", "u.s.": "United States", "u.s": "United States", "usa": "United States",
		"america": "United States", "uk": "United Kingdom", "u.k.": "United Kingdom", "britain": "United Kingdom", "eu": "European Union"} {
		g.countries[short] = name
	}
	for row := range strings.SplitSeq(strings.TrimSpace(rows), "\n") {
		f := strings.Split(row, "|")
		g.countries[strings.ToLower(f[0])] = f[0]
		g.adjectives[f[1]] = f[0]
		g.names.add(f[0])
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
