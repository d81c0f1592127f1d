-- Photos linked to supporting papers.

ALTER TABLE photo_link ADD COLUMN document TEXT REFERENCES document (id);
