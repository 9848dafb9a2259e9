// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.record.Blob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pictures of vehicles until their records are durable. Bounded in bytes: while the journal takes
 * nothing, those of the oldest vehicle go first.
 */
final class Album {

  private static final int MOST_OF_ONE = 8;
  private static final int MOST_REMEMBERED = 256;

  private final long mostBytes;
  private final Map<Long, List<Blob>> pictures = new LinkedHashMap<>();
  private final Set<Long> done = new LinkedHashSet<>();
  private long bytes;
  private long taken;
  private long lost;

  Album(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * One that comes after the vehicle's record, or for which there is no room, is counted as lost.
   */
  synchronized void add(long vehicle, Blob picture) {
    List<Blob> before = pictures.getOrDefault(vehicle, List.of());
    if (done.contains(vehicle)
        || before.size() >= MOST_OF_ONE
        || picture.content().length > mostBytes) {
      lost++;
      return;
    }
    pictures.computeIfAbsent(vehicle, any -> new ArrayList<>()).add(picture);
    bytes += picture.content().length;
    taken++;
    Iterator<Map.Entry<Long, List<Blob>>> eldest = pictures.entrySet().iterator();
    while (bytes > mostBytes) {
      Map.Entry<Long, List<Blob>> gone = eldest.next();
      eldest.remove();
      lost += gone.getValue().size();
      bytes -= size(gone.getValue());
    }
  }

  /** In the order of their names, so that the same pictures give the same record. */
  synchronized List<Blob> of(long vehicle) {
    return pictures.getOrDefault(vehicle, List.of()).stream()
        .sorted(Comparator.comparing(Blob::name))
        .toList();
  }

  /** Its record is durable, or it will have none. */
  synchronized void forget(long vehicle) {
    List<Blob> gone = pictures.remove(vehicle);
    bytes -= gone == null ? 0 : size(gone);
    done.add(vehicle);
    if (done.size() > MOST_REMEMBERED) {
      done.remove(done.iterator().next());
    }
  }

  /** How many there were, ever. */
  synchronized long taken() {
    return taken;
  }

  synchronized long lost() {
    return lost;
  }

  private static long size(List<Blob> pictures) {
    return pictures.stream().mapToLong(each -> each.content().length).sum();
  }
}
