package quotation

import "strings"

// closed tags the words of the closed classes. A word in several rows carries
// several tags; add a word by adding it to a row.
var closed = table(map[tag]string{
	det:        "the a an this these those some many most several all both any each every no another other few such one two three four five six seven eight nine ten half",
	possessive: "his her its their my our your whose",
	subject:    "he she they it i we you who which that's everyone everybody someone somebody nobody anyone others",
	object:     "him them me us himself herself themselves itself",
	prep: "unlike besides except of in on at for from with by about against over under after before during through between among into onto upon " +
		"without within toward towards via amid despite since per as like to than across along around behind near off outside including regarding concerning following",
	conj:     "and but or nor yet",
	sub:      "while because although though if unless until when whenever where whereas as since so once whether after before",
	wh:       "what why how who whom when where which whether if",
	that:     "that",
	to:       "to",
	be:       "is are was were be been being am 're 'm ’re ’m",
	have:     "has have had having 've ’ve",
	do:       "do does did",
	modal:    "will would can could may might shall should must cannot ought 'll ’ll 'd ’d wo ca",
	negative: "not never no neither nor hardly without",
	adverb: "also again now then still just already ever even only once later earlier meanwhile however too instead " +
		"today often always yet perhaps maybe rather quite very so soon further together twice thus therefore first long far " +
		"ago back away ahead out up down off",
	date: "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august " +
		"september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight week weekend " +
		"month year morning afternoon evening night day days weeks months years last",
	finite: "went came got gave took made became began kept left met saw knew ran won lost held led spoke paid sent built bought brought caught " +
		"chose drew drove fell felt fought flew grew heard hit let lay meant put read rose sat sold shot stood struck threw wore broke " +
		"makes takes goes comes gets gives becomes begins keeps meets runs wins leads pays sends has seems does includes remains " +
		"appears faces needs uses works lives means continues starts makes take make go come get give",
})

func table(rows map[tag]string) map[string]tag {
	m := make(map[string]tag)
	for t, words := range rows {
		for w := range strings.FieldsSeq(words) {
			m[w] |= t
		}
	}
	return m
}

// A class is a set of words in lower case.
type class map[string]struct{}

func (c class) Has(w string) bool { _, ok := c[w]; return ok }

func (c class) add(words ...string) {
	for _, w := range words {
		c[w] = struct{}{}
	}
}

func set(words string) class {
	c := class{}
	c.add(strings.Fields(words)...)
	return c
}
