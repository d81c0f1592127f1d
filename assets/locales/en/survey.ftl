# Survey: photos, marks, notes, find in case
op-rate-photo = Rate photos
op-reject-photo = Set photos aside
op-unreject-photo = Take photos back
op-caption-photo = Caption photos

photos-many = { $count } photos
photos-apply = Apply
photos-mixed = Differ
photos-template-1 = { "{" }damage{ "}" } { "{" }view{ "}" } { "{" }number{ "}" }
photos-template-2 = { "{" }damage{ "}" } { "{" }view{ "}" }
photos-template-3 = { "{" }place{ "}" }, { "{" }time{ "}" }
photos-caption-hint = { "{" }damage{ "}" }, { "{" }place{ "}" }, { "{" }view{ "}" }, { "{" }number{ "}" } and { "{" }time{ "}" } are filled from each photo.
photos-caption-becomes = First: { $caption }
photos-link = Link { $count } photos to a loss line
photos-delete = Delete { $count } photos
photos-filter-kept = Not set aside
photos-filter-rejected = Set aside
photos-filter-findings = With findings
photos-filter-none = No { $what }
photos-filter-clear = Clear filters
photos-paste-too-large = The pictures in the clipboard exceed 64 MiB and were not added. Save them as files and drop those on the window.
photo-rating = Rating
photo-rating-keys = Rating: press 1 to 5, 0 for none
photo-rate = { $count } stars
photo-reject = Set aside
photo-unreject = Take back
photo-rejected = Set aside

marks = Marks
mark-delete = Delete mark
mark-hint-arrow = Drag from the words to what they point at
mark-hint-box = Drag a box
mark-hint-ellipse = Drag an ellipse
mark-hint-freehand = Hold and draw
mark-hint-text = Click where to write
mark-hint-dimension = Drag along the edge to measure, in the plane of the known length
mark-hint-scale = Drag along a staff or another known length, then type it
mark-hint-blur = Drag over faces and plates to blur
mark-hint-blackout = Drag over what is to be blacked out
mark-about-dimension = In proportion to the known length; holds in its plane only
mark-about-scale = Type the true length; dimension lines follow
mark-about-blur = Burnt into the exported copy; black out what must be unreadable
example-mark-length = e.g. 0.5

survey-parts = Survey
survey-part-notes = Notes
survey-part-persons = People
survey-part-places = Places
persons-about = Who was present, spoke or signed
places-about = What photos, quantities and loss lines belong to
example-person = e.g. Jane Smith
example-damage-place = e.g. left slope
note-weather = Weather, e.g. rain, 12 °C
example-note-weather = e.g. rain, 12 °C
note-present = Present
note-present-pick = Add a person present: name, organisation
note-present-none = Enter names and parties under “People” first.
note-present-remove = Remove { $name }
note-statement-by = Statement by
note-statement-pick = Whose statement: name, organisation

note-template = Insert template
note-template-engineering-name = Engineering survey
note-template-engineering =
    Course of events:
    Weather and water levels at the loss:
    Weather at the survey:
    Damaged part (chainage, axis, level):
    Stage of works and progress:
    Damage (item, specification, quantity, degree):
    Undamaged parts:
    Temporary works, materials and plant on site:
    Handover, acceptance, testing:
    Measures taken and their effect:
    Advised of the duty to mitigate:
    Effect on the programme:
    Other insurance:
    Open points:
note-template-property-name = Property survey
note-template-property =
    Time and place of loss:
    Cause and course:
    Property (item, specification, quantity, position):
    Damage and its degree:
    Undamaged property (for average):
    Amount claimed and its basis:
    Ledgers and asset register compared:
    Fire, police, weather certificates:
    Measures taken and their effect:
    Advised of the duty to mitigate:
    Salvage and its disposal:
    Other insurance:
    Open points:
note-template-motor-name = Motor survey
note-template-motor =
    First scene or not:
    Plate, VIN, engine no., mileage:
    Driver, licence class, first issue:
    Third vehicles and their compulsory policies:
    Kind and course of the accident:
    Damage and traces agree with the scene:
    VIN and use agree with the policy:
    Alcohol or drugs:
    Injured:
    Recovery of the vehicle:
    Provisional liability:
    Statements, sketches, photos:
note-template-cargo-name = Cargo survey
note-template-cargo =
    Consignor, consignee:
    Bill of lading or waybill:
    Route, vessel or vehicle:
    Departure, arrival:
    Goods, packing, packages, weight:
    Damage and quantity:
    Seals, stowage, dunnage:
    Handover record, tally, damage certificate:
    Written claim on the carrier:
    Salvage and its disposal:
    Open points:

find = Find in case
find-example = e.g. slope, K172+350, Smith
find-about = Finds text in notes, captions, loss lines, quantities, prices, clauses, people and everything else, whatever its case.
find-none = “{ $text }” is nowhere in this case.
find-of = { $shown } of { $total }
command-find = Find in case
keys-window-find = Find in case
keys-photo = Photos
keys-photo-rate = Rate, take the rating away
keys-photo-reject = Set aside, take back
keys-photo-caption = Caption
keys-photo-link = Link to a loss line
keys-photo-many = Select a range, add to it
keys-photo-all = Select all
keys-photo-open = Enlarge
keys-photo-marks = Arrow, box, ellipse, freehand, text
keys-photo-lengths = Dimension line, known length
keys-photo-hide = Blur, black out
keys-photo-delete = Delete the photos or the mark selected
keys-photo-paste = Paste pictures from the clipboard
survey-part-clocks = Clocks
survey-clocks-about = Photograph a clock, enter what the camera said and the true time with offset; its photos follow
example-camera = e.g. Canon EOS 80D
photo-corrected = Corrected time
problem-time = Enter date and time, such as 2026-11-22 15:02.
problem-moment = Enter a time with its offset, such as 2026-11-22 15:02 +08:00.
