// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.toll.TrueVehicle;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the truth about a vehicle settles what must come of it.
 *
 * @param kind of rule
 * @param payers EPCs of tags that may be charged for it
 * @param flags that its record must carry when it passed
 */
public record Rule(Kind kind, Set<String> payers, Set<String> flags) {

  /** The lane that is under test; vehicles of other lanes must leave no trace in it. */
  public static final int LANE = 1;

  /** A tag that was heard so often in its own lane counts as readable: four transactions. */
  public static final int READABLE = 4;

  /** What a vehicle is to the lane. */
  public enum Kind {
    /** Has a good tag and pays with it. */
    PAYS,
    /** Is exempt or has a ticket. */
    FREE,
    /** Has nothing to pay with: a charge is wrong. */
    NEVER,
    /** Follows on another's grant with a good tag of its own. */
    FOLLOWS,
    /** Has several good tags: one of them pays, or an attendant is asked. */
    SEVERAL,
    /** Has a good tag, and there is a reason to hold it: an attendant may be asked. */
    HELD,
    /** The gateway lost its power over it: charged once, or flagged. */
    RECOVERS
  }

  public Rule {
    payers = Set.copyOf(payers);
    flags = Set.copyOf(flags);
  }

  /** A rule without flags. */
  public static Rule of(Kind kind, String... payers) {
    return new Rule(kind, Set.of(payers), Set.of());
  }

  public Rule flagged(String... words) {
    return new Rule(kind, payers, Set.of(words));
  }

  /** What must have come of a vehicle of which this is true. */
  public Expected expected(TrueVehicle truth) {
    if (truth.lane() != LANE) {
      return new Expected(truth.id(), Set.of(Outcome.NOTHING), Set.of(), Set.of());
    }
    return expectedInItsLane(truth);
  }

  /** The same where the vehicle's own lane is under test, whichever it is. */
  public Expected expectedInItsLane(TrueVehicle truth) {
    if (!truth.passed()) {
      Set<Outcome> turned = Set.of(Outcome.ABORTED, Outcome.NOTHING);
      return new Expected(truth.id(), turned, Set.of(), Set.of());
    }
    EnumSet<Outcome> allowed =
        switch (kind) {
          case PAYS -> EnumSet.of(Outcome.CHARGED);
          case SEVERAL, HELD -> EnumSet.of(Outcome.CHARGED, Outcome.MANUAL);
          case FREE -> EnumSet.of(Outcome.FREE);
          case NEVER -> EnumSet.of(Outcome.MANUAL, Outcome.VIOLATION);
          case FOLLOWS -> EnumSet.of(Outcome.CHARGED, Outcome.VIOLATION);
          case RECOVERS -> EnumSet.of(Outcome.CHARGED, Outcome.UNPROVEN);
        };
    boolean lenient = kind == Kind.HELD || kind == Kind.RECOVERS || kind == Kind.FOLLOWS;
    boolean held = lenient ? truth.called() : truth.calledUnread(READABLE);
    if (kind != Kind.NEVER && (held || !truth.readable(READABLE))) {
      allowed.add(Outcome.MANUAL);
      allowed.add(Outcome.VIOLATION);
    }
    return new Expected(truth.id(), allowed, payers, flags);
  }
}
