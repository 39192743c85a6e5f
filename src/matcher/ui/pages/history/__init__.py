"""Who did what when, and whether anything was changed unseen."""
