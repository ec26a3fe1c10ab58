package cli

import "partner/pkg/catalogue"

// catalogues explains catalogues of one's own.
func catalogues(cat *catalogue.Catalogue) string {
	return `
Catalogues of your own, laid over the one that partner brings

What your house asks of a partnership besides, or otherwise, is written in a folder:

  overlay.yaml          its name, title and version, the version of partner's catalogue that it is written for,
                        its sources, what it changes and what it switches off
  criteria/THEME.yaml   its own criteria, in the format of partner's catalogue
  tests/                whole proposals that meet a criterion (ID.good.yaml), or do not (ID.bad.yaml)

  partner catalogue new house-rules                   writes one to begin with
  partner catalogue check house-rules                 says what is wrong with it, at file:line:col
  partner catalogue test house-rules                  tries each criterion
  partner assess --catalogue house-rules p.yaml       applies it; so does every command that judges
  partner schema --catalogue house-rules proposal     serves the editor its ids

--catalogue may stand among the settings ("partner help settings"): in a settings file a path counts from the
folder of that file.

Its own criteria go by its name, as house-rules/lifts-inspected, also under answers, conditions and departures of a
proposal. They count in a block of their own and in no question: twenty of them that are met make no red question
green. One with "gate: true", or of the kind watchpoint, caps the questions that it feeds besides, and shows wherever
these are told.

Of partner's criteria it can change the words (title, lack, short, lack_short, asks, why, fix), the thresholds (met
and partly, with good and bad) and the dates (due, until), and switch off whole ones, each with its reason. What
counts where, and what caps, it cannot change, nor how ratings follow from criteria.

Nothing of that is silent. Each report says by which catalogue it is, with version and hash, what that changed, and how
the built-in one alone rates. Where a question, the whole, the verdict or a gate is better than by that, the first
screen says so first, with what raises it. Gates read the built-in catalogue, unless --gate-catalogue laid-over is
given.

A proposal keeps answers to a catalogue that is not applied; a check tells of them in a note. An id with a slash
belongs to such a catalogue, and any other that does not exist is an error.

What a proposal was written for it can say, and a check finds where another catalogue is applied. "partner catalogue
check" prints the line:

  catalogue: {name: house-rules, version: "1", hash: "0123456789ab"}
  catalogue: {version: "` + cat.Version + `", hash: "` + cat.Hash + `"}      partner's own

docs/own-catalogues.md shows one at work, and examples/catalogues/ has two.
`
}
