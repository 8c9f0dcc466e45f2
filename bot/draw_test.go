package bot

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask"
	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/screen"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// drawn is where the pictures of messages are.
var drawn = filepath.Join("..", "docs", "messages")

var drawsAll = flag.Bool("draw", false, "draw the messages of docs/messages.md again, with chromium")

// A drawing is a message to be drawn.
type drawing struct {
	name string
	html string
}

// TestMessagesDrawn has every kind of message shown as Discord's client shows it, where nothing of its markup may be
// left for people to read; with -draw it makes the pictures of docs/messages.md.
func TestMessagesDrawn(t *testing.T) {
	var pictures []drawing
	synctest.Test(t, func(t *testing.T) { pictures = walked(t) })
	page, err := os.ReadFile(drawn + ".md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pictures {
		if left := unread(p.html); left != "" {
			t.Errorf("%s: people read %q", p.name, left)
		}
		for _, width := range widths {
			if file := "messages/" + p.name + "-" + width.name + ".png"; !strings.Contains(string(page), file) {
				t.Errorf("docs/messages.md does not show %s", file)
			}
			if *drawsAll {
				p.draw(t, width.name, width.pixels)
			}
		}
	}
}

var widths = []struct {
	name   string
	pixels int
}{{"phone", 412}, {"desktop", 900}}

// markup is what Discord reads and people should not.
var markup = regexp.MustCompile(`\*\*|~~|\]\(|\\|-# |&lt;[@#/t:]|` + "`")

// unread returns markup that is left in what is shown.
func unread(shown string) string { return markup.FindString(tag.ReplaceAllString(shown, "")) }

var tag = regexp.MustCompile(`<style>.*?</style>|<[^>]*>`)

// A walk is somebody trying everything, with a picture of each kind of message.
type walk struct {
	*world
	shelf    *shelved
	pictures []drawing
}

// What is added during the walk, and what an article says after it was corrected.
var (
	inquiry = article.Article{ID: "inquiry", Title: "Inquiry Blames Fog for the Crash Into the Pier", Outlet: "Ellery Courier", URL: "https://courier.example/pier-inquiry",
		Published: timex.Moment{Day: calendar.Day{Year: 2022, Month: 1, Day: 7}}, Text: "Thick fog led the freighter into the eastern pier, the inquiry found. Its pilot had asked for a tug and got none. Nobody will be charged."}
	corrected = article.Article{ID: "opening", Title: "Port Ellery's Swing Bridge to Reopen in March", Outlet: "Ellery Courier", URL: "https://courier.example/swing-bridge-reopens",
		Published: timex.Moment{Day: calendar.Day{Year: 2022, Month: 1, Day: 6}}, Text: "The swing bridge at Port Ellery will reopen to traffic on March 14, the harbour board said on Thursday. Repairs have cost 4.6 million pounds, a quarter more than was planned."}
)

func walked(t *testing.T) []drawing {
	until(morning.Add(-time.Hour))
	articles, err := article.Load(filepath.Join("testdata", "drawn"))
	if err != nil {
		t.Fatal(err)
	}
	w := walk{world: start(t, localdiscord.Options{Memory: inmemory.New()}), shelf: newShelved(t)}
	var delayed *article.Article
	for _, a := range articles {
		w.shelf.put("", *a)
		if a.ID == "delay" {
			delayed = a
		}
	}
	w.run(w.bot((&ask.Asker{}).Answer, func(o *Options) {
		o.Libraries, o.Shelf, o.Reader = w.shelf, w.shelf.Shelf, paper{w.shelf, map[string]article.Article{inquiry.URL: inquiry, delayed.URL: *delayed}}
	}))
	w.walk()
	return w.pictures
}

func (w *walk) walk() {
	w.Invite()
	w.draws("hello", w.said(w.general)[0], "")
	answer := w.uses("answer", "ask", "question", "When does the bridge reopen?")
	sources := w.presses(answer, "Sources")
	w.draws("sources", sources, "")
	w.uses("refusal", "ask", "question", "Who painted the bridge?")
	w.uses("check", "check", "claim", "The swing bridge will open on March 14.")
	w.uses("checked", "check", "claim", "Ruth Calder said that the delay would raise the cost of the repairs.")
	dates := w.uses("dates", "dates")
	w.draws("picture", w.presses(dates, "Picture"), "")
	w.uses("quotes", "quotes")
	w.uses("digest", "digest now")
	adding := w.uses("adding", "library add", "link", "https://courier.example/pier-inquiry https://courier.example/bridge-opening-april https://westshore.example/subscribers")
	time.Sleep(5 * time.Second)
	w.draws("added", w.Message(adding.ID), "ada used /library add")
	w.runs(w.general, "library feed add", opt("link", "https://courier.example/feed"))
	w.uses("library", "library list")
	w.uses("feeds", "library feed list")
	changed := w.asks("How much have the repairs cost?")
	synctest.Wait()
	w.shelf.put("", corrected)
	w.draws("changed", w.presses(changed, "Sources"), "")
	w.uses("help", "help")
	w.uses("about", "about")
}

// uses uses a command, with options as name and value, and has its answer drawn.
func (w *walk) uses(name, command string, options ...string) *localdiscord.Message {
	w.t.Helper()
	synctest.Wait()
	var given []localdiscord.Option
	for i := 0; i+1 < len(options); i += 2 {
		given = append(given, localdiscord.Option{Name: options[i], Value: options[i+1]})
	}
	used, err := w.ada.Run(w.general, command, given...)
	w.must(err)
	m, err := used.Wait(w.soon())
	w.must(err)
	w.draws(name, m, "ada used /"+command)
	return m
}

// draws keeps a picture of a message.
func (w *walk) draws(name string, m *localdiscord.Message, used string) {
	client := screen.Screen{Name: w.World.Name}
	shows := func(a rules.Attachment) string {
		if !strings.HasPrefix(a.ContentType, "image/") {
			return ""
		}
		return "data:" + a.ContentType + ";base64," + base64.StdEncoding.EncodeToString(w.File(a))
	}
	w.pictures = append(w.pictures, drawing{name, client.Page(screen.Shown{Message: m, Used: used, Image: shows})})
}

// draw makes the picture at that width.
func (p drawing) draw(t *testing.T, width string, pixels int) {
	dir := t.TempDir()
	page, shot := filepath.Join(dir, "page.html"), filepath.Join(dir, "shot.png")
	if err := os.WriteFile(page, []byte(p.html), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+dir,
		"--screenshot="+shot, fmt.Sprintf("--window-size=%d,2400", pixels), "file://"+page).CombinedOutput()
	if err != nil {
		t.Fatalf("chromium: %v\n%s", err, out)
	}
	data, err := os.ReadFile(shot)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var small bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, few(cropped(whole))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(drawn, p.name+"-"+width+".png"), small.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cropped returns a picture without the rows at its end in which nothing is drawn.
func cropped(m image.Image) image.Image {
	all := m.Bounds()
	ground := m.At(all.Min.X, all.Max.Y-1)
	end := all.Max.Y
	for ; end > all.Min.Y; end-- {
		for x := all.Min.X; x < all.Max.X; x++ {
			if m.At(x, end-1) != ground {
				all.Max.Y = min(end+12, all.Max.Y)
				return m.(interface {
					SubImage(image.Rectangle) image.Image
				}).SubImage(all)
			}
		}
	}
	return m
}

// few returns a picture in the colours that it has most of: text has shades enough with those.
func few(m image.Image) image.Image {
	count := map[color.Color]int{}
	all := m.Bounds()
	for y := all.Min.Y; y < all.Max.Y; y++ {
		for x := all.Min.X; x < all.Max.X; x++ {
			count[m.At(x, y)]++
		}
	}
	palette := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int { return count[b] - count[a] })
	out := image.NewPaletted(all, palette[:min(len(palette), 48)])
	draw.Draw(out, all, m, all.Min, draw.Src)
	return out
}
