package doctor

import (
	"context"

	"talksbot/internal/database"
)

// Database looks at the bot's database at an address, and leaves it as it is.
func Database(ctx context.Context, n *Notes, address string) {
	if address == database.Memory {
		n.Doubt("checkup.database.memory")
		return
	}
	is, err := database.Examine(ctx, address)
	path := database.Name(address)
	switch {
	case err != nil:
		n.Broken("checkup.database.refused", "Why", err.Error())
	case !is.Exists && database.IsServer(address):
		n.Well("checkup.database.empty", "Path", path)
	case !is.Exists:
		n.Well("checkup.database.none", "Path", path)
	case is.Unfinished:
		n.Well("checkup.database.unfinished", "Path", path)
	case is.Version < is.Newest:
		n.Well("checkup.database.older", "Path", path, "Version", int(is.Version), "Newest", int(is.Newest))
	default:
		n.Well("checkup.database.held", "Path", path, "Version", int(is.Version))
	}
}
