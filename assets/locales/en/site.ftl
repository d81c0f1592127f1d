# Kinds of site capture
kind-damage-place = Damaged place
kind-camera-clock = Camera clock
kind-photo-mark = Mark
kind-person = Person
kind-note-person = Person present
kind-measurement-sheet = Measurement sheet
kind-signature = Signature
kind-quote = Quote

# Note
field-note-weather = Weather

# Photo
field-photo-damage-place = Damaged place
field-photo-rating = Rating
field-photo-rejected = Rejected
field-photo-serial = Serial no.
field-photo-direction = Lens direction
field-photo-datum = Datum
field-photo-likeness = Likeness

# Quantity
field-measurement-sheet = Sheet
field-measurement-deducts-from = Deducted from
field-measurement-claimed-quantity = Claimed qty
field-measurement-agreed-quantity = Agreed qty
field-measurement-disagreement = Disagreement
field-measurement-measured-by = Measured by
field-measurement-instrument = Instrument
field-measurement-photo = Sketch, photo
field-measurement-damage-place = Damaged place

# Unit price
field-unit-price-boq-code = BOQ code
field-unit-price-feature = Description
field-unit-price-boq-quantity = BOQ quantity
field-unit-price-tax-included = Incl. VAT
field-unit-price-asked = Asked
field-unit-price-offered = Offered
field-unit-price-photo = Photo

# Loss line
field-loss-line-damage-place = Damaged place

# Damaged place
field-damage-place-name = Damaged place
field-damage-place-location = Chainage, axis, floor
field-damage-place-remark = Remark

# Camera clock
field-camera-clock-camera = Camera
field-camera-clock-serial = Serial no.
field-camera-clock-photo = Photo of a clock
field-camera-clock-shown-at = Camera said
field-camera-clock-true-at = True time
field-camera-clock-remark = How it is known

# Mark
field-photo-mark-photo = Photo
field-photo-mark-kind = Kind
field-photo-mark-points = Points
field-photo-mark-text = Text
field-photo-mark-length = Length
field-photo-mark-unit = Unit

# Person
field-person-name = Name
field-person-party = Party
field-person-organisation = Organisation
field-person-position = Position
field-person-phone = Phone
field-person-remark = Remark

# Person present
field-note-person-note = Note
field-note-person-person = Person

# Measurement sheet
field-measurement-sheet-number = Sheet no.
field-measurement-sheet-title = Works, section
field-measurement-sheet-measured-on = Measured on
field-measurement-sheet-weather = Weather
field-measurement-sheet-place = Place
field-measurement-sheet-photo = Photo of the paper
field-measurement-sheet-remark = Remark

# Signature
field-signature-sheet = Sheet
field-signature-note = Note
field-signature-person = Person
field-signature-signed-at = Signed at
field-signature-content = Signed content, SHA-256
field-signature-strokes = Strokes

# Quote
field-quote-price = Price
field-quote-supplier = Supplier
field-quote-amount = Quote
field-quote-currency = Currency
field-quote-dated = Dated
field-quote-source = Source
field-quote-photo = Photo

# Choices
choice-photo-rejected-yes = yes
choice-photo-rejected-no = no
choice-unit-price-tax-included-yes = yes
choice-unit-price-tax-included-no = no
choice-person-party-insured = insured
choice-person-party-contractor = contractor
choice-person-party-supervisor = supervisor
choice-person-party-owner = owner
choice-person-party-designer = designer
choice-person-party-adjuster = adjuster
choice-person-party-insurer = insurer
choice-person-party-broker = broker
choice-person-party-third-party = third party
choice-person-party-authority = authority
choice-person-party-witness = witness
choice-person-party-other = other
choice-photo-mark-kind-arrow = arrow
choice-photo-mark-kind-box = box
choice-photo-mark-kind-ellipse = ellipse
choice-photo-mark-kind-freehand = freehand
choice-photo-mark-kind-text = text
choice-photo-mark-kind-dimension = dimension
choice-photo-mark-kind-scale = known length
choice-photo-mark-kind-blur = blur
choice-photo-mark-kind-blackout = blackout
