package main

import (
	_ "embed"
	"fmt"
	"strings"
	"text/tabwriter"

	"talksbot/knowledge/article/format/pdf"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/english"
)

// moduleLicences holds the licences of this program, of Go, and of the modules it is built
// from, as TestLicences writes it: "== NAME VERSION KIND" for each part, and the text of its
// licence below; parts with one text stand together above it.
//
//go:embed licences.txt
var moduleLicences string

// A part is something that is compiled in.
type part struct {
	name, version string // "-": it has no version
	kind          string // its licence's SPDX name, where there is one
	text          string // its licence
}

// parts returns all that is compiled in.
func parts() []part {
	all := append(readLicences(moduleLicences),
		part{"word lists (lexicon.txt)", "-", "WordNet, SCOWL", english.Notices()},
		part{"PDFium", "-", "Apache-2.0 and others", pdf.Licences},
		part{"time zones (IANA)", "-", "public domain", "The IANA time zone database is in the public domain.\n"},
	)
	if encoder.Held {
		text := "The weights' SHA-256 is " + encoder.Hash + ".\n\n" + encoder.Licence
		all = append(all, part{"encoder's weights (from all-MiniLM-L6-v2)", "-", "Apache-2.0", text})
	}
	return all
}

const partMark = "== "

func readLicences(file string) []part {
	var parts []part
	from := 0 // the first part whose text is still to come
	for line := range strings.Lines(file) {
		head, isHead := strings.CutPrefix(line, partMark)
		if isHead {
			fields := strings.Fields(head)
			if len(parts) > 0 && parts[len(parts)-1].text != "" {
				from = len(parts)
			}
			parts = append(parts, part{name: fields[0], version: fields[1], kind: strings.Join(fields[2:], " ")})
			continue
		}
		for i := range parts[from:] {
			parts[from+i].text += line
		}
	}
	return parts
}

type licencesCmd struct {
	Part []string `arg:"" optional:"" help:"${licences_part}"`
}

// Run lists the parts, or prints the licences of those whose name has the words in it.
func (c *licencesCmd) Run(e *env) error {
	wanted := strings.Join(c.Part, " ")
	if wanted == "" {
		return e.listParts(parts())
	}
	found := false
	for _, p := range parts() {
		if wanted != "all" && !strings.Contains(p.name, wanted) {
			continue
		}
		found = true
		title := strings.TrimSuffix(p.name+" "+p.version, " -")
		if _, err := fmt.Fprintf(e.stdout, "%s\n%s\n\n%s\n\n", title, strings.Repeat("=", len(title)), strings.Trim(p.text, "\n")); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	if !found {
		return usageError{fmt.Errorf("no part is named %q (talksbot licences lists them)", wanted)}
	}
	return nil
}

func (e *env) listParts(list []part) error {
	table := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
	for _, p := range list {
		fmt.Fprintf(table, "%s\t%s\t%s\n", p.name, p.kind, p.version)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	_, err := fmt.Fprintf(e.stdout, "\n%s\n", e.words.Text("licences.more"))
	return err
}
