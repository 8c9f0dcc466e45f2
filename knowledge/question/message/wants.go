package message

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A Want is what a message wants of the articles.
type Want int

// The wants. The zero Want is what the words of the question ask: when, who, why.
const (
	Fact       Want = iota
	Overview        // the whole in short
	Newest          // what is new
	Ahead           // what comes next
	Mentioned       // who is mentioned
	Days            // on which days what is
	Quotations      // who said what
	Held            // which articles there are, how many, of whom, of when
	Changed         // what newer articles correct or update
	Differing       // on what the articles do not agree
	Background      // how it came to what the articles tell
	Compare         // two things side by side; RequestOf does not return it
)

// String returns the want as a word; "" for Fact.
func (w Want) String() string {
	return [...]string{"", "overview", "newest", "ahead", "mentioned", "days", "quotations", "articles", "changed", "differing", "background", "compare"}[w]
}

// A reading is how one want is told: by words of the classes and no others that mean something,
// where what it is to be about, if that is said, follows one of the links.
type reading struct {
	want  Want
	words []english.Set
	links english.Set
	fits  func(frame) bool
}

// readings are tried in turn.
var readings = []reading{
	{Background, sets(backgrounds, comingAbout, beforeNow, occurring, mainWords, telling), english.SetOf("about on regarding concerning to behind"), frame.background},
	{Held, sets(outletNouns, attributes, publishing, holding, newness, ages, knownThings), english.SetOf("about on regarding concerning"), frame.held},
	{Days, sets(dayNouns, timelines, mentioning, holding, mainWords), english.SetOf("about on regarding concerning of for in"), frame.days},
	{Quotations, sets(quoteNouns, mentioning, holding, mainWords, telling), english.SetOf("about on regarding concerning by from of"), frame.quotations},
	{Mentioned, sets(anybodyNouns, mentioning, mainWords), nil, frame.mentioned},
	{Ahead, sets(nextWords, occurring, planning, occasions, changing, mainWords), english.SetOf("about on regarding concerning with in at for"), frame.ahead},
	{Differing, sets(disagreeing, outletNouns, telling), english.SetOf("about on regarding concerning over in at of"), frame.differing},
	{Changed, sets(correcting, correctable, changing, newness), english.SetOf("about on regarding concerning with in at from of for"), frame.changed},
	{Overview, sets(holding, telling, needing), english.SetOf("about on regarding concerning"), frame.subject},
	{Newest, sets(newsNouns, plainNews, newness, occurring, changing, mainWords, holding), english.SetOf("about on regarding concerning with in at from of for over around"), frame.newest},
	{Overview, sets(summingUp, summingVerbs, gistNouns, mainWords, telling, occurring), english.SetOf("about on regarding concerning of for from in"), frame.overview},
}

func sets(all ...english.Set) []english.Set { return all }

// reads reports whether the frame wants this.
func (r reading) reads(f frame) bool {
	return (f.about == "" || f.link == "" || r.links.Has(f.link)) && f.only(r.words...) && r.fits(f)
}

// count returns how many words of what is asked for are of a class, by norm or stem.
func (f frame) count(class english.Set) int {
	n := 0
	for _, t := range f.tokens {
		if class.Has(t.Norm) || class.Has(t.Stem) {
			n++
		}
	}
	return n
}

// has reports whether what is asked for has a word of one of the classes.
func (f frame) has(classes ...english.Set) bool {
	return slices.ContainsFunc(classes, func(c english.Set) bool { return f.count(c) > 0 })
}

// only reports whether what is asked for has no words that mean something but those of the
// classes and those that mean nothing much.
func (f frame) only(classes ...english.Set) bool {
	return !slices.ContainsFunc(f.tokens, func(t english.Token) bool {
		known := t.Stop || english.IsNumber(t.Norm) || wholes.Has(t.Norm) || nothingMuch.Has(t.Norm) || articleNouns.Has(t.Stem)
		return !known && !slices.ContainsFunc(classes, func(c english.Set) bool { return c.Has(t.Norm) || c.Has(t.Stem) })
	})
}

// plainly reports whether the question word is none, or one that asks for anything.
func (f frame) plainly() bool { return f.asks == "" || f.asks == "what" || f.asks == "which" }

// said reports whether one of the words is there as it stands.
func (f frame) said(words ...string) bool {
	return slices.ContainsFunc(f.tokens, func(t english.Token) bool { return slices.Contains(words, t.Norm) })
}

// several reports whether what is asked for has a word of the class in the plural.
func (f frame) several(class english.Set) bool {
	return slices.ContainsFunc(f.tokens, func(t english.Token) bool { return class.Has(t.Stem) && strings.HasSuffix(t.Norm, "s") })
}

// held reads what asks for the articles: how many, which, of whom, of when.
func (f frame) held() bool {
	this := f.said("this", "these") || f.said("it") && f.said("wrote", "written", "published")
	yours := f.has(knownThings) && f.said("you", "your") && f.asks == "where" // "where do you get your news from"
	if !yours && !f.has(articleNouns, outletNouns) {
		return this && f.has(publishing) || f.asks == "what" && f.said("title", "headline")
	}
	switch f.asks {
	case "how":
		return f.said("many") || f.has(ages)
	case "when", "where":
		return true
	case "who", "whom":
		return f.has(publishing, outletNouns) && !f.has(mentioning)
	case "what", "which", "":
		return (f.asks != "" || f.wants) && (f.has(outletNouns, attributes, holding, publishing) ||
			f.several(articleNouns) && !f.has(newness) && !f.said("about", "on", "in"))
	}
	return false
}

// background reads what asks for how it came to something.
func (f frame) background() bool {
	switch {
	case f.asks == "how":
		return f.has(comingAbout) && (f.link == "to" || f.about == "") && f.said("it", "this", "that", "we", "things")
	case f.asks == "what" && f.said("led", "lead", "leads"):
		return f.about == "" && f.said("this", "that", "it", "here")
	case !f.plainly():
		return false
	}
	return f.has(backgrounds) && !f.said("a", "an") || f.asks == "what" && f.about == "" && f.has(occurring) && f.has(beforeNow)
}

// days reads what asks for the days that are named.
func (f frame) days() bool {
	counts := f.asks == "how" && f.said("many")
	if !f.plainly() && !counts {
		return false
	}
	named := f.has(mentioning) || f.several(dayNouns) && (f.wants || counts || f.has(holding, mainWords))
	return f.has(timelines) || f.has(dayNouns) && named
}

// quotations reads what asks who said what.
func (f frame) quotations() bool {
	switch f.asks {
	case "who", "whom":
		return f.has(quoted) || f.has(telling) && f.said("what")
	case "how":
		return f.said("many") && f.has(quoteNouns)
	}
	return f.plainly() && f.has(quoteNouns)
}

// mentioned reads what asks for the people.
func (f frame) mentioned() bool {
	if f.asks == "how" {
		return f.said("many") && f.has(anybodyNouns) && f.has(mentioning)
	}
	if f.asks == "who" || f.asks == "whom" {
		one := f.has(anybodyNouns) && !f.several(anybodyNouns) && !f.said("people") && !f.has(mainWords) // "who is the player?"
		return f.has(mentioning, anybodyNouns, articleNouns) && !one || f.said("about") && f.said("this", "it")
	}
	return f.plainly() && (f.several(anybodyNouns) || f.said("people")) && (f.wants || f.has(mentioning, mainWords, articleNouns))
}

// ahead reads what asks for what comes next.
func (f frame) ahead() bool {
	switch {
	case f.dated || !f.plainly() && f.asks != "when" && f.asks != "where", slices.ContainsFunc(f.tokens, isPast):
		return false // "what happened next"
	case f.has(nextWords):
		return true
	}
	return f.asks == "what" && f.about == "" && (slices.ContainsFunc(f.tokens, isPlanned) || f.said("will") && f.has(occurring, changing))
}

// differing reads what asks on what the articles do not agree.
func (f frame) differing() bool {
	whose := f.has(articleNouns, outletNouns) || f.said("they", "there", "any")
	return f.has(disagreeing) && (whose || f.wants) && f.asks != "who" && f.asks != "why" && f.asks != "when"
}

// changed reads what asks for what newer articles correct, or for what has become otherwise.
func (f frame) changed() bool {
	if !f.plainly() || f.said("will", "about") {
		return false
	}
	return f.has(correcting) && (f.asks != "" || f.wants || f.said("any", "there", "anything", "something")) ||
		f.has(changing) && f.asks == "what" && f.about == "" && !f.dated
}

// newest reads what asks for what is new.
func (f frame) newest() bool {
	anything := f.said("anything", "something", "there", "any", "an")
	verb := len(f.tokens) > 0 && questionAuxiliaries.Has(f.tokens[0].Norm)
	switch {
	case !f.plainly(), f.asks == "" && verb && !anything && !f.has(newsNouns), f.said("about"), f.has(limitNouns):
		return false
	case f.has(plainNews), f.has(newsNouns) && (f.wants || anything), f.has(newness):
		return true
	case f.has(changing):
		return f.about == "" && !f.said("will")
	case f.said("up"): // "what's up with the ferry"
		return f.asks == "what" && f.link == "with"
	}
	return f.asks == "what" && f.about != "" && f.has(occurring) && slices.ContainsFunc(f.tokens, progressive)
}

// isPast reports whether a word is "did", or a verb of what takes place in its past form.
func isPast(t english.Token) bool {
	return t.Norm == "did" || occurring.Has(t.Stem) && english.FormOf(t.Norm)&english.Past != 0
}

func progressive(t english.Token) bool { return strings.HasSuffix(t.Norm, "ing") }

// subject reads what asks for whatever there is about something: "What do you have on the strike?",
// "anything about the ferry"; or, where nothing is named, for what is worth knowing.
func (f frame) subject() bool {
	needs := f.has(needing) && f.said("know")
	if f.about == "" {
		return f.asks == "what" && needs && !f.said("you")
	}
	anything := f.said("anything", "something", "everything", "all", "information", "info")
	if f.asks == "" && f.wants && len(f.tokens) == 0 {
		return f.link == "about" && !secondPerson.HasAny(english.Read(f.about).Tokens) // "tell me about the strike"
	}
	return f.plainly() && !f.dated && (anything || f.asks == "what" && (f.wants || needs || f.said("you", "we", "articles", "there"))) &&
		(f.asks != "" || f.wants || anything && !f.said("did", "does", "was"))
}

// overview reads what asks for all of it in short.
func (f frame) overview() bool {
	sums := f.has(summingUp) || f.said("sum") && f.said("up") || f.briefs
	switch {
	case sums:
		return (f.asks == "" || f.asks == "what") && !(len(f.tokens) > 0 && doForms.Has(f.tokens[0].Norm))
	case f.about != "" || !f.plainly() || f.asks == "" && !f.wants || f.said("you"):
		return false
	case f.asks == "what" && f.said("matters", "important", "essential") && !f.has(gistNouns, telling):
		return true
	case f.has(gistNouns):
		return f.has(mainWords) || !f.said("a", "an", "another", "some")
	case f.has(occurring):
		return !f.dated
	case f.has(telling) || f.said("about", "on", "in"):
		return f.said("this", "that", "it", "these", "they", "all", "everything", "news") || f.has(articleNouns)
	}
	return f.asks == "what" && f.said("this")
}

// LooksAhead reports whether a sentence tells of what is to come: "will open", "is expected to open",
// not "than expected", "the planned works" or "is due to the storm".
func LooksAhead(t english.Text) bool {
	for i, w := range t.Tokens {
		said := beForms.HasAny(t.Tokens[max(0, i-2):i])
		cause := i+2 < len(t.Tokens) && t.Tokens[i+1].Norm == "to" && determiners.Has(t.Tokens[i+2].Norm)
		if w.Norm == "will" || w.Norm == "shall" || isPlanned(w) && said && !cause {
			return true
		}
	}
	return false
}

// isPlanned reports whether a word says of something that it is planned.
func isPlanned(t english.Token) bool { return planned.Has(t.Norm) }
