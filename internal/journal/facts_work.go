package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

func workCodecs() []factCodec {
	return []factCodec{
		plain(store.Skills, []string{"skill"},
			func(im *importer, b *wire.Skill) rapport.Skill {
				f := b.Skill
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Skill) wire.Body {
				return &wire.Skill{Skill: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Stakeholders, []string{"stakeholder"},
			func(im *importer, b *wire.Stakeholder) rapport.Stakeholder {
				f := b.Stakeholder
				f.SuggestedBy = im.person(b.SuggestedBy)
				return f
			},
			func(x *exchange, f rapport.Stakeholder) wire.Body {
				return &wire.Stakeholder{Stakeholder: f, SuggestedBy: x.personName(f.SuggestedBy)}
			}),
		plain(store.Contacts, []string{"contact"},
			func(im *importer, b *wire.Contact) rapport.Contact {
				f := b.Contact
				f.Told = im.boss(b.Told)
				return f
			},
			func(x *exchange, f rapport.Contact) wire.Body {
				return &wire.Contact{Contact: f, Told: x.bossSlug(f.Told)}
			}),
		plain(store.HelpOffers, []string{"offer_help"},
			func(im *importer, b *wire.OfferHelp) rapport.HelpOffer {
				f := b.HelpOffer
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.HelpOffer) wire.Body {
				return &wire.OfferHelp{HelpOffer: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Helps, []string{"help"},
			func(im *importer, b *wire.Help) rapport.Help {
				f := b.Help
				f.By, f.To = im.person(b.By), im.person(b.To)
				return f
			},
			func(x *exchange, f rapport.Help) wire.Body {
				return &wire.Help{Help: f, By: x.personName(f.By), To: x.personName(f.To)}
			}),
		plain(store.TeamDates, []string{"team_date"},
			func(im *importer, b *wire.TeamDate) rapport.TeamDate {
				f := b.TeamDate
				f.Project = im.project(b.Project)
				return f
			},
			func(x *exchange, f rapport.TeamDate) wire.Body {
				return &wire.TeamDate{TeamDate: f, Project: x.projectSlug(f.Project)}
			}),
		plain(store.Reorganisations, []string{"reorganisation"},
			func(im *importer, b *wire.Reorganisation) rapport.Reorganisation {
				f := b.Reorganisation
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Reorganisation) wire.Body {
				return &wire.Reorganisation{Reorganisation: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.RoleChanges, []string{"role"},
			func(_ *importer, b *wire.Role) rapport.RoleChange {
				return b.RoleChange
			},
			func(_ *exchange, f rapport.RoleChange) wire.Body {
				return &wire.Role{RoleChange: f}
			}),
		plain(store.Messages, []string{"message_draft", "message_sent"},
			func(im *importer, b *wire.Message) rapport.Message {
				f := b.Message
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Message) wire.Body {
				return &wire.Message{Message: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Pings, []string{"boss_ping"},
			func(im *importer, b *wire.BossPing) rapport.Ping {
				f := b.Ping
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Ping) wire.Body {
				return &wire.BossPing{Ping: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Surprises, []string{"surprise"},
			func(im *importer, b *wire.Surprise) rapport.Surprise {
				f := b.Surprise
				f.Boss, f.To = im.boss(b.Boss), im.person(b.To)
				return f
			},
			func(x *exchange, f rapport.Surprise) wire.Body {
				return &wire.Surprise{Surprise: f, Boss: x.bossSlug(f.Boss), To: x.personName(f.To)}
			}),
		plain(store.HeardThings, []string{"heard"},
			func(im *importer, b *wire.Heard) rapport.Heard {
				f := b.Heard
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Heard) wire.Body {
				return &wire.Heard{Heard: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.PublicEvents, []string{"event_public"},
			func(im *importer, b *wire.EventPublic) rapport.PublicEvent {
				f := b.PublicEvent
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.PublicEvent) wire.Body {
				return &wire.EventPublic{PublicEvent: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Mappings, []string{"mapping"},
			func(im *importer, b *wire.Mapping) rapport.Mapping {
				f := b.Mapping
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Mapping) wire.Body {
				return &wire.Mapping{Mapping: f, Boss: x.bossSlug(f.Boss)}
			}),
		codec(store.Pitches, []string{"pitch"},
			func(ctx context.Context, im *importer, b *wire.Pitch) (p rapport.Pitch, err error) {
				p = b.Pitch
				p.Boss, p.Goal = im.boss(b.Boss), im.goal(b.Goal)
				p.Entry, err = im.entry(ctx, b.Entry)
				return p, err
			},
			func(x *exchange, p rapport.Pitch) wire.Body {
				return &wire.Pitch{Pitch: p, Boss: x.bossSlug(p.Boss), Goal: x.goalSlug(p.Goal), Entry: lineOf(x, p.Entry)}
			},
			func(p rapport.Pitch) []rapport.FactID { return []rapport.FactID{rapport.FactID(p.Entry)} }, nil),
	}
}
