package assessments

import "partner/pkg/catalogue"

var prepared catalogue.Catalogue
