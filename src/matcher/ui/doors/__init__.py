"""The doors of the pages: log-in, sessions, and the guard. The only home of Authlib."""
