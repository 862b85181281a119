"""Records to hand on and records from elsewhere: released forms, writers, and readers of rows."""
