"""A municipality's choice of rules, parameters, weights and words, as one TOML file each."""
