package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/intake/readme"
	"rapport/internal/profile"
)

func sortedSlugs(counts map[rapport.Slug]int) []rapport.Slug { return slices.Sorted(maps.Keys(counts)) }

// readmeForm reads what bosses write about working with them.
type readmeForm struct{}

func (readmeForm) Kind() string { return "readme" }

func (readmeForm) Read(text []byte, c intake.Circumstances) (d intake.Document, err error) {
	if c.Boss.ID == 0 {
		_, err := rapport.FindBoss(c.Names.Bosses, "")
		return d, err
	}
	if err := isText(text); err != nil {
		return d, err
	}
	result, err := readme.Read(string(text), readme.Author{Name: c.Boss.Name}, c.Today)
	if err != nil {
		return d, err
	}
	if result.Why != "" {
		d.Says = append(d.Says, "nothing is proposed: "+result.Why)
		return d, nil
	}
	for _, said := range result.Proposals {
		key := readmeKey(c.Boss.Slug, said)
		if said.About == readme.Pressure {
			// What weighs on them is private once it is kept.
			d.Private = append(d.Private, intake.PrivateFinding{Key: key, Day: said.Day, Text: rapport.Private(said.Text), Weighs: true})
			continue
		}
		p := rapport.Proposal{
			Key: key, From: said.Day, Day: said.Day, Text: said.Quote, Becomes: rapport.AsPreference, Boss: c.Boss.ID, Reason: said.Reason, Confidence: said.Confidence,
			Evidence: []rapport.Evidence{{Kind: "file", Ref: c.Title, Title: said.Heading}},
		}
		p.Quote, p.Dim, p.Value = said.Quote, said.About, said.Text
		switch {
		case said.Value != profile.Unknown:
			p.Dim, p.Value = string(said.Dimension), string(said.Value)
		case said.About == readme.Goal:
			p.Becomes, p.Text, p.Dim, p.Value = rapport.AsGoal, said.Text, "", ""
		}
		d.Found = append(d.Found, intake.Finding{Proposal: p, Anywhere: true, Line: said.Line})
	}
	if len(result.Unknown) > 0 {
		unknown := make([]string, len(result.Unknown))
		for i, dimension := range result.Unknown {
			unknown[i] = string(dimension)
		}
		d.Says = append(d.Says, "nothing is said of: "+strings.Join(unknown, ", "))
	}
	return d, nil
}

// isText refuses what is no text in UTF-8, by name.
func isText(text []byte) error {
	for _, known := range [...]struct{ start, name string }{
		{"PK\x03\x04", "a zip file, such as a word processor's document"},
		{"%PDF-", "a PDF"},
		{"{\\rtf", "a document in RTF"},
		{"\x1f\x8b", "a compressed file"},
		{"\xD0\xCF\x11\xE0", "a document of an old word processor"},
		{"\xFF\xFE", "a text in UTF-16"},
		{"\xFE\xFF", "a text in UTF-16"},
	} {
		if bytes.HasPrefix(text, []byte(known.start)) {
			return rapport.Errorf(rapport.Unsupported, "this is %s, not a text file", known.name).WithHint("save it as Markdown or plain text in UTF-8")
		}
	}
	if !utf8.Valid(text) {
		line := 1
		for rest := text; len(rest) > 0; {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError && size <= 1 {
				break
			}
			if r == '\n' {
				line++
			}
			rest = rest[size:]
		}
		return rapport.Errorf(rapport.Invalid, "the file is not written in UTF-8").WithPlace("line %d", line).WithHint("open it in an editor and save it as UTF-8")
	}
	return nil
}

// readmeKey names what a text says for ever: whose it is, what it is about, and
// the words.
func readmeKey(boss rapport.Slug, p readme.Proposal) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{p.About, string(p.Dimension), string(p.Value), p.Text, p.Quote}, "\x00")))
	return string(boss) + "/" + hex.EncodeToString(sum[:8])
}

func (readmeForm) Answer(said string, _ intake.Circumstances) ([]rapport.Mapping, error) {
	return nil, rapport.Errorf(rapport.Invalid, "a readme has no %q to be answered", said).WithHint("accept or drop what is proposed: rapport inbox")
}
