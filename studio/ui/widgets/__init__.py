"""Small reusable widgets, one file each."""
