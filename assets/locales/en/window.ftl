# The window: where things are, and the steps of a case
starting = Starting
rail = Main places
rail-start = Cases
rail-case = This case
rail-settings = Settings
steps = Steps of the case
page-overview = Overview
page-policy = Notice, policy
page-cause = Cause and cover
page-survey = Survey
page-measurement = Measurement
page-prices = Prices
page-lines = Loss list
page-adjustment = Adjustment
page-dossier = Dossier
state-empty = not begun
state-work = in work
state-done = complete
state-blocked = to settle
level-E = to settle
level-W = to explain
level-I = to note
list-comma = {", "}
list-semicolon = {"; "}
dismiss = Dismiss
field-empty = (empty)

# The head of the case
header-saved = Saved { $time }
header-saving = Saving…
header-loss = Loss of { $date }
header-findings = Show what was found
undo-named = Undo: { $what }
redo-named = Redo: { $what }
undo-none = Nothing to undo
redo-none = Nothing to redo
read-only-open-elsewhere = This case is open in another window, so it can only be read here. Close it there and open it again to change it.
read-only-no-permission = The file or its folder cannot be written, so the case can only be read. Copy it to a folder you can write to and open it there.
inspector = Inspector
inspector-empty = Select a row, a photo or a step to see its facts, where it comes from and what it is linked with.
inspector-findings = Findings here

# Bottom bar, commands and keys
hint-palette = commands
hint-keys = all keys
author-unnamed = No name yet
task-add-photos = Adding photos
task-export-dossier = Exporting the dossier
task-check = Checking the case
work-rate = { $rate } a second, about { $seconds } s left
work-cancel = Stop
work-cancelling = Stopping
palette = Commands
palette-example = Type a command: export, photos, 理算
palette-none = No such command
pick-none = Nothing to choose
command-new-case = New case
command-open-case = Open a case
command-close-case = Close the case
command-sample-power-plant = Sample case: power plant
command-sample-embankment = Sample case: embankment
command-check-case = Check the whole case
command-verify-dossier = Verify a dossier
command-export-dossier = Export the dossier
command-settings = Settings
command-language = Switch to 中文
command-theme-light = Light theme
command-theme-dark = Dark theme
command-theme-sun = Sunlight theme (high contrast)
command-keys = All keys
command-step-overview = Go to the overview
command-step-policy = Go to notice and policy
command-step-cause = Go to cause and cover
command-step-survey = Go to the survey
command-step-measurement = Go to measurement
command-step-prices = Go to prices
command-step-lines = Go to the loss list
command-step-adjustment = Go to the adjustment
command-step-dossier = Go to the dossier
command-inspector = Show or fold the inspector
command-note = Write a survey note
command-add-photos = Add photos
command-add-folder = Add a folder of photos
command-undo = Undo
command-redo = Redo
keys-title = Keys
keys-window = Window
keys-window-palette = Commands by name: English, Chinese, pinyin initials
keys-window-steps = Go to step 1 to 9
keys-window-new-case = New case
keys-window-open-case = Open a case
keys-window-export = Export the dossier
keys-window-undo = Undo
keys-window-redo = Redo
keys-window-note = Write a survey note
keys-window-inspector = Show or fold the inspector
keys-window-regions = Next part of the window
keys-window-escape = Dismiss messages and panels
keys-window-keys = Show or hide this list
keys-grid = Grid
keys-grid-arrows = Move
keys-grid-jump = To the edge of what is filled
keys-grid-range = Widen the selection
keys-grid-onward = Keep and go right or down
keys-grid-edit = Edit the cell
keys-grid-list = Open the list
keys-grid-discard = Discard what is being typed
keys-grid-clipboard = Copy and paste a range
keys-grid-fill-down = Fill down
keys-grid-clear = Empty the cells
keys-grid-delete-row = Delete the rows
keys-grid-home = First and last column
keys-note = Survey note
keys-note-save-note = Save
keys-note-break = New line
grid-keys = Typing replaces, F2 edits, ranges paste from Excel; type in the empty row to add, Ctrl+Delete deletes a row
grid-keys-read-only = Read only; Ctrl+C copies the selection

# What is wrong with what was typed
problem-number = Not a number. Example: 1,250.50
problem-date = Not a date. Example: 2026-11-22
problem-choice = Not in the list. Alt+↓ shows it
problem-long = Too long; please shorten it
error-window = The window could not do this: { $reason }
error-window-safe = What was saved is unchanged.
error-window-do = Please try again; if it still fails, close the case and open it again.

# First screen and new case
start-title = Lisuan
start-about = From the survey to the sealed dossier, all on this laptop; no network, no account.
start-new = New case
start-open = Open a case
start-recent = Recent cases
start-recent-empty = Cases you opened are listed here.
start-library = New cases are kept in { $folder }
start-missing = The file is no longer there
start-samples = Sample cases
start-sample-power-plant = Diesel power plant
start-sample-power-plant-about = Erection all risks, a loss of CNY 20 million, a recovery first, then a compromise
start-sample-embankment = Motorway embankment
start-sample-embankment-about = Contractors' all risks, four earthwork losses with quantities from their expressions
start-version = Lisuan { $version }
new-title = New case
new-about = Fill in what is known, the rest can follow. Tab to the next field, Ctrl+Enter creates the case.
new-choose-place = Choose where to keep the file
new-create = Create the case
new-leave = Back
example-claim-case-claim-no = e.g. PDAA2026-110-0032
example-claim-case-insured = e.g. Riverside Construction Ltd
example-claim-case-insurer = e.g. Harbour Insurance plc
example-claim-case-policy-no = e.g. PQAA2026-110-0007
example-claim-case-loss-place = e.g. K172+331.5, left slope
example-claim-case-cause = e.g. continuous heavy rain washed out the slope

# Overview
overview-steps = How far each step is
overview-money = Money so far
overview-settled = Settled ({ $kind }): { $amount }
overview-recovered = Recovered from third parties { $amount }
overview-balance = Still uncompensated { $amount }
overview-findings = Findings
overview-weights = { $stop } to settle · { $warn } to explain · { $info } to note
check-case = Check the whole case
check-case-about = Hashes every original again, replays the journal, and compares the photos with the other cases on this laptop.
check-counts = Checked at { $at }: operations { $operations }, records { $records }, originals { $originals }.
check-broken-do = Do not change this file any further; compare it with a backup or the copy in a package to get the original back.
overview-settled-findings = { $count } answered
overview-findings-more = Show more ({ $count } left)
overview-findings-empty = The checks found nothing.
figure-claimed = Claimed
figure-assessed = Assessed
figure-payable = Payable
figure-settled = Settled
figure-unknown = not yet
figure-words = In words
count-policy-item =
    { $count ->
        [one] 1 item
       *[other] { $count } items
    }
count-term =
    { $count ->
        [one] 1 term
       *[other] { $count } terms
    }
count-note =
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
count-photo =
    { $count ->
        [one] 1 photo
       *[other] { $count } photos
    }
count-measurement =
    { $count ->
        [one] 1 quantity
       *[other] { $count } quantities
    }
count-unit-price =
    { $count ->
        [one] 1 price
       *[other] { $count } prices
    }
count-loss-line =
    { $count ->
        [one] 1 line
       *[other] { $count } lines
    }
count-recovery =
    { $count ->
        [one] 1 recovery
       *[other] { $count } recoveries
    }
count-settlement = settlement recorded

# Notice and policy, cause and cover
policy-head = Notice and cover
policy-items = Insured items
policy-items-about = The sum insured against the value decides whether average applies
policy-terms = Terms that steer the adjustment
policy-terms-about = Each with its clause; for deductible and average also whether it was explained to the insured
cause-cause-hint = The cause as established, or the possible causes with the evidence for each
cause-course-hint = What happened, from the beginning to the end of the event
cause-liability-hint = Whether time, place, object and cause are covered; where disputed, each side's reading
cause-findings = Findings that bear on cover
example-policy-item = e.g. erection works
example-term = e.g. deductible rule

# Survey
notes = Survey notes
notes-empty = What was seen, asked and done goes here, with its time.
notes-empty-example = Example: K172+350 left slope, gully about 0.4 m deep, site engineer present.
note-capture = Write what you see; Enter saves, Shift+Enter breaks the line
note-delete = Delete this note
photos = Photos
photos-add = Add photos
photos-folder = Folder
photos-add-folder = Add a folder of photos
photos-filter = Filter photos
photos-filter-all = All
photos-filter-unlinked = Not linked to a loss
photos-filter-flagged = With something odd
photos-filter-uncaptioned = Without caption
photos-none-pass = No photo passes the filter.
photos-empty = Site photos go here: drop them on the window or add them. Originals are kept byte for byte.
photos-empty-example = JPEG, HEIC, PNG and WebP, or a whole folder.
photos-added =
    { $count ->
        [one] 1 photo added.
       *[other] { $count } photos added.
    }
photos-cancelled = Stopped as asked; what came in stays.
photos-duplicates =
    { $count ->
        [one] 1 file is identical to a photo in the case and was not added again:
       *[other] { $count } files are identical to photos in the case and were not added again:
    }
photos-flagged =
    { $count ->
        [one] 1 photo has something to look at:
       *[other] { $count } photos have something to look at:
    }
photos-refused =
    { $count ->
        [one] 1 file was not added:
       *[other] { $count } files were not added:
    }
drop-photos = Let go to add as site photos of this case ({ $count })
drop-read-only = This case can only be read; files cannot be added
drop-no-case = Open or make a case first, then drop the photos
photo-no-picture = Cannot be shown; the original is kept
photo-flagged = Something to look at
photo-back = All photos
photo-previous = Previous ←
photo-next = Next →
photo-zoom = Click or Space changes the size
photo-taken = Taken
photo-taken-unknown = not recorded in the photo
photo-offset-assumed = (offset of the case)
photo-size = Size
photo-position = Position (north, east)
photo-lines = Supports
photo-link = Link to a loss line
example-photo-caption = e.g. gully in the slope, looking west
example-photo-place = e.g. K172+350, left

# Measurement, prices, loss list
measurement-about = Type the expression as it stands on site; the program computes the result
measurement-result = Result
measurement-exact = Exact
measurement-chainage = Chainage length
measurement-used = Used by
example-measurement-item = e.g. lime-soil fill
example-measurement-expression = e.g. 12.50×3.20×0.40×2
prices-about = Every price has one of four bases and its source
example-price-item = e.g. concrete C30
lines-about = Claimed beside assessed; assessed from quantity and price, or as a lump sum
line-quantity = Assessed qty
line-price = Assessed price
line-difference = Assessed less claimed
line-photos = Photos
line-way = How it is assessed
line-sources = Comes from
line-photos-title = Photos that support it
line-photo-link = Link a photo: number, place
line-photo-unlink = Unlink
example-line-item = e.g. left slope

# Adjustment
adjustment-terms = Terms in force
adjustment-terms-change = Change the terms
adjustment-terms-empty = No terms recorded; the defaults apply.
adjustment-no-clause = no clause given
adjustment-steps = Calculation
adjustment-step = Step of the adjustment
adjustment-formula = Formula
adjustment-result = Result
adjustment-clause = Clause
adjustment-subject = About
adjustment-sources = Comes from
adjustment-empty = Once there is an assessed amount, salvage, average, deductible and the payable amount are set out here step by step.
adjustment-empty-example = Begin with a line in the loss list.
adjustment-recovery = Recoveries from third parties
adjustment-recovery-about = Money received from third parties before the settlement
adjustment-settlement = Settlement
adjustment-settlement-about = Say why where it is not the payable amount
example-recovery = e.g. the maker

# Dossier
export-title = Reports and dossier
export-language = Language of the dossier
export-photos = Photos
export-notes = Survey notes
export-lines = Loss lines
export-stops = Until these are settled the report can only be a draft, marked on every page:
export-exporting = Exporting
export-file = File
export-size = Size
export-pages = Pages
export-photos-in = Photos in it
export-missing = Characters without a font
export-show = Open the dossier
seal-signer = Sealed by
seal-time = Time (this laptop's clock)
seal-fingerprint = Certificate fingerprint
seal-known-by = Known by its digest

# Settings
settings-title = Settings
settings-person = Who works here
settings-author = Name
settings-author-hint = Stands with every change in the journal
settings-firm = Firm
settings-firm-hint = For new cases and the dossier
settings-window = Window
settings-language = Language
settings-theme = Theme
settings-text-size = Text size
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-sun = Sunlight
text-size-small = Small
text-size-medium = Medium
text-size-large = Large
example-date = e.g. 2026-11-22
export-author = Name of who seals
export-author-hint = No name yet. It stands in the certificate and in the journal; left empty, “Lisuan” seals.

# Policy page
policy-parts = Parts of the policy
policy-part-schedule = Cover
policy-part-terms = Deductibles, rules
policy-part-costs = Extra costs
policy-part-insurers = Insurers, rates
policy-part-clauses = Clauses
policy-sections = Sections
policy-sections-about = Each section has its own period; handover, testing and maintenance are checked by section
policy-deductibles = Deductibles
policy-deductibles-about = By event, item or peril; where there is none, record one of zero
policy-limits = Limits
policy-limits-about = Any one event, in the aggregate, or of a section or item
policy-reductions = Reductions
policy-reductions-about = Rates taken off one after the other before the deductible, such as a liability rate
policy-extensions = Extensions
policy-extensions-about = Loss lines may fall under an extension and add to its cost; the lowest limit counts
policy-sue-labour = Sue and labour
policy-sue-labour-about = Computed apart from the loss, up to one more sum insured (Insurance Law art. 57)
policy-coinsurers = Co-insurers
policy-coinsurers-about = Shares must add up to 100 %; leave empty for a single insurer
policy-others = Other insurance
policy-others-about = All policies on the same interest; list this one too and mark it
policy-rates = Rates of exchange
policy-rates-about = With date, source and the day in the claim; converted once
policy-clauses = Clauses
policy-clauses-about = The text behind the clause numbers used elsewhere
policy-endorsements = Endorsements
policy-endorsements-about = Only those in force at the loss are applied
example-policy-section = e.g. Unit 1
example-deductible = e.g. other perils
example-policy-limit = e.g. limit any one event
example-reduction = e.g. liability deductible rate
example-extension = e.g. debris removal
example-sue-labour = e.g. emergency rock fill
example-coinsurer = e.g. an insurance company
example-other-policy = e.g. an insurance company
example-policy-clause = e.g. special clause 3
example-endorsement = e.g. endorsement 01
example-scenario = e.g. the insurer's reading
example-position = choose a scenario
example-claim-case-peril = e.g. rainstorm
problem-ratio = Enter a rate such as 15% or 0.15.
problem-integer = Enter a whole number.
line-more = Covered share, VAT, betterment, depreciation, salvage

# Adjustment page
adjustment-parts = Parts of the adjustment
adjustment-part-sheet = Calculation
adjustment-part-scenarios = Scenarios
adjustment-part-ending = Settlement
adjustment-export = Export workbook
adjustment-exported = Workbook exported: { $file }. Cells with a formula: { $live }; figures without one: { $fixed }.
adjustment-rounding = Rounding
adjustment-rounded = half up to { $places } decimals
adjustment-why = Why not known
adjustment-interim = Interim payments
adjustment-interim-about = Paid before the settlement; taken off what is due
command-export-sheet = Export workbook
scenario-list = Scenarios
scenario-list-about = Another reading beside the case: whose, and where it differs
scenario-points = Points of the scenarios
scenario-points-about = Where each scenario differs, with clause or reason; the case itself stays as it is
scenario-beside = Side by side
scenario-figure = Figure
scenario-case = Case
scenario-open = Show the calculation of this scenario
scenario-shown = This is the calculation of the scenario “{ $name }”, not the adjustment of the case.
scenario-back = Back to the case
scenario-no-item = Under no item
scenario-group-item = Insured items
scenario-group-extension = Extensions
scenario-group-sue-labour = Sue and labour
scenario-group-contribution = Shares of the policies
scenario-group-coinsurer = Shares of the co-insurers
scenario-group-line = Loss lines that differ
scenario-alike = { $count } more loss lines are the same in every scenario.
scenario-empty = No scenario yet.
scenario-empty-example = e.g. what comes out if the insurer's 20 % deductible applies and one item is not covered.
adjustment-clause-text = Text of the clause
adjustment-days = { $days } days
adjustment-lines = Steps of the loss lines: { $count }
