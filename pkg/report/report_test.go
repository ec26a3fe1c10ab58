package report

import "testing"

func TestFormatsAreFoundByName(t *testing.T) {
	for _, name := range Names() {
		if f, ok := Find(name); !ok || f.Name != name || f.Doc == "" || f.Write == nil {
			t.Errorf("format %q is not whole: %+v", name, f)
		}
	}
	if _, ok := Find("txt"); ok {
		t.Error("a format that does not exist is found")
	}
}
