package cli

import (
	"slices"
	"strings"

	"partner/pkg/interview"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// statements gives what the flags say, and for each which flag said it, as it was typed.
func (o *beginning) statements() (all []interview.Statement, flags []string, err error) {
	add := func(flag, typed, path, value string) {
		all = append(all, interview.Written(path, value))
		flags = append(flags, flag+" "+source.Quoted(typed))
	}
	if o.given.title != "" {
		add("--title", o.given.title, string(paths.Title), o.given.title)
	}
	ids, err := o.organisations(add)
	if err != nil {
		return nil, nil, err
	}
	for _, typed := range o.given.sectors {
		id, sector, is := strings.Cut(typed, "=")
		if !is || sector == "" {
			return nil, nil, misused(o.command, "--sector %s; expected ID=SECTOR, such as %s=nhs", source.Quoted(typed), example(ids))
		}
		if err := o.oneOfTheTwo("--sector", typed, id, ids); err != nil {
			return nil, nil, err
		}
		add("--sector", typed, paths.Organisations.Under(id)+".sector", sector)
	}
	type fact struct {
		flag, value string
		at          paths.Path
	}
	facts := func(all ...fact) {
		for _, x := range all {
			if x.value != "" {
				add(x.flag, x.value, string(x.at), x.value)
			}
		}
	}
	facts(fact{"--nature", o.given.nature, paths.Nature}, fact{"--scale", o.given.scale, paths.Scale}, fact{"--form", o.given.form, paths.Form})
	if err := o.sides(ids, add); err != nil {
		return nil, nil, err
	}
	facts(fact{"--day", o.given.day, paths.AsOf}, fact{"--decision", o.given.decision, paths.Decision}, fact{"--starts", o.given.starts, paths.Starts})
	for _, typed := range o.given.sets {
		path, value, is := strings.Cut(typed, "=")
		if !is || path == "" || value == "" {
			return nil, nil, misused(o.command, "--set %s; expected FACT=VALUE, such as organisations.%s.finance.position=strong", source.Quoted(typed), example(ids))
		}
		add("--set", typed, path, value)
	}
	return all, flags, nil
}

// example gives an id to show how something is written.
func example(ids []string) string {
	if len(ids) == 0 {
		return "northfield"
	}
	return ids[0]
}

// organisations says who the two are, and gives their ids.
func (o *beginning) organisations(add func(flag, typed, path, value string)) ([]string, error) {
	doc := o.so.Proposal()
	var there []string
	for _, x := range doc.Organisations {
		if doc.CheckOrganisation(x.Key) == nil {
			there = append(there, x.Key)
		}
	}
	typed := o.given.organisations
	switch {
	case len(typed) == 0:
		return there, nil
	case len(there) == 0 && len(typed) != 2:
		return nil, misused(o.command, "--organisation is given %s; a partnership is of two", times(len(typed)))
	}
	var ids, names [2]string
	if len(typed) == 2 {
		for i, t := range typed {
			ids[i], names[i] = identified(t)
		}
		made := interview.IDs(names)
		for i := range ids {
			if ids[i] == "" {
				ids[i] = made[i]
			}
		}
	}
	for i, t := range typed {
		id, name := identified(t)
		if id == "" && len(there) == 0 {
			id = ids[i]
		}
		if id == "" {
			return nil, misused(o.command, "--organisation %s; expected ID=NAME, by the id that the proposal has: %s", source.Quoted(t), source.Listed(there))
		}
		if len(there) > 0 {
			if err := o.oneOfTheTwo("--organisation", t, id, there); err != nil {
				return nil, err
			}
		}
		add("--organisation", t, paths.Organisations.Under(id)+".name", name)
	}
	if len(there) > 0 {
		return there, nil
	}
	return ids[:], nil
}

// times says how often.
func times(n int) string {
	if n == 1 {
		return "once"
	}
	return "more than twice"
}

// identified parts ID=NAME; there is no id where what stands before the sign can be none.
func identified(typed string) (id, name string) {
	id, name, is := strings.Cut(typed, "=")
	if !is || strings.ContainsFunc(id, func(r rune) bool { return r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		return "", typed
	}
	return id, name
}

// oneOfTheTwo refuses an id that is none of the two organisations.
func (o *beginning) oneOfTheTwo(flag, typed, id string, ids []string) error {
	if slices.Contains(ids, id) {
		return nil
	}
	otherwise := "name the two by --organisation ID=NAME"
	if len(ids) > 0 {
		otherwise = "expected " + source.Listed(ids)
	}
	return unknown(o.command, flag+" "+source.Quoted(typed)+" names the organisation", id, ids, otherwise)
}

// sides says who has which part.
func (o *beginning) sides(ids []string, add func(flag, typed, path, value string)) error {
	var roles []string
	several := map[string][]string{} // of a role that more than one have
	for _, f := range proposal.Model.Find(paths.Roles).Fields {
		roles = append(roles, f.Key)
	}
	for _, typed := range o.given.sides {
		role, id, is := strings.Cut(typed, "=")
		if !is || id == "" {
			return misused(o.command, "--side %s; expected ROLE=ID, such as acquirer=%s", source.Quoted(typed), example(ids))
		}
		if !slices.Contains(roles, role) {
			return unknown(o.command, "--side "+source.Quoted(typed)+" names the role", role, roles, "expected "+source.Listed(roles))
		}
		if err := o.oneOfTheTwo("--side", typed, id, ids); err != nil {
			return err
		}
		if proposal.Model.Find(paths.Path(paths.Roles.Under(role))).Kind != proposal.List {
			add("--side", typed, paths.Roles.Under(role), id)
			continue
		}
		several[role] = append(several[role], id)
	}
	for _, role := range roles {
		if len(several[role]) > 0 {
			add("--side", role+"="+strings.Join(several[role], ", "), paths.Roles.Under(role), "["+strings.Join(several[role], ", ")+"]")
		}
	}
	return nil
}
