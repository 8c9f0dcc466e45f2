package localdiscord

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// A problem is one thing wrong with a request: where ("embeds.0.title"), Discord's name for it, and words.
type problem struct {
	path, code, message string
}

// A Violation is a request Discord would have refused, or that breaks a rule of its documentation.
type Violation struct {
	Method string
	Path   string // of the request
	Where  string // in it: "embeds.0.description"
	Code   string // Discord's, as BASE_TYPE_MAX_LENGTH, or ours
	Detail string
}

func (v Violation) String() string {
	return fmt.Sprintf("%s %s: %s: %s (%s)", v.Method, v.Path, v.Where, v.Detail, v.Code)
}

// Violations are all the rules the bot broke so far. A test of a bot demands that there are none.
func (s *Server) Violations() []Violation {
	s.violationsMu.Lock()
	defer s.violationsMu.Unlock()
	return slices.Clone(s.violations)
}

func (s *Server) violate(r *http.Request, p problem) {
	s.log.Warn("the bot broke a rule", "method", r.Method, "path", r.URL.Path, "where", p.path, "code", p.code, "detail", p.message)
	s.violationsMu.Lock()
	defer s.violationsMu.Unlock()
	s.violations = append(s.violations, Violation{r.Method, r.URL.Path, p.path, p.code, p.message})
}

// refuse records the problems and is the answer Discord gives to them.
func (s *Server) refuse(r *http.Request, problems []problem) *apiError {
	for _, p := range problems {
		s.violate(r, p)
	}
	return &apiError{status: http.StatusBadRequest, Code: 50035, Message: "Invalid Form Body", Errors: nest(problems)}
}

// nest turns paths into Discord's nested error object, with a list "_errors" at each place.
func nest(problems []problem) map[string]any {
	root := map[string]any{}
	for _, p := range problems {
		at := root
		for _, step := range strings.Split(p.path, ".") {
			next, ok := at[step].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[step] = next
			}
			at = next
		}
		errs, _ := at["_errors"].([]map[string]string)
		at["_errors"] = append(errs, map[string]string{"code": p.code, "message": p.message})
	}
	return root
}
