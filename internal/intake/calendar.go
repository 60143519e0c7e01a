package intake

import (
	"context"

	"rapport"
)

func (h *hand) held(context.Context, rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	return 0, 0, rapport.Errorf(rapport.Unsupported, "not yet")
}

func (h *hand) series(context.Context, rapport.Proposal) (rapport.RecordID, rapport.Number, error) {
	return 0, 0, rapport.Errorf(rapport.Unsupported, "not yet")
}
