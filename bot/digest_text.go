package bot

import (
	"talksbot/ask/digest"
	"talksbot/knowledge/timex"
)

// onDiscord is how a digest looks there.
var onDiscord = digest.Style{
	Escape: escape,
	Bold:   bold,
	Small:  func(line string) string { return "-# " + line },
	Quote:  "> ",
	Source: source,
}

// fitted returns the digest with as much in it as a message takes.
func fitted(d digest.Digest) digest.Digest {
	for length(d.Render(onDiscord)) > maxLength {
		shorter, ok := d.Shorter()
		if !ok {
			break
		}
		d = shorter
	}
	return d
}

// digestReply returns a digest, which must fit, as a message.
func digestReply(d digest.Digest) reply {
	r := reply{text: d.Render(onDiscord)}
	if cited := citations(d.Cites()); len(cited) > 0 {
		r.buttons = append(r.buttons, button{label: "Sources", name: sourcesName, arg: cited.encode()})
	}
	return r
}

// headingOf is the first line by which the digest of a day is known again.
func headingOf(day timex.Day) string { return digest.Heading(day, onDiscord) }
