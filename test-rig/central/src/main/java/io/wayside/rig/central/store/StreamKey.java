// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import io.wayside.core.record.RecordId;
import java.util.Comparator;

/** A stream of a gateway. */
public record StreamKey(String gateway, String stream) implements Comparable<StreamKey> {

  /**
   * Where a message is counted that names no known stream; a hyphen alone is never a name, so it
   * cannot be mistaken for one, and strangers cannot make the list of streams grow.
   */
  public static final StreamKey UNKNOWN = new StreamKey("-", "-");

  private static final Comparator<StreamKey> ORDER =
      Comparator.comparing(StreamKey::gateway).thenComparing(StreamKey::stream);

  public static StreamKey of(RecordId id) {
    return new StreamKey(id.gateway(), id.stream());
  }

  @Override
  public int compareTo(StreamKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return gateway + "/" + stream;
  }
}
