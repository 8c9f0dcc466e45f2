package grammar

// variants are other spellings, short forms and forms that word.Stem does not bring
// together: the plain form, then the others. Add a line; nothing else depends on the table.
const variants = `
	country countries
	cut cutting
	go goes going
	good better best
	bad worse worst
	person people persons
	ring rang rung
	say says
	show showed
	january jan
	february feb
	march mar
	april apr
	august aug
	september sep sept
	october oct
	november nov
	december dec
	monday mon
	tuesday tue tues
	wednesday wed
	thursday thu thurs
	friday fri
	saturday sat
	sunday sun
	united utd
	versus vs v
	defence defense
	organization organisation organisations
	centre center centers
	programme program programs
	labour labor
	colour color
	honour honor
	favour favor
	neighbour neighbor neighbors
	theatre theater
	metre meter meters
	kilometre kilometer kilometers km
	mile mi
	kilogram kg kilo kilograms
`

// paraphrases are words that stand for one another in the news, a group to a line. A group
// must hold in both directions and in nearly every sentence: a claim that swaps one for the
// other is let through. Words that are merely close (ask, demand; attack, invade) stay apart.
const paraphrases = `
	talk negotiation discussion dialogue
	say state remark tell
	begin start commence
	end finish conclude
	assist help aid
	purchase buy
	large big huge massive
	small tiny little
	quick fast rapid swift
	demand insist
	reject refuse decline rebuff
	ally allies
	alliance bloc
	film movie
	car automobile
	doctor physician
	football soccer
	child kid
	woman female
	man male
	mother mum mom
	father dad
	important significant key
	main chief principal primary
	show demonstrate
	get obtain receive
	give provide
	near close
	country nation
	troop soldier
	military army
	weapon arms
	border frontier
	leader head
	company firm
	student pupil
	murder kill
	injure wound hurt
	arrest detain
	attempt try effort
	about regard concern
	allow permit
	require need
	use utilize
	annual yearly
	happen occur
	reside live
	job occupation
	choose select pick
	answer reply respond
	rise increase grow
	fall decrease decline drop
	reduce lower cut
	escalate intensify
	maintain keep retain
	vow pledge promise
	guarantee assurance
	security safety
	expand enlarge
	expansion enlargement
	crisis standoff
	situation circumstance
	meet gather
	meeting session
	convene summon
	announce declare
	launch introduce
	establish found set-up
	create make
	build construct
	former ex previous
	present current
	famous renowned noted well-known
	win victory
	defeat beat
	game match
	team squad side
	fight battle
	begin onset
	author writer
	speak talk
	picture photo photograph image
	street road
	city town
	home house
	wed marry
	wedding marriage
	illness disease sickness
	cancer tumour tumor
	dead die death
	born birth
	money cash
	cost price
	rich wealthy
	poor impoverished
	error mistake
	law legislation
	court tribunal
	lawyer attorney
	prison jail
	sentence condemn
	vote ballot
	election poll
	parliament legislature
	minister secretary
	spokesman spokeswoman spokesperson
	official officer
	police cop
	gun firearm
	bomb explosive
	explode blast explosion
	fire blaze
	flood flooding
	ship vessel
	plane aircraft airplane jet
	airport airfield
	attack assault
	agree agreement
	deal pact treaty accord
	proposal suggestion
	propose suggest
	concern worry
	anger fury
	criticise criticize condemn
	praise laud
	support back
	oppose against
	tension strain
	danger peril
	dangerous hazardous perilous
	hope wish
	goal aim objective
	try seek
	issue matter topic
	problem trouble difficulty
	view opinion
	reason cause
	result outcome
	effect impact
	area region
	part portion
	kind type sort
	piece item
	group band
	song track
	record album
	book novel
	school academy
	university college
	world globe
	whole entire
	total overall
	often frequent
	usual typical
	almost near
	exact precise
	certain sure
	strange odd
	beautiful lovely
	happy glad
	angry furious
	afraid scared
	clever smart
	holiday vacation
	gift present
	food meal
	drink beverage
	road route
	trip journey
	travel journey
	visit trip
	return comeback
	originate origin
	refer call name
	consist comprise
	contain include
	locate situate
	receive accept
	release publish issue
	debut premiere
	role part
	star feature
	perform play
	replace substitute
	appoint name nominate
	elect vote
	quit resign
	retire retirement
	score net
	coach manager
	opponent rival
	season campaign
	amass mass gather
	military armed
	confrontation clash conflict
	essential vital crucial
	prepare ready
	move shift
	entitle right
	precaution precautionary
	eastward east
	lower ease reduce defuse
	prevent avert avoid
	immediate immediately
	address tackle
	consider weigh
	recently lately
	separate distinct
	holiday break
	upcoming forthcoming coming
	interest stake
	firmly resolutely firm
	effective effectively
	accuse charge blame
	invade invasion
	develop development
	escalate escalation
	refuse refusal
	diplomat diplomacy diplomatic
	require requirement
	describe description
	expand expansion
	produce production
	destroy destruction
	decide decision
	explain explanation
	apply application
	compete competition
	introduce introduction
	conclude conclusion
	permit permission
	submit submission
	admit admission
	long length
	strong strength
	high height
	deep depth
	wide width
	analyse analysis analyze
	succeed success successful
	prove proof
	believe belief
	lose loss
	fly flight
	serve service
	marry marriage
	choose choice
	sell sale
	speak speech
	think thought
	know knowledge
	advise advice
	depart departure
	fail failure
	arrive arrival
	approve approval
	survive survival
	propose proposal
	refer reference
	differ difference
	occur occurrence
	exist existence
	perform performance
	attend attendance
	appear appearance
	remove removal
	deny denial
	analyse analyst
`

// light are words so general that a claim may add them without saying anything new.
var light = Keys(`
	say tell get go come take make become include know see call well still back way thing
	have hold happen place do give use put set lead show report add note also however
	meanwhile later currently recently already today now according respectively mainly
	generally usually often located known considered various certain several particular
	number part member time year people person man woman new first article statement
	around approximately nearly almost actually really quite especially specifically
	able themselves like want look seem appear need start begin keep let
`)
