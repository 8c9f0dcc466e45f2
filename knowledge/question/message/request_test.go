package message

import (
	"strings"
	"testing"

	"talksbot/knowledge/english"
)

// requests are requests by what they want; behind "|" stands what they are to be about.
var requestsMade = map[Want]string{
	Overview: `
What is this about?
What's this all about?
What is the article about?
what are the articles about
What's the news about?
What is it about?
What does the article say?
What do the articles deal with?
What does the text cover?
What is in the article?
What is the story?
What matters here?
What is most important?
What's the story here?
What is the main point?
Give me the main points.
give me the key takeaways
what are the most important points of the article
What happened?
what's happening
What is going on?
tl;dr
TLDR please
Summarise the article.
Summarize
Can you summarise the news for me?
Could you recap everything in 50 words?
sum it up
sum up the article
the gist in three sentences
give me a summary
a short summary, please
I need an overview
overview of all articles
brief me
Catch me up
catch me up, please
Tell me in a nutshell what happened
Show me the highlights
What are the key facts?
Give me the facts.
What is this about? Who is mentioned?
What is the article about, in one sentence?
What is this?
Tell me what the article is about
Summarise the talks | the talks
Summarise the dispute over the dam in 30 words | the dispute over the dam
Give me a summary of the trial | the trial
a recap of the match | the match
Can you give me an overview of the strike? | the strike
Summarise the article about the ship | the ship
sum up the election | the election
`,
	Newest: `
What is new?
What's new?
Whats the latest
what's the latest?
Any news?
any updates
news
What is the latest news?
What are the most recent developments?
What happened last?
What has happened recently?
Is there anything new?
Did anything happen lately?
Has anything changed?
What has changed since January?
Tell me the latest
Show me the newest article
What is the newest article?
What news do you have?
give me an update
what's the news today
Latest headlines
What is the latest news on the pier? | the pier
Any news on the pier? | the pier
What is the newest on the pier? | the pier
Is there any news about the reactor? | the reactor
any update on the rescue of the miners? | the rescue of the miners
What's new in the harbour? | the harbour
What's up with the ferry? | the ferry
What is new with Olsen? | Olsen
What's going on with the ferry? | the ferry
What is happening in Lunde? | Lunde
Do you have any news about the vaccine? | the vaccine
the latest from the summit | the summit
What are the latest developments in the lawsuit? | the lawsuit
`,
	Ahead: `
What is next?
What's next?
What happens next?
What comes next?
What will happen next?
What's coming up?
What lies ahead?
What will change?
What is planned?
What is scheduled?
What are the next steps?
upcoming events
Are there any upcoming events?
What will happen?
What is next for the company? | the company
When is the next hearing? | hearing
What is the next meeting about the dam? | meeting about the dam
When does the next round take place? | round
When is the next court hearing in the fraud case? | court hearing in the fraud case
show me upcoming matches | matches
`,
	Mentioned: `
Who is mentioned?
Who is mentioned in the article?
Which people are mentioned?
Who appears in the story?
Who is involved?
Who is in the article?
Who is this about?
Who are the people in the article?
Who are the key players?
Who are the main characters?
List the people
name the people mentioned
Which persons do the articles name?
What names are mentioned?
Who gets mentioned in the news?
How many people are named?
Which countries are mentioned?
What organisations are named?
`,
	Held: `
How many articles do you have?
how many articles are there
How many stories do you know?
Which articles do you have?
What articles do you have
Which articles?
List the articles
list all articles
Show me your articles
Show me the articles
What are the sources?
Which sources do you use?
Which outlets are these from?
Which newspapers do you have?
Where are the articles from?
Where does the article come from?
When was the article published?
When were the articles written?
Who published the article?
Who wrote this article?
Who is the author of the article?
What is the title of the article?
Where do you get your news from?
What is the headline?
How old are the articles?
How far back do the articles go?
How recent is the newest article?
What is the date of the article?
When was this published?
How many articles about the pier do you have? | the pier
Which articles are about fishing? | fishing
List the articles on the dam | the dam
`,
	Days: `
Which dates are mentioned?
What dates are mentioned in the article?
List the dates
list all dates
What are the important dates?
What are the key dates?
Show me the timeline
timeline
Is there a timeline?
How many dates are there?
Which days are mentioned?
Give me a timeline of the dispute | the dispute
Which dates are mentioned for the festival? | the festival
`,
	Quotations: `
List the quotes
Show me all quotations
Which quotations are there?
How many quotes do you have?
Who is quoted?
Who is quoted in the article?
Who said what?
Give me some quotes
Show me quotes by Olsen | Olsen
Are there quotes about missiles? | missiles
Who said what about the dam? | the dam
`,
}

// factual are questions with the words that requests have.
const factual = `
Which country is the largest?
List the countries that left the union
Which companies are bankrupt?
Which cities are affected?
What state is the bridge in?
Who are the companies behind it?
How many cities are there?
What is new? Why did the dam break?
Who is the player?
Who is the politician?
What happened next?
What happened next at the mill?
Where did it go next?
What is the summary judgment about?
What matters to the farmers?
What makes the dam important?
Where does the mayor get his news from?
Who is helping the refugees?
What is the latest model of the ship called?
Which articles of the treaty were amended?
How many articles does the treaty have?
How many articles are in the constitution?
What are the talks about?
What is the news agency called?
Who reads the news on Channel 4?
What is the last name of the mayor?
When was the last update of the software?
What are the new rules on fishing?
What is the current time in Oslo?
Is the pier new?
Is it new?
Has it changed?
What is the latest price of oil?
Who is the new director?
What is the newest bridge called?
New York weather
New Zealand election
What update did the company release?
What developments led to the war?
Which day is the museum open?
What is the date of the hearing?
What are the dates of the festival?
Which date was chosen?
What is the stock quote of the company?
What quote did he use?
Who was quoted as saying the war is near?
Which people were killed?
Who was named as the new coach?
Name the people who resigned
Who is featured on the album?
Who is involved in the talks?
Who is mentioned as a candidate for mayor?
What is next to the church?
What is the next stop on the line?
Who is the next president?
What did the mayor do next?
Who lives next door?
What happened to Olsen?
What happened at the Strait Council?
What happened on January 12?
What happened last week?
What happens on Friday?
What happens next month?
What is the point of the treaty?
What is the subject of the investigation?
What is the topic of the conference?
What is the story of the ship?
What does the report say about the dam?
What does the treaty say?
What did the newspaper reveal about the mayor?
Which newspaper published the leaked letters?
Who wrote the letter?
Who wrote the book about the king?
Who is the author of the book?
What is the title of the film?
When was the book published?
What paper did they sign?
Which source does the river have?
What is the source of the river?
What is the main reason for the strike?
What is the main language of the country?
What are the key demands of the union?
Who are the owners of the company?
What is planned by the city for the old harbour hall?
What was scheduled to open in June?
What is due to be demolished?
What event took place in Lunde?
Which events are planned by the museum for June?
What changed the mind of the judge?
What changes in the law did the union demand?
What did the summary of the report say?
Who made the summary of the report?
Which highlights did the show have?
sum of money paid to the owner
What is the total sum of the fine?
brief history of the harbour
What does the bulletin board say?
What point did the judge make?
What is the issue between the two countries?
What is the message of the song?
When did the story break?
Who broke the story?
Why is this news important to farmers?
Where is the news studio?
What happened next door?
Who has read the article about the mayor?
What is the latest date for applications?
What is this tower called?
What is this year's budget?
What is that bridge made of?
What is all the fuss about?
What are they fighting about?
What is she talking about?
What did he say about it?
Did the article of the law change?
How old is the mayor?
How far is the harbour?
How many people are mentioned on the memorial?
How many dates does the tour have?
When is the deadline for bids?
What has the city planned?
What has Olsen said recently?
What did Voss say most recently?
What is not in the treaty?
What is article 5 about?
What is the last line of defence?
What was the last word of the king?
`

func TestRequestOf(t *testing.T) {
	for want, lines := range requestsMade {
		for line := range strings.Lines(strings.Trim(lines, "\n")) {
			text, about, _ := strings.Cut(strings.TrimSpace(line), " | ")
			if got := RequestOf(text); got.Want != want || got.About != about {
				t.Errorf("%q: wants %d about %q, should be %d about %q", text, got.Want, got.About, want, about)
			}
			if act, asks := ActOf(text); act != Asks || asks != text {
				t.Errorf("%q: act %d, asks %q", text, act, asks)
			}
		}
	}
	for line := range strings.Lines(strings.Trim(factual, "\n")) {
		text := strings.TrimSpace(line)
		if got := RequestOf(text); got.Want != Fact {
			t.Errorf("%q: wants %d about %q, is a question", text, got.Want, got.About)
		}
	}
}

func TestLooksAhead(t *testing.T) {
	for text, want := range map[string]bool{
		"The works will begin in June.": true, "The bank is expected to decide soon.": true, "The hearing is not scheduled to end.": true, "The vote is due on Friday.": true,
		"They protest against the planned works.": false, "The pillars are weaker than expected.": false, "The closure is due to the storm.": false,
	} {
		if got := LooksAhead(english.Read(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
