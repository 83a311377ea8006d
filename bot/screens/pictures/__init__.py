"""A client's pictures, one file each: what is drawn, as data, and the same in words with every count."""
