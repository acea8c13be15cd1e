"""What a thing is: frozen records, no behaviour beyond their own fields."""
