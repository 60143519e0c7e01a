package journal

import (
	"context"
	"encoding/json"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// pairsBefore are the fields of a record as they were before an edit.
func (x *exchange) pairsBefore(ctx context.Context, step store.Step, at rapport.Stamp) ([]wire.Pair, error) {
	body, err := x.bodyBefore(ctx, step)
	if err != nil || body == nil {
		return nil, err
	}
	return wire.Line{T: at, Body: body}.Pairs(), nil
}

func (x *exchange) bodyBefore(ctx context.Context, step store.Step) (wire.Body, error) {
	switch step.Noun {
	case store.EntryNoun:
		return before(step, func(e rapport.Entry) wire.Body { return x.logBody(e) })
	case store.BossNoun:
		return before(step, func(b rapport.Boss) wire.Body { return bossLine(b).Body })
	case store.GoalNoun:
		return before(step, func(g rapport.Goal) wire.Body { return x.goalLine(g).Body })
	case store.ProjectNoun:
		return before(step, func(p rapport.Project) wire.Body { return x.projectLine(p).Body })
	}
	if c := x.codecFor(step.Noun); c != nil {
		return c.before(ctx, x, step)
	}
	return nil, nil
}

func before[T any](step store.Step, body func(T) wire.Body) (wire.Body, error) {
	var was T
	err := json.Unmarshal([]byte(step.Before), &was)
	return body(was), err
}
