// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.parking.ExitDesk.Remedy;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.Amount;
import io.wayside.tolling.tariff.AmountBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the car park says of a vehicle at a lane.
 *
 * @param pass whether it may pass
 * @param code why or why not, lower-case words joined by hyphens
 * @param session by which it is inside, or is paid for
 * @param chargeMinor what its tag pays when it has passed
 * @param amount what it owes, and why
 * @param remedies what is left to try when nobody knows its entry
 */
public record Word(
    boolean pass,
    String code,
    Optional<SessionId> session,
    long chargeMinor,
    Optional<Amount> amount,
    List<Remedy> remedies) {

  public static final String ADMITTED = "admitted";
  public static final String PASSED_BACK = "passed-back";
  public static final String INSIDE_ALREADY = "inside-already";
  public static final String FULL = "full";
  public static final String NO_KEY = "no-key";
  public static final String NOT_RECORDED = "not-recorded";
  public static final String NOTHING_OPEN = "nothing-open";
  public static final String TAG_PAYS = "tag-pays";
  public static final String TO_PAY = "to-pay";
  public static final String NO_ENTRY = "no-entry";
  public static final String LEAVING_ALREADY = "leaving-already";
  public static final String MOST_PAID = "most-paid";

  public Word {
    remedies = List.copyOf(remedies);
  }

  static Word pass(String code) {
    return new Word(true, code, Optional.empty(), 0, Optional.empty(), List.of());
  }

  static Word hold(String code) {
    return new Word(false, code, Optional.empty(), 0, Optional.empty(), List.of());
  }

  Word of(SessionId id) {
    return new Word(pass, code, Optional.of(id), chargeMinor, amount, remedies);
  }

  Word costing(Amount now) {
    return new Word(pass, code, session, chargeMinor, Optional.of(now), remedies);
  }

  Word charging(long minor) {
    return new Word(pass, code, session, minor, amount, remedies);
  }

  Word trying(List<Remedy> left) {
    return new Word(pass, code, session, chargeMinor, amount, left);
  }

  /** As the answer to a command. */
  Value.Fields toValue() {
    FieldsBuilder body =
        Value.Fields.with("answer", code)
            .and("pass", pass)
            .and(
                "session",
                session.<Value>map(id -> new Value.Text(id.toString())).orElse(Value.ABSENT))
            .and("amount", amount.<Value>map(AmountBody::of).orElse(Value.ABSENT));
    if (!remedies.isEmpty()) {
      body.and("remedies", remedies.stream().map(Word::text).toList());
    }
    return body.build();
  }

  private static Value.Text text(Remedy remedy) {
    return new Value.Text(remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
