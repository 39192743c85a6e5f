"""What if somebody leaves, or there were more hours: asked, answered, kept."""
