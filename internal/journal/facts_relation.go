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
			func(ctx context.Context, x *exchange, a rapport.Ask) (wire.Body, error) {
				meeting, err := x.lineOfRecord(ctx, rapport.RecordID(a.Meeting))
				return &wire.Ask{Ask: a, Boss: x.bossSlug(a.Boss), Goal: x.goalSlug(a.Goal), Project: x.projectSlug(a.Project), Meeting: meeting}, err
			}, nil),
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
			func(ctx context.Context, x *exchange, p rapport.Promise) (wire.Body, error) {
				meeting, err := x.lineOfRecord(ctx, rapport.RecordID(p.Meeting))
				return &wire.Commitment{Promise: p, By: x.personName(p.By), To: x.personName(p.To), Project: x.projectSlug(p.Project), Meeting: meeting}, err
			},
			func(ctx context.Context, im *importer, p *rapport.Promise, anew bool) error {
				if !anew {
					return nil
				}
				return im.tx.SettlePromise(ctx, im.owner, p.ID)
			}),
		codec(store.PromiseEvents,
			[]string{"commitment_done", "commitment_missed", "commitment_moved", "commitment_withdrawn", "commitment_reopened"},
			takePromiseEvent,
			func(_ context.Context, x *exchange, e rapport.PromiseEvent) (wire.Body, error) {
				return &wire.CommitmentEvent{PromiseEvent: e, By: x.personName(e.By)}, nil
			}, settlePromise),
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
			func(ctx context.Context, x *exchange, a rapport.AgendaItem) (wire.Body, error) {
				meeting, noMeeting := x.lineOfRecord(ctx, rapport.RecordID(a.Meeting))
				ask, noAsk := x.lineOfRecord(ctx, rapport.RecordID(a.Ask))
				entry, err := x.lineOfRecord(ctx, rapport.RecordID(a.Entry))
				return &wire.AgendaItem{AgendaItem: a, Boss: x.bossSlug(a.Boss), Meeting: meeting, Ask: ask, Entry: entry}, errors.Join(noMeeting, noAsk, err)
			}, nil),
		codec(store.Decisions, []string{"decision"},
			func(ctx context.Context, im *importer, b *wire.Decision) (d rapport.Decision, err error) {
				d = b.Decision
				d.Boss = im.boss(b.Boss)
				d.Meeting, err = im.fact(ctx, b.Meeting, store.MeetingNoun)
				return d, err
			},
			func(ctx context.Context, x *exchange, d rapport.Decision) (wire.Body, error) {
				meeting, err := x.lineOfRecord(ctx, rapport.RecordID(d.Meeting))
				return &wire.Decision{Decision: d, Boss: x.bossSlug(d.Boss), Meeting: meeting}, err
			}, nil),
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
			func(ctx context.Context, x *exchange, f rapport.FeedbackAsk) (wire.Body, error) {
				entry, err := x.lineOfRecord(ctx, rapport.RecordID(f.Entry))
				return &wire.FeedbackAsk{FeedbackAsk: f, Boss: x.bossSlug(f.Boss), Entry: entry}, err
			}, nil),
		codec(store.Feedbacks, []string{"feedback"},
			func(ctx context.Context, im *importer, b *wire.Feedback) (f rapport.Feedback, err error) {
				f = b.Feedback
				f.Sender = im.person(b.Sender)
				var failed error
				f.Ask, failed = im.fact(ctx, b.Ask, store.FeedbackAskNoun)
				f.Same, err = im.fact(ctx, b.Same, store.FeedbackNoun)
				return f, errors.Join(failed, err)
			},
			func(ctx context.Context, x *exchange, f rapport.Feedback) (wire.Body, error) {
				ask, failed := x.lineOfRecord(ctx, rapport.RecordID(f.Ask))
				same, err := x.lineOfRecord(ctx, rapport.RecordID(f.Same))
				return &wire.Feedback{Feedback: f, Sender: x.personName(f.Sender), Ask: ask, Same: same}, errors.Join(failed, err)
			}, nil),
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

// takePromiseEvent finds the promise that a line is about. One that fits no
// open promise, or several, is kept and reported all the same: a journal from
// elsewhere may know promises that it does not tell.
func takePromiseEvent(ctx context.Context, im *importer, b *wire.CommitmentEvent) (e rapport.PromiseEvent, err error) {
	e = b.PromiseEvent
	e.By = im.person(b.By)
	if e.Ref != "" {
		ref, found, err := im.tx.RecordByLine(ctx, im.owner, e.Ref)
		if found && ref.Noun == store.PromiseNoun {
			e.Promise = rapport.FactID(ref.ID)
		}
		return e, im.elsewhere(e, err)
	}
	promises, err := store.Promises.List(ctx, im.tx, im.owner, store.FactFilter{Open: true, Boss: e.By.Boss})
	if err != nil {
		return e, err
	}
	if p, ok := rapport.FindPromise(promises, e.Text, e.By); ok {
		e.Promise = p.ID
	}
	return e, im.elsewhere(e, nil)
}

// elsewhere notes an event that fits no promise. It is looked at again once
// all lines are there: the promise may come later in the file.
func (im *importer) elsewhere(e rapport.PromiseEvent, err error) error {
	switch {
	case err != nil || e.Promise != 0:
	case !im.again:
		im.mayBeBoss = true
	default:
		im.unfitting++
	}
	return err
}

// settlePromise writes where the promise of an event stands now.
func settlePromise(ctx context.Context, im *importer, e *rapport.PromiseEvent, anew bool) error {
	if e.Promise == 0 {
		return nil
	}
	promises, err := store.Promises.ByID(ctx, im.tx, im.owner, []rapport.FactID{e.Promise})
	if err != nil || len(promises) == 0 {
		return err
	}
	p := promises[0]
	if p.Last > e.At.At || anew || e.Removed != 0 {
		return im.tx.SettlePromise(ctx, im.owner, p.ID)
	}
	return store.Promises.Update(ctx, im.tx, p.With(*e))
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

// unfittingNote says how many events fit no promise.
func (im *importer) unfittingNote() {
	if im.unfitting > 0 {
		im.note(fmt.Sprintf("%s about promises %s no open promise, or several; kept as they are",
			counted(im.unfitting, "line", "lines"), map[bool]string{true: "fits", false: "fit"}[im.unfitting == 1]))
	}
}
