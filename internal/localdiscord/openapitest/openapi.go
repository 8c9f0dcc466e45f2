// Package openapitest checks a bot's requests against Discord's published OpenAPI description. Only tests import it,
// so that what reads such descriptions stays out of the program.
package openapitest

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"

	"talksbot/internal/localdiscord/rules"
)

// A description is Discord's published OpenAPI file, ready to check requests against. It is for API v10, while bots
// may speak v9; for what a text bot sends the two agree.
//
// Four things in it, or in how kin-openapi v0.152 reads it, have to be worked around:
//
//   - The file is OpenAPI 3.1 and lists enumerations as oneOf of const. The built-in validator ignores const, so all
//     alternatives match and every button and every mention type is refused as ambiguous. The JSON Schema 2020-12
//     validator gets it right but compiles the schema again for each body (10 to 14 ms for a message, against some
//     microseconds). So each such oneOf becomes an enum when the file is loaded, and the built-in one is used; a test
//     holds the two to the same verdicts.
//   - openapi3filter.ValidateRequest would choose the slow validator by itself, as the file says 3.1. The parts of it
//     are therefore called one by one.
//   - A form's schema describes files as its properties, but bots send the JSON as payload_json. That part is checked
//     against the schema for JSON.
//   - default_member_permissions is an integer there; Discord's documentation, and its servers, take a string.
type description struct {
	doc        *openapi3.T
	operations map[string][]operation // by method and number of path segments
}

// An operation is one method on one path of the description.
type operation struct {
	segments []string // "{...}" stands for any
	params   openapi3.Parameters
	body     *openapi3.Schema // of JSON; nil: none
	required bool             // a body
}

// Load is a check by the description at path, for localdiscord.Options. Where there is none, it is nil.
func Load(path string) (check func(*http.Request, []byte) []rules.Problem, err error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	d, err := load(path)
	if err != nil {
		return nil, err
	}
	return d.check, nil
}

// descriptions are those read, by path: reading one takes 0.2 s.
var descriptions sync.Map // of func() (*description, error)

func load(path string) (*description, error) {
	read, _ := descriptions.LoadOrStore(path, sync.OnceValues(func() (*description, error) {
		doc, err := openapi3.NewLoader().LoadFromFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", path, err)
		}
		return describe(doc), nil
	}))
	return read.(func() (*description, error))()
}

func describe(doc *openapi3.T) *description {
	for _, ref := range doc.Components.Schemas {
		foldConst(ref.Value)
	}
	d := &description{doc: doc, operations: map[string][]operation{}}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			o := operation{segments: strings.Split(path, "/"), params: append(item.Parameters[:len(item.Parameters):len(item.Parameters)], op.Parameters...)}
			if op.RequestBody != nil {
				o.required = op.RequestBody.Value.Required
				if json := op.RequestBody.Value.Content.Get("application/json"); json != nil {
					o.body = json.Schema.Value
				}
			}
			key := fmt.Sprint(method, len(o.segments))
			d.operations[key] = append(d.operations[key], o)
		}
	}
	return d
}

// foldConst makes an enum of a oneOf whose alternatives are all constants. In the file they are all named schemas.
func foldConst(s *openapi3.Schema) {
	var values []any
	for _, alternative := range s.OneOf {
		if alternative.Value == nil || alternative.Value.Const == nil {
			return
		}
		values = append(values, alternative.Value.Const)
	}
	if len(values) > 0 {
		s.Enum, s.OneOf = values, nil
	}
}

// find is the operation of a request and its path parameters: the one whose path is most literal.
func (d *description) find(method, path string) (best *operation, params map[string]string) {
	segments := strings.Split(path, "/")
	ops := d.operations[fmt.Sprint(method, len(segments))]
	for n := range ops {
		if found, ok := ops[n].match(segments); ok && (best == nil || len(found) < len(params)) {
			best, params = &ops[n], found
		}
	}
	return best, params
}

func (o *operation) match(segments []string) (map[string]string, bool) {
	params := map[string]string{}
	for i, want := range o.segments {
		switch {
		case strings.HasPrefix(want, "{") && strings.HasSuffix(want, "}"):
			params[want[1:len(want)-1]] = segments[i]
		case want != segments[i]:
			return nil, false
		}
	}
	return params, true
}

// check is what the description holds against a request.
func (d *description) check(r *http.Request, body []byte) []rules.Problem {
	op, params := d.find(r.Method, r.URL.Path)
	if op == nil {
		return []rules.Problem{{Path: "path", Code: "UNDESCRIBED", Message: "Discord's API has no such route"}}
	}
	problems := op.checkParams(r, params)
	switch {
	case len(body) == 0 && op.required:
		problems = append(problems, rules.Problem{Path: "body", Code: "BASE_TYPE_REQUIRED", Message: "a body is required"})
	case len(body) > 0 && op.body != nil:
		problems = append(problems, checkBody(op.body, body)...)
	}
	return problems
}

func (o *operation) checkParams(r *http.Request, params map[string]string) []rules.Problem {
	var problems []rules.Problem
	for _, p := range o.params {
		input := &openapi3filter.RequestValidationInput{Request: r, PathParams: params}
		if err := openapi3filter.ValidateParameter(r.Context(), input, p.Value); err != nil {
			problems = append(problems, rules.Problem{Path: p.Value.Name, Code: "PARAMETER", Message: innermost(err).Message})
		}
	}
	return problems
}

func checkBody(schema *openapi3.Schema, body []byte) []rules.Problem {
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		return []rules.Problem{{Path: "body", Code: "JSON", Message: err.Error()}}
	}
	numberPermissions(value)
	err := schema.VisitJSON(value, openapi3.VisitAsRequest(), openapi3.MultiErrors())
	if err == nil {
		return nil
	}
	return []rules.Problem{innermost(err)}
}

// numberPermissions makes numbers of permissions sent as strings.
func numberPermissions(v any) {
	const field = "default_member_permissions"
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			numberPermissions(item)
		}
	case map[string]any:
		var n float64
		if text, ok := v[field].(string); ok && json.Unmarshal([]byte(text), &n) == nil {
			v[field] = n
		}
	}
}

// innermost is the error deepest in the value, which of a failed oneOf is the alternative that came closest. Among
// equals one about something else than the type says more: where the type is right, the rest was meant.
func innermost(err error) rules.Problem {
	deepest, best := rules.Problem{Path: "body", Code: "SCHEMA", Message: short(err.Error())}, -1
	var walk func(error)
	walk = func(err error) {
		var many openapi3.MultiError
		var one *openapi3.SchemaError
		switch {
		case errors.As(err, &one):
			at := strings.Join(one.JSONPointer(), ".")
			score := 2 * len(one.JSONPointer())
			if strings.HasSuffix(at, "type") {
				score--
			}
			if score > best {
				best, deepest = score, rules.Problem{Path: cmp.Or(at, "body"), Code: "SCHEMA", Message: short(one.Reason)}
			}
			if one.Origin != nil {
				walk(one.Origin)
			}
		case errors.As(err, &many):
			for _, e := range many {
				walk(e)
			}
		}
	}
	walk(err)
	return deepest
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 300 {
		return string(r[:300]) + "..."
	}
	return s
}
