"""The profile: each rule with its source, other municipalities', own weights."""
