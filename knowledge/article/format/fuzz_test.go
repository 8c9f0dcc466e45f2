package format

import (
	"encoding/json"
	"html"
	"strings"
	"testing"
	"unicode"
)

// FuzzRead reads any bytes as a file of each format: what comes out of them is whole.
func FuzzRead(f *testing.F) {
	names := Endings()
	f.Add([]byte("---\ntitle: x\n---\n# x\n\n- It *rains*.[^1]\n\n[^1]: So."), uint8(0))
	f.Add([]byte("<html><body><p>It rains.<br>It pours.<table><tr><td>1<td>2</table><pre>x\n\ny</pre>"), uint8(1))
	f.Add([]byte("{\"text\":\"It rains. &amp; <b>pours</b>\",\"date\":1e9}\n{\"body\":\"\\u0000\"}"), uint8(2))
	f.Add([]byte("[{\"content\":\"It rains.\"}]"), uint8(3))
	f.Add([]byte("title;text\nx;\"It rains.\n\""), uint8(4))
	f.Add([]byte("<rss><channel><item><description>It rains.</description></item></channel></rss>"), uint8(5))
	f.Add([]byte("Subject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nIt rains.\n--x--"), uint8(6))
	f.Add([]byte("It\u00ad rai\u0301ns.\r\n\u2028\u202eIt pours.\x85"), uint8(7))
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		name := "a" + names[int(n)%len(names)]
		documents, err := Read(name, data)
		if err != nil && documents != nil {
			t.Fatal("documents beside an error")
		}
		for _, d := range documents {
			whole(t, string(data), d)
		}
	})
}

// hiding are ways to write words into a page that its reader does not see, the words standing for %.
var hiding = []string{
	"<!-- % -->", "<p hidden>%</p>", "<div style='display:none'><p>%</p></div>", "<p style=\"a:b; visibility : hidden\">%</p>",
	"<span aria-hidden=\"true\">%</span>", "<template><p>%</p></template>", "<noscript>%</noscript>", "<script>%</script>", "<style>%</style>",
	"<p class=\"x sr-only\">%</p>", "<p id=gone>%</p>", "<iframe>%</iframe>", "<button>%</button>", "<del>%</del>", "<svg><text>%</text></svg>",
	"<dialog>%</dialog>", "<select><option>%</option></select>", "<p><img alt=\"%\" src=x title=\"%\"></p>", "<a href=\"/%\" title=\"%\"></a>",
	"<textarea>%</textarea>", "<input value=\"%\">", "<div hidden><div><p>%</p></div><p>%</p></div>",
}

// FuzzHidden hides a word in a page, in Markdown, in a record and in a feed, among words that are
// seen: the hidden one is never text, and those that are seen are.
func FuzzHidden(f *testing.F) {
	for i := range hiding {
		f.Add("It rains", "and <b>pours</b> & so on", uint8(i))
	}
	f.Fuzz(func(t *testing.T, first, last string, n uint8) {
		const secret = "zqsecretqz"
		seen := html.EscapeString(letters(first))
		hidden := strings.ReplaceAll(hiding[int(n)%len(hiding)], "%", secret+html.EscapeString(letters(last)))
		body := "<p>zqfirst " + seen + "</p>\n" + hidden + "\n<p>zqlast</p>"
		page := "<html><head><style>#gone{display:none}</style></head><body>" + body + "</body></html>"
		record, err := json.Marshal(map[string]string{"text": page})
		if err != nil {
			t.Fatal(err)
		}
		for name, source := range map[string]string{
			"a.html": page, "a.txt": page, "a.jsonl": string(record),
			"a.md":  "# zqfirst " + plainLetters(first) + "\n\n" + strings.ReplaceAll(body, "<p id=gone>", "<p hidden>"),
			"a.xml": "<rss><channel><item><description>" + html.EscapeString(page) + "</description></item></channel></rss>",
		} {
			documents, err := Read(name, []byte(source))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			text := documents[0].Text
			if strings.Contains(text, secret) {
				t.Errorf("%s: what %q hides is text: %q", name, hidden, text)
			}
			if !strings.Contains(text, "zqfirst") || !strings.Contains(text, "zqlast") {
				t.Errorf("%s: words that are seen are lost: %q of %q", name, text, source)
			}
		}
	})
}

// letters returns text without what is no text in a file.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

// plainLetters returns the letters of text.
func plainLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return ' '
	}, letters(text))
}
