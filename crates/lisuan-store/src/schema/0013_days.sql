-- What an answer was given to, and days on which clocks start and stop.

ALTER TABLE finding_answer ADD COLUMN about TEXT;
ALTER TABLE paper_request ADD COLUMN reached_on TEXT;
ALTER TABLE dispute ADD COLUMN decided_on TEXT;
ALTER TABLE archive ADD COLUMN destroyed_on TEXT;
ALTER TABLE reserve ADD COLUMN set_by TEXT;
