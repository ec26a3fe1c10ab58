package catalogue

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// named is a place in the catalogue's texts for a word of the reader's own sector: {people}, {regulator}, the
// id of a role. With a capital, as at the start of a sentence, the word has one too.
var named = regexp.MustCompile(`\{([A-Za-z][A-Za-z'-]*)\}`)

// fill puts the words into the places that a file has for them. A place that they do not know stays: other
// texts, such as answers, are filled later and with other things. The ids of the words that fill one are noted in
// said.
func (w *Words) fill(text string, said map[string]bool) string {
	return named.ReplaceAllStringFunc(text, func(place string) string {
		key := place[1 : len(place)-1]
		first, size := utf8.DecodeRuneInString(key)
		id := string(unicode.ToLower(first)) + key[size:]
		word, known := w.word(id)
		said[id] = said[id] || known
		switch {
		case !known:
			return place
		case unicode.IsUpper(first):
			return capital(word)
		}
		return word
	})
}

// word gives what stands for an id in texts: what the sector calls it, or the title of the role.
func (w *Words) word(id string) (word string, known bool) {
	for _, words := range [][]Word{w.Says, w.Roles} {
		for _, x := range words {
			if x.ID == id {
				return x.Title, true
			}
		}
	}
	return "", false
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return strings.ToUpper(string(first)) + word[size:]
}
