// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleStream;
import java.util.Locale;

/**
 * One channel of a recording; {@code value = raw × scale + offset}.
 *
 * @param name unique in its recording, without control characters
 * @param unit UCUM code of the values
 * @param coding how raw samples stand in the binary form; the CSV form carries values
 * @param scale finite, not zero
 * @param offset finite, in the unit of the values
 */
public record RecordedChannel(
    String name, String unit, Coding coding, double scale, double offset) {

  private static final int LONGEST_NAME = 128;

  public RecordedChannel {
    requirePlain("the name of a channel", name);
    requirePlain("the unit of channel " + name, unit);
    if (!Double.isFinite(scale) || scale == 0.0 || !Double.isFinite(offset)) {
      throw new IllegalArgumentException(
          "channel "
              + name
              + " has scale "
              + scale
              + " and offset "
              + offset
              + "; both must be finite and the scale not zero");
    }
  }

  /** A channel kept as the numbers it has, without loss. */
  public static RecordedChannel exact(SampleStream.Channel channel) {
    return new RecordedChannel(channel.name(), channel.unit(), Coding.FLOAT64, 1.0, 0.0);
  }

  double toRaw(double value) {
    return (value - offset) / scale;
  }

  double toValue(double raw) {
    return raw * scale + offset;
  }

  Value.Fields toDocument() {
    return Value.Fields.with("name", name)
        .and("unit", unit)
        .and("coding", coding.name().toLowerCase(Locale.ROOT))
        .and("scale", scale)
        .and("offset", offset)
        .build();
  }

  static RecordedChannel from(Node node) throws GarbledData {
    node.only("name", "unit", "coding", "scale", "offset");
    try {
      return new RecordedChannel(
          node.member("name").text(),
          node.member("unit").text(),
          node.optional("coding").isPresent()
              ? node.member("coding").word(Coding.class)
              : Coding.FLOAT64,
          node.optional("scale").isPresent() ? node.member("scale").number() : 1.0,
          node.optional("offset").isPresent() ? node.member("offset").number() : 0.0);
    } catch (IllegalArgumentException refused) {
      throw node.wrong("cannot be used: " + refused.getMessage());
    }
  }

  static void requirePlain(String what, String text) {
    if (text.isBlank()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to "
              + LONGEST_NAME
              + " characters without control characters, not "
              + text.length()
              + " characters");
    }
  }
}
