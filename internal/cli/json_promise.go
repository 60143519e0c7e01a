package cli

import (
	"rapport"
	"rapport/internal/promises"
)

type promiseJSON struct {
	Number   rapport.Number `json:"number"`
	By       string         `json:"by"`
	To       string         `json:"to"`
	Text     string         `json:"text"`
	Made     rapport.Day    `json:"made"`
	FirstDue rapport.Day    `json:"first_due,omitempty"`
	Due      rapport.Day    `json:"due,omitempty"`
	Hours    *float64       `json:"hours,omitempty"`
	Project  rapport.Slug   `json:"project,omitempty"`
	State    rapport.State  `json:"state"`
	ClosedOn rapport.Day    `json:"closed_on,omitempty"`
	Moved    int            `json:"moved,omitempty"`
	InLog    bool           `json:"in_log,omitempty"`
}

func promiseShape(p rapport.Promise, names rapport.Names) promiseJSON {
	return itemShape(promises.ItemOf(promises.Went{Promise: p}), names)
}

func itemShape(i promises.Item, names rapport.Names) promiseJSON {
	return promiseJSON{
		i.Number, personWord(names, i.By), personWord(names, i.To), i.Text, i.Made, i.FirstDue, i.Due, amountShape(i.Hours),
		names.Project(i.Project).Slug, i.State, i.ClosedOn, i.Moved, i.InLog,
	}
}

func itemShapes(all []promises.Item, names rapport.Names) []promiseJSON {
	shapes := make([]promiseJSON, len(all))
	for i, one := range all {
		shapes[i] = itemShape(one, names)
	}
	return shapes
}

// personWord is a person in JSON: me, a boss's slug behind @, a name as text.
func personWord(names rapport.Names, p rapport.Person) string {
	if p.IsZero() {
		return ""
	}
	return personText(names, p)
}

func amountShape(a rapport.Amount) *float64 {
	if !a.Said {
		return nil
	}
	return &a.Value
}

type rateJSON struct {
	From        rapport.Day `json:"from"`
	Until       rapport.Day `json:"until"`
	Kept        int         `json:"kept"`
	Late        int         `json:"late"`
	Missed      int         `json:"missed"`
	MovedInTime int         `json:"moved_in_time"`
	MovedLate   int         `json:"moved_late"`
}

func rateShape(r promises.Rate) rateJSON {
	return rateJSON{r.From, r.Until, r.Kept, r.Late, r.Missed, r.MovedInTime, r.MovedLate}
}

type askJSON struct {
	Number      rapport.Number   `json:"number"`
	Boss        rapport.Slug     `json:"boss"`
	Text        string           `json:"text"`
	Asked       rapport.Day      `json:"asked"`
	Currency    rapport.Currency `json:"currency,omitempty"`
	State       rapport.State    `json:"state"`
	Due         rapport.Day      `json:"due,omitempty"`
	Times       int              `json:"times"`
	Again       []rapport.Day    `json:"again,omitempty"`
	Channel     string           `json:"channel,omitempty"`
	Purpose     string           `json:"purpose,omitempty"`
	Default     string           `json:"default,omitempty"`
	Goal        rapport.Slug     `json:"goal,omitempty"`
	Project     rapport.Slug     `json:"project,omitempty"`
	BenefitMe   string           `json:"benefit_me,omitempty"`
	BenefitBoss string           `json:"benefit_boss,omitempty"`
	BenefitOrg  string           `json:"benefit_org,omitempty"`
	Gains       []string         `json:"gains,omitempty"`
	Pays        []string         `json:"pays,omitempty"`
	Options     []string         `json:"options,omitempty"`
	Introduce   string           `json:"introduce,omitempty"`
	Forward     string           `json:"forward,omitempty"`
	Answer      string           `json:"answer,omitempty"`
	AnsweredOn  rapport.Day      `json:"answered_on,omitempty"`
	WithdrawnOn rapport.Day      `json:"withdrawn_on,omitempty"`
	Outcome     string           `json:"outcome,omitempty"`
}

func askShape(a rapport.Ask, names rapport.Names) askJSON {
	return askJSON{
		a.Number, names.Boss(a.Boss).Slug, a.Text, a.Day(), a.Currency, a.State(), a.Due, a.TimesAsked(), a.Again, a.Channel, a.Purpose,
		a.Default, names.Goal(a.Goal).Slug, names.Project(a.Project).Slug, a.Benefit.Me, a.Benefit.Boss, a.Benefit.Organisation,
		a.Gains, a.Pays, a.Options, a.Introduce, a.Forward, a.Answer, a.AnsweredOn, a.WithdrawnOn, a.Outcome,
	}
}

func askShapes(all []rapport.Ask, names rapport.Names) []askJSON {
	shapes := make([]askJSON, len(all))
	for i, a := range all {
		shapes[i] = askShape(a, names)
	}
	return shapes
}

type accountJSON struct {
	Currency     rapport.Currency `json:"currency"`
	Asked        int              `json:"asked"`
	Answered     int              `json:"answered"`
	Open         int              `json:"open"`
	LastAsked    rapport.Day      `json:"last_asked,omitempty"`
	LastAnswered rapport.Day      `json:"last_answered,omitempty"`
}

func accountShapes(all []promises.CurrencyAccount) []accountJSON {
	shapes := make([]accountJSON, len(all))
	for i, a := range all {
		shapes[i] = accountJSON(a)
	}
	return shapes
}

type teamDateJSON struct {
	Number  rapport.Number `json:"number"`
	Text    string         `json:"text"`
	Whose   string         `json:"whose,omitempty"`
	Due     rapport.Day    `json:"due"`
	Project rapport.Slug   `json:"project,omitempty"`
	DoneOn  rapport.Day    `json:"done_on,omitempty"`
}

func dateShape(d rapport.TeamDate, names rapport.Names) teamDateJSON {
	return teamDateJSON{d.Number, d.Text, d.Whose, d.Due, names.Project(d.Project).Slug, d.DoneOn}
}

func dateShapes(all []rapport.TeamDate, names rapport.Names) []teamDateJSON {
	shapes := make([]teamDateJSON, len(all))
	for i, d := range all {
		shapes[i] = dateShape(d, names)
	}
	return shapes
}
