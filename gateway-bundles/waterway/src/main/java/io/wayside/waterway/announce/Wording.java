// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import io.wayside.core.time.Stamp;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.RaconStatus;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.announce.Known.Verdict;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Puts what is known of an aid into what is told of it. The verdicts are those of the aid's own
 * station; what it does not know, or said too long ago to hold, is not told.
 */
final class Wording {

  private static final Verdict UNKNOWN = new Verdict(LightState.UNKNOWN, PlaceState.UNKNOWN);

  /** As what is on chart displays alone always is. */
  private static final Verdict UNWATCHED =
      new Verdict(LightState.NOT_WATCHED, PlaceState.NOT_WATCHED);

  private final Identity identity;
  private final OptionalInt authority;
  private final long freshNanos;

  /**
   * @param authority MMSI of the station ashore that is told too; empty where there is none
   * @param freshNanos how long a report, or the station's last sign of life, holds
   */
  Wording(Identity identity, OptionalInt authority, long freshNanos) {
    this.identity = identity;
    this.authority = authority;
    this.freshNanos = freshNanos;
  }

  /**
   * What to tell.
   *
   * @param condition empty without an authority, and while its message could only guess
   * @param doubt what is not told and why, for people; empty text when all is told
   */
  record Words(AidAnnouncement announcement, Optional<AidCondition> condition, String doubt) {}

  Words of(Known known, Stamp now) {
    Verdict verdict = verdict(known, now);
    Optional<Boolean> off = offPosition(verdict.place());
    Optional<Boolean> alarm = alarm(verdict);
    LightStatus light = light(verdict.light(), fresh(known.light(), now));
    RaconStatus racon = fresh(known.racon(), now).orElse(RaconStatus.NOT_TOLD);
    Optional<Fix> fix = virtual() ? Optional.empty() : fresh(known.fix(), now);
    AidAnnouncement announcement =
        new AidAnnouncement(
            identity.mmsi(),
            identity.kind(),
            identity.name(),
            identity.presence(),
            fix.orElseGet(this::charted),
            fix.isPresent(),
            now.wall(),
            off,
            light,
            racon,
            alarm);
    Optional<Boolean> tellableOff = off.or(() -> cannotMove(verdict.place()));
    Optional<AidCondition> condition =
        authority.isPresent() && alarm.isPresent() && tellableOff.isPresent()
            ? Optional.of(
                new AidCondition(
                    identity.mmsi(),
                    authority.getAsInt(),
                    tellableOff.get(),
                    light,
                    racon,
                    alarm.get(),
                    quantities(known, now),
                    fresh(known.inputs(), now).map(OptionalInt::of).orElse(OptionalInt.empty())))
            : Optional.empty();
    boolean held = authority.isPresent() && condition.isEmpty();
    return new Words(announcement, condition, doubt(known, verdict, held, now));
  }

  private boolean virtual() {
    return identity.footing() == Footing.VIRTUAL;
  }

  /** Answers of a station that writes no more may be those of a station that is gone. */
  private Verdict verdict(Known known, Stamp now) {
    if (virtual()) {
      return UNWATCHED;
    }
    return isAlive(known, now) ? known.verdict().map(Dated::value).orElse(UNKNOWN) : UNKNOWN;
  }

  private boolean isAlive(Known known, Stamp now) {
    return fresh(known.newest(), now).isPresent();
  }

  private static Optional<Boolean> offPosition(PlaceState place) {
    return switch (place) {
      case ON_STATION -> Optional.of(false);
      case OFF_STATION, ADRIFT -> Optional.of(true);
      case UNKNOWN, NOT_WATCHED -> Optional.empty();
    };
  }

  /** What stands on the ground is where it stands, though nobody measures it. */
  private Optional<Boolean> cannotMove(PlaceState place) {
    return place == PlaceState.NOT_WATCHED && identity.footing() == Footing.FIXED
        ? Optional.of(false)
        : Optional.empty();
  }

  private static boolean isOpen(Verdict verdict) {
    return verdict.light() == LightState.UNKNOWN || verdict.place() == PlaceState.UNKNOWN;
  }

  /** Only a fault is told while another question is open; that all is well never is. */
  private static Optional<Boolean> alarm(Verdict verdict) {
    if (verdict.light().fails() || verdict.place().fails()) {
      return Optional.of(true);
    }
    return isOpen(verdict) || verdict.equals(UNWATCHED) ? Optional.empty() : Optional.of(false);
  }

  /**
   * That the light is as it should be does not say whether it shines now: by day it should not.
   *
   * @param told what it said or showed lately
   */
  private static LightStatus light(LightState verdict, Optional<LightStatus> told) {
    return switch (verdict) {
      case DARK, WRONG_RHYTHM, REDUCED -> LightStatus.FAILED;
      case DAY_BURNING -> LightStatus.ON;
      case AS_IT_SHOULD_BE ->
          told.filter(one -> one != LightStatus.FAILED).orElse(LightStatus.NOT_TOLD);
      case UNKNOWN, NOT_WATCHED -> LightStatus.NOT_TOLD;
    };
  }

  private Fix charted() {
    return Fix.of(identity.charted().latitudeDeg(), identity.charted().longitudeDeg());
  }

  private Map<AidQuantity, Double> quantities(Known known, Stamp now) {
    Map<AidQuantity, Double> all = new EnumMap<>(AidQuantity.class);
    known
        .quantities()
        .forEach(
            (quantity, value) ->
                fresh(Optional.of(value), now).ifPresent(told -> all.put(quantity, told)));
    return all;
  }

  private <T> Optional<T> fresh(Optional<Dated<T>> told, Stamp now) {
    return told.filter(one -> one.isFresh(now, freshNanos)).map(Dated::value);
  }

  private String doubt(Known known, Verdict verdict, boolean held, Stamp now) {
    if (virtual()) {
      return "";
    }
    if (!isAlive(known, now)) {
      return "its station wrote nothing for %d min or longer; look at that station's health"
          .formatted(freshNanos / 60_000_000_000L);
    }
    if (isOpen(verdict)) {
      return "its station has light %s and place %s; look at what that station hears"
          .formatted(Answer.code(verdict.light()), Answer.code(verdict.place()));
    }
    return held
        ? "what its authority would be told is not watched; give its station a light, or a charted"
            + " place and its mooring"
        : "";
  }
}
