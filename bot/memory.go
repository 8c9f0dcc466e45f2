package bot

import "sync"

// A memory keeps the last messages of conversations. Its zero value is empty.
type memory struct {
	mu    sync.Mutex
	byID  map[string]*message
	order []string // oldest first
}

// maxMemory is how many messages are kept.
const maxMemory = 512

func (m *memory) put(msg message) {
	if msg.ID == "" {
		return
	}
	msg.Referenced = nil // reachable by its own ID; kept, it would hold a chain in memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.byID == nil {
		m.byID = map[string]*message{}
	}
	if m.byID[msg.ID] == nil {
		m.order = append(m.order, msg.ID)
	}
	m.byID[msg.ID] = &msg
	if len(m.order) > maxMemory {
		delete(m.byID, m.order[0])
		m.order = append(m.order[:0], m.order[1:]...)
	}
}

func (m *memory) get(id string) *message {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.byID[id]
}
