"""What a record looks like to people: a summary for the terminal, a page for the browser, an explanation of the coding."""
