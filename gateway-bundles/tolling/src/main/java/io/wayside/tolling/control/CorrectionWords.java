// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.CorrectionPolicy.Refusal;
import java.util.Locale;

/** What people are told of corrections. */
final class CorrectionWords {

  private CorrectionWords() {}

  /** The answer when it is on record. */
  static Value.Fields written(String when, RecordId id, Value.Fields body) {
    return Value.Fields.with("when", when)
        .and("id", body.get("id"))
        .and("record", id.toString())
        .and("of", body.get("of"))
        .and("beforeMinor", body.get("beforeMinor"))
        .and("afterMinor", body.get("afterMinor"))
        .and("currency", body.get("currency"))
        .and("day", body.get("day"))
        .and("shift", body.get("shift"))
        .and("postedLate", body.get("postedLate"))
        .build();
  }

  static CorrectionRefused of(
      Refusal refusal,
      CorrectionWish wish,
      JournalRecord passage,
      CorrectionPolicy policy,
      String currency) {
    String code = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String after = wish.after() + " " + currency;
    return new CorrectionRefused(
        code,
        passage.id()
            + switch (refusal) {
              case NOT_A_PASSAGE ->
                  " is a " + passage.kind() + ": only a toll-passage has a sum; name that record";
              case NOTHING_CHARGED_HERE ->
                  " is an entry into a closed system, where nothing is charged: correct the passage"
                      + " at the exit";
              case NOTHING_CHANGES -> " comes to " + after + " already; nothing is to be corrected";
              case NO_REASON -> " is not corrected without a reason: say why";
              case NEGATIVE_SUM ->
                  " cannot come to "
                      + after
                      + ": no more can be given back than it costs; 0 gives all of it back";
              case BEYOND_FARES ->
                  " cannot come to "
                      + after
                      + ": no journey costs more than "
                      + policy.mostMinor()
                      + " "
                      + currency
                      + " by the fare document; look at the sum";
              case OTHER_CURRENCY ->
                  " was charged in another currency than the lane's fares, "
                      + currency
                      + "; it is corrected at the office";
              case SECOND_PERSON_NEEDED -> " needs a second person";
            });
  }
}
