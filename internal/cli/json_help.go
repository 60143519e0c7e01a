package cli

import (
	"rapport"
	"rapport/internal/promises"
)

type sheetJSON struct {
	Number    rapport.Number `json:"number"`
	Boss      rapport.Slug   `json:"boss"`
	Text      string         `json:"text"`
	Asked     rapport.Day    `json:"asked"`
	State     rapport.State  `json:"state"`
	Due       rapport.Day    `json:"due,omitempty"`
	Goal      rapport.Slug   `json:"goal,omitempty"`
	Options   []optionJSON   `json:"options"`
	Recommend string         `json:"recommend,omitempty"`
	Unseen    string         `json:"unseen,omitempty"`
	Advice    string         `json:"advice,omitempty"`
	AdvisedOn rapport.Day    `json:"advised_on,omitempty"`
	Decided   string         `json:"decided,omitempty"`
	Outcome   string         `json:"outcome,omitempty"`
}

type optionJSON struct {
	Text  string `json:"text"`
	Gains string `json:"gains,omitempty"`
	Pays  string `json:"pays,omitempty"`
	Cost  string `json:"cost,omitempty"`
}

func sheetShape(a rapport.AdviceSheet, names rapport.Names) sheetJSON {
	options := make([]optionJSON, len(a.Options))
	for i, o := range a.Options {
		options[i] = optionJSON(o)
	}
	return sheetJSON{
		a.Number, names.Boss(a.Boss).Slug, a.Text, a.Day(), a.State(), a.Due, names.Goal(a.Goal).Slug, options, a.Recommend, a.Unseen,
		a.Advice, a.AdvisedOn, a.Decided, a.Outcome,
	}
}

type helpOfferJSON struct {
	Number  rapport.Number `json:"number"`
	Boss    rapport.Slug   `json:"boss"`
	Task    string         `json:"task"`
	Offered rapport.Day    `json:"offered"`
	Hours   *float64       `json:"hours,omitempty"`
	Until   rapport.Day    `json:"until,omitempty"`
	Outcome string         `json:"outcome,omitempty"`
}

func offerShape(o rapport.HelpOffer, names rapport.Names) helpOfferJSON {
	return helpOfferJSON{o.Number, names.Boss(o.Boss).Slug, o.Task, o.Day(), amountShape(o.Hours), o.Until, o.Outcome}
}

type helpJSON struct {
	Number rapport.Number `json:"number"`
	Day    rapport.Day    `json:"day"`
	By     string         `json:"by"`
	To     string         `json:"to"`
	Text   string         `json:"text"`
	Hours  *float64       `json:"hours,omitempty"`
}

func helpShape(h rapport.Help, names rapport.Names) helpJSON {
	return helpJSON{h.Number, h.Day(), personWord(names, h.By), personWord(names, h.To), h.Text, amountShape(h.Hours)}
}

type endangeredJSON struct {
	Date       teamDateJSON  `json:"date"`
	Promises   []promiseJSON `json:"promises"`
	Project    rapport.Slug  `json:"project,omitempty"`
	ProjectDue rapport.Day   `json:"project_due,omitempty"`
}

type exchangedJSON struct {
	Day    rapport.Day    `json:"day,omitempty"`
	Number rapport.Number `json:"number"`
	What   string         `json:"what"`
	With   string         `json:"with,omitempty"`
	Text   string         `json:"text"`
}

type giveAndGetJSON struct {
	From     rapport.Day     `json:"from"`
	Until    rapport.Day     `json:"until"`
	Boss     rapport.Slug    `json:"boss,omitempty"`
	Provided []exchangedJSON `json:"provided"`
	Received []exchangedJSON `json:"received"`
	IOwe     []exchangedJSON `json:"i_owe"`
	TheyOwe  []exchangedJSON `json:"they_owe"`
}

func giveAndGetShape(g promises.GiveAndGet) giveAndGetJSON {
	shapes := func(lines []promises.Line) []exchangedJSON {
		all := make([]exchangedJSON, len(lines))
		for i, l := range lines {
			all[i] = exchangedJSON{l.Day, l.Number, l.What, personWord(g.Names, l.With), l.Text}
		}
		return all
	}
	return giveAndGetJSON{g.From, g.Until, g.Boss.Slug, shapes(g.Provided), shapes(g.Received), shapes(g.IOwe), shapes(g.TheyOwe)}
}

type weekJSON struct {
	Week     string        `json:"week,omitempty"`
	From     rapport.Day   `json:"from,omitempty"`
	Until    rapport.Day   `json:"until"`
	Overdue  bool          `json:"overdue,omitempty"`
	Capacity float64       `json:"capacity"`
	Hours    float64       `json:"hours"`
	Offered  float64       `json:"offered"`
	Unsized  int           `json:"without_hours"`
	Promises []promiseJSON `json:"promises"`
	Offers   []promiseJSON `json:"offers"`
}

type shareJSON struct {
	To      string  `json:"to"`
	Hours   float64 `json:"hours"`
	Items   int     `json:"items"`
	Unsized int     `json:"without_hours"`
}

type loadJSON struct {
	HoursADay    float64          `json:"hours_a_day"`
	Weeks        []weekJSON       `json:"weeks"`
	Later        int              `json:"later"`
	Undated      int              `json:"without_day"`
	UndatedHours float64          `json:"without_day_hours"`
	Unsized      int              `json:"without_hours"`
	Shares       []shareJSON      `json:"shares"`
	Endangered   []endangeredJSON `json:"endangered"`
}

func loadShape(l promises.Load) loadJSON {
	shape := loadJSON{
		HoursADay: l.DayHours, Weeks: make([]weekJSON, len(l.Weeks)), Later: l.Later, Undated: l.Undated, UndatedHours: l.UndatedHours,
		Unsized: l.Unsized, Shares: make([]shareJSON, len(l.Shares)), Endangered: endangeredList(l.Names, l.Endangered),
	}
	for i, w := range l.Weeks {
		one := weekJSON{
			From: w.From, Until: w.Until, Overdue: w.Overdue, Capacity: w.Capacity, Hours: w.Hours, Offered: w.Offered, Unsized: w.Unsized,
			Promises: []promiseJSON{}, Offers: []promiseJSON{},
		}
		if !w.Overdue {
			one.Week = w.From.ISOWeek()
		}
		for _, item := range w.Items {
			if item.Offer {
				one.Offers = append(one.Offers, itemShape(item.Item, l.Names))
			} else {
				one.Promises = append(one.Promises, itemShape(item.Item, l.Names))
			}
		}
		shape.Weeks[i] = one
	}
	for i, s := range l.Shares {
		shape.Shares[i] = shareJSON{personWord(l.Names, s.To), s.Hours, s.Items, s.Unsized}
	}
	return shape
}
