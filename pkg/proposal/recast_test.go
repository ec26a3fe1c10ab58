package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
)

func TestRecast(t *testing.T) {
	read := func(text string) *proposal.Proposal {
		doc, wrong := proposal.Read("x.yaml", []byte(text), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		return doc
	}
	doc := read("partner: 1\norganisations: {north: {}, south: {}}\narrangement:\n  form: acquisition\n  roles: {acquirer: north, acquired: {is: south, because: so it was agreed}}\n")
	roles := func(p *proposal.Proposal) *proposal.Value { return p.Root.Find("arrangement.roles") }
	cast := doc.Recast([]proposal.Cast{{Role: "supporter", From: "acquirer"}, {Role: "supported", From: "acquired"}, {Role: "host", From: "managed"},
		{Role: "partners", From: "acquirer"}, {Role: "partners", From: "acquired"}, {Role: "partners", From: "acquirer"}, {Role: "supporter", From: "acquired"}})
	r := roles(cast)
	if !r.At("supporter").Is("north") || !r.At("supported").Is("south") || r.At("acquirer") != nil || r.At("host") != nil {
		t.Errorf("cast as %s, %s", r.At("supporter").Written(), r.At("supported").Written())
	}
	if s := r.At("supported"); s.Path() != "arrangement.roles.supported" || s.Because != "so it was agreed" || s.Pos != roles(doc).At("acquired").Pos {
		t.Errorf("%s at %s because %q", s.Path(), s.Pos, s.Because)
	}
	if p := r.At("partners"); p.Written() != "north, south" || p.Items[1].Path() != "arrangement.roles.partners[1]" {
		t.Errorf("partners are %s", p.Written())
	}
	if !cast.Root.Find("arrangement.form").Is("acquisition") || cast.Organisations != doc.Organisations {
		t.Error("what is no role is changed")
	}
	if r := roles(doc); !r.At("acquirer").Is("north") || r.At("supporter") != nil || r.At("partners") != nil {
		t.Error("the original is changed")
	}
	if bare := read("partner: 1\n"); bare.Recast([]proposal.Cast{{Role: "host", From: "host"}}) != bare {
		t.Error("a document without roles does not come back itself")
	}
}
