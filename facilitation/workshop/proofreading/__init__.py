"""What to read again before publishing: each finding is one line that says where it is and what to do."""
