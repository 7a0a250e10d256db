"""What each system offers to hold a process that may have been taken over; one file for each."""
