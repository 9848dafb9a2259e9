// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.scan;

import io.wayside.core.data.GarbledData;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the enabled elements stand in a scan. The kernel puts them in the order of their indices,
 * each at the next multiple of its own size, and rounds the scan up to the largest of them.
 */
public final class ScanLayout {

  /** What stands where. */
  private record Placed(ScanElement element, int at) {}

  private final Map<String, Placed> byId = new LinkedHashMap<>();
  private final int bytes;

  /**
   * A layout of all enabled elements.
   *
   * @throws GarbledData when there are none, or two of one index or name
   */
  public ScanLayout(List<ScanElement> enabled) throws GarbledData {
    List<ScanElement> ordered =
        enabled.stream().sorted(Comparator.comparingInt(ScanElement::index)).toList();
    int at = 0;
    int largest = 1;
    int before = Integer.MIN_VALUE;
    for (ScanElement element : ordered) {
      int size = element.format().bytes();
      at = roundUp(at, size);
      if (byId.put(element.id(), new Placed(element, at)) != null || element.index() == before) {
        throw new GarbledData("two scan elements are " + element.id() + " or " + element.index());
      }
      at += size;
      largest = Math.max(largest, size);
      before = element.index();
    }
    if (at == 0) {
      throw new GarbledData("no scan element is enabled");
    }
    bytes = roundUp(at, largest);
  }

  private static int roundUp(int at, int size) {
    return (at + size - 1) / size * size;
  }

  /** Bytes of one scan. */
  public int bytes() {
    return bytes;
  }

  public boolean hasTimestamps() {
    return byId.containsKey(ScanElement.TIMESTAMP);
  }

  /** Raw values of one channel, one for each scan. */
  public double[] values(String id, int which, byte[] scans, int count) {
    Placed placed = place(id);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = placed.element().format().value(scans, i * bytes + placed.at(), which);
    }
    return values;
  }

  /** The kernel's times, one for each scan. */
  public long[] timestamps(byte[] scans, int count) {
    Placed placed = place(ScanElement.TIMESTAMP);
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      times[i] = placed.element().format().whole(scans, i * bytes + placed.at(), 0);
    }
    return times;
  }

  private Placed place(String id) {
    Placed placed = byId.get(id);
    if (placed == null) {
      throw new IllegalArgumentException("the scan has no element " + id);
    }
    return placed;
  }
}
