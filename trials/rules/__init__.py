"""What has to be true, each rule a function that names where it is not."""
