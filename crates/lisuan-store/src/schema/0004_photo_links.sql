-- Photos linked to notes and measurements, where the site is, and more of what cameras write.

CREATE TABLE photo_link (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    photo TEXT REFERENCES photo (id),
    note TEXT REFERENCES note (id),
    measurement TEXT REFERENCES measurement (id)
) STRICT;

ALTER TABLE claim_case ADD COLUMN site_latitude TEXT CHECK (site_latitude NOT GLOB '*[^0-9.-]*' AND site_latitude GLOB '*[0-9]*');
ALTER TABLE claim_case ADD COLUMN site_longitude TEXT CHECK (site_longitude NOT GLOB '*[^0-9.-]*' AND site_longitude GLOB '*[0-9]*');
ALTER TABLE claim_case ADD COLUMN photo_distance_km TEXT CHECK (photo_distance_km NOT GLOB '*[^0-9.-]*' AND photo_distance_km GLOB '*[0-9]*');

ALTER TABLE photo ADD COLUMN altitude TEXT CHECK (altitude NOT GLOB '*[^0-9.-]*' AND altitude GLOB '*[0-9]*');
ALTER TABLE photo ADD COLUMN subsecond TEXT CHECK (subsecond NOT GLOB '*[^0-9]*');
ALTER TABLE photo ADD COLUMN companions TEXT;

ALTER TABLE damage_place ADD COLUMN latitude TEXT CHECK (latitude NOT GLOB '*[^0-9.-]*' AND latitude GLOB '*[0-9]*');
ALTER TABLE damage_place ADD COLUMN longitude TEXT CHECK (longitude NOT GLOB '*[^0-9.-]*' AND longitude GLOB '*[0-9]*');
