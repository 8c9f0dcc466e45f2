package page

import (
	"time"

	"talksbot/ask/digest"
	"talksbot/ask/news"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// How readily Fit leaves out what tells of news: what weighs least goes first.
const (
	moreStated = iota + 1
	newQuotes
	newDates
	laterPieces
)

// News lays out what is new: articles, corrections with what was said before, days and quotations that
// were not stated before, what was withdrawn.
func News(n news.News, w Printer) Page {
	p := Page{words: w, List: None}
	p.add(line(Plain, newsTitle(n, w)))
	if n.Empty() {
		return p
	}
	piecesOf(&p, n)
	correctionsOf(&p, n)
	statedOf(&p, "news.dates", n.Dates, newDates)
	statedOf(&p, "news.quotes", n.Quotes, newQuotes)
	statedOf(&p, "news.more", n.More, moreStated)
	withdrawnOf(&p, n)
	p.offer(ShowSources, "button.sources")
	return p
}

func newsTitle(n news.News, w Printer) []Span {
	since := from(n.Since, w)
	if n.Empty() {
		return w.Say("news.nothing", "Since", since)
	}
	return w.Say("news.head", "Since", since)
}

// from names the day of a time, nothing where it is not known.
func from(t time.Time, w Printer) []Span {
	if t.IsZero() {
		return nil
	}
	return []Span{day(calendar.DayOf(t), w)}
}

// piecesOf adds the new articles, each with the sentence that carries it.
func piecesOf(p *Page, n news.News) {
	if len(n.New) == 0 {
		return
	}
	head := line(Plain, p.words.Say("news.new", "N", n.Articles))
	lines := []Line{head}
	shown := 0
	for i, piece := range n.New {
		rank := 0
		if i > 0 {
			rank = laterPieces
		}
		lines = append(lines, line(Item, spared(rank, pieceSource(piece, p.words))))
		if piece.Line != nil {
			lines = append(lines, line(Quotation, spared(rank, spans(p.words.claim(*piece.Line), p.citeAll(piece.Line.Cites)))))
		}
		shown += 1 + piece.Copies
	}
	if left := n.Articles - shown; left > 0 {
		lines = append(lines, line(Small, p.words.Say("news.others", "N", left)))
	}
	p.add(lines...)
}

// correctionsOf adds the articles that say something else now: what each said, and says.
func correctionsOf(p *Page, n news.News) {
	for i, c := range n.Corrected {
		var lines []Line
		if i == 0 {
			lines = append(lines, line(Plain, p.words.Say("news.corrected", "N", n.Corrections)))
		}
		lines = append(lines, revised(p, c)...)
		if left := n.Corrections - len(n.Corrected); i == len(n.Corrected)-1 && left > 0 {
			lines = append(lines, line(Small, p.words.Say("news.more-corrected", "N", left)))
		}
		p.add(lines...)
	}
}

// revised tells of one article what it said, and says, with the days from which it did.
func revised(p *Page, c news.Revised) []Line {
	w := p.words
	lines := []Line{line(Item, w.Source(c.Article))}
	if c.Note != "" {
		lines = append(lines, line(Plain, w.Say("news.note", "Note", soft(c.Note))))
	}
	for _, pair := range c.Pairs {
		lines = append(lines,
			line(Aside, w.Say("news.was", "Day", from(c.Was, w))),
			line(Quotation, w.claim(pair[0]), p.citeAll(pair[0].Cites)),
			line(Aside, w.Say("news.is", "Day", from(c.At, w))),
			line(Quotation, w.claim(pair[1]), p.citeAll(pair[1].Cites)))
	}
	return lines
}

// revisedOf begins a digest with the articles that say something else than they did, or were withdrawn.
func revisedOf(p *Page, d digest.Digest) {
	for i, r := range d.Revised {
		withdrawn := r.Article.State == article.Withdrawn
		var lines []Line
		if withdrawn {
			lines = []Line{line(Plain, p.words.Say("news.withdrawn", "N", 1)), line(Item, p.words.Source(r.Article))}
		} else {
			lines = append([]Line{line(Plain, p.words.Say("news.corrected", "N", 1))},
				revised(p, news.Revised{Item: news.Item{Article: r.Article, Was: r.Was, At: r.At}, Note: r.Note, Pairs: r.Pairs})...)
		}
		lines[0].Keys = []string{r.Key()}
		if left := d.Revisals - len(d.Revised); i == len(d.Revised)-1 && left > 0 {
			lines = append(lines, line(Small, p.words.Say("news.more-corrected", "N", left)))
		}
		if i > 0 {
			for j := range lines {
				lines[j].Spans = spared(thirdLine, lines[j].Spans)
			}
		}
		p.add(lines...)
	}
}

// statedOf adds sentences that are new in articles known before, each with whose it is.
func statedOf(p *Page, head string, all []news.Stated, rank int) {
	if len(all) == 0 {
		return
	}
	lines := []Line{line(Plain, spared(rank, p.words.Say(head)))}
	for _, s := range all {
		lines = append(lines,
			line(Quotation, spared(rank, spans(p.words.claim(s.Claim), p.citeAll(s.Cites), own(" – "), p.words.origin(s.Article)))))
	}
	p.add(lines...)
}

// withdrawnOf adds what publishers have withdrawn.
func withdrawnOf(p *Page, n news.News) {
	if len(n.Withdrawn) == 0 {
		return
	}
	lines := []Line{line(Plain, p.words.Say("news.withdrawn", "N", len(n.Withdrawn)))}
	for _, i := range n.Withdrawn {
		lines = append(lines, line(Item, p.words.Source(i.Article)))
	}
	p.add(lines...)
}

// Followed lays out a post on what a channel follows: the articles that have it, each with the sentence that does.
func Followed(f news.Followed, w Printer) Page {
	p := Page{words: w, List: None}
	lines := []Line{line(Plain, w.Say("follows.head", "What", Shorten(f.What, longestAsked)))}
	for i, piece := range f.Pieces {
		rank := 0
		if i > 0 {
			rank = laterPieces
		}
		lines = append(lines, line(Item, spared(rank, pieceSource(piece, w))),
			line(Quotation, spared(rank, spans(w.claim(*piece.Line), p.citeAll(piece.Line.Cites)))))
	}
	if f.Left > 0 {
		lines = append(lines, line(Small, w.Say("news.others", "N", f.Left)))
	}
	p.add(lines...)
	p.offer(ShowSources, "button.sources")
	return p
}

// pieceSource names a new article, and how many others tell its story.
func pieceSource(piece news.Piece, w Printer) []Span {
	if piece.Copies == 0 {
		return w.Source(piece.Article)
	}
	return spans(w.Source(piece.Article), own(" · "), w.Say("news.copies", "N", piece.Copies))
}
