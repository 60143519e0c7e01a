package meetings

import (
	"fmt"
	"strings"
)

// Handout is an agenda as it may be handed to the boss. It has no place for
// anything private: no notes, no warnings, nothing that was planned but not put
// on the agenda.
type Handout struct {
	Title string
	// Topics are in the order of the talk, Waiting are named for another time.
	Topics  []HandoutTopic
	Waiting []string
	// Minutes is the length of the talk; zero where nobody said it.
	Minutes int
}

// HandoutTopic is one line of it.
type HandoutTopic struct {
	Text string
	// Wants is to decide, to advise or to inform; empty where nobody said.
	Wants   string
	Minutes int
	// Yours says that the boss asked for it.
	Yours bool
}

// The two lines that stand on every agenda: what the boss carries now (P77), and
// an open place for their own topics (P29).
const (
	plateLine = "What is on your plate"
	openLine  = "Your topics: what would you like to add?"
)

// Handout is what may be handed over of the agenda.
func (a Agenda) Handout() Handout {
	h := Handout{Title: "One-on-one"}
	if !a.Next.At.IsZero() {
		h.Title += ", " + a.Next.At.Format("Mon 2 January 2006, 15:04")
	}
	if a.LengthBy != "usual" {
		h.Minutes = a.Length
	}
	h.Topics = append(h.Topics, HandoutTopic{Text: plateLine, Minutes: plateMinutes})
	for _, t := range a.Theirs {
		h.Topics = append(h.Topics, HandoutTopic{Text: t.Text, Wants: string(t.Type), Minutes: int(t.Minutes.Value), Yours: true})
	}
	for _, t := range a.Mine {
		h.Topics = append(h.Topics, HandoutTopic{Text: t.Text, Wants: string(t.Type), Minutes: int(t.Minutes.Value)})
	}
	h.Topics = append(h.Topics, HandoutTopic{Text: openLine, Yours: true})
	for _, t := range a.Waits {
		h.Waiting = append(h.Waiting, t.Text)
	}
	return h
}

// Markdown writes the handout as GitHub-flavoured Markdown.
func (h Handout) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", h.Title)
	for i, t := range h.Topics {
		fmt.Fprintf(&b, "%d. %s%s\n", i+1, escaped(t.Text), t.asides("**", "**"))
	}
	if len(h.Waiting) > 0 {
		b.WriteString("\nFor another time:\n\n")
		for _, text := range h.Waiting {
			fmt.Fprintf(&b, "- %s\n", escaped(text))
		}
	}
	return b.String()
}

// Text writes the handout for a plain mail.
func (h Handout) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", h.Title)
	for i, t := range h.Topics {
		fmt.Fprintf(&b, "%d. %s%s\n", i+1, t.Text, t.asides("", ""))
	}
	if len(h.Waiting) > 0 {
		b.WriteString("\nFor another time:\n")
		for _, text := range h.Waiting {
			fmt.Fprintf(&b, "- %s\n", text)
		}
	}
	return b.String()
}

// asides says what a topic wants and how long it takes.
func (t HandoutTopic) asides(open, closed string) string {
	var parts []string
	if t.Wants != "" {
		parts = append(parts, open+"to "+t.Wants+closed)
	}
	if t.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("%d min", t.Minutes))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// escaped keeps the words of a topic from being read as Markdown.
func escaped(text string) string {
	var b strings.Builder
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]<>|~", r) || i == 0 && strings.ContainsRune("#+-", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
