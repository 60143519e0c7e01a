package notes

import (
	"time"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/when"
)

// Options is everything a reading depends on besides the text.
type Options struct {
	// Today is the day of reading; nothing is dated after it.
	Today rapport.Day
	// Zone is the user's; nil stands for UTC.
	Zone *time.Location
	// Locale decides how 3/4 is read.
	Locale string
	Week   rapport.WorkWeek
	// Boss is the one the file is kept for; empty where it is for several.
	Boss rapport.Slug
	// Bosses are those whose replies may stand in the file.
	Bosses []Person
	// Me is the user, for replies of their own.
	Me Person
	// Mapping says what sections mean, by [SectionKey]: what the user answered
	// before. It goes before every wording known here.
	Mapping map[string]Meaning
	// People says whose initials these are, by [SpeakerKey].
	People map[string]Speaker
	// Seen reports whether a key was proposed before; may be nil. It decides the
	// year of a heading without one where a file is read again after a year.
	Seen func(key string) bool
	// Guesser guesses kinds; nil stands for one that learnt nothing.
	Guesser *capture.Guesser
}

// Person is somebody who may speak in the file.
type Person struct {
	Slug rapport.Slug
	// Name is the whole name; its initials follow from it.
	Name string
	// Initials are further ones that the person signs with.
	Initials []string
}

// Party says whose words something is.
type Party string

// The parties.
const (
	Me       Party = "me"
	TheBoss  Party = "boss"
	Somebody Party = "other"
	// Nobody, as the answer to a question about initials, says that they are no
	// person but a word of the line.
	Nobody Party = "nobody"
)

// Speaker is who said something.
type Speaker struct {
	Party Party
	// Boss is set for a boss.
	Boss rapport.Slug
	// Name is how somebody else is called in the file.
	Name string
}

// What says what an item is, beyond the kind it would have as an entry.
type What string

// What an item can be.
const (
	// Logged is a line of the log, of the item's kind.
	Logged What = "entry"
	// PromiseByMe is a promise of the user's.
	PromiseByMe What = "promise-by-me"
	// PromiseByBoss is a promise of the boss named in By.
	PromiseByBoss What = "promise-by-boss"
	// Plan is what the user planned: no promise until the user says so.
	Plan     What = "plan"
	Ask      What = "ask"
	Feedback What = "feedback"
	Decision What = "decision"
	// Reply is what somebody wrote below a line of the user's.
	Reply What = "reply"
)

// Item is one thing found in a file. It holds nothing private.
type Item struct {
	// Key names the item within the file for ever.
	Key string
	// Day is the day of the meeting. For a heading that names a week From is its
	// first day and Day its last working day, or the day of reading where that is
	// sooner; otherwise both are equal.
	From, Day rapport.Day
	// Undated says that a bullet gave no day and Day is the day of reading. Only
	// [Bullets] finds such items.
	Undated bool
	// Section is the heading as written, as plain words; empty where there is none.
	Section string
	Meaning Meaning
	What    What
	// Kind is the nearest of the eight kinds of entries.
	Kind rapport.Kind
	// Text is the line in plain words, with what stands below it. Head is the
	// line alone, and Below what stands below it.
	Text, Head string
	Below      []string
	By         Speaker
	// Label is the mark of the speaker as written, such as KW; empty where the
	// line has none.
	Label string
	// Due is the day a promise, a plan or an ask is due, where the line says one;
	// counted from the day of the meeting.
	Due rapport.Day
	// Parent is the text that this answers; ParentKey its key. Empty for what
	// answers nothing.
	Parent, ParentKey string
	// Said is the whole reply of which Text is a part; empty where Text is all.
	Said string
	// Done says whether the line's box is ticked; NotSaid where it has none.
	Done rapport.Truth
	// Struck says that the whole line was struck through.
	Struck bool
	// Evidence are the addresses in the line.
	Evidence []rapport.Evidence
	// Line is the first line of it in the file, from one, and LastLine the last.
	Line, LastLine int
	// Confidence in what, kind and by, in percent.
	Confidence int
	// Reason says why, for people.
	Reason string
}

// PrivateItem is a thought that the file keeps under a private heading.
type PrivateItem struct {
	// Key is made of the words by a one-way sum.
	Key            string
	From, Day      rapport.Day
	Section, Text  rapport.PrivateText
	Line, LastLine int
}

// Section is a heading whose meaning has to be asked for.
type Section struct {
	// Key is what the answer is remembered by, in [Options].Mapping.
	Key string
	// Title is the heading as first written.
	Title string
	// Count is how many lines wait for the answer.
	Count int
	// Line is where it is first used, and Example what stands there: for the
	// owner's eyes, since the section may turn out to be private.
	Line    int
	Example string
}

// Unnamed is a mark such as "KW:" that nobody is known by.
type Unnamed struct {
	// Key is what the answer is remembered by, in [Options].People.
	Key     string
	Label   string
	Count   int
	Line    int
	Example string
}

// Skipped is a part of the file that was left out, and why.
type Skipped struct {
	Line, LastLine int
	// Text is the line that is to blame, as plain words, cut where it is long;
	// "(private)" below a private heading.
	Text   string
	Reason string
	// Ahead says that nothing is wrong: the meeting is still to come.
	Ahead bool
}

// Fate is what became of a line.
type Fate uint8

// The fates of lines.
const (
	// Lost is a fate that no line with words on it may have.
	Lost Fate = iota
	Blank
	// Heading is a date, a section, or a rule between parts.
	Heading
	InItem
	InPrivate
	// Waits for an answer in [Notes.Unmapped].
	Waits
	// LeftOut is told in [Notes.Skipped].
	LeftOut
)

// Notes is what a file says.
type Notes struct {
	// Items are in the order of the file.
	Items    []Item
	Private  []PrivateItem
	Unmapped []Section
	Unknown  []Unnamed
	Skipped  []Skipped
	// Fates holds the fate of each line; the first line is at index zero.
	Fates []Fate
	// Style is how the file is written.
	Style Style
}

// Read reads running notes. It fails where the text is no text, or where no
// heading in it is meant as a date.
func Read(text []byte, o Options) (Notes, error) {
	return read(text, o, false)
}

func read(text []byte, o Options, loose bool) (Notes, error) {
	lines, err := linesOf(text)
	if err != nil {
		return Notes{}, err
	}
	r := newReader(o, loose, lines)
	r.build()
	if !loose && len(r.parts) == 0 {
		return Notes{}, rapport.Errorf(rapport.Invalid, "no heading in these notes is a date, so nothing in them has a day").
			WithHint("put a heading such as ## 2026-11-17 over each meeting, or read the file as a plain list of bullets")
	}
	r.resolve()
	if loose {
		r.ownDates()
	}
	r.finish()
	return r.out, nil
}

// reader is one reading of a file.
type reader struct {
	o     Options
	loose bool
	lines []line
	now   when.Clock
	out   Notes
	// parts are the dated headings, in the order of the file.
	parts []part
	// found are the items, not yet dated.
	found []found
	known people
	guess *capture.Guesser
	at    place
}

func newReader(o Options, loose bool, lines []string) *reader {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	r := &reader{o: o, loose: loose, known: knownPeople(o), guess: o.Guesser}
	if r.guess == nil {
		r.guess = capture.NewGuesser(nil)
	}
	r.now = r.clock(o.Today, when.Log)
	r.out.Fates = make([]Fate, len(lines))
	r.lines = r.scan(lines)
	return r
}

// clock stands at noon of a day.
func (r *reader) clock(d rapport.Day, c when.Context) when.Clock {
	return when.Clock{Now: d.Noon(r.o.Zone), Locale: r.o.Locale, Week: r.o.Week, Context: c}
}

// skip leaves lines out and says why. The numbers count from one.
func (r *reader) skip(first, last int, text, reason string) {
	for i := first; i <= last; i++ {
		if f := &r.out.Fates[i-1]; *f == Lost {
			*f = LeftOut
		}
	}
	r.out.Skipped = append(r.out.Skipped, Skipped{Line: first, LastLine: last, Text: shortened(text), Reason: reason})
}

// shortened cuts a long text for a message.
func shortened(text string) string {
	const most = 80
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
