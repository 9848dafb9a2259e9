// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.plate.PlateTexts;
import io.wayside.tolling.lane.LaneEvent;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes plates on to the lane as keyed hashes, all that a reading may mean. A camera that talks
 * without end cannot fill the lane's queue.
 */
final class PlateFeed implements Listener<PlateReading>, AutoCloseable {

  /** No more vehicles come over a loop in a second. */
  private static final int MOST_A_SECOND = 8;

  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final int MOST_REMEMBERED = 8;

  /** What stands behind a hash the lane was told. */
  record Told(String hash, String text, PlateReading reading) {}

  private final SightRules rules;
  private final PlateKey key;
  private final Consumer<LaneEvent.Plate> lane;
  private final Subscription camera;
  private final ArrayDeque<Told> told = new ArrayDeque<>();
  private final ArrayDeque<Long> lately = new ArrayDeque<>();

  PlateFeed(PlateSource camera, SightRules rules, PlateKey key, Consumer<LaneEvent.Plate> lane) {
    this.rules = rules;
    this.key = key;
    this.lane = lane;
    this.camera = camera.subscribe(this);
  }

  @Override
  public void received(PlateReading reading) {
    List<String> plates = new PlateTexts(rules.forms()).meant(reading);
    if (plates.isEmpty() || isTooMuch(reading.monotonicNanos())) {
      return;
    }
    Set<String> hashes = new LinkedHashSet<>();
    plates.forEach(plate -> hashes.add(key.hidden(plate).hash()));
    remember(new Told(hashes.iterator().next(), plates.get(0), reading));
    lane.accept(
        new LaneEvent.Plate(
            reading.monotonicNanos() - rules.plateDelayNanos(), List.copyOf(hashes)));
  }

  private synchronized boolean isTooMuch(long nanos) {
    while (!lately.isEmpty() && nanos - lately.peek() >= SECOND_NANOS) {
      lately.remove();
    }
    if (lately.size() >= MOST_A_SECOND) {
      return true;
    }
    lately.add(nanos);
    return false;
  }

  private synchronized void remember(Told last) {
    if (told.size() >= MOST_REMEMBERED) {
      told.remove();
    }
    told.add(last);
  }

  /** The last reading that began with this hash; it is told once. */
  synchronized Optional<Told> take(String hash) {
    Iterator<Told> newest = told.descendingIterator();
    while (newest.hasNext()) {
      Told each = newest.next();
      if (each.hash().equals(hash)) {
        newest.remove();
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  @Override
  public void interrupted(Interruption interruption) {
    // The camera's own health tells it; a vehicle without a plate is judged by its tag alone.
  }

  @Override
  public void close() {
    camera.close();
  }
}
