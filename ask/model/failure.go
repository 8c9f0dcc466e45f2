package model

import "errors"

// What a Completer's error is, as errors.Is tells, where the operator alone can mend it or the asker can
// only wait. Such a call is not tried again.
var (
	ErrKey     = errors.New("the server does not accept the key")
	ErrUnknown = errors.New("the server does not know the model")
	ErrQuota   = errors.New("the account at the server has nothing left")
	ErrRate    = errors.New("the server takes no more calls for now")
)
