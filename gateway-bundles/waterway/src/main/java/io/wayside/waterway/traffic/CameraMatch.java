// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which vessels a camera at the line saw that no AIS told of. Each AIS passage explains one
 * sighting at most, the nearest in time within a window.
 */
public final class CameraMatch {

  private static final int MOST = 500;

  private final long windowNanos;
  private final Deque<Long> passages = new ArrayDeque<>();
  private final Deque<Long> sightings = new ArrayDeque<>();

  public CameraMatch(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  /** A vessel with AIS crossed, whether or not it is known who it is. */
  public void passed(long nanos) {
    keep(passages, nanos);
  }

  /** The camera saw a vessel at the line. */
  public void seen(long nanos) {
    keep(sightings, nanos);
  }

  private static void keep(Deque<Long> times, long nanos) {
    times.add(nanos);
    if (times.size() > MOST) {
      times.removeFirst();
    }
  }

  /**
   * Sightings that no AIS passage explains.
   *
   * @param nanos all passages before it have been told
   */
  public List<Passage> unexplained(long nanos) {
    record Pair(long sighting, long passage) {
      long apart() {
        return Math.abs(sighting - passage);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (long sighting : sightings) {
      for (long passage : passages) {
        if (Math.abs(sighting - passage) <= windowNanos) {
          pairs.add(new Pair(sighting, passage));
        }
      }
    }
    pairs.sort(Comparator.comparingLong(Pair::apart));
    Set<Long> takenSightings = new HashSet<>();
    Set<Long> takenPassages = new HashSet<>();
    for (Pair pair : pairs) {
      if (takenSightings.contains(pair.sighting()) || takenPassages.contains(pair.passage())) {
        continue;
      }
      takenSightings.add(pair.sighting());
      takenPassages.add(pair.passage());
      // Decided only when nothing nearer can come any more.
      if (nanos - Math.max(pair.sighting(), pair.passage()) > windowNanos) {
        sightings.remove(pair.sighting());
        passages.remove(pair.passage());
      }
    }
    List<Passage> alone = new ArrayList<>();
    for (long sighting : List.copyOf(sightings)) {
      if (!takenSightings.contains(sighting) && nanos - sighting > windowNanos) {
        sightings.remove(sighting);
        alone.add(Passage.seen(sighting));
      }
    }
    passages.removeIf(passage -> nanos - passage > 3 * windowNanos);
    return alone;
  }
}
