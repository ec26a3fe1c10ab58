package html

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var colours = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`)

// palettes are the colours of the style sheet by their names, light and then dark.
func palettes(t *testing.T) [2]map[string]float64 {
	light, dark, found := strings.Cut(style(), "prefers-color-scheme: dark")
	if !found {
		t.Fatal("there is no dark scheme")
	}
	var all [2]map[string]float64
	for i, part := range []string{light, dark} {
		all[i] = map[string]float64{}
		for _, m := range colours.FindAllStringSubmatch(part, -1) {
			all[i][m[1]] = luminance(m[2])
		}
	}
	return all
}

// luminance is how light a colour is, as WCAG 2.2 reckons it.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// TestContrast: letters stand out from what they stand on at least 4.5 to 1, and shapes from what is beside them 3 to 1,
// in both schemes. What no tool judges, such as letters in pictures, is judged here.
func TestContrast(t *testing.T) {
	grounds := []string{"paper", "wash", "red-wash", "amber-red-wash", "amber-green-wash", "green-wash", "none-wash"}
	for i, p := range palettes(t) {
		hold := func(least float64, on string, of ...string) {
			for _, name := range of {
				a, known := p[name]
				b, known2 := p[on]
				if c := contrast(a, b); !known || !known2 || c < least {
					t.Errorf("scheme %d: %s on %s is %.2f to 1, less than %.1f", i, name, on, c, least)
				}
			}
		}
		for _, ground := range grounds {
			hold(4.5, ground, "ink")
		}
		hold(4.5, "paper", "faint", "link", "blue")
		hold(4.5, "wash", "faint", "link")
		hold(3, "paper", "edge", "blue", "red", "green", "none")
		for _, fill := range []string{"red", "amber-red", "amber-green", "green"} { // the mark has a ring in the colour of the paper
			if contrast(p["ink"], p[fill]) < 3 && contrast(p["paper"], p[fill]) < 3 {
				t.Errorf("scheme %d: neither a mark nor its ring stands out from %s", i, fill)
			}
		}
	}
}

// TestStyleIsWhole: nothing in it would need the network, and it cannot end the element that holds it.
func TestStyleIsWhole(t *testing.T) {
	for _, never := range []string{"<", "url(", "@import", "\r", "position: fixed"} {
		if strings.Contains(style(), never) {
			t.Errorf("%q stands in the style", never)
		}
	}
	for _, always := range []string{"size: A4", "::details-content", "content-visibility: visible", "overflow-wrap: anywhere", "table-header-group", "forced-colors: active", "prefers-color-scheme: dark"} {
		if !strings.Contains(style(), always) {
			t.Errorf("%q is missing in the style", always)
		}
	}
}
