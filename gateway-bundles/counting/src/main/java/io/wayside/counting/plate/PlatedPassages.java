// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.plate;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.device.PlateReading;
import io.wayside.core.plate.PlateTexts;
import io.wayside.core.record.Draft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds records of passages until their plates have come. Plate and passage that lie closest in
 * time belong together; each belongs to one other at most. Not for several threads.
 */
public final class PlatedPassages {

  /** More passages are not held: the oldest goes out without waiting on. */
  private static final int MOST_HELD = 1000;

  /** A camera that talks without end cannot fill the memory. */
  private static final int MOST_READINGS = 200;

  private final Optional<PlateRules> rules;
  private final PlateTexts texts;
  private final Deque<Held> held = new ArrayDeque<>();
  private final Deque<Long> passages = new ArrayDeque<>(); // their times, held or not
  private final Deque<Read> readings = new ArrayDeque<>();

  private record Held(Draft draft, long nanos) {}

  private record Read(PlateReading reading, List<String> plates, long nanos) {}

  private record Pair(Held passage, Read plate) {
    long apartNanos() {
      return Math.abs(passage.nanos() - plate.nanos());
    }
  }

  /**
   * Holds nothing yet.
   *
   * @param rules empty: there is no plate camera, nothing is ever held
   */
  public PlatedPassages(Optional<PlateRules> rules) {
    this.rules = rules;
    this.texts = new PlateTexts(rules.flatMap(PlateRules::forms));
  }

  /** A vehicle passed then; returns what does not wait, or finds no room to wait on. */
  public List<Draft> passed(Draft draft, long nanos) {
    if (rules.isEmpty()) {
      return List.of(draft);
    }
    held.add(new Held(draft, nanos));
    passages.add(nanos);
    if (passages.size() > MOST_HELD) {
      passages.removeFirst();
    }
    return held.size() > MOST_HELD ? List.of(release(held.getFirst())) : List.of();
  }

  /** A camera read a plate. */
  public void read(PlateReading reading) {
    List<String> plates = texts.meant(reading);
    if (rules.isEmpty() || plates.isEmpty()) {
      return;
    }
    long seenNanos = reading.monotonicNanos() - rules.get().delayNanos();
    readings.add(new Read(reading, plates, seenNanos));
    if (readings.size() > MOST_READINGS) {
      readings.removeFirst();
    }
  }

  /** Passages of which nothing more will be heard, with their plates where they have one. */
  public List<Draft> due(long nanos) {
    if (rules.isEmpty()) {
      return List.of();
    }
    long settlesNanos = rules.get().settlesNanos();
    List<Draft> due = new ArrayList<>();
    for (Held one : List.copyOf(held)) {
      if (nanos - one.nanos() >= settlesNanos) {
        due.add(release(one));
      }
    }
    readings.removeIf(read -> nanos - read.nanos() > 2 * settlesNanos);
    return due;
  }

  /** All that is held: the counter stops. */
  public List<Draft> rest() {
    List<Draft> rest = new ArrayList<>();
    List.copyOf(held).forEach(one -> rest.add(release(one)));
    return rest;
  }

  private Draft release(Held passage) {
    Optional<Pair> pair = pairs().stream().filter(one -> one.passage().equals(passage)).findFirst();
    held.remove(passage);
    pair.ifPresent(one -> readings.remove(one.plate()));
    return with(passage.draft(), pair.map(this::plate).orElse(Value.ABSENT));
  }

  private boolean isNear(long passageNanos, Read plate) {
    return Math.abs(passageNanos - plate.nanos()) <= rules.orElseThrow().withinNanos();
  }

  /** The closest first; then the closest of what is left. */
  private List<Pair> pairs() {
    List<Pair> all = new ArrayList<>();
    for (Held passage : held) {
      for (Read plate : readings) {
        if (isNear(passage.nanos(), plate)) {
          all.add(new Pair(passage, plate));
        }
      }
    }
    all.sort(Comparator.comparingLong(Pair::apartNanos));
    Set<Held> named = new HashSet<>();
    Set<Read> taken = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : all) {
      if (!named.contains(pair.passage()) && taken.add(pair.plate())) {
        named.add(pair.passage());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /** The plate as the record has it, with how many it could be of by time alone. */
  private Value plate(Pair pair) {
    Read plate = pair.plate();
    long candidates = passages.stream().filter(nanos -> isNear(nanos, plate)).count();
    List<Value> hashes = new ArrayList<>();
    plate
        .plates()
        .forEach(text -> hashes.add(new Value.Text(rules.orElseThrow().key().hidden(text).hash())));
    Optional<String> form = texts.text(plate.reading().text()).form();
    return Value.Fields.with("hashes", new Value.Many(hashes))
        .and(
            "text",
            rules.orElseThrow().texts() ? new Value.Text(plate.reading().text()) : Value.ABSENT)
        .and("form", form.<Value>map(Value.Text::new).orElse(Value.ABSENT))
        .and(
            "confidence",
            plate.reading().confidence().isPresent()
                ? new Value.Real(plate.reading().confidence().getAsDouble())
                : Value.ABSENT)
        .and("apartS", (plate.nanos() - pair.passage().nanos()) / 1e9)
        .and("candidates", candidates)
        .build();
  }

  private static Draft with(Draft draft, Value plate) {
    FieldsBuilder body = Value.Fields.with("plate", plate);
    draft.body().values().forEach(body::and);
    return new Draft(
        draft.stream(),
        draft.kind(),
        draft.importance(),
        draft.occurred(),
        draft.provenance(),
        body.build(),
        draft.blobs());
  }
}
