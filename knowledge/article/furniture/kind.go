// Package furniture tells what a page says around and between the paragraphs of an article from
// the article itself: menus, share bars, captions, datelines, links to other articles, notices.
//
// A block of text is recognised by its form (forms.go, caption.go, credit.go, phrases.go) and by
// where it stands (page.go, and core.go for a whole page as somebody copies it from a browser). An
// article's own sentence that is taken for furniture is lost without anybody noticing, so each
// rule would rather let a line of the page through.
package furniture

// A Kind says what a block of a text is.
type Kind uint8

const (
	Body       Kind = iota // the article's own text: its sentences may be cited
	Metadata               // front matter
	Headline               // the title, and headings within
	Dateline               // when and where the text was written, or published, or updated
	Byline                 // by whom
	Caption                // the words under a picture
	Menu                   // ways to other pages
	Share                  // ways to pass the article on, or to have it read out
	Related                // other articles
	Notice                 // subscriptions, cookies, advertisements
	Rights                 // whose text it is
	Comments               // what readers say
	Tags                   // what the article is filed under
	Correction             // what an earlier version had wrong
	Label                  // who speaks next, in a transcript
	Question               // what a reporter asks there
)

var names = [...]string{"text", "metadata", "headline", "dateline", "byline", "caption", "menu", "share", "related", "notice",
	"rights", "comments", "tags", "correction", "label", "question"}

// String returns the name of the kind, as programs read it.
func (k Kind) String() string { return names[k] }

// IsFurniture reports whether a block of the kind is none of the article's.
func (k Kind) IsFurniture() bool {
	return k >= Dateline && k <= Tags
}

// MarshalText writes the kind as programs read it.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }
