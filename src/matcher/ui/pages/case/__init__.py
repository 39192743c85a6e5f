"""One case: the suggestion and its reason, the others, the questions, the letter."""
