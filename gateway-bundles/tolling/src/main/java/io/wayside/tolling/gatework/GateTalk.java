// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.tolling.gate.OtherGates;
import io.wayside.tolling.gate.Tap;
import io.wayside.tolling.gate.Way;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A gate's talk with the other gates of its station, in the words that lanes use: a tap under way
 * is CLAIMED until it is SETTLED (somebody was seen to pass) or RELEASED. A token stands where a
 * tag's number does, and {@code vehicle} says the way: true is in. Words may be lost, so each is
 * said more than once. On the gate's thread only.
 */
public final class GateTalk {

  private static final long MS = 1_000_000;
  private static final long ALIVE_NANOS = 500 * MS;

  /**
   * How long after it, at least, a passage is said again: what is lost with one breath of the
   * network is said in another, also where the other direction was never silent.
   */
  private static final long[] AGAIN_NANOS = {
    0, 50 * MS, 100 * MS, 1_500 * MS, 6_000 * MS, 60_000 * MS, 300_000 * MS
  };

  /** Of what is said again for a gate that was not there, at a time. */
  private static final int AT_A_TIME = 20;

  private static final int MOST_PASSED = 4_096;
  private static final int DIGIT_BITS = 4;

  private final String gate;
  private final String station;
  private final long boot;
  private final long rememberedNanos;
  private final Consumer<PlazaMessage> link;
  private final OtherGates others;
  private final Map<Long, Tap> underWay = new LinkedHashMap<>();
  private final Map<Long, Passed> passed = new LinkedHashMap<>();
  private final Map<String, Long> boots = new LinkedHashMap<>();
  private long sequence;
  private long aliveDue;
  private boolean begun;

  private static final class Passed {
    final Tap tap;
    final long atNanos;
    int said;
    boolean once; // more, for a gate that was not there

    Passed(Tap tap, long atNanos) {
      this.tap = tap;
      this.atNanos = atNanos;
    }

    boolean isDue(long nowNanos) {
      return once || (said < AGAIN_NANOS.length && nowNanos - atNanos >= AGAIN_NANOS[said]);
    }
  }

  /**
   * A talk.
   *
   * @param boot rises with every start of the gate
   * @param peers ids of the other gates
   * @param most media that are remembered
   * @param rememberedNanos passages are said again to a gate that comes back within this
   */
  public GateTalk(
      String gate,
      String station,
      long boot,
      Collection<String> peers,
      int most,
      long rememberedNanos,
      Consumer<PlazaMessage> link) {
    this.gate = gate;
    this.station = station;
    this.boot = boot;
    this.rememberedNanos = rememberedNanos;
    this.link = link;
    Set<String> names = new LinkedHashSet<>(peers);
    names.remove(gate);
    this.others = new OtherGates(names, most);
  }

  OtherGates others() {
    return others;
  }

  /** A run begins: what an earlier one had under way is claimed anew, or has ended. */
  void begins() {
    underWay.clear();
  }

  /** A tap is allowed, and the flaps are not open yet. */
  void claims(Tap tap) {
    underWay.put(tap.number(), tap);
    say(Kind.CLAIMED, tap, 0);
  }

  /** Nobody passed on it, or nobody saw it. */
  void releases(Tap tap) {
    if (underWay.remove(tap.number()) != null) {
      say(Kind.RELEASED, tap, 0);
    }
  }

  /** Somebody was seen to pass on it. */
  void passes(Tap tap, long nowNanos) {
    underWay.remove(tap.number());
    passed.put(tap.number(), new Passed(tap, nowNanos));
    if (passed.size() > MOST_PASSED) {
      passed.remove(passed.keySet().iterator().next());
    }
    tell(passed.get(tap.number()), nowNanos);
  }

  /** Says again what others may have missed, and that this gate is there. */
  void repeat(long nowNanos) {
    if (!begun || nowNanos - aliveDue >= 0) {
      begun = true;
      aliveDue = nowNanos + ALIVE_NANOS;
      say(Kind.ALIVE, Optional.empty(), false, 0);
    }
    underWay.values().forEach(tap -> say(Kind.CLAIMED, tap, 0));
    passed.values().removeIf(each -> nowNanos - each.atNanos > rememberedNanos);
    int said = 0;
    for (Passed each : passed.values()) {
      if (each.isDue(nowNanos) && said++ < AT_A_TIME) {
        tell(each, nowNanos);
      }
    }
  }

  private void tell(Passed each, long nowNanos) {
    if (each.once) {
      each.once = false;
    } else {
      each.said++;
    }
    say(Kind.SETTLED, each.tap, (nowNanos - each.atNanos) / MS);
  }

  /**
   * Takes another gate's word.
   *
   * @return whether it may concern a tap that is under way here
   */
  boolean hear(PlazaMessage message, long nowNanos) {
    String from = message.lane();
    boolean back = !others.isHeard(from, nowNanos);
    if (!others.alive(from, nowNanos)) {
      return false;
    }
    Long before = boots.put(from, message.boot());
    if (back || before == null || before < message.boot()) {
      passed.values().forEach(each -> each.once = true);
    }
    if (message.tag().isEmpty()) {
      return false;
    }
    String token = token(message.tag().get());
    switch (message.kind()) {
      case CLAIMED -> others.underWay(from, token, nowNanos);
      case RELEASED -> others.released(from, token);
      case SETTLED ->
          others.passed(
              from, token, message.vehicle() ? Way.IN : Way.OUT, nowNanos - message.ageMs() * MS);
      default -> {
        return false; // a lane's word, and no gate's
      }
    }
    return message.kind() == Kind.CLAIMED;
  }

  private void say(Kind kind, Tap tap, long ageMs) {
    say(kind, Optional.of(number(tap.token())), tap.way() == Way.IN, ageMs);
  }

  /** A tag's number has whole bytes, a token may end with half of one. */
  private static TagNumber number(String token) {
    String whole = token.length() % 2 == 0 ? token : token + "0";
    return new TagNumber(whole, token.length() * DIGIT_BITS);
  }

  static String token(TagNumber number) {
    return number.epc().substring(0, number.bits() / DIGIT_BITS);
  }

  private void say(Kind kind, Optional<TagNumber> token, boolean in, long ageMs) {
    link.accept(
        new PlazaMessage(
            station, gate, boot, ++sequence, kind, token, token.isPresent() ? 1 : 0, in, ageMs));
  }
}
