# What the checks found: finding-<number> says what, finding-<number>-do says what to do about it.

finding-POL-01 = The date of loss { $loss } is outside the policy period { $from } to { $to }.
finding-POL-01-do = Check the date of loss against the policy; if an endorsement extends the period, correct the period and cite it.
finding-POL-02 =
    { $edge ->
        [inception] Days from inception of cover to the loss: { $days }.
       *[expiry] Days from the loss to expiry of cover: { $days }.
    }
finding-POL-02-do = Collect independent proof of the time of the loss and record how it was verified.
finding-POL-03 = The property was handed over, taken over or in use on { $handover }, before the loss on { $loss }.
finding-POL-03-do = Read the partial handover clause; record both parties' readings of it side by side with their papers, and state the view on liability.

finding-QTY-01 = The quantity expression does not read at character { $at }.
finding-QTY-01-do = Correct the expression there; what was typed is kept.
finding-QTY-02 = The stated quantity { $stated } is not what the expression gives, { $computed }.
finding-QTY-02-do = Look at the original sheet to see whether the expression or the figure is wrong, and note which one stands.
finding-QTY-03 = “{ $item }”: the claimed quantity { $claimed } is more than the jointly measured { $measured }.
finding-QTY-03-do = Use the joint measurement, or ask the claimant to support the excess.
finding-QTY-06 = The stated length { $stated } m is not the distance between the chainages, { $computed } m.
finding-QTY-06-do = Check both chainages; if only part of the stretch is counted, say so in the remark.
finding-QTY-07 = “{ $item }”: the unit of the quantity, { $unit }, is not the unit of the price, { $other }.
finding-QTY-07-do = Bring both to one unit, or choose a price in the same unit.

finding-PRC-02 = “{ $item }” has no unit price with a basis.
finding-PRC-02-do = State the basis of the price: contract BOQ, quota, market or negotiated, and where it is from.

finding-PHO-01 = Photo { $number } was taken on { $taken }, before the loss on { $loss }.
finding-PHO-01-do = Check the camera's clock; if it was taken before the loss, say in the caption that it shows the state before.
finding-PHO-02 = Photo { $number } has no usable capture time, or software edited it.
finding-PHO-02-do = Ask the photographer for the file as the camera wrote it, or support time and place with the survey record.
finding-PHO-05 = “{ $item }” has no photo.
finding-PHO-05-do = Link the photos that show this damage, or say in the remark why there are none.

finding-ARI-01 = “{ $item }”: the claimed amount { $claimed } is not claimed quantity times price, { $computed }.
finding-ARI-01-do = Check quantity, price and amount of the claim; correct the entry or ask the claimant.
finding-ARI-05 = The shares do not add up to the whole.
finding-ARI-05-do = Check each party's share so that they add up to the whole amount.
finding-ARI-06 = Amounts are in { $currency } and { $other }, and no exchange rate is recorded.
finding-ARI-06-do = Record the agreed rate, its date and its source; until then amounts of the two currencies are not compared.
finding-ARI-07 = “{ $item }”: { $assessed } is assessed but only { $claimed } is claimed, without a reason.
finding-ARI-07-do = Give the reason in the remark, or correct the amount.

finding-ADJ-01 = The payment is more than the sum insured or a limit.
finding-ADJ-01-do = Cap it at the sum insured or the limit that applies, and cite the clause.
finding-ADJ-02 = “{ $item }” is subject to average but has no insurable value.
finding-ADJ-02-do = Enter the insurable value at the loss and its basis; if the policy waives average, cite the clause.
finding-ADJ-04 = “{ $item }”: the sum insured is more than the insurable value; the ratio is taken as 1.
finding-ADJ-04-do = Check both figures; what exceeds the insurable value is void (Insurance Law, Art. 55).
finding-ADJ-05 = The rule or the base of the deductible has not been chosen.
finding-ADJ-05-do = Enter the rule and the base as the policy has them, with the clause.
finding-ADJ-06 = The term { $term } has no clause; its default is used.
finding-ADJ-06-do = Cite the clause; where there is none, say why the default applies.
finding-ADJ-07 = The salvage does not fit the loss: more than thirty per cent of it, or none for equipment that is a total loss.
finding-ADJ-07-do = Record how the salvage was valued and what becomes of it.
finding-ADJ-09 = The settlement { $settled } is not the result of the adjustment, { $payable }, and no reason is given.
finding-ADJ-09-do = If it is a compromise, ex gratia or another settlement, choose its kind and give the reason.
finding-ADJ-10 = Recovery and payment together are more than the loss.
finding-ADJ-10-do = Check how the recovery is deducted, so that the insured receives no more than the loss.
finding-ADJ-11 = Interim payments are more than the result of the adjustment.
finding-ADJ-11-do = Check the interim payments and agree how the excess is returned.
