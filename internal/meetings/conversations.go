package meetings

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/store"
)

// Conversation is one of the five conversations with a new boss (B11, after
// Watkins), and whether it was held.
type Conversation struct {
	// Name is how it is typed: conversation:situation.
	Name string
	// About says what to come away with.
	About string
	// From and By are the days between which it belongs; From is empty where
	// it may be at once.
	From, By rapport.Day
	// HeldOn is the day it was held first, Booked the day it is booked for.
	HeldOn, Booked rapport.Day
	Number         rapport.Number
}

// conversation is one of the five, with the days after the beginning of the
// relation between which it belongs.
type conversation struct {
	name, about string
	from, by    int
}

func fiveConversations() []conversation {
	return []conversation{
		{"situation", "how the boss sees the state of things", 0, 10},
		{"expectations", "what is to be reached by when, and how it is measured", 0, 20},
		{"resources", "what is needed for it, and who decides on it", 0, 30},
		{"style", "how the boss wants to work, hear and decide", 0, 30},
		{"development", "what you want to learn, once there is trust", 60, 90},
	}
}

// conversationOf reads the name of one of the five.
func conversationOf(text string) (string, error) {
	names := make([]string, 0, len(fiveConversations()))
	for _, c := range fiveConversations() {
		if strings.EqualFold(c.name, text) {
			return c.name, nil
		}
		names = append(names, c.name)
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is none of the five conversations", rapport.OneLine(text)).
		WithHint("they are %s", strings.Join(names, ", "))
}

// Conversations lists the five conversations with a boss, from the day on which
// the relation began.
func (s *Service) Conversations(ctx context.Context, boss rapport.Slug) (b rapport.Boss, five []Conversation, err error) {
	return b, five, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		if b, err = rapport.FindBoss(names.Bosses, boss); err != nil {
			return err
		}
		begin := b.Since
		if begin == "" {
			begin = s.dayOf(b.At)
		}
		meetings, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: b.ID, Oldest: true, Period: rapport.Period{From: begin}})
		if err != nil {
			return err
		}
		five = nil
		for _, c := range fiveConversations() {
			one := Conversation{Name: c.name, About: c.about, By: begin.Add(c.by)}
			if c.from > 0 {
				one.From = begin.Add(c.from)
			}
			for _, m := range meetings {
				switch {
				case !strings.EqualFold(m.Conversation, c.name):
				case m.Status == rapport.Held && one.HeldOn == "":
					one.HeldOn, one.Number = s.meetsOn(m), m.Number
				case m.Status == rapport.Booked && one.Booked == "" && s.meetsOn(m) >= s.Today():
					one.Booked = s.meetsOn(m)
				}
			}
			five = append(five, one)
		}
		return nil
	})
}
