# Words of the command line.

cli-about = Lisuan: loss adjusting in the field, offline
cli-about-new = Make a case file, empty or from a sample
cli-about-photo = Photos
cli-about-photo-add = Take photos in (files or folders), originals byte for byte
cli-about-photo-list = List photos: time, position, oddities, near duplicates
cli-about-note = Survey notes
cli-about-note-add = Record a survey note
cli-about-adjust = Show the adjustment, step by step
cli-about-check = Check a case: hashes of originals, journal against tables, findings
cli-about-dossier = Export and seal the PDF dossier
cli-about-boq = Read a contract bill of quantities (XLSX, XLS, ODS, CSV); with a case, take its unit prices in
cli-about-verify = Tell whether a dossier is exactly as sealed

cli-arg-json = Write the result as one JSON object to standard output
cli-arg-lang = Language of words, sample and dossier: zh-CN or en
cli-arg-help = Show how it is used
cli-arg-version = Show the version
cli-arg-case = Case file (.lisuan)
cli-arg-new-case = Case file to make (.lisuan); must not exist
cli-arg-sample = Sample: power-plant or embankment
cli-arg-paths = Photo files or folders
cli-arg-text = Text of the note
cli-arg-place = Place the note is about
cli-arg-boq-first = the bill, or the case when a bill follows
cli-arg-boq-second = the bill to take into the case
cli-arg-choices = choices of sheets, header, columns and encoding as a JSON file
cli-arg-out = PDF file to write
cli-arg-pdf = PDF file to verify

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

error-usage = The command is not written rightly: { $reason }
error-usage-safe = Nothing was done.
error-usage-do = Run lisuan --help to see how it is used.
cli-usage-missing = { $argument } is missing
cli-usage-unknown = { $argument } is not known
cli-usage-value = { $argument } cannot be “{ $value }”
cli-usage-command = no command was given
cli-usage-other = { $argument }

cli-new = Case made: { $file }
cli-new-sample = Sample case made: { $file } (photos: { $photos }, notes: { $notes })

cli-photo-summary = added { $added }, duplicates { $duplicates }, flagged { $flagged }, refused { $refused }
cli-photo-cancelled = Stopped as asked; the photos counted above are saved.
cli-photo-duplicate = duplicate
cli-photo-flagged = added
cli-photo-refused = refused
cli-photo-count = photos: { $count }
cli-photo-zone = { $moment } (offset of the case)
cli-photo-no-offset = { $reading } (offset not known)
cli-photo-near = nearly the same as { $numbers }
cli-photo-near-groups = Groups of near duplicates: { $count }. See whether they were taken or used twice.
cli-photo-datum = Positions are in WGS-84.
cli-column-taken = Taken
cli-column-position = Position (north, east)
cli-column-status = Status
cli-column-file = File
cli-column-number = Number
cli-column-remark = Remark

cli-note-added = Survey note recorded ({ $at })

cli-column-figure = Figure
cli-column-case = Case
cli-no-item = under no item
cli-column-step = Step
cli-column-subject = Subject
cli-column-formula = Formula
cli-column-result = Result
cli-column-clause = Clause
cli-figures = Figures ({ $currency })
cli-claimed = Claimed
cli-assessed = Assessed
cli-salvage = Salvage
cli-deductible = Deductible
cli-recovered = Recovered
cli-balance = Balance
cli-payable = Adjusted payable
cli-payable-words = In words
cli-settled = Settled
cli-unknown = not known yet
cli-no-steps = There is no loss line to adjust yet.

cli-findings = Findings ({ $count })
cli-no-findings = No findings.
cli-column-level = Level
cli-column-check = Check
cli-column-finding = Finding and remedy

cli-check-counts = operations { $operations }, records { $records }, originals { $originals } ({ $bytes } bytes)
cli-check-whole = The case is whole: hashes of originals, journal and tables agree.
cli-check-broken = The case does not agree with itself, in so many places: { $count }
cli-check-compared = Compared with other cases on this laptop: { $count }.
cli-check-not-compared = Not read (encrypted or damaged) and so not compared: { $count }.
cli-check-stopped = The check was stopped before all originals were read.
mismatch-database = Database page: { $subject }
mismatch-chain = Chain of digests of the journal: step { $subject }
mismatch-journal = The journal does not follow on: step { $subject }
mismatch-record = Record and journal differ: { $subject }
mismatch-original = Bytes of an original changed: { $subject }
mismatch-missing-original = An original is missing: { $subject }

cli-dossier = Dossier exported: { $file } (pages: { $pages }, photos: { $photos }, bytes: { $bytes })
cli-dossier-missing-characters = The fonts lack these characters; the dossier lists them: { $characters }
cli-signer = Sealed by: { $signer }
cli-fingerprint = Fingerprint of the certificate: { $fingerprint }
cli-claimed-time = Sealed at (as the computer claimed): { $time }
cli-digest = Digest of the seal: { $digest }
cli-read-only = This case is open for reading only: { $why }
cli-read-only-open-elsewhere = another program has it open
cli-read-only-no-permission = the file or folder cannot be written

cli-progress-add-photos = Taking photos in
cli-progress-export-dossier = Exporting
cli-progress-check = Reading originals
