"""A made-up project of any size, and what a change in it costs."""
