// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.gate.TapDecision.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides on taps: lists, blocking, pass-back, journey and fare; asks nobody outside. */
public final class Admission {

  /** The journey before has no tap out; it cost the most. */
  public static final Flag NO_TAP_OUT = new Flag("no-tap-out");

  /** The journey has no tap in; it costs the most. */
  public static final Flag NO_TAP_IN = new Flag("no-tap-in");

  /** The journey took longer than any should; it costs the most. */
  public static final Flag TOO_LONG = new Flag("too-long");

  /** The fares do not know a station; the most is taken. */
  public static final Flag UNKNOWN_STATION = new Flag("unknown-station");

  /** Wall time went back between the taps. */
  public static final Flag TIME_SUSPECT = new Flag("time-suspect");

  private final TokenBook book;
  private final ZoneFares fares;
  private final TapRules rules;
  private final Journeys journeys;

  public Admission(TokenBook book, ZoneFares fares, TapRules rules, Journeys journeys) {
    this.book = book;
    this.fares = fares;
    this.rules = rules;
    this.journeys = journeys;
  }

  /** Decides, and takes an allowed tap into the journey. */
  public TapDecision decide(Tap tap, Gate gate) {
    Optional<Journey> before = journeys.of(tap.token());
    TokenFinding finding = book.find(tap.token());
    Verdict verdict = verdict(tap, gate, before, finding);
    if (verdict != Verdict.ALLOWED) {
      return new TapDecision(tap, verdict, 0, before, Optional.empty(), finding, Flags.NONE);
    }
    boolean in = tap.way() == Way.IN;
    journeys.set(tap.token(), Optional.of(new Journey(tap.way(), tap.station(), tap.at(), in)));
    boolean inside = before.map(Journey::open).orElse(false);
    if (in) {
      return inside
          ? decision(tap, fares.mostMinor(), before, finding, Flags.of(NO_TAP_OUT))
          : decision(tap, 0, before, finding, Flags.NONE);
    }
    return inside
        ? ended(tap, before, finding)
        : decision(tap, fares.mostMinor(), before, finding, Flags.of(NO_TAP_IN));
  }

  /** Nobody passed: what was known before holds again, unless the medium was used since. */
  public void lapsed(TapDecision decision) {
    Tap tap = decision.tap();
    boolean last =
        journeys
            .of(tap.token())
            .filter(journey -> journey.at().equals(tap.at()) && journey.way() == tap.way())
            .isPresent();
    if (decision.isAllowed() && last) {
      journeys.set(tap.token(), decision.before());
    }
  }

  private Verdict verdict(Tap tap, Gate gate, Optional<Journey> before, TokenFinding finding) {
    if (gate.isReleased()) {
      return Verdict.RELEASED;
    }
    if (finding.denied()) {
      return Verdict.DENIED;
    }
    if (before.isPresent() && sameAgain(tap, before.get())) {
      Duration since = Duration.between(before.get().at(), tap.at()).abs();
      if (since.compareTo(rules.blocking()) < 0) {
        return Verdict.DUPLICATE;
      }
      if (since.compareTo(rules.passBack()) < 0) {
        return Verdict.PASSED_BACK;
      }
    }
    boolean inside = before.map(Journey::open).orElse(false);
    if (tap.way() == Way.OUT && !inside && !rules.letOutWithoutTapIn()) {
      return Verdict.NO_TAP_IN;
    }
    return gate.takes(tap.way()) ? Verdict.ALLOWED : Verdict.BUSY;
  }

  private static boolean sameAgain(Tap tap, Journey before) {
    return before.way() == tap.way() && before.station().equals(tap.station());
  }

  private TapDecision ended(Tap tap, Optional<Journey> before, TokenFinding finding) {
    String from = before.map(Journey::station).orElse("");
    Instant since = before.map(Journey::at).orElse(tap.at());
    Optional<Long> price = fares.between(from, tap.station());
    Flags flags = Flags.NONE;
    long minor = price.orElse(fares.mostMinor());
    if (price.isEmpty()) {
      flags = flags.with(UNKNOWN_STATION);
    }
    if (tap.at().isBefore(since)) {
      flags = flags.with(TIME_SUSPECT); // no longer journey is concluded from such a clock
    } else if (Duration.between(since, tap.at()).compareTo(rules.longest()) > 0) {
      flags = flags.with(TOO_LONG);
      minor = fares.mostMinor();
    }
    return decision(tap, minor, before, finding, flags);
  }

  private static TapDecision decision(
      Tap tap, long minor, Optional<Journey> before, TokenFinding finding, Flags flags) {
    Optional<String> from = before.filter(Journey::open).map(Journey::station);
    return new TapDecision(tap, Verdict.ALLOWED, minor, before, from, finding, flags);
  }
}
