// Package schemas holds the schemas of formats that others own, as test data. The program does not use it.
package schemas

import _ "embed"

// SARIF is the schema of SARIF 2.1.0.
//
//go:embed sarif-2.1.0.json
var SARIF []byte
