package word

import "strings"

// irregular gives the plain form of words whose forms no ending tells: "broke" is "break".
// Forms that are more often another word are left out ("lay", "bound", "wound", "bore").
var irregular = forms(`
	arise arose arisen
	awake awoke awoken
	beat beaten
	become became
	begin began begun
	bend bent
	bite bit bitten
	bleed bled
	blow blew blown
	break broke broken
	breed bred
	bring brought
	build built
	burn burnt
	buy bought
	catch caught
	choose chose chosen
	come came
	creep crept
	deal dealt
	dig dug
	draw drew drawn
	drink drank drunk
	drive drove driven
	eat ate eaten
	fall fell fallen
	feed fed
	feel felt
	fight fought
	find found
	flee fled
	fly flew flown
	forbid forbade forbidden
	forget forgot forgotten
	forgive forgave forgiven
	freeze froze frozen
	get got gotten
	give gave given
	go went gone
	grow grew grown
	hang hung
	hear heard
	hide hid hidden
	hold held
	keep kept
	know knew known
	lead led
	learn learnt
	leave left
	lend lent
	lose lost
	make made
	mean meant
	meet met
	pay paid
	prove proven
	ride rode ridden
	rise rose risen
	run ran
	say said
	see saw seen
	seek sought
	sell sold
	send sent
	shake shook shaken
	shoot shot
	show shown
	sing sang sung
	sink sank sunk
	sit sat
	sleep slept
	slide slid
	speak spoke spoken
	spend spent
	spin spun
	stand stood
	steal stole stolen
	stick stuck
	strike struck stricken
	strive strove striven
	swear swore sworn
	sweep swept
	swim swam swum
	swing swung
	take took taken
	teach taught
	tear tore torn
	tell told
	think thought
	throw threw thrown
	understand understood
	undertake undertook undertaken
	wake woke woken
	wear wore worn
	weave wove woven
	win won
	withdraw withdrew withdrawn
	write wrote written
	overthrow overthrew overthrown
	overcome overcame
	rebuild rebuilt
	resell resold
	rethink rethought
	child children
	man men
	woman women
	foot feet
	tooth teeth
	mouse mice
	wife wives
	life lives
	knife knives
	leaf leaves
	half halves
	thief thieves
	crisis crises
	analysis analyses
	basis bases
	thesis theses
	hypothesis hypotheses
	phenomenon phenomena
	criterion criteria
	datum data
	medium media
`)

// forms reads rows of a plain form and its others.
func forms(rows string) map[string]string {
	m := map[string]string{}
	for row := range strings.Lines(rows) {
		words := strings.Fields(row)
		for _, w := range words[min(1, len(words)):] {
			m[w] = words[0]
		}
	}
	return m
}
