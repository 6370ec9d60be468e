"""From fragments to blocks with roles: each fragment alone first, then with its neighbours."""
