package ask

import (
	"strings"
	"testing"
)

// TestSeveral holds that each question of a message is answered, that one which is not is told so, and
// that a later one may lean on those before.
func TestSeveral(t *testing.T) {
	a := mayors(t)
	got := a.Answer(t.Context(), Question{Text: "What does a ticket cost? Who is the mayor of Orla? And also, when does the theatre open?"})
	if got.Outcome != Answered || len(got.Parts) != 3 {
		t.Fatalf("%d answers of 3: %+v", len(got.Parts), got)
	}
	for i, want := range []string{"30 crowns", "Ida Kern, the mayor of Orla", ""} {
		part := got.Parts[i]
		if says := said(part); !strings.Contains(says, want) || want == "" && part.Outcome != Silent {
			t.Errorf("%s %q, want %q", part.Question, says, want)
		}
	}
	leans := a.Answer(t.Context(), Question{Text: "What hit a bus in Lunde? When?"})
	if len(leans.Parts) != 2 || !strings.Contains(said(leans.Parts[1]), "on Thursday") {
		t.Errorf("when it was: %+v", leans.Claims)
	}
	if one := a.Answer(t.Context(), Question{Text: "What does a ticket cost?"}); len(one.Parts) > 0 {
		t.Errorf("one question has parts: %+v", one.Parts)
	}
}
