package message

import (
	"slices"
	"strings"
	"testing"
)

// TestLanguageOf has questions in other languages, and questions and titles in English that have
// their words.
func TestLanguageOf(t *testing.T) {
	inEnglish := ""
	for _, table := range slices.Concat(messages(t, "acts.txtar"), messages(t, "requests.txtar")) {
		inEnglish += string(table.Data)
	}
	for want, messages := range map[string]string{
		"de":    "Wann beginnt das Konzert?\nWer hat die Wahl gewonnen?\nWarum?\nWas sagt der Bürgermeister zum Streik?\nWorum geht es in diesem Artikel?\nWie viele Menschen sind auf der Fähre?\nFasse die Nachrichten zusammen und nenne die Quellen bitte\nhallo",
		"fr":    "Quand commence le concert ?\nQui a gagné l'élection ?\nQue dit le maire de la grève ?\nDe quoi parle cet article ?\nC’est quoi le problème avec le pont ?\nOù est la réunion ?\nmerci",
		"es":    "¿Cuándo empieza el concierto?\n¿Quién ganó las elecciones?\n¿Qué dijo el alcalde sobre la huelga?\nde que trata el articulo y por que es importante\n¿Dónde está el barco?\ngracias",
		"pt":    "Quando começa o concerto?\nQuem ganhou a eleição?\nO que disse o prefeito sobre a greve?\nOnde fica a reunião da comissão?",
		"it":    "Quando inizia il concerto?\nChi ha vinto le elezioni?\nChe cosa ha detto il sindaco dello sciopero?\nDove si trova la nave?",
		"nl":    "Wanneer begint het concert?\nWie heeft de verkiezingen gewonnen?\nWaarom is de brug gesloten?",
		"pl":    "Kiedy zaczyna się koncert?\nKto wygrał wybory?\nDlaczego most jest zamknięty?",
		"tr":    "Konser ne zaman başlıyor ve nerede?\nSeçimi kim kazandı?\nKöprü neden kapalı?",
		"id":    "Kapan konser dimulai?\nMengapa jembatan ini ditutup?",
		"ru":    "Когда начнётся концерт?\nКто победил на выборах?",
		"uk":    "Коли почнеться концерт і де?",
		"ar":    "متى تبدأ المحادثات؟",
		"fa":    "چه کسی در انتخابات پیروز شد؟",
		"zh":    "会谈什么时候开始？",
		"ja":    "コンサートはいつ始まりますか？",
		"ko":    "회담은 언제 시작됩니까?",
		"hi":    "वार्ता कब शुरू होगी?",
		"el":    "Πότε αρχίζει η συναυλία;",
		Unknown: "როდის იწყება კონცერტი?",
		"": inEnglish + `
Who is Marie de la Tour?
What does Das Boot tell?
Le Monde
Der Spiegel reporters
Die Linke members
El Salvador
Los Angeles fires
Charles de Gaulle airport
When does Le Figaro du Jour appear?
Did the man die in the war?
Die hard
Que Sera Sera
Il Volo in concert
Who wrote La vie en rose?
De facto ruler of Lunde
What does "la grande nation" mean?
Rio de Janeiro carnival
Ponta do Sol
per capita income in Lunde
Was he there?
Kim Jong Un?
kim jong un?
Wen Jiabao?
Ho Chi Minh City?
Oscar de la Hoya?
oscar de la hoya
ursula von der leyen
la la land
juan de la cruz
What does «Правда» report?
Also in the bar
Was war in the air?
an die Musik
Me too
vis-a-vis talks
No
Come on
`,
	} {
		for line := range strings.Lines(messages) {
			if got := LanguageOf(strings.TrimSpace(line)); got != want {
				t.Errorf("%q is in %q, should be in %q", strings.TrimSpace(line), got, want)
			}
		}
	}
}
