package store

import (
	"context"
	"encoding/json"
	"fmt"

	"rapport"
)

const selectProposal = `SELECT ` + recordColumns + `, p.source_id, p.key, p.from_day, p.day, p.kind, p.text, p.project,
	p.reason, p.confidence, p.evidence, p.noise, p.state, coalesce(p.entry_id, 0), coalesce(p.became_id, 0),
	p.becomes, coalesce(p.boss_id, 0), p.due, p.particulars
	FROM proposals p JOIN records r ON r.id = p.id `

func scanProposal(r row) (p rapport.Proposal, err error) {
	return p, r.Scan(append(recordFields(&p.ID, &p.Record), &p.Source, &p.Key, &p.From, &p.Day, &p.Kind, &p.Text, &p.Project,
		&p.Reason, &p.Confidence, jsonList[rapport.Evidence]{&p.Evidence}, &p.Noise, &p.State, &p.Entry, &p.Became,
		&p.Becomes, &p.Boss, &p.Due, particulars{&p})...)
}

// particulars is the column of what no query asks for: an object with the
// people and the particulars of a proposal, empty where there is nothing.
type particulars struct{ of *rapport.Proposal }

type particularsBody struct {
	By, To rapport.Person
	rapport.Particulars
}

// Scan reads the column.
func (p particulars) Scan(src any) error {
	var body particularsBody
	var text []byte
	switch src := src.(type) {
	case string:
		text = []byte(src)
	case []byte:
		text = src
	default:
		return fmt.Errorf("particulars were stored as %T", src)
	}
	if len(text) > 0 {
		if err := json.Unmarshal(text, &body); err != nil {
			return err
		}
	}
	p.of.By, p.of.To, p.of.Particulars = body.By, body.To, body.Particulars
	return nil
}

// text writes the column.
func (p particulars) text() (string, error) {
	body := particularsBody{p.of.By, p.of.To, p.of.Particulars}
	if body == (particularsBody{}) {
		return "", nil
	}
	text, err := json.Marshal(body)
	return string(text), err
}

// Proposals lists the owner's proposals in a state, oldest work first.
func (tx *Tx) Proposals(ctx context.Context, owner rapport.UserID, state rapport.ProposalState) ([]rapport.Proposal, error) {
	return list(ctx, tx, scanProposal, selectProposal+`WHERE p.user_id = $1 AND p.state = $2 AND r.removed_at = 0
		ORDER BY p.day, p.id`, owner, state)
}

// CountProposals counts what Proposals would list.
func (tx *Tx) CountProposals(ctx context.Context, owner rapport.UserID, state rapport.ProposalState) (int, error) {
	n, _, err := one(ctx, tx, scanValue[int], `SELECT count(*) FROM proposals p JOIN records r ON r.id = p.id
		WHERE p.user_id = $1 AND p.state = $2 AND r.removed_at = 0`, owner, state)
	return n, err
}

// ProposalByKey finds what a source proposed of a matter before.
func (tx *Tx) ProposalByKey(ctx context.Context, owner rapport.UserID, source rapport.SourceID, key string) (rapport.Proposal, bool, error) {
	return one(ctx, tx, scanProposal, selectProposal+`WHERE p.source_id = $1 AND p.key = $2 AND p.user_id = $3`, source, key, owner)
}

// ProposalsOfKind lists what sources of a kind ever proposed, whatever became
// of it, removed ones included, in order of arrival.
func (tx *Tx) ProposalsOfKind(ctx context.Context, owner rapport.UserID, kind string) ([]rapport.Proposal, error) {
	return list(ctx, tx, scanProposal, selectProposal+`JOIN sources s ON s.id = p.source_id
		WHERE p.user_id = $1 AND s.kind = $2 ORDER BY p.id`, owner, kind)
}

// ProposalsByID reads proposals by id, removed ones included.
func (tx *Tx) ProposalsByID(ctx context.Context, owner rapport.UserID, ids []rapport.ProposalID) ([]rapport.Proposal, error) {
	return byIDs(ctx, tx, scanProposal, selectProposal, owner, ids)
}

// InsertProposal adds a proposal and fills in id and number.
func (tx *Tx) InsertProposal(ctx context.Context, p *rapport.Proposal) error {
	id, err := tx.insertRecord(ctx, ProposalNoun, &p.Record)
	if err != nil {
		return err
	}
	p.ID = rapport.ProposalID(id)
	evidence, err := asJSON(p.Evidence)
	if err != nil {
		return err
	}
	more, err := particulars{p}.text()
	if err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO proposals (id, user_id, source_id, key, from_day, day, kind, text, project,
			reason, confidence, evidence, noise, state, entry_id, became_id, becomes, boss_id, due, particulars)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
		p.ID, p.Owner, p.Source, p.Key, p.From, p.Day, p.Kind, p.Text, p.Project,
		p.Reason, p.Confidence, evidence, p.Noise, p.State, nullable(p.Entry), nullable(p.Became), p.Becomes, nullable(p.Boss), p.Due, more)
}

// UpdateProposal writes a proposal.
func (tx *Tx) UpdateProposal(ctx context.Context, p rapport.Proposal) error {
	evidence, err := asJSON(p.Evidence)
	if err != nil {
		return err
	}
	more, err := particulars{&p}.text()
	if err != nil {
		return err
	}
	return tx.update(ctx, ProposalNoun, p.Number, `UPDATE proposals SET from_day = $1, day = $2, kind = $3, text = $4, project = $5, reason = $6,
			confidence = $7, evidence = $8, noise = $9, state = $10, entry_id = $11, became_id = $12, becomes = $13, boss_id = $14, due = $15,
			particulars = $16 WHERE id = $17 AND user_id = $18`,
		p.From, p.Day, p.Kind, p.Text, p.Project, p.Reason,
		p.Confidence, evidence, p.Noise, p.State, nullable(p.Entry), nullable(p.Became), p.Becomes, nullable(p.Boss), p.Due, more, p.ID, p.Owner)
}
