package prompts

import (
	"bytes"
	"embed"
	"encoding/json"
	"strings"
	"text/template"
)

//go:embed *.tmpl
var files embed.FS

// templates holds one file for each prompt, with a "system" and a "user" part.
var templates = map[string]*template.Template{
	"answer.tmpl":  parse("answer.tmpl"),
	"opinion.tmpl": parse("opinion.tmpl"),
}

func parse(name string) *template.Template {
	t := template.New(name).Funcs(template.FuncMap{"json": quote})
	return template.Must(t.ParseFS(files, name))
}

// render fills the template. Its data are plain structs of this package, so that it fails
// only where a template does not fit them, which is this package's mistake and no input's.
func render(name string, data any, schema Schema) Prompt {
	part := func(which string) string {
		var b strings.Builder
		if err := templates[name].ExecuteTemplate(&b, which, data); err != nil {
			panic(err)
		}
		return strings.TrimSpace(b.String())
	}
	return Prompt{System: part("system"), User: part("user"), Schema: schema}
}

// quote writes v as JSON on one line. It leaves <, > and & as they are: escaping them is
// for web pages and only makes a model read worse.
func quote(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
