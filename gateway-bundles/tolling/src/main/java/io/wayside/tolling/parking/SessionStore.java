// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The stays of a site as one lane knows them. Made of facts, in any order; united with what other
 * lanes know, in any order. One thread uses it.
 */
public final class SessionStore {

  /** Numbers above a gap that are kept before the gap is given up. */
  private static final int MOST_BEYOND = 4_096;

  /** What happened to a fact. */
  public enum Taken {
    YES,
    /** Its stay has been forgotten: it came too late, and somebody should look at it. */
    TOO_LATE,
    /** So many stays are open that no more fit. */
    FULL
  }

  /**
   * All that a store knows; what lanes tell each other.
   *
   * @param sessions by id
   */
  public record State(Seen seen, SortedMap<SessionId, Session> sessions) {

    public State {
      sessions = Collections.unmodifiableSortedMap(new TreeMap<>(sessions));
    }
  }

  private final int most;
  private final TreeMap<SessionId, Session> sessions = new TreeMap<>();
  private final Map<Key, SortedSet<SessionId>> byKey = new HashMap<>();
  private Seen seen = Seen.nothing();

  /**
   * @param most so many stays are kept; ended ones make room for new ones
   */
  public SessionStore(int most) {
    this.most = most;
  }

  /** Takes in what happened, here or in a record that is read again. */
  public Taken take(Fact fact) {
    SessionId id = fact.session();
    Session known = sessions.get(id);
    if (known == null && seen.has(id)) {
      return Taken.TOO_LATE;
    }
    if (known == null && sessions.size() >= most && !makeRoom()) {
      return Taken.FULL;
    }
    put(known == null ? fact.alone() : known.unite(fact.alone()));
    if (fact instanceof Fact.Entered) {
      seen = seen.with(id);
    }
    return Taken.YES;
  }

  /** Takes in what is on record already: there is always room for that. */
  public Taken recall(Fact fact) {
    Taken taken = take(fact);
    if (taken != Taken.FULL) {
      return taken;
    }
    put(fact.alone());
    if (fact instanceof Fact.Entered) {
      seen = seen.with(fact.session());
    }
    return Taken.YES;
  }

  /** Takes in all that another lane knows, and drops what it has seen and forgotten. */
  public void unite(State other) {
    for (SessionId id : List.copyOf(sessions.keySet())) {
      if (!other.sessions().containsKey(id) && other.seen().has(id)) {
        remove(id);
      }
    }
    other
        .sessions()
        .forEach(
            (id, session) -> {
              Session known = sessions.get(id);
              if (known != null) {
                put(known.unite(session));
              } else if (!seen.has(id)) {
                put(session);
              }
            });
    seen = seen.with(other.seen());
  }

  /** What this lane knows. */
  public State state() {
    return new State(seen, sessions);
  }

  /**
   * Forgets what ended before a moment, with the later entries that were doubles of it. What was
   * never heard of below a long run of numbers is given up too.
   */
  public void forget(Instant before) {
    List<Session> gone =
        sessions.values().stream()
            .filter(
                session ->
                    endedBefore(session, before)
                        || firstOf(session).filter(f -> endedBefore(f, before)).isPresent())
            .toList();
    for (Session session : gone) {
      seen = seen.with(session.id());
      remove(session.id());
    }
    if (seen.beyond().size() > MOST_BEYOND) {
      SortedMap<String, Long> upTo = new TreeMap<>(seen.upTo());
      seen.beyond().forEach(id -> upTo.merge(id.origin(), id.number(), Math::max));
      seen = new Seen(upTo, new TreeSet<>());
    }
  }

  private static boolean endedBefore(Session session, Instant before) {
    return session.ending().map(end -> end.at().isBefore(before)).orElse(false);
  }

  /** Open stays that came in before a moment: nobody stays for so long; each should be ended. */
  public List<Session> stale(Instant before) {
    return open().stream()
        .filter(session -> session.entry().map(e -> e.at().isBefore(before)).orElse(false))
        .toList();
  }

  /** Every stay by which a vehicle is inside, earliest first; doubles of an entry are not. */
  public List<Session> open() {
    return sessions.values().stream()
        .filter(session -> session.isOpen() && firstOf(session).isEmpty())
        .sorted(Session.byEntry())
        .toList();
  }

  /** The stay a vehicle with one of these keys is inside by: of several the earliest entry. */
  public Optional<Session> find(Collection<Key> keys) {
    return with(keys).stream()
        .filter(session -> session.isOpen() && firstOf(session).isEmpty())
        .min(Session.byEntry());
  }

  /**
   * The last stay of one of these keys, if its end was only concluded, and not seen: what stands at
   * an exit with such a key shows that it had not left. When it has come in again since, it had.
   */
  public Optional<Session> concluded(Collection<Key> keys) {
    return with(keys).stream()
        .filter(session -> session.entry().isPresent() && firstOf(session).isEmpty())
        .filter(session -> !backedOut(session))
        .max(Session.byEntry())
        .filter(session -> session.ending().filter(SessionStore::isConcluded).isPresent());
  }

  /**
   * Until when stays of these keys that are over are known to have lasted. A new one is not before
   * that, whatever a clock says that was set back: it would fall into the old one.
   */
  public Optional<Instant> overAt(Collection<Key> keys) {
    return with(keys).stream()
        .filter(session -> !backedOut(session) && firstOf(session).isEmpty())
        .filter(session -> session.entry().isPresent() && session.ending().isPresent())
        .flatMap(
            session ->
                Stream.of(session.entry().map(Entry::at), session.ending().map(Ending::at))
                    .flatMap(Optional::stream))
        .max(Comparator.naturalOrder());
  }

  /** Whether nobody saw the end, and the vehicle may show that there was none. */
  public static boolean isConcluded(Ending ending) {
    return ending.how() == Ending.How.NO_EXIT || ending.how() == Ending.How.EXPIRED;
  }

  public Optional<Session> get(SessionId id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** The number for the next stay of an entry lane. */
  public SessionId next(String origin) {
    long last = seen.upTo().getOrDefault(origin, 0L);
    for (SessionId id : seen.beyond()) {
      last = id.origin().equals(origin) ? Math.max(last, id.number()) : last;
    }
    return new SessionId(origin, last + 1);
  }

  public int size() {
    return sessions.size();
  }

  /** The earlier stay of the same vehicle that this entry falls into, and is a double of. */
  public Optional<Session> firstOf(Session session) {
    if (session.entry().isEmpty()) {
      return Optional.empty();
    }
    Instant at = session.entry().get().at();
    return with(session.keys()).stream()
        .filter(other -> Session.byEntry().compare(other, session) < 0)
        .filter(other -> other.holds(at) && !backedOut(other))
        .sorted(Session.byEntry())
        .filter(other -> firstOf(other).isEmpty()) // a double holds nothing itself
        .findFirst();
  }

  private static boolean backedOut(Session session) {
    return session.ending().map(end -> end.how() == Ending.How.BACKED_OUT).orElse(false);
  }

  private Collection<Session> with(Collection<Key> keys) {
    SortedMap<SessionId, Session> found = new TreeMap<>();
    for (Key key : keys) {
      for (SessionId id : byKey.getOrDefault(key, new TreeSet<>())) {
        get(id).ifPresent(session -> found.put(id, session));
      }
    }
    return found.values();
  }

  /** What may go on goes last; what goes takes its doubles with it, or they would come to life. */
  private boolean makeRoom() {
    Optional<Session> oldest =
        sessions.values().stream()
            .filter(session -> session.ending().isPresent())
            .min(
                Comparator.comparing(
                        (Session s) -> s.ending().filter(SessionStore::isConcluded).isPresent())
                    .thenComparing(s -> s.ending().map(Ending::at).orElse(Instant.MAX)));
    oldest.ifPresent(
        session -> {
          List<SessionId> gone = new ArrayList<>();
          gone.add(session.id());
          for (Session other : with(session.keys())) {
            if (firstOf(other).filter(session::equals).isPresent()) {
              gone.add(other.id());
            }
          }
          for (SessionId id : gone) {
            seen = seen.with(id);
            remove(id);
          }
        });
    return oldest.isPresent();
  }

  private void put(Session session) {
    sessions.put(session.id(), session);
    for (Key key : session.keys()) {
      byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(session.id());
    }
  }

  private void remove(SessionId id) {
    Session gone = sessions.remove(id);
    if (gone != null) {
      for (Key key : gone.keys()) {
        byKey.computeIfPresent(
            key,
            (k, ids) -> {
              ids.remove(id);
              return ids.isEmpty() ? null : ids;
            });
      }
    }
  }
}
