# Site capture: similar photos, the watched folder, links, signed statements, checks of photos
kind-photo-link = Photo link
field-photo-link-photo = Photo
field-photo-link-note = Survey note
field-photo-link-measurement = Quantity
field-photo-link-document = Supporting paper
field-photo-altitude = Altitude (m)
field-photo-subsecond = Subsecond
field-photo-companions = Files of the same name
field-damage-place-latitude = North
field-damage-place-longitude = East
field-claim-case-site-latitude = Site, north
field-claim-case-site-longitude = Site, east
field-claim-case-photo-distance-km = Allowed, km

op-add-photo-link = Link photo
op-change-photo-link = Change photo link
op-delete-photo-link = Unlink photo
op-sign-statement = Sign statement
op-place-from-photo = Locate damaged place by photo

photos-filter-similar = Similar photos
photo-similar = { $count } alike
photo-similar-title = Shows nearly the same as { $count } other photos
photo-similar-of = Similar photos
photo-similar-about = They show nearly the same: a burst, or one picture used twice? Nothing is ever dropped.
photo-beside = Beside it: { $files } (not taken in)
photo-beside-live = LIVE
photo-beside-raw = RAW
photo-withheld = Covered in part: the dossier holds a covered copy only; the original stays in the case
photo-in-dossier = Dossier
photo-altitude = { $metres } m
photo-place-here = Take as position of “{ $place }”
photo-site-here = Take as position of the site
site-position = Position of the site
site-position-about = Photos taken farther than allowed (2 km unless set) from the site or their damaged place are pointed out. WGS-84.

waiting-watch = Watch folder
waiting-watch-title = Watch a card or folder and add only what is new
waiting-looking = Looking at “{ $folder }”…
waiting-none = Nothing new in “{ $folder }”
waiting-new = “{ $folder }” has { $count } new photos
waiting-away = “{ $folder }” does not answer; card pulled out?
waiting-away-new = “{ $folder }” does not answer; card pulled out? { $count } not in yet, put it back
waiting-add = Add only what is new
waiting-stop = Stop watching
waiting-left = { $count } files are not in yet
waiting-go-on = Go on
waiting-forget = Give up
command-watch-folder = Watch folder or card
photos-stopped = Not everything came in:
photos-left = { $count } files are not in yet; the list is kept, go on at any time.
photos-equals = { $file } = { $number }
photos-reason = { $count } × { $reason }: { $files }

link-photos = Link to…
link-title = Link { $count } photos to
link-title-one = Link photo { $number } to
link-example = Type a name, place or pinyin initials
link-none = Nothing to link to
link-on = linked
link-drop = Drop on what it belongs to
link-drop-more = { $count } more: press L to find
link-off = Unlink { $name }
linked-photos = Photos
linked-none = Select photos in the survey, then drag them or press L
photo-links = Linked to
keys-photo-link-drag = Drag photos onto a line, quantity, place, note or paper to link them

sign-statement = Sign statement
sign-statement-title = Statement: sign
sign-statement-keep = Sign statement
statement-signatures = Signatures
statement-unsigned = Not signed yet

finding-PHO-03 = { $why ->
        [same] Photos { $number } and { $other } are the same picture, used for “{ $line }” and “{ $second }”.
        [near] Photos { $number } and { $other } show nearly the same and are used for “{ $line }” and “{ $second }”.
        [elsewhere] The original of photo { $number } is in other cases on this laptop too ({ $count }): { $cases }.
        [elsewhere-near] Photo { $number } is nearly the same as one in other cases on this laptop ({ $count }): { $cases }.
       *[one] Photo { $number } is used for “{ $line }” and for “{ $second }”.
    }
finding-PHO-03-do = { $why ->
        [elsewhere] Find out which accident it shows and set it aside where it does not belong; if both cases are of one accident, say so.
        [elsewhere-near] Find out which accident it shows and set it aside where it does not belong; if both cases are of one accident, say so.
       *[other] Make sure that both losses are in the picture; else give each its own photo. Mark overviews as such.
    }
finding-PHO-04 = Photo { $number } ({ $file }) was taken before { $other } ({ $before }), which has the lower number; { $count } such places.
finding-PHO-04-do = Was the clock changed, a file renamed or put in later? Say so in the survey record.
finding-PHO-07 = A size is taken from close-up { $number }, which has no scale.
finding-PHO-07-do = Mark a known length on it or name the scale in the caption; else take a close-up with a scale.
finding-PHO-10 = The thumbnail in photo { $number } shows another picture.
finding-PHO-10-do = Ask for the file as the camera wrote it; if it was only turned or cropped, say so in the caption.
finding-PHO-12 = Nobody compared the clock of { $camera } ({ $count } photos from { $number }).
finding-PHO-12-do = Photograph a clock with this camera and enter the true time under “Clocks”.
finding-PHO-13 = The camera of photo { $number }, { $camera } (serial number { $serial }), is in cases of other insured on this laptop too ({ $count }): { $cases }.
finding-PHO-13-do = Ask whose camera it is: say so if it is the surveyor's; where different insured gave the photos, check where they come from.
finding-LOC-01 = { $why ->
        [place] Photo { $number } was taken { $away } km from “{ $place }”, more than { $allowed } km.
       *[site] Photo { $number } was taken { $away } km from the site, more than { $allowed } km.
    }
finding-LOC-01-do = Does it belong to this case? Else correct the position of site or place; if the fix was bad, say so in the caption.

dossier-note-photos = Photos { $numbers }

cli-arg-photo-new = Takes in only what the case has not; what was deleted stays out
cli-photo-known = { $count } files are in the case already and were passed over
