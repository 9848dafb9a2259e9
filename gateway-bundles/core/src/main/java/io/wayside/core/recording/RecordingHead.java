// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.SampleStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What a recording says of itself before its first sample.
 *
 * @param deviceId the device that sampled, as in the site document
 * @param startedAt wall time at {@code startMonotonicNanos}
 * @param startMonotonicNanos the moment that CSV times count from, on the clock of the blocks
 * @param nominalRateHz finite, above zero; blocks carry the true times
 * @param channels in the order of the blocks, 1 to {@link #MOST_CHANNELS}
 * @param instrument the instrument document of the site, or {@link Value#ABSENT}
 * @param notes whatever helps the reader, or {@link Value#ABSENT}
 * @param truth what is known of what passed, such as static axle weights, or {@link Value#ABSENT}
 */
public record RecordingHead(
    String deviceId,
    Instant startedAt,
    long startMonotonicNanos,
    double nominalRateHz,
    List<RecordedChannel> channels,
    Value instrument,
    Value notes,
    Value truth) {

  public static final String FORMAT = "wayside-recording";
  public static final int VERSION = 1;

  /** More than any converter has; bounds what a damaged head can ask for. */
  public static final int MOST_CHANNELS = 256;

  public RecordingHead {
    channels = List.copyOf(channels);
    RecordedChannel.requirePlain("the device id of a recording", deviceId);
    if (!Double.isFinite(nominalRateHz) || nominalRateHz <= 0) {
      throw new IllegalArgumentException(
          "the nominal rate must be above zero and finite, not " + nominalRateHz + " Hz");
    }
    if (channels.isEmpty() || channels.size() > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "a recording has 1 to " + MOST_CHANNELS + " channels, not " + channels.size());
    }
    long names = channels.stream().map(RecordedChannel::name).distinct().count();
    if (names != channels.size()) {
      throw new IllegalArgumentException("two channels of the recording have the same name");
    }
  }

  /** Names and units as a device offers them. */
  public List<SampleStream.Channel> offered() {
    return channels.stream().map(c -> new SampleStream.Channel(c.name(), c.unit())).toList();
  }

  /** The head as it stands in a file. */
  public Value.Fields toValue() {
    return Value.Fields.with("format", FORMAT)
        .and("version", VERSION)
        .and("device", deviceId)
        .and("startedAt", startedAt.toString())
        .and("startMonotonicNanos", startMonotonicNanos)
        .and("rateHz", nominalRateHz)
        .and("channels", channels.stream().map(RecordedChannel::toDocument).toList())
        .and("instrument", instrument)
        .and("notes", notes)
        .and("truth", truth)
        .build();
  }

  /** Reads a head; errors name the document and the place. */
  public static RecordingHead from(Node node) throws GarbledData {
    requireFormat(node);
    node.only(
        "format",
        "version",
        "device",
        "startedAt",
        "startMonotonicNanos",
        "rateHz",
        "channels",
        "instrument",
        "notes",
        "truth");
    List<RecordedChannel> channels = new ArrayList<>();
    for (Node channel : node.member("channels").elements()) {
      channels.add(RecordedChannel.from(channel));
    }
    try {
      return new RecordingHead(
          node.member("device").text(),
          instant(node.member("startedAt")),
          nanos(node.member("startMonotonicNanos")),
          node.member("rateHz").number(),
          channels,
          free(node, "instrument"),
          free(node, "notes"),
          free(node, "truth"));
    } catch (IllegalArgumentException refused) {
      throw node.wrong("cannot be used: " + refused.getMessage());
    }
  }

  private static void requireFormat(Node node) throws GarbledData {
    if (!node.member("format").text().equals(FORMAT)) {
      throw node.member("format").wrong("must be \"" + FORMAT + "\"");
    }
    if (!node.member("version").value().equals(new Value.Whole(VERSION))) {
      throw node.member("version")
          .wrong("must be " + VERSION + "; a newer file needs a newer gateway");
    }
  }

  private static Instant instant(Node node) throws GarbledData {
    try {
      return OffsetDateTime.parse(node.text()).toInstant();
    } catch (DateTimeException noTime) {
      throw node.wrong("must be a time such as 2026-07-31T08:00:00Z, not " + node.text());
    }
  }

  static long nanos(Node node) throws GarbledData {
    if (node.value() instanceof Value.Whole whole) {
      return whole.value();
    }
    throw node.wrong("must be a whole number of nanoseconds");
  }

  private static Value free(Node node, String name) throws GarbledData {
    return node.optional(name).map(Node::value).orElse(Value.ABSENT);
  }
}
