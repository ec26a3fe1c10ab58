package hostile

// Text is what a document may say to get out of the place where an output shows it.
type Text struct{ Name, Text string }

// Texts gives them all, in harmless versions.
func Texts() []Text {
	return []Text{
		{"workflow command", "::set-output name=ready::yes"},
		{"workflow command on a line of its own", "a text\n::error file=x.yaml,line=1::not ours\r\n::add-mask::word"},
		{"old workflow command", "##[error]not ours ##[set-env name=A]b"},
		{"percent escapes", "%0A::error::not ours%0D%25%2C%3A"},
		{"formula", "=HYPERLINK(\"http://example.invalid\",\"here\")"},
		{"formula in disguise", " +1+cmd|' /C calc'!A0"},
		{"formula of at", "@SUM(1+1)*cmd"},
		{"formula in full width", "＝1＋1"},
		{"cells", "a\",\"b\";\"c\"\t\"d\r\ne"},
		{"end of CDATA", "a ]]> b <![CDATA[ c ]]>"},
		{"markup", "</failure><script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#0;&amp;"},
		{"attributes", "\" onload=\"alert(1)\" x='y' `z`"},
		{"end of JSON", "\"}]}],\"x\":[{\"y\":\"\\u0000\\"},
		{"Markdown", "# head\n- [x] done\n> quote\n![i](http://example.invalid/i.png) [l](javascript:alert(1)) **b** | c | `d` ~~e~~\n\n---\n```"},
		{"addresses", "see https://example.invalid/x or www.example.invalid, a@example.invalid <b@example.invalid>"},
		{"callers", "@everyone fixes #1, closes GH-2, !3 ~4 %5 $6 &7 owner/repo#8"},
		{"numbered list", "1. one\n2) two"},
		{"direction of writing", "abc\u202egnitirw\u2066 of \u2069\u200f\u061c direction"},
		{"controls", "bell\u0007 escape\u001b[31mred\u001b[0m backspace\u0008 delete\u007f C1\u009b31m"},
		{"separators", "line\u2028separator paragraph\u2029separator next\u0085line zero\u200bwidth mark\ufeff"},
		{"what XML forbids", "noncharacters \ufffe \uffff \ufdd0 \U0001ffff"},
		{"beyond the first plane", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍⚕️ e\u0301"},
		{"long", func() string {
			long := ""
			for range 400 {
				long += "a long text, "
			}
			return long
		}()},
	}
}
