"""What is printed for a day: sheets to fill by hand, signs, cards, the attendance sheet."""
