// YAML as the editor colours and folds it. A text that is nested deeper than its parser can follow stays without colours;
// what is wrong with it the engine says.

import { yamlLanguage } from '@codemirror/lang-yaml'
import { Language, LanguageSupport } from '@codemirror/language'
import { NodeType, Parser, Tree } from '@lezer/common'

class Careful extends Parser {
  constructor(parser) {
    super()
    this.parser = parser
  }

  createParse(input, fragments, ranges) {
    const parse = this.parser.createParse(input, fragments, ranges)
    let gaveUp = false
    return {
      get parsedPos() { return gaveUp ? input.length : parse.parsedPos },
      get stoppedAt() { return gaveUp ? null : parse.stoppedAt },
      stopAt(place) { if (!gaveUp) parse.stopAt(place) },
      advance() {
        try {
          return parse.advance()
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          gaveUp = true
          return new Tree(NodeType.none, [], [], input.length)
        }
      },
    }
  }
}

export const parser = new Careful(yamlLanguage.parser)

export const yaml = () => new LanguageSupport(new Language(yamlLanguage.data, parser, [], 'yaml'))
