package article

import (
	"encoding/json"
	"errors"
	"fmt"

	"talksbot/knowledge/article/format"
)

// DecodeLine reads one line of JSON into the struct that into points to. Its errors say
// what is wrong with the line in the words of its fields.
func DecodeLine(data []byte, into any) error {
	err := json.Unmarshal(data, into)
	wrong, ok := errors.AsType[*json.UnmarshalTypeError](err)
	switch {
	case err == nil:
		return nil
	case !ok:
		return fmt.Errorf("not JSON: %w", err)
	case wrong.Field == "":
		return fmt.Errorf("a JSON object is expected here, not %s", format.WithArticle(wrong.Value))
	}
	return fmt.Errorf("%q must be a text in quotation marks, not %s", wrong.Field, format.WithArticle(wrong.Value))
}
