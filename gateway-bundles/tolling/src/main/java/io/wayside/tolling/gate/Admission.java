// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.gate.TapDecision.Verdict;
import java.time.Duration;
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

  /** The wall clock went back between the taps, or followed nothing at one of them. */
  public static final Flag TIME_SUSPECT = new Flag("time-suspect");

  /** Less than the fares say is taken, since it is not sure that the owner is at fault. */
  public static final Flag UNPROVEN = new Flag("unproven");

  /** Not all other gates of the station could be heard: one may have let the medium in as well. */
  public static final Flag UNSHARED = new Flag("unshared");

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

  /** Decides at a gate that stands alone. */
  public TapDecision decide(Tap tap, Gate gate) {
    return decide(tap, gate, Optional.empty(), true);
  }

  /**
   * Decides, and takes an allowed tap into the journey until it has its end.
   *
   * @param elsewhere another gate of the station at which a tap of the medium is under way
   * @param whole whether all other gates of the station are heard
   */
  public TapDecision decide(Tap tap, Gate gate, Optional<String> elsewhere, boolean whole) {
    journeys.heard(tap);
    Optional<Journey> before = journeys.of(tap.token());
    TokenFinding finding = book.find(tap.token());
    Verdict verdict = verdict(tap, gate, before, finding, elsewhere.isPresent());
    if (verdict == Verdict.RELEASED) {
      journeys.released(tap);
    }
    if (verdict != Verdict.ALLOWED) {
      return new TapDecision(tap, verdict, 0, Optional.empty(), finding, Flags.NONE, elsewhere);
    }
    journeys.allowed(tap);
    Optional<Journey> inside = before.filter(Journey::open);
    Price price =
        inside.isEmpty()
            ? (tap.way() == Way.IN ? Price.NOTHING : withoutTapIn(tap))
            : (tap.way() == Way.IN ? withoutTapOut(inside.get()) : ended(tap, inside.get()));
    Optional<String> from = inside.map(Journey::station);
    Flags flags = whole ? price.flags() : price.flags().with(UNSHARED);
    return new TapDecision(tap, verdict, price.minor(), from, finding, flags, elsewhere);
  }

  private Verdict verdict(
      Tap tap, Gate gate, Optional<Journey> before, TokenFinding finding, boolean elsewhere) {
    if (gate.isReleased()) {
      return Verdict.RELEASED;
    }
    if (finding.denied()) {
      return Verdict.DENIED;
    }
    if (elsewhere || journeys.isUnderWay(tap.token())) {
      return Verdict.DUPLICATE; // one medium, one person at a time
    }
    if (before.isPresent() && sameAgain(tap, before.get())) {
      Duration since = tap.at().since(before.get().at()).abs();
      if (since.compareTo(rules.blocking()) < 0) {
        return Verdict.DUPLICATE;
      }
      if (since.compareTo(rules.passBack()) < 0 && !mayBeInside(before.get())) {
        return Verdict.PASSED_BACK;
      }
    }
    boolean inside = before.map(Journey::open).orElse(false);
    if (tap.way() == Way.OUT && !inside && !rules.letOutWithoutTapIn()) {
      return Verdict.NO_TAP_IN;
    }
    return gate.takes(tap.way()) ? Verdict.ALLOWED : Verdict.BUSY;
  }

  /** Nobody is locked in who may have come in while the gate stood open. */
  private static boolean mayBeInside(Journey before) {
    return before.proof() == Proof.DOUBTED && !before.open();
  }

  /** Who was not seen to pass may still stand before the gate, and is not refused for it. */
  private static boolean sameAgain(Tap tap, Journey before) {
    return before.proof() != Proof.UNSEEN
        && before.way() == tap.way()
        && before.station().equals(tap.station());
  }

  private record Price(long minor, Flags flags) {
    static final Price NOTHING = new Price(0, Flags.NONE);
  }

  /**
   * The journey before was left without a tap. It costs the most only when it is sure that it was
   * made and not ended where nobody was asked; otherwise it is for somebody to look at.
   */
  private Price withoutTapOut(Journey before) {
    return before.proof() == Proof.SEEN
        ? new Price(fares.mostMinor(), Flags.of(NO_TAP_OUT))
        : new Price(0, Flags.of(NO_TAP_OUT, UNPROVEN));
  }

  /** A tap in that this gate may itself have missed is made good for by the least fare. */
  private Price withoutTapIn(Tap tap) {
    boolean missed =
        journeys
            .stoodOpen()
            .filter(open -> tap.at().since(open).abs().compareTo(rules.longest()) <= 0)
            .isPresent();
    return missed
        ? new Price(fares.leastMinor(tap.station()), Flags.of(NO_TAP_IN, UNPROVEN))
        : new Price(fares.mostMinor(), Flags.of(NO_TAP_IN));
  }

  private Price ended(Tap tap, Journey before) {
    Optional<Long> known = fares.between(before.station(), tap.station());
    Flags flags = known.isEmpty() ? Flags.of(UNKNOWN_STATION) : Flags.NONE;
    long minor = known.orElse(fares.mostMinor());
    boolean tooLong = tap.at().since(before.at()).compareTo(rules.longest()) > 0;
    if (!tap.at().isSureSince(before.at())) {
      flags = flags.with(TIME_SUSPECT); // no longer journey is concluded from such a clock
    } else if (tooLong && (before.proof() == Proof.SEEN || before.proof() == Proof.TOLD)) {
      flags = flags.with(TOO_LONG);
      minor = fares.mostMinor();
    } else if (tooLong) {
      flags = flags.with(Flags.of(TOO_LONG, UNPROVEN)); // it may be another journey
    }
    return new Price(minor, flags);
  }
}
