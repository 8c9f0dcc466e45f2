package localdiscord

import "net/http"

type description struct{}

func loadDescription(string) (*description, error) { return nil, nil }

func (s *Server) checkDescription(*http.Request, string, []byte) error { return nil }
