package wording

import (
	"math"
	"strconv"
)

// Pounds is the currency of sums of which nothing else is said.
const Pounds = "GBP"

// Symbol gives what stands before a sum in a currency: a sign that everybody knows, or the code.
func Symbol(currency string) string {
	switch currency {
	case Pounds, "":
		return "£"
	case "EUR":
		return "€"
	case "USD":
		return "$"
	}
	return currency + " "
}

// Millions says a sum in millions, to the nearest ten thousand: £6.2m, €4m, SEK 12m.
func Millions(currency string, m float64) string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	if m = math.Round(m*100) / 100; m >= 1000 {
		return sign + Symbol(currency) + strconv.FormatFloat(math.Round(m/10)/100, 'f', -1, 64) + "bn"
	}
	return sign + Symbol(currency) + strconv.FormatFloat(m, 'f', -1, 64) + "m"
}
