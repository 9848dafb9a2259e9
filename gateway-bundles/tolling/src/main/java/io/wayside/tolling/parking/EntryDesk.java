// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import io.wayside.core.quality.Flag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Whether a vehicle may come in, and what is then to be written. */
public final class EntryDesk {

  /** It came in although the same key was inside already. */
  public static final Flag PASSED_BACK = new Flag("passed-back");

  /** What is done with a key that is inside already. */
  public enum PassBack {
    /** Keep it out until somebody has looked. */
    HOLD,
    /** Let it in; the first entry is the one that is paid for. */
    ALLOW,
    /** End the first stay as left unseen, and begin another. */
    CLOSE_OLD
  }

  /** What the desk says. */
  public sealed interface Answer {}

  /**
   * It may come in.
   *
   * @param facts what is to be written before the barrier is raised, in this order
   * @param flag set when it was inside already
   */
  public record Admit(SessionId session, List<Fact> facts, Optional<Flag> flag) implements Answer {

    public Admit {
      facts = List.copyOf(facts);
    }
  }

  /** It is inside already, by this stay. */
  public record Hold(Session inside) implements Answer {}

  private final String origin;
  private final PassBack passBack;

  /**
   * @param origin this entry lane
   */
  public EntryDesk(String origin, PassBack passBack) {
    this.origin = origin;
    this.passBack = passBack;
  }

  /**
   * Judges an arrival.
   *
   * @param keys at least one
   */
  public Answer arrive(SessionStore store, Entry entry, SortedSet<Key> keys) {
    Optional<Session> inside = store.find(keys);
    if (inside.isPresent() && passBack == PassBack.HOLD) {
      return new Hold(inside.get());
    }
    SessionId id = store.next(origin);
    List<Fact> facts = new ArrayList<>();
    if (inside.isPresent() && passBack == PassBack.CLOSE_OLD) {
      Ending unseen = new Ending(entry.at(), Ending.How.NO_EXIT, id.toString());
      facts.add(new Fact.Ended(inside.get().id(), unseen));
    }
    facts.add(new Fact.Entered(id, entry, keys.first()));
    keys.stream().skip(1).forEach(key -> facts.add(new Fact.Known(id, key)));
    return new Admit(id, facts, inside.map(session -> PASSED_BACK));
  }

  /** It went back before it was inside: its stay never was one. */
  public static Fact backOut(SessionId session, Instant at, String eventId) {
    return new Fact.Ended(session, new Ending(at, Ending.How.BACKED_OUT, eventId));
  }
}
