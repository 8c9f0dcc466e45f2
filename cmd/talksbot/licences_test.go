package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge/encoder"
)

// TestLicences holds that licences.txt names every module that this program is built from on
// any system, with its version and the text of its licence, and no other. With -update it
// writes the file.
func TestLicences(t *testing.T) {
	wanted := modules(t)
	if *update {
		writeLicences(t, wanted)
		return
	}
	got := map[string]string{}
	for _, p := range readLicences(moduleLicences) {
		if got[p.name] = p.version; p.kind == "" || len(p.text) < 200 {
			t.Errorf("%s has no licence", p.name)
		}
	}
	delete(got, "talksbot")
	delete(got, "Go")
	for name, m := range wanted {
		if got[name] != m.version {
			t.Errorf("%s %s stands there as %q: go test ./cmd/talksbot -run TestLicences -update", name, m.version, got[name])
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is no part of this program: go test ./cmd/talksbot -run TestLicences -update", name)
	}
}

// TestLinked holds that every module linked into this binary is named, but for those of its
// tests.
func TestLinked(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) == 0 {
		t.Skip("this binary does not tell what is linked into it")
	}
	named := map[string]bool{}
	for _, p := range parts() {
		named[p.name] = true
	}
	for _, m := range info.Deps {
		if !named[m.Path] && !slices.Contains(ofTests, m.Path) {
			t.Errorf("%s is linked and not named", m.Path)
		}
	}
}

// ofTests are modules that only the tests of this package are linked with.
var ofTests = []string{"github.com/rogpeppe/go-internal", "github.com/google/go-cmp", "go.uber.org/goleak", "pgregory.net/rapid", "golang.org/x/tools", "golang.org/x/mod"}

func TestOtherLicences(t *testing.T) {
	var all strings.Builder
	for _, p := range parts() {
		all.WriteString(p.name + "\n" + p.text)
	}
	wanted := []string{
		"WordNet 3.0 Copyright 2006", "Copyright 2000-2018 by Kevin Atkinson", // the notices must stand in every copy
		"Copyright (c) 2026 The talksbot authors",
	}
	if encoder.Held {
		wanted = append(wanted, "sentence-transformers/all-MiniLM-L6-v2", encoder.Hash, "Apache License")
	} else if strings.Contains(all.String(), encoder.Hash) {
		t.Error("weights are named that are not there")
	}
	for _, want := range wanted {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no part says %q", want)
		}
	}
}

// A module is where one stands, and which.
type module struct{ version, dir string }

// modules asks the go command what the program is built from on the systems that people run
// it on.
func modules(t *testing.T) map[string]module {
	t.Helper()
	found := map[string]module{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}`, ".")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Skipf("go list: %v", err)
		}
		for line := range strings.Lines(string(out)) {
			if fields := strings.Fields(line); len(fields) == 3 {
				found[fields[0]] = module{fields[1], fields[2]}
			}
		}
	}
	return found
}

// writeLicences writes licences.txt. Parts with the same text stand one after the other.
func writeLicences(t *testing.T, wanted map[string]module) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	parts := []part{licenceIn(t, "talksbot", module{"-", "../.."}), licenceIn(t, "Go", module{runtime.Version(), strings.TrimSpace(string(root))})}
	first := map[string]string{} // text -> the first module that has it
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		p := licenceIn(t, name, wanted[name])
		if _, ok := first[p.text]; !ok {
			first[p.text] = name
		}
		parts = append(parts, p)
	}
	slices.SortStableFunc(parts[2:], func(a, b part) int { return cmp.Compare(first[a.text], first[b.text]) })
	var b strings.Builder
	for i, p := range parts {
		fmt.Fprintf(&b, "%s%s %s %s\n", partMark, p.name, p.version, p.kind)
		if i+1 == len(parts) || parts[i+1].text != p.text {
			b.WriteString(p.text)
		}
	}
	if err := os.WriteFile("licences.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// licenceFile matches the files of a module that say how its code may be used.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)[^/]*$|^licenses/ftl\.txt$`)

// licenceIn returns a module as a part. Its kind is that of its first file; what its other files
// say is for code it has taken over, and patents.
func licenceIn(t *testing.T, name string, m module) part {
	t.Helper()
	p := part{name: name, version: m.version}
	err := fs.WalkDir(os.DirFS(m.dir), ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && file != "licenses":
			return fs.SkipDir
		case d.IsDir() || !licenceFile.MatchString(file) || strings.HasSuffix(file, "-LOGO"):
			return nil
		}
		data, err := os.ReadFile(filepath.Join(m.dir, file))
		text := strings.Trim(strings.ReplaceAll(string(data), "\r", ""), "\n")
		p.kind = cmp.Or(p.kind, kind(text))
		if strings.Contains(file, "LICENSE-") && !strings.HasSuffix(p.kind, others) {
			p.kind += others
		}
		p.text += "\n" + text + "\n"
		return err
	})
	if err != nil || p.kind == "" || strings.Contains(p.text, "\n"+partMark) {
		t.Fatalf("no licence that can be written is in %s (%v)", m.dir, err)
	}
	return p
}

const others = " and others"

// kind returns the SPDX name of a licence by its words.
func kind(text string) string {
	words := strings.Join(strings.Fields(text), " ")
	has := func(s string) bool { return strings.Contains(words, s) }
	switch {
	case has("FreeType"):
		return "FTL"
	case has("Mozilla Public License, version 2.0"):
		return "MPL-2.0"
	case has("Apache License"):
		return "Apache-2.0"
	case has("either the name"):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case has("Permission is hereby granted, free of charge"):
		return "MIT"
	}
	return ""
}
