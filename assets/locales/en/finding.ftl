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
finding-POL-05 =
    { $why ->
        [no-extension] A loss line belongs to an extension or mitigation cost that is not recorded.
       *[no-item] A loss line belongs to no insured item.
    }
finding-POL-05-do = Assign the line to an insured item of the policy; if it belongs to none, say why it is not covered.
finding-POL-08 = There is no proof that this exclusion, deductible or average term was explained to the insured.
finding-POL-08-do = Look for the signed proposal or notice; without proof the term may not bind (Insurance Law art. 17, Interpretation II art. 9): show both results side by side.
finding-POL-09 =
    { $why ->
        [later] Endorsement { $number } counts from { $from }, after the loss on { $loss }; it is not applied.
       *[no-date] Endorsement { $number } or the loss has no date; the endorsement is not applied.
    }
finding-POL-09-do = Check from which day the endorsement counts; if it was in force at the loss, correct the date and keep the original.
finding-POL-11 =
    { $why ->
        [own-policy-not-marked] There is double insurance, but this policy is not marked among the others.
        [untreated] There is another policy, and nothing is said of this one beside it: the result is not shared.
       *[no-sum-insured] There is double insurance, and one of the policies has no sum insured to share by.
    }
finding-POL-11-do = Find out insurer, sum insured and clause of each policy, mark this one, and share by the agreed method (Insurance Law, Art. 56).

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

finding-PHO-01 =
    { $why ->
        [after] Photo { $number } was taken on { $taken }, after the report of { $day }.
       *[before] Photo { $number } was taken on { $taken }, before the loss on { $day }.
    }
finding-PHO-01-do =
    { $why ->
        [after] Check the camera's clock; what was taken later is no evidence of that report, or calls for a correction.
       *[before] Check the camera's clock; if it was taken before the loss, say in the caption that it shows the state before.
    }
finding-PHO-02 = Photo { $number } has no usable capture time, or software edited it.
finding-PHO-02-do = Ask the photographer for the file as the camera wrote it, or support time and place with the survey record.
finding-PHO-05 = “{ $item }” has no photo.
finding-PHO-05-do = Link the photos that show this damage, or explain here why there are none.
finding-PHO-06 = “{ $place }” has close-ups ({ $count }, from photo { $number }) but no overview of the same place.
finding-PHO-06-do = Take or name the overview of this place; if that is no longer possible, say in the survey record where exactly the close-up was taken.

finding-ARI-01 =
    { $why ->
        [no-quantity] A loss line has neither a quantity nor a lump sum, so it has no assessed amount.
        [no-price] A loss line has a quantity but no price, so it has no assessed amount.
        [no-cost] The cost under an extension has no amount.
        [differs] The stated amount is not quantity times price.
       *[other] “{ $item }”: the claimed amount { $claimed } is not claimed quantity times price, { $computed }.
    }
finding-ARI-01-do = Check quantity, price and amount: enter what is missing, correct what differs, or ask the claimant.
finding-ARI-05 = The shares of the coinsurers do not add up to 100 per cent.
finding-ARI-05-do = Check each coinsurer’s share so that together they are 100 per cent.
finding-ARI-06 =
    { $why ->
        [no-rate] An amount is in { $currency }, and no rate to { $other } is recorded.
        [no-rate-on-day] An amount is in { $currency }, and the rate to { $other } is not recorded for the { $day ->
            [cost_date] day the cost was paid
            [agreement_date] day of the agreement
            [payment_date] day of payment
           *[loss_date] day of the loss
        }.
        [two-rates] Two different rates are recorded for { $currency } and { $other } on the { $day ->
            [cost_date] day the cost was paid
            [agreement_date] day of the agreement
            [payment_date] day of payment
           *[loss_date] day of the loss
        }.
       *[other] The currency { $currency } is not known; { $other } is used for now.
    }
finding-ARI-06-do = Record the agreed rate, its date and its source; until then amounts of different currencies are not compared.
finding-ARI-07 =
    { $why ->
        [above-claim] More is assessed than claimed, without a reason.
       *[other] “{ $item }”: { $assessed } is assessed but only { $claimed } is claimed, without a reason.
    }
finding-ARI-07-do = Give the reason in the remark, or correct the amount.

finding-ADJ-01 =
    { $why ->
        [above-sum-insured] The payment is more than the sum insured.
        [above-limit] The payment is more than what is left of a limit.
        [no-sum-insured] There is no sum insured, so the upper limit of the payment is not known.
        [limit-without-amount] A limit has no amount.
        [paid-above] What was paid, { $paid }, is more than is to be paid, { $due }.
       *[groups-overlap] Two group limits name the same insured item.
    }
finding-ADJ-01-do = Cap the payment at the sum insured or the limit that applies, enter what is missing, and cite the clause.
finding-ADJ-02 =
    { $why ->
        [no-sum-insured] Average applies, but the insured item has no sum insured.
        [value-not-positive] Average applies, but the insurable value is not above zero.
        [no-coinsurance-percentage] Average is on an agreed percentage, which is not recorded.
        [no-single-ratio] Average applies, but it cannot be told which item’s ratio to use.
       *[no-value] Average applies, but the insured item has no insurable value.
    }
finding-ADJ-02-do = Enter sum insured and insurable value at the loss with their basis; if the policy waives average, cite the clause.
finding-ADJ-03 = Of sum insured and insurable value, one includes tax and the other does not.
finding-ADJ-03-do = Bring both to the same basis before the ratio is computed.
finding-ADJ-04 = A ratio, rate or share is not between 0 and 100 per cent.
finding-ADJ-04-do = Check where the figure is from and correct it.
finding-ADJ-05 =
    { $why ->
        [not-recorded] No deductible is recorded, not even that there is none.
        [several] More than one deductible is recorded, and it cannot be told which applies.
        [rule-not-chosen] The deductible has an amount and a rate, and no rule between them was chosen.
        [base-not-chosen] The deductible has a rate, and its base was not chosen.
        [negative] The amount or rate of the deductible is negative.
        [no-amount] The deductible lacks the amount that its rule asks for.
        [no-rate] The deductible lacks the rate that its rule asks for.
        [no-days] The deductible lacks the waiting period that its rule asks for.
        [no-period] The deductible has a waiting period, and the days of interruption are not recorded.
        [peril-unknown] The deductible depends on the peril, and the peril of the loss is not recorded.
        [none-for-peril] Deductibles are recorded for other perils only, none for the peril of the loss.
       *[other] The value “{ $value }” of the term “{ $term }” cannot be read.
    }
finding-ADJ-05-do =
    { $why ->
        [unread] Correct the value as the manual writes it.
        [clock] Write days, or 2m (months), 2y (years), of a clock that has a term, such as clock.T03.
       *[other] Enter amount, rate, rule and base as the policy has them, with the clause; record it also if there is none.
    }
finding-ADJ-06 =
    { $why ->
        [no-clause] The term “{ $switch }” is set to “{ $value }” without a clause.
       *[default] The term “{ $switch }” was not chosen; its default “{ $value }” is used.
    }
finding-ADJ-06-do = Cite the clause; where there is none, say why this value applies.
finding-ADJ-07 =
    { $why ->
        [none-on-total-loss] A total loss has no salvage.
       *[above-30-percent] The salvage is more than thirty per cent of the loss.
    }
finding-ADJ-07-do = Record how the salvage was valued and what becomes of it.
finding-ADJ-08 = A cost under an extension is counted although there is no adjusted loss.
finding-ADJ-08-do = Check whether the extension asks for an adjusted loss, and cite the clause.
finding-ADJ-09 =
    { $why ->
        [no-reason] A compromise or ex gratia settlement has no reason.
        [no-amount] The settlement has no amount.
        [no-formula-result] The settlement is by formula, but the adjustment has no result yet.
        [nil-with-amount] The settlement is nil but has an amount.
        [refusal-with-amount] The settlement is a refusal but has an amount.
       *[differs-from-formula] The settlement is not the result of the adjustment.
    }
finding-ADJ-09-do = Check the amount and the kind of settlement; where it is not the result of the formula, choose its kind and give the reason.
finding-ADJ-10 =
    { $why ->
        [no-amount] A recovery has no amount.
       *[above-loss] Recovery and payment together are more than the loss.
    }
finding-ADJ-10-do = Check the amount of the recovery and how it is deducted, so that the insured receives no more than the loss.
finding-ADJ-11 =
    { $why ->
        [no-amount] An interim payment has no amount.
        [above-formula] The payment on account is more than the result of the adjustment.
       *[above-result] The interim payments together are more than the result of the adjustment.
    }
finding-ADJ-11-do = Check the interim payments and agree how the excess is returned.
finding-ADJ-12 = There was an earlier payment on the insured item and its sum insured was not reinstated.
finding-ADJ-12-do = Use the remaining sum insured as the limit; if it was reinstated, add the endorsement.
finding-ADJ-13 =
    { $why ->
        [above-sum-insured] The sue and labour costs are more than the sum insured.
       *[no-single-ratio] Average applies to the sue and labour costs, but it cannot be told which item’s ratio to use.
    }
finding-ADJ-13-do = These costs are paid beside the indemnity, up to one sum insured (Insurance Law, Art. 57); say which insured item they saved.
finding-ADJ-14 = “{ $item }” is a cost of establishing the loss, not part of the loss.
finding-ADJ-14-do = The insurer bears survey and expert fees beside the indemnity (Insurance Law art. 64): take it out of the loss list and record it apart.
finding-ADJ-15 = A line that is settled at the cost of restoration has a depreciation, which was not used.
finding-ADJ-15-do = Check the basis of settlement; if it is the actual value, cite the clause.
finding-ADJ-16 = A limit is for one peril, and the peril of the loss is not recorded.
finding-ADJ-16-do = Record the peril of the loss; a limit for it counts beside the general ones, such as 80 per cent of the sum insured for special perils.
