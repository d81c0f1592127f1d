-- What the numbered checks read beside what was there; answers to findings; vehicles.

CREATE TABLE vehicle (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    plate TEXT,
    vin TEXT,
    first_registered_on TEXT CHECK (first_registered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    mileage_km TEXT CHECK (mileage_km NOT GLOB '*[^0-9-]*' AND mileage_km GLOB '*[0-9]*'),
    actual_value TEXT CHECK (actual_value NOT GLOB '*[^0-9.-]*' AND actual_value GLOB '*[0-9]*'),
    repair_estimate TEXT CHECK (repair_estimate NOT GLOB '*[^0-9.-]*' AND repair_estimate GLOB '*[0-9]*'),
    total_loss TEXT CHECK (total_loss IN ('yes', 'no')),
    salvage TEXT CHECK (salvage NOT GLOB '*[^0-9.-]*' AND salvage GLOB '*[0-9]*'),
    currency TEXT,
    fault_share TEXT CHECK (fault_share NOT GLOB '*[^0-9.-]*' AND fault_share GLOB '*[0-9]*'),
    licence_class TEXT,
    required_class TEXT,
    alcohol_mg TEXT CHECK (alcohol_mg NOT GLOB '*[^0-9.-]*' AND alcohol_mg GLOB '*[0-9]*'),
    damaged_panels TEXT CHECK (damaged_panels NOT GLOB '*[^0-9-]*' AND damaged_panels GLOB '*[0-9]*'),
    painted_panels TEXT CHECK (painted_panels NOT GLOB '*[^0-9-]*' AND painted_panels GLOB '*[0-9]*')
) STRICT;

CREATE TABLE finding_answer (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    alive TEXT NOT NULL CHECK (alive IN ('0', '1')),
    check_no TEXT,
    record_kind TEXT,
    record TEXT,
    field TEXT,
    reason TEXT,
    document TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    answered_by TEXT,
    supervisor TEXT,
    answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

ALTER TABLE claim_case ADD COLUMN premium_condition TEXT CHECK (premium_condition IN ('yes', 'no'));
ALTER TABLE claim_case ADD COLUMN premium_paid_on TEXT CHECK (premium_paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE claim_case ADD COLUMN policy_place TEXT;
ALTER TABLE claim_case ADD COLUMN claimed_total TEXT CHECK (claimed_total NOT GLOB '*[^0-9.-]*' AND claimed_total GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN drawing_size TEXT CHECK (drawing_size NOT GLOB '*[^0-9.-]*' AND drawing_size GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN measured_size TEXT CHECK (measured_size NOT GLOB '*[^0-9.-]*' AND measured_size GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN existing_quantity TEXT CHECK (existing_quantity NOT GLOB '*[^0-9.-]*' AND existing_quantity GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN has_opening TEXT CHECK (has_opening IN ('yes', 'no'));
ALTER TABLE measurement ADD COLUMN workers TEXT CHECK (workers NOT GLOB '*[^0-9-]*' AND workers GLOB '*[0-9]*');
ALTER TABLE measurement ADD COLUMN worked_days TEXT CHECK (worked_days NOT GLOB '*[^0-9-]*' AND worked_days GLOB '*[0-9]*');
ALTER TABLE unit_price ADD COLUMN executed_quantity TEXT CHECK (executed_quantity NOT GLOB '*[^0-9.-]*' AND executed_quantity GLOB '*[0-9]*');
ALTER TABLE unit_price ADD COLUMN catalogue TEXT CHECK (catalogue NOT GLOB '*[^0-9.-]*' AND catalogue GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN upgraded TEXT CHECK (upgraded IN ('yes', 'no'));
ALTER TABLE loss_line ADD COLUMN normal_cost TEXT CHECK (normal_cost NOT GLOB '*[^0-9.-]*' AND normal_cost GLOB '*[0-9]*');
ALTER TABLE loss_line ADD COLUMN repaired_on TEXT CHECK (repaired_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE policy_section ADD COLUMN testing_from TEXT CHECK (testing_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE policy_section ADD COLUMN maintenance_from TEXT CHECK (maintenance_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE policy_section ADD COLUMN stretch TEXT;
ALTER TABLE policy_section ADD COLUMN declared_length TEXT CHECK (declared_length NOT GLOB '*[^0-9.-]*' AND declared_length GLOB '*[0-9]*');
ALTER TABLE policy_section ADD COLUMN open_length TEXT CHECK (open_length NOT GLOB '*[^0-9.-]*' AND open_length GLOB '*[0-9]*');
ALTER TABLE document ADD COLUMN invoice_no TEXT;
ALTER TABLE document ADD COLUMN buyer TEXT;
ALTER TABLE document ADD COLUMN amount TEXT CHECK (amount NOT GLOB '*[^0-9.-]*' AND amount GLOB '*[0-9]*');
ALTER TABLE document ADD COLUMN amount_in_words TEXT;
ALTER TABLE document ADD COLUMN cites_loss_on TEXT CHECK (cites_loss_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE document ADD COLUMN valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE document ADD COLUMN belongs_to TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE event ADD COLUMN is_loss TEXT CHECK (is_loss IN ('yes', 'no'));
ALTER TABLE expert ADD COLUMN accredited_to TEXT CHECK (accredited_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE third_party ADD COLUMN waiver TEXT CHECK (waiver IN ('yes', 'no'));
ALTER TABLE third_party ADD COLUMN settled_on TEXT CHECK (settled_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE third_party ADD COLUMN warranty_to TEXT CHECK (warranty_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE signatory ADD COLUMN licence_to TEXT CHECK (licence_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
