package compose

import (
	"strconv"
	"strings"
)

// messages splits sections into messages of at most so many words, each in the
// thread of its heading. No word is lost: a sentence that is too long for one
// message goes on in the next.
func (w *writer) messages(all []Section) []Section {
	var out []Section
	for _, s := range all {
		title := s.Title
		if title == "" {
			title = headingNow
		}
		if countWords(title) > messageWords/3 {
			title = strings.Join(strings.Fields(title)[:min(len(strings.Fields(title)), messageWords/3)], " ")
			if countWords(title) > messageWords/3 {
				title = headingNow
			}
		}
		room := messageWords - countWords(title) - 1 // the number of the message
		var said []Sentence
		for _, x := range append(append(append([]Sentence(nil), s.Intro...), s.Items...), s.Outro...) {
			said = append(said, divided(x, room)...)
		}
		if s.Table != nil {
			for _, row := range s.Table.Rows {
				for _, cell := range row {
					said = append(said, divided(cell, room)...)
				}
			}
		}
		part, used := 1, 0
		message := func() Section {
			m := Section{Role: s.Role, Title: title, Project: s.Project, Goal: s.Goal}
			if part > 1 {
				m.Title += " " + strconv.Itoa(part)
			}
			return m
		}
		current := message()
		for _, x := range said {
			n := countWords(x.Text)
			if used > 0 && used+n > room {
				out = append(out, current)
				part++
				current, used = message(), 0
			}
			current.Items = append(current.Items, x)
			used += n
		}
		if len(current.Items) > 0 {
			out = append(out, current)
		}
	}
	return out
}

// divided splits a sentence that has more words than most: where a sentence of
// it ends, and where there is no such place between two words.
func divided(s Sentence, most int) []Sentence {
	if countWords(s.Text) <= most {
		return []Sentence{s}
	}
	var out []Sentence
	add := func(text string) {
		part := s
		part.Text = text
		out = append(out, part)
	}
	current := ""
	flush := func() {
		if current != "" {
			add(current)
		}
		current = ""
	}
	for _, sentence := range sentences(s.Text) {
		if n := countWords(sentence); n <= most {
			if current != "" && countWords(current)+n > most {
				flush()
			}
			current = strings.TrimSpace(current + " " + sentence)
			continue
		}
		for field := range strings.FieldsSeq(sentence) {
			if current != "" && countWords(current)+countWords(field) > most {
				current += " …"
				flush()
			}
			current = strings.TrimSpace(current + " " + field)
		}
	}
	flush()
	return out
}
