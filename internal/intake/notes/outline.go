package notes

import (
	"strings"

	"rapport"
)

// Meeting is a day of running notes as it is written. It cannot hold anything
// private.
type Meeting struct {
	Day    rapport.Day
	Groups []Group
}

// Group is a section with what stands below it. A group without a title stands
// right below the day, before all others.
type Group struct {
	Title   string
	Entries []Entry
}

// Entry is a bullet, with what stands below it.
type Entry struct {
	// By is the mark of whoever said it, such as KW; empty for the user's own.
	By     string
	Text   string
	Done   rapport.Truth
	Struck bool
	Below  []string
	// Replies have no replies of their own.
	Replies []Entry
}

// Outline returns what was read in the form in which it is written, without
// what is private. What waits for an answer is not in it.
func (n Notes) Outline() []Meeting {
	var out []Meeting
	byDay := map[rapport.Day]int{}
	entries := map[string]*Entry{}
	var order []string
	type home struct {
		meeting int
		title   string
	}
	homes := map[string]home{}
	for _, item := range n.Items {
		key := item.lineKey()
		if _, twice := entries[key]; twice {
			continue // another promise of the same reply
		}
		at, ok := byDay[item.From]
		if !ok {
			at = len(out)
			byDay[item.From] = at
			out = append(out, Meeting{Day: item.From})
		}
		entries[key] = &Entry{By: item.Label, Text: item.Head, Done: item.Done, Struck: item.Struck, Below: item.Below}
		order = append(order, key)
		homes[key] = home{at, item.Section}
		if parent := entries[item.ParentKey]; item.ParentKey != "" && parent != nil {
			homes[key] = home{meeting: -1}
		}
	}
	// Replies first, so that an entry is whole before it is put in its place.
	for _, item := range n.Items {
		key := item.lineKey()
		if e := entries[key]; e != nil && homes[key].meeting < 0 {
			entries[item.ParentKey].Replies = append(entries[item.ParentKey].Replies, *e)
			delete(entries, key)
		}
	}
	for _, key := range order {
		e, h := entries[key], homes[key]
		if e == nil {
			continue
		}
		out[h.meeting].add(h.title, *e)
	}
	return out
}

// lineKey returns the key of the line that an item was read from.
func (i Item) lineKey() string {
	key, _, _ := strings.Cut(i.Key, "/"+promiseClass+"/")
	return key
}

func (m *Meeting) add(title string, e Entry) {
	for i := range m.Groups {
		if m.Groups[i].Title == title {
			m.Groups[i].Entries = append(m.Groups[i].Entries, e)
			return
		}
	}
	g := Group{Title: title, Entries: []Entry{e}}
	if title == "" {
		m.Groups = append([]Group{g}, m.Groups...)
		return
	}
	m.Groups = append(m.Groups, g)
}
