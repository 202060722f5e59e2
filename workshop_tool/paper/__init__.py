"""What record and kit share to put words, marks and posters on paper; with them it alone knows the report library."""
