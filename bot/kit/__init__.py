"""What all screens and taps are made from: the screen as data, shared pieces, pictures, and how handlers answer."""
