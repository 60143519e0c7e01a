package journal

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

func relationCodecs() []factCodec {
	return []factCodec{
		codec(store.Asks, []string{"ask"},
			func(ctx context.Context, im *importer, b *wire.Ask) (a rapport.Ask, err error) {
				a = b.Ask
				a.Boss, a.Goal, a.Project = im.boss(b.Boss), im.goal(b.Goal), im.project(b.Project)
				a.Meeting, err = im.fact(ctx, b.Meeting, store.MeetingNoun)
				return a, err
			},
			func(x *exchange, a rapport.Ask) wire.Body {
				return &wire.Ask{Ask: a, Boss: x.bossSlug(a.Boss), Goal: x.goalSlug(a.Goal), Project: x.projectSlug(a.Project), Meeting: lineOf(x, a.Meeting)}
			},
			func(a rapport.Ask) []rapport.FactID { return []rapport.FactID{a.Meeting} }, nil),
		plain(store.AdviceSheets, []string{"advice_sheet"},
			func(im *importer, b *wire.AdviceSheet) rapport.AdviceSheet {
				a := b.AdviceSheet
				a.Boss, a.Goal = im.boss(b.Boss), im.goal(b.Goal)
				return a
			},
			func(x *exchange, a rapport.AdviceSheet) wire.Body {
				return &wire.AdviceSheet{AdviceSheet: a, Boss: x.bossSlug(a.Boss), Goal: x.goalSlug(a.Goal)}
			}),
		codec(store.Promises, []string{"commitment"}, takePromise,
			func(x *exchange, p rapport.Promise) wire.Body {
				return &wire.Commitment{Promise: p, By: x.personName(p.By), To: x.personName(p.To), Project: x.projectSlug(p.Project), Meeting: lineOf(x, p.Meeting)}
			},
			func(p rapport.Promise) []rapport.FactID { return []rapport.FactID{p.Meeting} },
			func(im *importer, _ *rapport.Promise) { im.promised = true }),
		codec(store.PromiseEvents,
			[]string{"commitment_done", "commitment_missed", "commitment_moved", "commitment_withdrawn", "commitment_reopened"},
			func(_ context.Context, im *importer, b *wire.CommitmentEvent) (rapport.PromiseEvent, error) {
				// Which promise it is about, [ledger] finds.
				e := b.PromiseEvent
				e.By = im.person(b.By)
				return e, nil
			},
			func(x *exchange, e rapport.PromiseEvent) wire.Body {
				if e.Ref == "" {
					e.Ref = x.refOf(e)
				}
				return &wire.CommitmentEvent{PromiseEvent: e, By: x.personName(e.By)}
			},
			func(e rapport.PromiseEvent) []rapport.FactID { return []rapport.FactID{e.Promise} },
			func(im *importer, e *rapport.PromiseEvent) {
				if im.promised = true; im.firstEvent == 0 {
					im.firstEvent = rapport.RecordID(e.ID)
				}
			}),
		plain(store.Meetings, []string{"meeting"},
			func(im *importer, b *wire.Meeting) rapport.Meeting {
				m := b.Meeting
				m.Boss, m.By = im.boss(b.Boss), im.person(b.By)
				return m
			},
			func(x *exchange, m rapport.Meeting) wire.Body {
				return &wire.Meeting{Meeting: m, Boss: x.bossSlug(m.Boss), By: x.personName(m.By)}
			}),
		plain(store.Rhythms, []string{"rhythm"},
			func(im *importer, b *wire.Rhythm) rapport.Rhythm {
				r := b.Rhythm
				r.Boss = im.boss(b.Boss)
				return r
			},
			func(x *exchange, r rapport.Rhythm) wire.Body {
				return &wire.Rhythm{Rhythm: r, Boss: x.bossSlug(r.Boss)}
			}),
		codec(store.AgendaItems, []string{"agenda_item"},
			func(ctx context.Context, im *importer, b *wire.AgendaItem) (a rapport.AgendaItem, err error) {
				a = b.AgendaItem
				a.Boss = im.boss(b.Boss)
				var noMeeting, noAsk error
				a.Meeting, noMeeting = im.fact(ctx, b.Meeting, store.MeetingNoun)
				a.Ask, noAsk = im.fact(ctx, b.Ask, store.AskNoun)
				a.Entry, err = im.entry(ctx, b.Entry)
				return a, errors.Join(noMeeting, noAsk, err)
			},
			func(x *exchange, a rapport.AgendaItem) wire.Body {
				return &wire.AgendaItem{AgendaItem: a, Boss: x.bossSlug(a.Boss), Meeting: lineOf(x, a.Meeting), Ask: lineOf(x, a.Ask), Entry: lineOf(x, a.Entry)}
			},
			func(a rapport.AgendaItem) []rapport.FactID {
				return []rapport.FactID{a.Meeting, a.Ask, rapport.FactID(a.Entry)}
			}, nil),
		codec(store.Replies, []string{"reply"},
			func(ctx context.Context, im *importer, b *wire.Reply) (r rapport.Reply, err error) {
				r = b.Reply
				r.By = im.person(b.By)
				r.To, err = im.anyRecord(ctx, b.To)
				return r, err
			},
			func(x *exchange, r rapport.Reply) wire.Body {
				return &wire.Reply{Reply: r, By: x.personName(r.By), To: lineOf(x, r.To)}
			},
			func(r rapport.Reply) []rapport.FactID { return []rapport.FactID{rapport.FactID(r.To)} }, nil),
		codec(store.Decisions, []string{"decision"},
			func(ctx context.Context, im *importer, b *wire.Decision) (d rapport.Decision, err error) {
				d = b.Decision
				d.Boss = im.boss(b.Boss)
				d.Meeting, err = im.fact(ctx, b.Meeting, store.MeetingNoun)
				return d, err
			},
			func(x *exchange, d rapport.Decision) wire.Body {
				return &wire.Decision{Decision: d, Boss: x.bossSlug(d.Boss), Meeting: lineOf(x, d.Meeting)}
			},
			func(d rapport.Decision) []rapport.FactID { return []rapport.FactID{d.Meeting} }, nil),
		plain(store.Instructions, []string{"instruction"},
			func(im *importer, b *wire.Instruction) rapport.Instruction {
				i := b.Instruction
				i.Boss, i.Project = im.boss(b.Boss), im.project(b.Project)
				return i
			},
			func(x *exchange, i rapport.Instruction) wire.Body {
				return &wire.Instruction{Instruction: i, Boss: x.bossSlug(i.Boss), Project: x.projectSlug(i.Project)}
			}),
		codec(store.FeedbackAsks, []string{"feedback_ask"},
			func(ctx context.Context, im *importer, b *wire.FeedbackAsk) (f rapport.FeedbackAsk, err error) {
				f = b.FeedbackAsk
				f.Boss = im.boss(b.Boss)
				f.Entry, err = im.entry(ctx, b.Entry)
				return f, err
			},
			func(x *exchange, f rapport.FeedbackAsk) wire.Body {
				return &wire.FeedbackAsk{FeedbackAsk: f, Boss: x.bossSlug(f.Boss), Entry: lineOf(x, f.Entry)}
			},
			func(f rapport.FeedbackAsk) []rapport.FactID { return []rapport.FactID{rapport.FactID(f.Entry)} }, nil),
		codec(store.Feedbacks, []string{"feedback"},
			func(ctx context.Context, im *importer, b *wire.Feedback) (f rapport.Feedback, err error) {
				f = b.Feedback
				f.Sender = im.person(b.Sender)
				var failed error
				f.Ask, failed = im.fact(ctx, b.Ask, store.FeedbackAskNoun)
				f.Same, err = im.fact(ctx, b.Same, store.FeedbackNoun)
				return f, errors.Join(failed, err)
			},
			func(x *exchange, f rapport.Feedback) wire.Body {
				return &wire.Feedback{Feedback: f, Sender: x.personName(f.Sender), Ask: lineOf(x, f.Ask), Same: lineOf(x, f.Same)}
			},
			func(f rapport.Feedback) []rapport.FactID { return []rapport.FactID{f.Ask, f.Same} }, nil),
		plain(store.Preferences, []string{"boss_pref"},
			func(im *importer, b *wire.BossPref) rapport.Preference {
				p := b.Preference
				p.Boss = im.boss(b.Boss)
				return p
			},
			func(x *exchange, p rapport.Preference) wire.Body {
				return &wire.BossPref{Preference: p, Boss: x.bossSlug(p.Boss)}
			}),
		plain(store.PreferenceCopies, []string{"copy_prefs"},
			func(im *importer, b *wire.CopyPrefs) rapport.PreferenceCopy {
				p := b.PreferenceCopy
				p.From, p.To, p.By = im.boss(b.From), im.boss(b.To), im.person(b.By)
				return p
			},
			func(x *exchange, p rapport.PreferenceCopy) wire.Body {
				return &wire.CopyPrefs{PreferenceCopy: p, From: x.bossSlug(p.From), To: x.bossSlug(p.To), By: x.personName(p.By)}
			}),
		plain(store.Agreements, []string{"agreement"},
			func(im *importer, b *wire.Agreement) rapport.Agreement {
				a := b.Agreement
				a.Boss = im.boss(b.Boss)
				return a
			},
			func(x *exchange, a rapport.Agreement) wire.Body {
				return &wire.Agreement{Agreement: a, Boss: x.bossSlug(a.Boss)}
			}),
		plain(store.Criteria, []string{"criterion"},
			func(im *importer, b *wire.Criterion) rapport.Criterion {
				c := b.Criterion
				c.Boss = im.boss(b.Boss)
				return c
			},
			func(x *exchange, c rapport.Criterion) wire.Body {
				return &wire.Criterion{Criterion: c, Boss: x.bossSlug(c.Boss)}
			}),
	}
}

func takePromise(ctx context.Context, im *importer, b *wire.Commitment) (p rapport.Promise, err error) {
	p = b.Promise
	p.By, p.To, p.Project = im.person(b.By), im.person(b.To), im.project(b.Project)
	p.Meeting, err = im.fact(ctx, b.Meeting, store.MeetingNoun)
	return p.After(nil), err
}

// addressNote names bosses that share an address: a calendar cannot tell them
// apart.
func (im *importer) addressNote() {
	byAddress := map[string]rapport.Slug{}
	for _, slug := range im.bosses.names() {
		b := im.bosses.byName[rapport.Slug(slug)]
		address := strings.ToLower(b.Email)
		if address == "" || !b.Left.IsZero() || b.Removed != 0 {
			continue
		}
		if other, twice := byAddress[address]; twice {
			im.note(fmt.Sprintf("@%s and @%s have the same address, so a calendar cannot tell them apart: rapport boss edit @%s --email \"\"", other, b.Slug, b.Slug))
			continue
		}
		byAddress[address] = b.Slug
	}
}
