package store

import (
	"context"

	"rapport"
)

const selectProposal = `SELECT ` + recordColumns + `, p.source_id, p.key, p.from_day, p.day, p.kind, p.text, p.project,
	p.reason, p.confidence, p.evidence, p.noise, p.state, coalesce(p.entry_id, 0)
	FROM proposals p JOIN records r ON r.id = p.id `

func scanProposal(r row) (p rapport.Proposal, err error) {
	return p, r.Scan(append(recordFields(&p.ID, &p.Record), &p.Source, &p.Key, &p.From, &p.Day, &p.Kind, &p.Text, &p.Project,
		&p.Reason, &p.Confidence, jsonList[rapport.Evidence]{&p.Evidence}, &p.Noise, &p.State, &p.Entry)...)
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
	return tx.exec(ctx, `INSERT INTO proposals (id, user_id, source_id, key, from_day, day, kind, text, project,
			reason, confidence, evidence, noise, state, entry_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
		p.ID, p.Owner, p.Source, p.Key, p.From, p.Day, p.Kind, p.Text, p.Project,
		p.Reason, p.Confidence, evidence, p.Noise, p.State, nullable(p.Entry))
}

// UpdateProposal writes a proposal.
func (tx *Tx) UpdateProposal(ctx context.Context, p rapport.Proposal) error {
	evidence, err := asJSON(p.Evidence)
	if err != nil {
		return err
	}
	return tx.update(ctx, ProposalNoun, p.Number, `UPDATE proposals SET from_day = $1, day = $2, kind = $3, text = $4, project = $5, reason = $6,
			confidence = $7, evidence = $8, noise = $9, state = $10, entry_id = $11 WHERE id = $12 AND user_id = $13`,
		p.From, p.Day, p.Kind, p.Text, p.Project, p.Reason,
		p.Confidence, evidence, p.Noise, p.State, nullable(p.Entry), p.ID, p.Owner)
}
