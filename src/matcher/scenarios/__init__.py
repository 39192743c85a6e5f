"""What if: named small changes of a roster or a profile, and what a round then becomes."""
