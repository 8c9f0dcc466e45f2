package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// polarArticles are texts, each with the questions that are asked of it alone: "yes", "no", or "-"
// where neither may be said, whether or not there is a sentence to show.
const polarArticles = `The board closed the old mill of Tarnby on Monday after a crack was found in its wall. Nobody was hurt. Mayor Jon Falk said the mill would not open again. Six workers were sent home. The owner, Maren Sund, has not paid the rent since May. Falk denied that the town will buy the mill. The mill nearly collapsed in 2012.
yes Did the board close the old mill of Tarnby?
yes Was a crack found in its wall?
yes Did the board close the mill on Monday?
yes Were six workers sent home?
no Were four workers sent home?
no Has Maren Sund paid the rent since May?
- Has Maren Sund not paid the rent since May?
- Didn't the board close the mill?
- Will the mill open again?
- Will the town buy the mill?
- Did the mill collapse in 2012?
- Did the mill collapse?
- Did the board close the mill or the bakery?
- Did the board open the mill?
- Did Falk close the mill?
- Did Maren Sund close the mill?
- Did the workers close the mill?
- Did the mayor buy the mill?
- Was anybody hurt?
- Did the board close the mill yesterday?
- Did the board close the mill on Tuesday?
- Did the board close the new mill?
- Did the board close the old mill of Osby?
- Were seven mills closed?
- Is it true that the town will buy the mill?
- Were all workers sent home?
# Rangers beat Dunmore 3-1 in the cup final on Saturday. Striker Lena Holt scored twice. Coach Per Aas plans to leave the club in June. Holt may miss the first match of next season. Dunmore lost their captain, Ida Moe, who was sent off. The referee gave Dunmore a penalty, but Moe missed it.
yes Did Rangers beat Dunmore?
yes Did Rangers beat Dunmore in the cup final?
yes Did Lena Holt score twice?
yes Rangers beat Dunmore, didn't they?
yes Is it true that Rangers beat Dunmore?
- Did Dunmore beat Rangers?
- Rangers didn't beat Dunmore, did they?
no Did Rangers lose the cup final?
- Will Per Aas leave the club in June?
- Did Per Aas leave the club?
- Has Per Aas left the club in June?
- Will Holt miss the first match of next season?
- Did Holt miss the penalty?
- Did Ida Moe score twice?
- Was Lena Holt sent off?
- Did Rangers beat Dunmore 2-1?
- Did Rangers beat Norby in the cup final?
- Did every striker score twice?
- Did Lena Holt score three goals?
# The court in Vell sentenced the banker Tor Ness to four years in prison for fraud on Thursday. His wife was acquitted. Ness's lawyer said he would appeal. Prosecutors had asked for seven years. Police allegedly found 200,000 crowns in a shoe box. If the appeal fails, the bank will be sold. "Tor Ness stole the money," said one of the victims, Eva Rud.
yes Did the court sentence Tor Ness to four years in prison?
yes Was his wife acquitted?
no Was Tor Ness sentenced to seven years in prison?
- Did the court acquit Tor Ness?
- Was Tor Ness acquitted?
- Was his wife sentenced?
- Did Tor Ness steal the money?
- Did Eva Rud steal the money?
- Did police find 200,000 crowns in a shoe box?
- Will the bank be sold?
- Has the bank been sold?
- Did Ness appeal?
- Did the lawyer appeal?
- Did prosecutors get seven years?
- Did the court in Osby sentence the banker?
- Is Tor Ness in prison?
- Did the prosecutors sentence Tor Ness?
# The ministry of health approved the vaccine in April. The trial in Ruun involved 900 children. The vaccine does not protect against malaria. Most of the children had a light fever. The company hopes to sell it in Kesh next year. Scientists at the institute of Marle found no side effects. The vaccine costs less than four crowns a dose. The minister urged parents not to wait.
yes Did the ministry of health approve the vaccine in April?
yes Did the ministry approve the vaccine?
yes Did the trial in Ruun involve 900 children?
no Does the vaccine protect against malaria?
no Did the trial in Ruun involve 90 children?
- Did the vaccine approve the ministry?
- Did all children have a light fever?
- Did the children have a light fever?
- Does the company sell it in Kesh?
- Will the company sell the vaccine in Kesh?
- Did scientists find side effects?
- Does the vaccine cost four crowns a dose?
- Does a dose cost more than four crowns?
- Did parents wait?
- Did the ministry of health approve the vaccine in May?
- Did the ministry of trade approve the vaccine?
no Did the ministry of health reject the vaccine?
- Did the ministry approve the drug?
- Did the trial take place in Kesh?
- Has the vaccine been sold in Kesh?
# The talks in Lunde ended on Friday without a deal. Foreign Minister Ada Kvist met her colleague from Bosk for two hours. Arlen has asked the Union to lift the sanctions. The Union rejected the request. According to the Lunde Post, Kvist will resign. Bosk accused Arlen of moving troops to the border. Both sides agreed to meet again in March.
yes Did the talks in Lunde end on Friday?
yes Did Ada Kvist meet her colleague from Bosk?
yes Did the Union reject the request?
yes Has Arlen asked the Union to lift the sanctions?
yes Did both sides agree to meet again in March?
no Did the talks end with a deal?
no Did the Union accept the request?
- Did the Union lift the sanctions?
- Has the Union asked Arlen to lift the sanctions?
- Will Kvist resign?
- Has Kvist resigned?
- Did Arlen move troops to the border?
- Is Arlen moving troops to the border?
- Did Bosk move troops to the border?
- Did both sides meet again in March?
- Did Ada Kvist meet the foreign minister of Arlen?
- Did Ada Kvist meet her colleague from Bosk for three days?
- Did the talks in Lunde begin on Friday?
- Did Bosk and Arlen reach a deal?
# Bakery chain Hofer opened its tenth shop in Graz on 2 May. Sales rose 4 percent in the first quarter. The chain employs 310 people. Founder Max Hofer owns 60 percent of the shares. The union called the wages unfair. Hofer wants to open five more shops by 2025. The rent in the old town almost doubled. Without a new oven the shop in Linz would have closed.
yes Did Hofer open its tenth shop in Graz?
yes Did sales rise 4 percent in the first quarter?
yes Does the chain employ 310 people?
yes Does Max Hofer own 60 percent of the shares?
no Does the chain employ 130 people?
- Did sales fall in the first quarter?
- Did sales fall 4 percent in the first quarter?
- Does the union own 60 percent of the shares?
- Are the wages unfair?
- Did the chain open five more shops?
- Did the rent in the old town double?
- Did the shop in Linz close?
- Has the shop in Linz closed?
- Did Hofer open its tenth shop in Linz?
- Did Hofer open its tenth shop in June?
- Did Hofer close its tenth shop in Graz?
- Did Hofer open a school in Graz?
- Does Max Hofer own all the shares?
- Is Max Hofer the founder of the union?
# Storm Ola killed three people in Jorvik on Sunday night. The bridge at Moss was washed away. Trains to the coast are running again. Forecasters do not expect more rain this week. The army sent 200 soldiers to the valley. King Aksel visited the flooded villages by boat. Most schools in Jorvik remained closed on Monday. A warning for Dale was lifted. The mayor thanked the firefighters, who worked all night. Insurers put the damage at 40 million crowns.
yes Did Storm Ola kill three people?
yes Was the bridge at Moss washed away?
yes Are trains to the coast running again?
yes Did the army send 200 soldiers to the valley?
yes Did King Aksel visit the flooded villages?
no Did the storm kill thirty people in Jorvik?
- Did the storm kill the king?
- Did the king send soldiers to the valley?
- Was the bridge at Dale washed away?
- Did all schools in Jorvik stay closed?
- Are all schools in Jorvik closed?
- Do forecasters expect more rain this week?
- Did the army visit the villages by boat?
- Did King Aksel visit Moss?
- Was the warning for Jorvik lifted?
- Did insurers pay 40 million crowns?
- Did the firefighters thank the mayor?
- Is the damage 50 million crowns?
- Did Storm Ola kill three people in Moss?
- Did Storm Ola kill three people on Monday?
- Did Storm Ida kill three people?
- Were three soldiers killed?
- Does King Aksel own a boat?
# The singer Runa Vale released her third album in March. Critics in Norwick praised it. Vale cancelled two concerts because of a cold. Her manager, Ulf Rye, denied that she had quarrelled with the band. She was born in Hollis and moved to Norwick at 19. The album sold 80,000 copies in its first week, more than her second. She will play at the harbour festival in July. Rye's company owns the rights to her early songs.
yes Did Runa Vale release her third album in March?
yes Did critics in Norwick praise it?
yes Did the album sell 80,000 copies in its first week?
yes Did Vale cancel two concerts?
yes Will she play at the harbour festival in July?
yes Does Rye's company own the rights to her early songs?
- Did Runa Vale release her second album in March?
- Did Runa Vale quarrel with the band?
- Did Ulf Rye release an album?
- Was Runa Vale born in Norwick?
- Did Vale cancel all concerts?
- Did Vale own the rights to her early songs?
- Did critics in Hollis praise it?
- Did critics pan the album?
- Did Vale cancel the festival?
- Has Vale played at the harbour festival?
- Did her second album sell 80,000 copies?
- Did Vale cancel two concerts because of the band?
- Is Ulf Rye her husband?
- Was Vale a better singer than Rye?
# Parliament passed the budget by 88 votes to 70. The Greens voted against it. Finance Minister Bo Lind resigned an hour later. Prime Minister Sara Holm named Eli Tang as his successor. Tang, a former judge, has never held office. The opposition demanded a new election. Holm ruled out an early vote. The budget cuts spending on roads by a tenth. A poll suggests that half of voters would back Holm. Holm's party lost the mayor's office in Arden in May.
yes Did parliament pass the budget?
yes Did the Greens vote against it?
yes Did Sara Holm name Eli Tang as his successor?
yes Did the opposition demand a new election?
- Did parliament reject the budget?
- Did the Greens vote for the budget?
- Did Sara Holm resign?
- Did Eli Tang resign?
- Did Eli Tang name Sara Holm?
- Has Tang held office before?
- Is Eli Tang a judge?
- Was Eli Tang a judge?
- Will there be a new election?
- Did Holm call an early vote?
- Did half of voters back Holm?
- Did the opposition win a new election?
no Did Holm's party win the mayor's office in Arden?
- Did Bo Lind name his successor?
- Did the opposition pass the budget?
- Does the budget cut spending on schools?
- Did Prime Minister Bo Lind resign?
- Did parliament pass the budget by 70 votes?
- Was the budget passed in May?
`

// leastSaid is how many of the questions of polarArticles that could be answered so are answered with
// yes or no.
const leastSaid = 40

// TestPolar holds that yes and no are said only where the article leaves no doubt. Most of what is
// answered with neither is answered with sentences, which is as good; a wrong yes or no is not.
func TestPolar(t *testing.T) {
	said := 0
	for text := range strings.SplitSeq(polarArticles, "\n# ") {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		a := polarAsker(t, lines[0])
		for _, line := range lines[1:] {
			want, question, _ := strings.Cut(line, " ")
			switch got := a.Answer(t.Context(), Question{Text: question}); got.Polarity.String() {
			case want:
				said++
			case "":
			default:
				t.Errorf("%s: %s, want %s: %s", question, got.Polarity, want, got.Claims[0].Text)
			}
		}
	}
	if said < leastSaid {
		t.Errorf("%d answered with yes or no, want %d", said, leastSaid)
	}
}

func polarAsker(t *testing.T, text string) *Asker {
	t.Helper()
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{
		ID: "a", Text: text, Published: timex.Moment{Day: calendar.Day{Year: 2024, Month: 5, Day: 20}}})})
	if err != nil {
		t.Fatal(err)
	}
	return &Asker{Articles: knowledge.NewCurrent(lib)}
}
