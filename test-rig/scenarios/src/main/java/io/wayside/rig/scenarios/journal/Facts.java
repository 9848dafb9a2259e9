// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a {@link BusySite} said up to some moment, one line for each fact, written before or after
 * the deed so that the journal can be held to it:
 *
 * <pre>
 * d NUMBER                             about to be handed in
 * k STREAM SEQUENCE NUMBER             accepted: the future completed
 * n DESTINATION                        its outbox is open
 * g STREAM SEQUENCE NUMBER HASH        handed out to the centre
 * a DESTINATION STREAM SEQUENCE        about to be acknowledged
 * t STREAM FIRST LAST STEP             named as thinned in a record about to be acknowledged
 * </pre>
 */
final class Facts {

  /** A record's place. */
  record Key(String stream, long sequence) {}

  /** What was handed out. */
  record Given(long number, String hash) {}

  private final Set<Long> drafted = new HashSet<>();
  private final Map<Key, Long> kept = new LinkedHashMap<>();
  private final Map<Key, Given> given = new LinkedHashMap<>();
  private final Map<String, Set<Key>> acknowledged = new TreeMap<>();
  private final Map<String, Set<Key>> before = new TreeMap<>();
  private final Set<Key> thinned = new HashSet<>();
  private String unfinished = "";

  /** All that a file says; a last line that was cut off is not counted. */
  static Facts of(Path said) throws IOException {
    Facts facts = new Facts();
    if (Files.exists(said)) {
      facts.add(Files.readAllBytes(said));
    }
    return facts;
  }

  /** The next bytes of what was said. */
  void add(byte[] bytes) {
    String text = unfinished + new String(bytes, StandardCharsets.US_ASCII);
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      line(text.substring(from, end).split(" ", -1));
      from = end + 1;
    }
    unfinished = text.substring(from);
  }

  /**
   * Takes from this, which was said later too, only what somebody was about to do: the deed may be
   * done before the next thing is said.
   */
  void intended(byte[] later) {
    Facts all = new Facts();
    all.add(later);
    drafted.addAll(all.drafted);
    acknowledged.putAll(all.acknowledged);
  }

  private void line(String[] words) {
    switch (words[0]) {
      case "d" -> drafted.add(Long.parseLong(words[1]));
      case "k" -> kept.put(key(words[1], words[2]), Long.parseLong(words[3]));
      case "n" -> before.computeIfAbsent(words[1], d -> new HashSet<>(kept.keySet()));
      case "g" -> given.put(key(words[1], words[2]), new Given(Long.parseLong(words[3]), words[4]));
      case "a" ->
          acknowledged
              .computeIfAbsent(words[1], destination -> new HashSet<>())
              .add(key(words[2], words[3]));
      case "t" -> thinned(words[1], words[2], words[3], words[4]);
      default -> {} // other lines are for other readers
    }
  }

  private static Key key(String stream, String sequence) {
    return new Key(stream, Long.parseLong(sequence));
  }

  private void thinned(String stream, String first, String last, String step) {
    for (long n = Long.parseLong(first); n <= Long.parseLong(last); n += Long.parseLong(step)) {
      thinned.add(new Key(stream, n));
    }
  }

  /** A record that was found says this of thinning. */
  void addThinned(String run) {
    String[] words = run.split(" ", -1);
    thinned(words[0], words[1], words[2], words[3]);
  }

  /** Whether it is telemetry that a record names as thinned. */
  boolean isThinned(Key key) {
    return key.stream().equals(Numbered.TELEMETRY) && thinned.contains(key);
  }

  boolean wasDrafted(long number) {
    return drafted.contains(number);
  }

  Map<Key, Long> kept() {
    return kept;
  }

  Map<Key, Given> given() {
    return given;
  }

  /**
   * Whether this destination waits for it no more: it may have acknowledged it, or did not exist
   * yet when it was accepted.
   */
  boolean settled(String destination, Key key) {
    return !before.containsKey(destination)
        || before.get(destination).contains(key)
        || acknowledged.getOrDefault(destination, Set.of()).contains(key);
  }

  /** Whether nobody waits for it, so that it may be gone. */
  boolean mayBeGone(Key key) {
    return BusySite.DESTINATIONS.stream().allMatch(d -> settled(d, key));
  }

  /** The highest number ever handed in, 0 when none was. */
  long highest() {
    return drafted.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
