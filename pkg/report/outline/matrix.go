package outline

import (
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Matrix sets context against enablers: both ranges, and where both stand so far.
type Matrix struct{ Context, Enablers Span }

// Span is a range on the scale of grades, and where it stands so far.
type Span struct {
	Low, SoFar, High rating.Grade // SoFar is Unrated where too little is known
	Words            wording.Text
}

func (Matrix) block() {}

func spanOf(r result.Rating) Span { return Span{r.Low, shown(r), r.High, inFull(r)} }
