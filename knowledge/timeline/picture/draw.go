package picture

import (
	"image"
	"math"

	"git.sr.ht/~sbinet/gg"
)

// Colours. The text has a contrast of 7:1 or more on the ground, the dim text one of 4.5:1.
const (
	ground  = "#20242E"
	rule    = "#475063"
	plain   = "#F1F3F7"
	dim     = "#A6AEBD"
	accent  = "#7CC4FF" // days to come, and the words that say when
	bygone  = "#8790A3"
	warning = "#F4BE5A" // a day that sources disagree about; no day at all
)

const (
	cornerRadius = 28
	dotRadius    = 8
)

// draw paints a layout.
func draw(l *layout) image.Image {
	c := gg.NewContext(int(math.Ceil(l.width)), int(math.Ceil(l.height)))
	c.DrawRoundedRectangle(0, 0, l.width, l.height, cornerRadius)
	c.SetHexColor(ground)
	c.Fill()
	y := lines(c, l.faces.title, l.title, margin, margin, plain, plain)
	lines(c, l.faces.small, l.subtitle, margin, y, dim, dim)
	c.SetHexColor(rule)
	c.SetLineWidth(3)
	x, top := l.rule.x+dotRadius, l.rule.y+l.faces.day.leading/2
	c.DrawLine(x, top, x, top+l.rule.h)
	c.Stroke()
	for _, b := range l.blocks {
		l.block(c, b)
	}
	lines(c, l.faces.small, l.sources, l.sourcesAt.x, l.sourcesAt.y, dim, dim)
	return c.Image()
}

func (l *layout) block(c *gg.Context, b block) {
	colour := map[tone]string{past: bygone, coming: accent, vague: warning}[b.tone]
	x, y := b.x+dotRadius, b.y+l.faces.day.leading/2
	c.SetHexColor(ground) // the rule ends at the dot
	c.DrawCircle(x, y, dotRadius+4)
	c.Fill()
	c.SetHexColor(colour)
	c.DrawCircle(x, y, dotRadius)
	if b.tone == coming {
		c.Fill()
	} else {
		c.SetLineWidth(3)
		c.Stroke()
	}
	left := b.x + indent
	dayColour := plain
	if b.tone == vague {
		dayColour = warning
	}
	y = lines(c, l.faces.day, b.day, left, b.y, dayColour, dayColour)
	if b.away != "" {
		at := left + l.faces.day.width(b.day[len(b.day)-1].String()) + l.faces.small.width(aside)
		write(c, l.faces.small, b.away, at, y-l.faces.day.leading+baseline(l.faces.day), dim)
	}
	y = lines(c, l.faces.body, b.label, left, y, plain, accent)
	lines(c, l.faces.small, b.notes, left, y, dim, warning)
}

// lines writes lines below one another and returns where the next would begin.
func lines(c *gg.Context, f face, all []line, x, y float64, colour, marked string) float64 {
	for _, l := range all {
		at := x
		for _, r := range l {
			use := colour
			if r.marked {
				use = marked
			}
			write(c, f, r.text, at, y+baseline(f), use)
			at += f.width(r.text)
		}
		y += f.leading
	}
	return y
}

// baseline is how far below the top of a line its letters stand.
func baseline(f face) float64 {
	m := f.Metrics()
	ascent, descent := float64(m.Ascent)/64, float64(m.Descent)/64
	return (f.leading + ascent - descent) / 2
}

func write(c *gg.Context, f face, text string, x, y float64, colour string) {
	c.SetHexColor(colour)
	c.SetFontFace(f.Face)
	c.DrawString(text, x, y)
}
