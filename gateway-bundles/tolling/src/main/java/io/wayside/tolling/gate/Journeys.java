// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where media are on their journeys, the most recently tapped ones, and taps that were allowed and
 * have no end. A gate at work and one that reads its records after a restart tell it the same
 * things in the same order, so that both know the same.
 *
 * <p>When it is full the medium that was not tapped for longest is dropped and counted: its next
 * tap out has no tap in.
 */
public final class Journeys {

  /** A reader and a gateway may differ by so much about the moment of one tap, in seconds. */
  private static final long CLOCKS_APART_S = 5;

  private final long apartS;
  private final Recent<Journey> byToken;
  private final Recent<Heard> heard;
  private final Map<Long, Open> open = new LinkedHashMap<>();
  private Optional<TapTime> stoodOpen = Optional.empty();

  /** The last tap of a medium here, whatever was decided, and what the medium told last. */
  private record Heard(Tap tap, Optional<Journey> told) {}

  private record Open(Tap tap, Optional<Journey> before) {}

  /**
   * @param most media that are remembered
   * @param blocking within this a second tap is the same tap
   */
  public Journeys(int most, Duration blocking) {
    this.byToken = new Recent<>(most);
    this.heard = new Recent<>(most);
    this.apartS = Math.max(CLOCKS_APART_S, blocking.toSeconds());
  }

  public Optional<Journey> of(String token) {
    return byToken.of(token);
  }

  /**
   * A medium was held to the reader here. What it says of its last tap is taken where it is news:
   * not what it said before, and not a tap that was heard here, of which the records know what
   * became of it while the medium does not.
   */
  public void heard(Tap tap) {
    Optional<Heard> last = heard.of(tap.token());
    Optional<Journey> said =
        tap.told().filter(word -> !isShared(word)).or(() -> last.flatMap(Heard::told));
    tap.told()
        .filter(word -> isShared(word) || last.isEmpty() || !isKnown(last.get(), word))
        .filter(word -> of(tap.token()).filter(known -> !isLater(word, known)).isEmpty())
        .flatMap(word -> believed(tap, word))
        .ifPresent(journey -> byToken.set(tap.token(), Optional.of(journey)));
    heard.set(tap.token(), Optional.of(new Heard(tap, said)));
  }

  /**
   * A tap at this station may have been made at this gate while the gateway was away and the gate
   * stood open: nobody decided on it. Who tapped in may be inside; of who tapped out nothing is
   * known that was not known before.
   */
  private Optional<Journey> believed(Tap tap, Journey word) {
    if (isShared(word)) {
      // Of another gate, which saw it; since then this one may have let the owner go unasked.
      boolean stoodOpenSince =
          stoodOpen.filter(open -> !open.since(word.at()).isNegative()).isPresent();
      return Optional.of(word.as(stoodOpenSince ? Proof.DOUBTED : Proof.TOLD));
    }
    boolean mayBeOfHere =
        word.station().equals(tap.station())
            && (!tap.at().trusted()
                || stoodOpen.filter(open -> word.at().since(open).toSeconds() > apartS).isEmpty());
    if (!mayBeOfHere) {
      return Optional.of(word.as(Proof.TOLD));
    }
    return word.open() ? Optional.of(word.as(Proof.UNSEEN)) : Optional.empty();
  }

  private boolean isKnown(Heard last, Journey word) {
    return last.told().equals(Optional.of(word)) || word.isThatOf(last.tap(), apartS);
  }

  private static boolean isShared(Journey word) {
    return word.proof() == Proof.SHARED;
  }

  private static boolean isLater(Journey word, Journey known) {
    return word.at().since(known.at()).compareTo(Duration.ZERO) > 0;
  }

  /** A tap is allowed. It ends by one of the three calls below. */
  public void allowed(Tap tap) {
    open.put(tap.number(), new Open(tap, of(tap.token())));
    byToken.set(tap.token(), Optional.of(tap.journey(Proof.SEEN)));
  }

  /** A tap found the gate open for everybody: who then goes in is asked at the exit alone. */
  public void released(Tap tap) {
    if (tap.way() == Way.IN) {
      byToken.set(tap.token(), Optional.of(tap.journey(Proof.UNSEEN)));
    }
  }

  /** Whether a tap of this medium has no end yet. */
  boolean isUnderWay(String token) {
    return open.values().stream().anyMatch(each -> each.tap().token().equals(token));
  }

  /** The owner was seen to pass. */
  public void passed(long number) {
    Open ended = open.remove(number);
    if (ended != null) {
      ends(ended, Optional.of(ended.tap().journey(Proof.SEEN)));
    }
  }

  /** Nobody passed: what was known before holds again. */
  public void lapsed(long number) {
    Open ended = open.remove(number);
    if (ended != null) {
      ends(ended, ended.before());
    }
  }

  /** Nobody saw whether the owner passed. In: he may be inside. Out: he may be inside still. */
  public void unproven(long number) {
    Open ended = open.remove(number);
    if (ended != null && ended.tap().way() == Way.IN) {
      ends(ended, Optional.of(ended.tap().journey(Proof.UNSEEN)));
    } else if (ended != null) {
      ends(ended, ended.before().map(Journeys::doubted));
    }
  }

  private void ends(Open ended, Optional<Journey> now) {
    Tap tap = ended.tap();
    if (of(tap.token()).equals(Optional.of(tap.journey(Proof.SEEN)))
        || of(tap.token()).equals(Optional.of(tap.journey(Proof.DOUBTED)))) {
      byToken.set(tap.token(), now);
    }
  }

  /** The gate stands open and asks nobody: whoever is inside may leave. */
  public void standsOpen(TapTime now) {
    stoodOpen = Optional.of(now);
    byToken.change(Journeys::doubted);
    open.replaceAll((number, each) -> new Open(each.tap(), each.before().map(Journeys::doubted)));
  }

  private static Journey doubted(Journey journey) {
    return journey.proof() == Proof.UNSEEN ? journey : journey.as(Proof.DOUBTED);
  }

  /** When it last stood open. */
  Optional<TapTime> stoodOpen() {
    return stoodOpen;
  }

  /** Allowed taps without an end, the oldest first. */
  public List<Tap> open() {
    List<Tap> taps = new ArrayList<>();
    open.values().forEach(each -> taps.add(each.tap()));
    return taps;
  }

  public int size() {
    return byToken.size();
  }

  /** Media that were forgotten for others. */
  public long dropped() {
    return byToken.dropped();
  }
}
