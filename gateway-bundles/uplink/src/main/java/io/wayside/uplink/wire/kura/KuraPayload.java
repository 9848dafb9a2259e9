// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one Kura message holds.
 *
 * @param timestampMs since 1970
 * @param position where it was
 * @param metrics named values in their order
 * @param body anything else
 */
public record KuraPayload(
    OptionalLong timestampMs,
    Optional<KuraPosition> position,
    Map<String, KuraValue> metrics,
    Optional<byte[]> body) {

  public KuraPayload {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** With a time, without a position. */
  public static KuraPayload at(
      long timestampMs, Map<String, KuraValue> metrics, Optional<byte[]> body) {
    return new KuraPayload(OptionalLong.of(timestampMs), Optional.empty(), metrics, body);
  }

  /** The text of a metric, when there is one of that name and it is text. */
  public Optional<String> text(String name) {
    return metrics.get(name) instanceof KuraValue.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
