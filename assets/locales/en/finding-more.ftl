# What the numbered checks found, beside finding.ftl and its neighbours: what, and what to do.

finding-POL-04 =
    { $why ->
        [maintenance] The loss fell into the maintenance period of “{ $name }”, and no coverage test says it is covered.
       *[testing] The loss fell into the testing of “{ $name }”, and no coverage test says it is covered.
    }
finding-POL-04-do = Read the testing or maintenance cover and record the coverage test with its result.
finding-POL-06 = No paper shows the insurable interest of the insured.
finding-POL-06-do = Collect title, contract or register (Insurance Law art. 48).
finding-POL-07 =
    { $why ->
        [clause] Clause { $number } stands in two wordings.
       *[endorsement] Endorsement { $number } and another of the same day give different sums insured.
    }
finding-POL-07-do = Decide which prevails by Interpretation II art. 14; remove the other or say why it stays.
finding-POL-10 =
    { $why ->
        [late] The premium was paid after the loss, and cover depends on it.
       *[unpaid] Cover depends on the premium, and no payment is on record.
    }
finding-POL-10-do = Check the premium clause and the proof of payment; unpaid, there is no cover to adjust under.
finding-POL-12 =
    { $why ->
        [exclusion] A coverage test finds an exclusion met: { $question }
        [extension] A coverage test finds a needed extension not met: { $question }
       *[insuring] A coverage test finds the insuring clause not met: { $question }
    }
finding-POL-12-do = Say which lines this concerns and set their coverage accordingly, or give the reason.
finding-POL-13 = “{ $name }”: { $open } m stood open at the loss, { $declared } m are allowed.
finding-POL-13-do = Check diary and special condition; decide how the excess is treated.
finding-TIM-01 = The first notice came { $days } days after the loss.
finding-TIM-01-do = Find out why, and which part could not be established because of it (Insurance Law art. 21).
finding-TIM-02 =
    { $why ->
        [survey] The survey is dated before the loss.
       *[report] The report was sealed before the first survey.
    }
finding-TIM-02-do = Check the dates and correct them.
finding-TIM-03 = Papers date the loss from { $from } to { $to }.
finding-TIM-03-do = Find out which is right and record on what it rests.
finding-TIM-04 =
    { $why ->
        [absent] A loss by weather, and no weather record.
       *[differs] The weather record is of other days than the loss.
    }
finding-TIM-04-do = Obtain the record of those days from the weather or water authority.
finding-TIM-05 =
    { $why ->
        [before] Paper { $number } proves repair and is dated before the loss.
       *[after] Delivery note { $number } is later than the end of the repair.
    }
finding-TIM-05-do = Check the paper against the line it is to prove.
finding-TIM-06 = Contract { $number } was made after the loss.
finding-TIM-06-do = Find out what was agreed at the loss and obtain that contract.
finding-TIM-07 = “{ $item }” was repaired before the first survey, and no photo shows it.
finding-TIM-07-do = Obtain photos, video or witnesses from before the repair.
finding-TIM-08 =
    { $clock ->
        [t01a] The term for the notice of loss (policy)
        [t03] The 30 days for the assessment
        [t04] The 10 days for payment
        [t06] The 3 days for the notice of refusal
        [t07] The 60 days for the advance
        [t09] The limitation of the liability claim (two years)
       *[t08] The 2 years of limitation
    } { $why ->
        [late] ended
       *[near] end soon:
    } { $last }.
finding-TIM-08-do = Act in time; where it is late, say why and what follows.
finding-TIM-09 = Two losses are { $hours } hours apart.
finding-TIM-09-do = Decide by the clause whether it is one event or two; deductibles follow.
finding-TIM-10 = The quote is { $days } days older than the loss.
finding-TIM-10-do = Ask again, or say why the price still holds.
finding-LOC-02 = “{ $item }”: the chainage reaches beyond its section.
finding-LOC-02-do = Check chainage and section; take off what lies outside the cover.
finding-LOC-03 = “{ $item }”: the claimed length { $claimed } is more than 1% off the distance { $distance }.
finding-LOC-03-do = Check both chainages and the quantity.
finding-LOC-04 = Lines without a location: { $count }; the first is “{ $item }”.
finding-LOC-04-do = Enter axis, floor or chainage, or choose the damaged place.
finding-LOC-05 = The loss was at “{ $loss }”, the policy names “{ $policy }”.
finding-LOC-05-do = Check whether it lies within the site of the policy.
finding-PHO-08 = No photo is said to show the number plate or the VIN.
finding-PHO-08-do = Take one, or say in a caption which photo shows it.
finding-PHO-09 = Photo { $number } has only { $width } × { $height } pixels.
finding-PHO-09-do = Obtain the file as the camera wrote it.
finding-PHO-11 = The original of photo { $number } is not what came in, or is gone.
finding-PHO-11-do = Get the original back from a backup or from whoever handed it in.
finding-QTY-05 = “{ $item }”: { $assessed } are assessed, the progress certificate has { $built }.
finding-QTY-05-do = Keep to what was built, or prove that more was.
finding-QTY-11 = “{ $item }”: measured { $measured }, the drawing has { $drawn }.
finding-QTY-11-do = Cite the variation for what exceeds the drawing, or count the drawing.
finding-QTY-12 = { $steel } kg of steel to { $concrete } m³ of concrete is out of the usual range.
finding-QTY-12-do = Check expressions and units of both.
finding-QTY-13 = “{ $item }” has an opening on the drawing and no deduction.
finding-QTY-13-do = Enter the deduction, or say why the rules do not ask for it.
finding-QTY-16 = “{ $item }”: { $measured } are counted, only { $there } were there.
finding-QTY-16-do = Keep to what was there, or correct it.
finding-PRC-07 = “{ $item }” is better than what was there, and no betterment is taken off.
finding-PRC-07-do = Price the original specification, or enter the betterment.
finding-PRC-09 =
    { $why ->
        [twice] The invoice number of { $number } stands on another paper too.
        [form] The invoice number of { $number } has neither 8 nor 20 digits.
       *[buyer] Invoice { $number } is made out to someone else than the insured.
    }
finding-PRC-09-do = Verify it with the tax authority and ask whoever handed it in.
finding-PRC-10 = Contract { $number } is over { $amount }, its invoices come to { $sum }.
finding-PRC-10-do = Explain the difference: not invoiced yet, varied, or twice.
finding-PRC-11 = “{ $item }”: { $counted } are counted, people and days allow { $most }.
finding-PRC-11-do = Check the attendance record.
finding-PRC-12 = “{ $item }” has no order to stop and no attendance record.
finding-PRC-12-do = Obtain order, minutes or attendance and link them to the line.
finding-PRC-13 = “{ $supplier }”, who quotes, belongs to the insured.
finding-PRC-13-do = Ask others for a quote.
finding-PRC-14 = “{ $item }” has no normal cost beside it.
finding-PRC-14-do = Enter what it would have cost normally; only the difference is extra.
finding-DOC-01 = Papers the checklist requires and that are missing: { $count }.
finding-DOC-01-do = See the checklist and ask for all of them in one request (Insurance Law art. 22).
finding-DOC-03 =
    { $why ->
        [paper] Paper { $number } had run out before the loss.
       *[expert] The accreditation of “{ $number }” had run out when engaged.
    }
finding-DOC-03-do = Obtain a valid one, or engage another.
finding-DOC-07 =
    { $why ->
        [day] Paper { $number } dates the loss { $cited }, the case { $case }.
       *[amount] Paper { $number } claims { $cited }, the case has { $case }.
    }
finding-DOC-07-do = Find out which is right; correct it or say why.
finding-DOC-08 = Papers were asked for { $count } times.
finding-DOC-08-do = Insurance Law art. 22 asks for one request; say why there were more.
finding-DOC-10 = Only statements of a party support “{ $item }”.
finding-DOC-10-do = Add photos, measurement or papers of others (Evidence Rules art. 90).
finding-DOC-11 = All papers of “{ $item }” are by “{ $author }”.
finding-DOC-11-do = Obtain something by another hand.
finding-DOC-12 = A broker acts for the insured without a letter of authority.
finding-DOC-12-do = Obtain the letter and take it in.
finding-ARI-02 = The lines claim { $sum }, the claim form { $total }.
finding-ARI-02-do = Go through the lines for what is missing or twice.
finding-ARI-03 = No amount in the conclusion is what the adjustment comes to, { $payable }.
finding-ARI-03-do = Correct the amount in the conclusion.
finding-ARI-04 = The words of paper { $number } are not its digits, which read “{ $words }”.
finding-ARI-04-do = Ask whoever issued it.
finding-ARI-08 =
    { $why ->
        [cost] “{ $item }” has a cost in one sum and loss lines as well; both are counted.
       *[items] “{ $item }” at one place stands under two insured items.
    }
finding-ARI-08-do =
    { $why ->
        [cost] Keep one: where there are lines, empty the sum.
       *[items] Keep one, or divide it.
    }
finding-GOV-01 =
    { $count ->
        [0] Nobody is recorded as handling the case.
       *[other] Adjusters who handle the case: { $count }.
    }
finding-GOV-01-do = At least two adjusters handle a case.
finding-GOV-02 = The licence of “{ $name }” ran out on { $until }.
finding-GOV-02-do = Enter the renewed licence, or another person.
finding-GOV-03 = There is no signed statement on conflicts of interest.
finding-GOV-03-do = Sign one and enter the day.
finding-GOV-04 = “{ $name }” both handles and reviews.
finding-GOV-04-do = Let someone else review.
finding-GOV-05 =
    { $why ->
        [unsealed] The final report has no seal.
       *[signatures] The final report has fewer than two signatories.
    }
finding-GOV-05-do = Complete the signatures and issue it again.
finding-GOV-06 = “{ $who }” may approve { $limit } and approved { $amount }.
finding-GOV-06-do = Have it approved by someone whose limit allows it.
finding-GOV-07 = The case was changed after report { $number } was sealed.
finding-GOV-07-do = Issue a corrected report (R) that says what changed.
finding-GOV-08 = The work log is silent for { $days } days.
finding-GOV-08-do = Enter what was done, or say why nothing was.
finding-GOV-09 = Nothing shows that the insured was told to prevent and reduce loss.
finding-GOV-09-do = Enter when, to whom and what was advised (Insurance Law art. 57).
finding-GOV-10 =
    { $why ->
        [destroyed] The file was destroyed on { $destroyed }, before its retention ends on { $until }.
       *[open] The case is closed without archive class or retention.
    }
finding-GOV-10-do =
    { $why ->
        [destroyed] Find out who decided that and say so here; a file may not be destroyed before its time (Asset Appraisal Law art. 29).
       *[open] Choose class and years.
    }
finding-REC-01 = “{ $name }” was not notified.
finding-REC-01-do = Send the notice and enter when it arrived.
finding-REC-02 = Recourse against “{ $name }” is waived.
finding-REC-02-do = Check when it was agreed and whether the insurer knew (art. 61, Interpretation IV art. 9).
finding-REC-03 = There was a settlement with “{ $name }” on { $on }, before payment.
finding-REC-03-do = Take it off the indemnity, or say why not.
finding-REC-04 = Paid, with a third party, and no subrogation receipt.
finding-REC-04-do = Obtain the receipt.
finding-REC-05 = There are recoveries, and no method of sharing them is chosen.
finding-REC-05-do = Choose the method and cite the clause.
finding-REC-06 =
    { $why ->
        [late] The limitation against “{ $name }” ended on { $last }.
       *[near] The limitation against “{ $name }” ends on { $last }.
    }
finding-REC-06-do = Act in time, or hold proof that it was interrupted.
finding-REC-07 = The warranty of “{ $name }” runs to { $until }; the loss fell into it.
finding-REC-07-do = Claim under the warranty first.
finding-FRD-01 =
    { $why ->
        [vin] VIN { $number } stands twice.
       *[part] Part number { $number } stands twice.
    }
finding-FRD-01-do = Check whether it is the same vehicle or part.
finding-FRD-02 = Assessed amounts just under the approval limit: { $count }.
finding-FRD-02-do = Look at what these prices rest on.
finding-FRD-03 = Whole thousands among { $all } claimed amounts: { $count }.
finding-FRD-03-do = Ask what the figures rest on.
finding-FRD-04 = The first digits of { $all } claimed amounts are unusual.
finding-FRD-04-do = A hint only; check some papers.
finding-FRD-05 = The statement is not what was signed.
finding-FRD-05-do = Find out who changed it, when and why.
finding-FRD-06 = Endorsement { $number } raised the sum insured { $days } days before the loss.
finding-FRD-06-do = Find out why, and what was there then.
finding-FRD-07 = Invoice number { $number } follows that of another supplier.
finding-FRD-07-do = Verify both invoices with the tax authority.
finding-MOT-01 =
    { $why ->
        [form] The VIN of “{ $plate }” does not have 17 characters, or has letters that none has.
       *[digit] The check digit of the VIN of “{ $plate }” does not agree.
    }
finding-MOT-01-do = Compare with photo and licence; some makers use no check digit.
finding-MOT-02 = A licence of class { $held } does not cover “{ $plate }”, which needs { $needed }.
finding-MOT-02-do = Check licence and vehicle; if excluded, record the coverage test.
finding-MOT-03 = “{ $plate }”: the driver had { $found } mg of alcohol in 100 ml.
finding-MOT-03-do = Check the report and the exclusion.
finding-MOT-04 =
    { $why ->
        [registered] “{ $plate }” was first registered after the loss.
       *[mileage] The mileage of “{ $plate }” does not fit its age.
    }
finding-MOT-04-do = Check the registration and the photo of the odometer.
finding-MOT-05 = “{ $item }” at { $price } is above the catalogue price { $listed }.
finding-MOT-05-do = Use the catalogue price, or say why not.
finding-MOT-06 = “{ $plate }”: { $painted } panels painted, { $damaged } damaged.
finding-MOT-06-do = Count the damaged ones.
finding-MOT-07 = “{ $plate }” is a total loss without salvage.
finding-MOT-07-do = Find the salvage by bids.
finding-MOT-08 = “{ $plate }”: the estimate { $estimate } is above the actual value { $value }.
finding-MOT-08-do = Compare with a constructive total loss and decide.
finding-MOT-09 = The shares of fault add up to { $sum }.
finding-MOT-09-do = Check the accident report so that they add up to one.
finding-ANS-01 =
    { $why ->
        [reason] The answer to { $check } gives no reason.
        [answered_by] The waiver of { $check } does not say who asks for it.
        [supervisor] The waiver of { $check } has no supervisor.
       *[same] The waiver of { $check } is granted by the one who asks for it.
    }
finding-ANS-01-do = Complete it; what blocks is waived by a supervisor who is someone else.
finding-ANS-02 = What was answered, { $check }, is no longer found.
finding-ANS-02-do = Keep it for the record, or delete it.
