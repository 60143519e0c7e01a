package cli

import (
	"cmp"
	"encoding/json"
	"strconv"
	"time"

	"rapport"
	"rapport/internal/journal"
)

// The shapes below are the published form of --json; docs/json.md describes
// them. Fields are added, never renamed. Every command prints one object whose
// first key names what it holds.

type entryJSON struct {
	Number      rapport.Number  `json:"number"`
	Day         rapport.Day     `json:"day"`
	Kind        rapport.Kind    `json:"kind"`
	KindBy      string          `json:"kind_by"`
	Text        string          `json:"text"`
	Outcome     string          `json:"outcome,omitempty"`
	Project     rapport.Slug    `json:"project,omitempty"`
	ProjectBy   string          `json:"project_by,omitempty"`
	Bosses      []rapport.Slug  `json:"bosses,omitempty"`
	Goals       []linkJSON      `json:"goals,omitempty"`
	Told        []toldJSON      `json:"told,omitempty"`
	CommittedBy []rapport.Party `json:"committed_by,omitempty"`
	Due         rapport.Day     `json:"due,omitempty"`
	Closed      rapport.Day     `json:"closed,omitempty"`
	Helpers     []string        `json:"helpers,omitempty"`
	URL         string          `json:"url,omitempty"`
	Evidence    []evidenceJSON  `json:"evidence,omitempty"`
	Removed     bool            `json:"removed,omitempty"`
}

type linkJSON struct {
	Goal       rapport.Slug `json:"goal"`
	By         string       `json:"by"`
	Confidence int          `json:"confidence"`
	Reason     string       `json:"reason,omitempty"`
}

type toldJSON struct {
	Boss  rapport.Slug `json:"boss"`
	Since string       `json:"since"`
	How   rapport.How  `json:"how,omitempty"`
	Via   string       `json:"via,omitempty"`
}

type evidenceJSON struct {
	Kind  string `json:"kind"`
	Ref   string `json:"ref"`
	Title string `json:"title,omitempty"`
}

func entryShape(e rapport.Entry, names journal.Names) entryJSON {
	s := entryJSON{
		Number: e.Number, Day: e.Day, Kind: e.Kind, KindBy: certainty(e.KindBy), Text: e.Text, Outcome: e.Outcome,
		CommittedBy: e.CommittedBy, Due: e.Due, Closed: e.Closed, Helpers: e.Helpers, URL: e.URL, Removed: e.Removed != 0,
	}
	if e.Project != 0 {
		s.Project, s.ProjectBy = names.Project(e.Project).Slug, certainty(e.ProjectBy)
	}
	for _, id := range e.Concerns {
		s.Bosses = append(s.Bosses, names.Boss(id).Slug)
	}
	for _, l := range e.Links {
		s.Goals = append(s.Goals, linkJSON{names.Goal(l.Goal).Slug, certainty(l.By), l.Confidence, l.Reason})
	}
	for _, t := range e.Told {
		s.Told = append(s.Told, toldJSON{names.Boss(t.Boss).Slug, stampText(t.Since), t.How, t.Via})
	}
	for _, v := range e.Evidence {
		s.Evidence = append(s.Evidence, evidenceJSON{v.Kind, v.Ref, v.Title})
	}
	return s
}

func entryShapes(entries []rapport.Entry, names journal.Names) []entryJSON {
	shapes := make([]entryJSON, len(entries))
	for i, e := range entries {
		shapes[i] = entryShape(e, names)
	}
	return shapes
}

type bossJSON struct {
	Number    rapport.Number   `json:"number"`
	Boss      rapport.Slug     `json:"boss"`
	Name      string           `json:"name"`
	Relation  rapport.Relation `json:"relation"`
	Role      string           `json:"role,omitempty"`
	Zone      string           `json:"tz,omitempty"`
	Hours     string           `json:"hours,omitempty"`
	Email     string           `json:"email,omitempty"`
	Evaluates *bool            `json:"evaluates,omitempty"`
	Since     rapport.Day      `json:"since,omitempty"`
	Left      string           `json:"left,omitempty"`
}

func bossShape(b rapport.Boss) bossJSON {
	s := bossJSON{
		Number: b.Number, Boss: b.Slug, Name: b.Name, Relation: b.Relation, Role: b.Role,
		Zone: b.Zone, Hours: b.Hours, Email: b.Email, Since: b.Since,
	}
	if b.Evaluates != rapport.NotSaid {
		yes := b.Evaluates.IsYes()
		s.Evaluates = &yes
	}
	if !b.Left.IsZero() {
		s.Left = stampText(b.Left)
	}
	return s
}

type goalJSON struct {
	Number    rapport.Number `json:"number"`
	Goal      rapport.Slug   `json:"goal"`
	Title     string         `json:"title"`
	Boss      rapport.Slug   `json:"boss"`
	Confirmed bool           `json:"confirmed"`
	Due       rapport.Day    `json:"due,omitempty"`
	Closed    rapport.Day    `json:"closed,omitempty"`

	Source      rapport.GoalSource `json:"source,omitempty"`
	OwnedBy     string             `json:"owned_by,omitempty"`
	Horizon     string             `json:"horizon,omitempty"`
	ConfirmedOn rapport.Day        `json:"confirmed_on,omitempty"`
	PlayedBack  string             `json:"played_back,omitempty"`
}

func goalShape(g rapport.Goal, boss rapport.Slug) goalJSON {
	return goalJSON{g.Number, g.Slug, g.Title, boss, g.Confirmed, g.Due, g.Closed, g.Source, g.OwnedBy, g.Horizon, g.ConfirmedOn, g.PlayedBack}
}

type projectJSON struct {
	Number  rapport.Number `json:"number"`
	Project rapport.Slug   `json:"project"`
	Title   string         `json:"title"`
	Boss    rapport.Slug   `json:"boss,omitempty"`
	Goal    rapport.Slug   `json:"goal,omitempty"`
	Due     rapport.Day    `json:"due,omitempty"`
	Status  string         `json:"status,omitempty"`
	Level   string         `json:"level,omitempty"`
	Depends []string       `json:"depends,omitempty"`
}

func projectShape(p rapport.Project, boss, goal rapport.Slug) projectJSON {
	return projectJSON{p.Number, p.Slug, p.Title, boss, goal, p.Due, p.Status, p.Level, p.Depends}
}

type noteJSON struct {
	Number rapport.Number `json:"number"`
	Day    rapport.Day    `json:"day"`
	Text   string         `json:"text"`
}

type proposalJSON struct {
	Number     rapport.Number `json:"number"`
	From       rapport.Day    `json:"from"`
	Day        rapport.Day    `json:"day"`
	Kind       rapport.Kind   `json:"kind"`
	Text       string         `json:"text"`
	Project    rapport.Slug   `json:"project,omitempty"`
	Confidence int            `json:"confidence"`
	Reason     string         `json:"reason,omitempty"`
	Evidence   []evidenceJSON `json:"evidence,omitempty"`
	Noise      int            `json:"noise,omitempty"`
	State      string         `json:"state"`

	Becomes string       `json:"becomes"`
	Boss    rapport.Slug `json:"boss,omitempty"`
	By      string       `json:"by,omitempty"`
	To      string       `json:"to,omitempty"`
	Due     rapport.Day  `json:"due,omitempty"`
	Answers string       `json:"answers,omitempty"`
	Dim     string       `json:"dim,omitempty"`
	Value   string       `json:"value,omitempty"`
	Quote   string       `json:"quote,omitempty"`
	Start   string       `json:"start,omitempty"`
	Minutes int          `json:"minutes,omitempty"`
	Zone    string       `json:"zone,omitempty"`
	Status  string       `json:"status,omitempty"`
	Rule    string       `json:"rule,omitempty"`
	Until   rapport.Day  `json:"until,omitempty"`
}

func proposalShape(p rapport.Proposal, names journal.Names) proposalJSON {
	s := proposalJSON{
		Number: p.Number, From: p.From, Day: p.Day, Kind: p.Kind, Text: p.Text, Project: p.Project,
		Confidence: p.Confidence, Reason: p.Reason, Noise: p.Noise, State: string(p.State),
		Becomes: cmp.Or(string(p.Becomes), "entry"), Boss: names.Boss(p.Boss).Slug, By: names.Person(p.By), To: names.Person(p.To), Due: p.Due, Answers: p.Answers,
		Dim: p.Dim, Value: p.Value, Quote: p.Quote, Minutes: p.Minutes, Zone: p.Zone, Status: string(p.Status), Rule: p.Rule, Until: p.Until,
	}
	if !p.Start.IsZero() {
		s.Start = stampText(p.Start)
	}
	for _, v := range p.Evidence {
		s.Evidence = append(s.Evidence, evidenceJSON{v.Kind, v.Ref, v.Title})
	}
	return s
}

func proposalShapes(all []rapport.Proposal, names journal.Names) []proposalJSON {
	shapes := make([]proposalJSON, len(all))
	for i, p := range all {
		shapes[i] = proposalShape(p, names)
	}
	return shapes
}

type leaveJSON struct {
	Number rapport.Number `json:"number"`
	Text   string         `json:"text"`
	From   rapport.Day    `json:"from"`
	Until  rapport.Day    `json:"until,omitempty"`
}

func leaveShape(c rapport.CalendarFact) leaveJSON {
	return leaveJSON{c.Number, c.Text, c.Date, c.Until}
}

// object prints one JSON object to stdout, its keys in the order given.
func (sh *shell) object(pairs ...any) error {
	sh.printf("{")
	for i := 0; i+1 < len(pairs); i += 2 {
		key, err := json.Marshal(pairs[i])
		if err != nil {
			return err
		}
		value, err := json.Marshal(pairs[i+1])
		if err != nil {
			return err
		}
		if i > 0 {
			sh.printf(",")
		}
		sh.printf("%s:%s", key, value)
	}
	sh.printf("}\n")
	return nil
}

func certainty(c rapport.Certainty) string {
	switch c {
	case rapport.Said:
		return "said"
	case rapport.Confirmed:
		return "confirmed"
	case rapport.Refused:
		return "refused"
	}
	return "guessed"
}

func stampText(s rapport.Stamp) string { return s.Time().Format(time.RFC3339) }

func itoa(n int) string { return strconv.Itoa(n) }
