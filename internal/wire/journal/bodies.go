package journal

import (
	"slices"
	"strings"

	"rapport"
)

// AddBoss introduces a boss. A later one of the same slug says anew all that
// holds of that boss from then on.
type AddBoss struct {
	Boss      rapport.Slug
	Name      string
	Relation  rapport.Relation
	Role      string
	Zone      string
	Hours     string
	Evaluates rapport.Truth
	Email     string
	Since     rapport.Day
	Removed   rapport.Instant
}

// Type returns "add_boss".
func (*AddBoss) Type() string { return "add_boss" }

func (b *AddBoss) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("name", &b.Name, needed)
	word(f, "relation", &b.Relation, needed, rapport.Solid, rapport.Dotted, rapport.ProjectLine)
	f.text("role", &b.Role, optional)
	f.text("tz", &b.Zone, optional)
	field(f, "hours", &b.Hours, optional, b.Hours != "", readHours, appendString)
	f.truth("evaluates", &b.Evaluates)
	f.text("email", &b.Email, optional)
	f.day("since", &b.Since, optional)
	f.instant("removed", &b.Removed)
}

// BossLeft says that the relation to a boss ended.
type BossLeft struct {
	Boss rapport.Slug
}

// Type returns "boss_left".
func (*BossLeft) Type() string { return "boss_left" }

func (b *BossLeft) fields(f *fields) { f.slug("boss", &b.Boss, needed) }

// BossGoal introduces something a boss wants.
type BossGoal struct {
	Boss, Goal  rapport.Slug
	Title       string
	Confirmed   bool
	Due, Closed rapport.Day
	Source      rapport.GoalSource
	OwnedBy     string
	Horizon     string
	ConfirmedOn rapport.Day
	PlayedBack  string
	Removed     rapport.Instant
}

// Type returns "boss_goal".
func (*BossGoal) Type() string { return "boss_goal" }

func (b *BossGoal) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.slug("goal", &b.Goal, needed)
	f.text("title", &b.Title, needed)
	f.flag("confirmed", &b.Confirmed, needed)
	f.day("due", &b.Due, optional)
	f.day("closed", &b.Closed, optional)
	word(f, "source", &b.Source, optional, rapport.GoalSaid, rapport.GoalWritten, rapport.GoalInferred)
	f.text("owned_by", &b.OwnedBy, optional)
	f.text("horizon", &b.Horizon, optional)
	f.day("confirmed_on", &b.ConfirmedOn, optional)
	f.text("played_back", &b.PlayedBack, optional)
	f.instant("removed", &b.Removed)
}

// Project introduces a piece of work.
type Project struct {
	Project       rapport.Slug
	Title         string
	Boss, Goal    rapport.Slug
	Due           rapport.Day
	Status, Level string
	Depends       []string
	Removed       rapport.Instant
}

// Type returns "project".
func (*Project) Type() string { return "project" }

func (b *Project) fields(f *fields) {
	f.slug("project", &b.Project, needed)
	f.text("title", &b.Title, needed)
	f.slug("boss", &b.Boss, optional)
	f.slug("goal", &b.Goal, optional)
	f.day("due", &b.Due, optional)
	f.text("status", &b.Status, optional)
	f.text("level", &b.Level, optional)
	f.texts("depends", &b.Depends)
	f.instant("removed", &b.Removed)
}

// Report is a report to a boss: a draft, or one that was sent.
type Report struct {
	State        rapport.ReportState
	Boss         rapport.Slug
	Text, Medium string
	Pages, Items int
	Opened       rapport.Truth
	From, Until  rapport.Day
	Version      int
	Format       string
	Entries      []ReportEntry
	Removed      rapport.Instant
}

// ReportEntry is one entry that a report tells.
type ReportEntry struct {
	Entry rapport.LineID
	Place string
}

// Type returns "report_draft" or "report_sent".
func (b *Report) Type() string { return "report_" + string(b.State) }

func (b *Report) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.exact("text", &b.Text, optional)
	f.text("medium", &b.Medium, optional)
	f.count("pages", &b.Pages)
	f.count("items", &b.Items)
	f.truth("opened", &b.Opened)
	f.day("from", &b.From, optional)
	f.day("until", &b.Until, optional)
	f.count("version", &b.Version)
	f.text("format", &b.Format, optional)
	objects(f, "entries", &b.Entries, func(e *ReportEntry, f *fields) {
		f.line("entry", &e.Entry, needed)
		f.text("place", &e.Place, optional)
	})
	f.instant("removed", &b.Removed)
}

// NotePrivate is a private note.
type NotePrivate struct {
	Text rapport.PrivateText
	// Day is the civil day of the note; the day of its time unless said.
	Day     rapport.Day
	Removed rapport.Instant
}

// Type returns "note_private".
func (*NotePrivate) Type() string { return "note_private" }

func (b *NotePrivate) fields(f *fields) {
	f.private("text", &b.Text, needed)
	f.dayOfLine("day", &b.Day)
	f.instant("removed", &b.Removed)
}

// Calendar is a dated fact.
type Calendar struct {
	Text        string
	Date, Until rapport.Day
	Kind        rapport.CalendarKind
	Removed     rapport.Instant
}

// Type returns "calendar".
func (*Calendar) Type() string { return "calendar" }

func (b *Calendar) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.day("date", &b.Date, optional)
	f.day("until", &b.Until, optional)
	word(f, "kind", &b.Kind, optional, rapport.Leave, rapport.Review, rapport.Deadline, rapport.Pressure)
	f.instant("removed", &b.Removed)
}

// User is what the user says of themselves.
type User struct {
	Name, Zone, Locale string
	// WorkDays is zero where nothing was said.
	WorkDays      rapport.WorkWeek
	Editor        string
	Names, Emails []string
	Sample        bool
}

// Type returns "user".
func (*User) Type() string { return "user" }

func (b *User) fields(f *fields) {
	f.text("name", &b.Name, optional)
	f.text("tz", &b.Zone, optional)
	f.text("locale", &b.Locale, optional)
	field(f, "work_week", &b.WorkDays, optional, b.WorkDays != 0, readWeek, appendWeek)
	f.text("editor", &b.Editor, optional)
	f.texts("names", &b.Names)
	f.texts("emails", &b.Emails)
	f.flag("sample", &b.Sample, optional)
}

// Source is a place where the user's work can be read.
type Source struct {
	Kind, Location, Title string
	Project               rapport.Slug
	Removed               rapport.Instant
}

// Type returns "source".
func (*Source) Type() string { return "source" }

// Name is how other lines name the source.
func (b *Source) Name() string { return SourceName(b.Kind, b.Location) }

// SourceName is how lines name a source: by its kind and location.
func SourceName(kind, location string) string { return kind + ":" + location }

func (b *Source) fields(f *fields) {
	f.text("kind", &b.Kind, needed)
	f.text("location", &b.Location, needed)
	f.text("title", &b.Title, optional)
	f.slug("project", &b.Project, optional)
	f.instant("removed", &b.Removed)
	if len(b.Name()) > 10*maxName {
		f.fail("location", rapport.Errorf(rapport.Invalid, "a path or address has at most %d bytes", 10*maxName))
	}
}

// Proposal is an entry that a source suggests, and what became of it.
type Proposal struct {
	// Source is the [SourceName] of its source.
	Source    string
	Key, Text string
	Kind      rapport.Kind
	From, Day rapport.Day
	// Project is a guessed word; no line has to introduce it.
	Project    rapport.Slug
	Reason     string
	Confidence int
	Evidence   []rapport.Evidence
	Noise      int
	State      rapport.ProposalState
	Entry      rapport.LineID
	// Became is the line of what it became, where that is no entry.
	Became  rapport.LineID
	Becomes rapport.Becoming
	Boss    rapport.Slug
	By, To  string
	Due     rapport.Day
	rapport.Particulars
	Removed rapport.Instant
}

// Type returns "proposal".
func (*Proposal) Type() string { return "proposal" }

func (b *Proposal) fields(f *fields) {
	f.text("source", &b.Source, needed)
	f.text("key", &b.Key, needed)
	f.text("text", &b.Text, needed)
	word(f, "kind", &b.Kind, optional, rapport.Kinds[:]...)
	f.day("from", &b.From, optional)
	f.day("day", &b.Day, optional)
	f.slug("project", &b.Project, optional)
	f.text("reason", &b.Reason, optional)
	f.count("confidence", &b.Confidence)
	f.evidence(&b.Evidence)
	f.count("noise", &b.Noise)
	word(f, "state", &b.State, needed, rapport.Open, rapport.Accepted, rapport.Dropped)
	f.line("entry", &b.Entry, optional)
	word(f, "becomes", &b.Becomes, optional, rapport.Becomings[1:]...)
	f.line("became", &b.Became, optional)
	f.slug("boss", &b.Boss, optional)
	f.text("by", &b.By, optional)
	f.text("to", &b.To, optional)
	f.day("due", &b.Due, optional)
	f.particulars(&b.Particulars)
	f.instant("removed", &b.Removed)
	if len(b.Key) > 10*maxName {
		f.fail("key", rapport.Errorf(rapport.Invalid, "a key has at most %d bytes", 10*maxName))
	}
}

// Correction is what the user taught the program by putting a guess right.
type Correction struct {
	About        rapport.CorrectionAbout
	Text         string
	Wrong, Right string
	Removed      rapport.Instant
}

// Type returns "correction".
func (*Correction) Type() string { return "correction" }

func (b *Correction) fields(f *fields) {
	word(f, "about", &b.About, needed, rapport.AboutKind, rapport.AboutGoal, rapport.AboutProject, rapport.AboutProse)
	f.text("text", &b.Text, needed)
	f.text("wrong", &b.Wrong, optional)
	f.text("right", &b.Right, optional)
	f.instant("removed", &b.Removed)
}

// dayOfLine is a day that is written only where it is not the day of the
// line's own time.
func (f *fields) dayOfLine(key string, v *rapport.Day) {
	own := rapport.DayOf(f.t.Time())
	field(f, key, v, optional, *v != "" && *v != own, readDay, appendText[rapport.Day])
	if f.direction == reading && *v == "" {
		*v = own
	}
}

// evidence is the list of what an entry rests on.
func (f *fields) evidence(v *[]rapport.Evidence) {
	objects(f, "evidence", v, func(e *rapport.Evidence, f *fields) {
		f.text("kind", &e.Kind, optional)
		f.text("ref", &e.Ref, optional)
		f.text("title", &e.Title, optional)
	})
}

// readHours reads a working day, HH:MM-HH:MM; one that ends after midnight is
// a working day too.
func readHours(raw value) (string, *rapport.Error) {
	text, err := readLine(raw)
	if err != nil {
		return "", err
	}
	from, until, ok := strings.Cut(text, "-")
	if !ok || !isClock(from) || !isClock(until) {
		return "", rapport.Errorf(rapport.Invalid, "%q are not hours of a day", shorten(text)).WithHint("write them as 08:30-17:30")
	}
	return text, nil
}

func isClock(text string) bool {
	if len(text) != 5 || text[2] != ':' {
		return false
	}
	for _, i := range [...]int{0, 1, 3, 4} {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text[:2] < "24" && text[3:] < "60" || text == "24:00"
}

// weekdays are the days of the week from Monday, with the bit of each in a
// [rapport.WorkWeek].
var weekdays = [...]string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

func readWeek(raw value) (week rapport.WorkWeek, fault *rapport.Error) {
	days, err := listOf(oneOf(weekdays[:]))(raw)
	if err != nil {
		return 0, err
	}
	if len(days) == 0 {
		return 0, rapport.Errorf(rapport.Invalid, "a work week has at least one day")
	}
	for _, day := range days {
		week |= 1 << ((slices.Index(weekdays[:], day) + 1) % 7)
	}
	return week, nil
}

func appendWeek(out []byte, week rapport.WorkWeek) []byte {
	var days []string
	for i, day := range weekdays {
		if week&(1<<((i+1)%7)) != 0 {
			days = append(days, day)
		}
	}
	return appendList(appendString)(out, days)
}

// particulars are what else is known of a proposal.
func (f *fields) particulars(p *rapport.Particulars) {
	f.text("outcome", &p.Outcome, optional)
	f.slug("goal", &p.Goal, optional)
	f.text("answers", &p.Answers, optional)
	f.text("answers_key", &p.AnswersKey, optional)
	f.text("line", &p.AsRead, optional)
	f.flag("known", &p.Known, optional)
	f.truth("done", &p.Done)
	f.text("dim", &p.Dim, optional)
	f.text("value", &p.Value, optional)
	f.text("quote", &p.Quote, optional)
	f.stamp("start", &p.Start, optional)
	f.count("minutes", &p.Minutes)
	f.text("zone", &p.Zone, optional)
	word(f, "status", &p.Status, optional, rapport.Booked, rapport.Held, rapport.Cancelled, rapport.Missed)
	f.text("uid", &p.UID, optional)
	f.text("series", &p.Series, optional)
	f.text("rule", &p.Rule, optional)
	f.day("until", &p.Until, optional)
	f.flag("holiday", &p.Holiday, optional)
}
