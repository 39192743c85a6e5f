"""Who may do what: the accounts, one made new, one changed."""
