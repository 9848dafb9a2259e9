// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one message holds.
 *
 * @param timestampMs when it was sent, since 1970
 * @param seq 0 to 255; none in a death
 * @param metrics in their order
 */
public record SparkplugPayload(OptionalLong timestampMs, OptionalLong seq, List<Metric> metrics) {

  public SparkplugPayload {
    metrics = List.copyOf(metrics);
  }
}
