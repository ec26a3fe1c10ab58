package catalogue

import "partner/pkg/logic"

// ordered checks that in what makes something count as met, and in what makes it count as met or partly, no word
// counts for more than one that says more, unless the rule gives the reason why less is more. Orders serve statuses
// alone: what applies, and what kind of partnership it is, may name any words.
func (v *validator) ordered(what string, met, partly *logic.Condition) {
	whole := met.Asked()
	check := func(a logic.Asked, besides []string) {
		if a.Less != "" {
			return
		}
		if in, out := a.Gap(besides); in != "" {
			v.wrong(what, "%s counts where it is %s and not where it is %s, which says more; ask for both, or say why under less_because", a.Path, in, out)
		}
	}
	for _, a := range whole {
		check(a, nil)
	}
	for _, a := range partly.Asked() {
		var besides []string
		for _, b := range whole {
			if b.Path == a.Path && !b.Denied && !a.Denied {
				besides = append(besides, b.Words...)
			}
		}
		check(a, besides)
	}
}
