// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.core.data.GarbledData;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of a station's network may reach its lanes: sealed with the station's key, from a lane that
 * is known, and once. All else is counted by its reason and goes no further. For one thread.
 */
public final class PlazaDoor {

  /** Why a datagram was turned away, in the order in which it is looked at. */
  public enum Refusal {
    OVERSIZED,
    /** Not ASCII, or not the lines of {@link PlazaCodec}. */
    MALFORMED,
    /** Not by somebody who has the station's key. */
    UNSEALED,
    OTHER_STATION,
    UNKNOWN_LANE,
    /** Heard before, or of an earlier run of its lane. */
    REPEATED
  }

  private static final String HEAD = "wayside-plaza/";

  private final PlazaCodec codec;
  private final String station;
  private final Map<String, Origin> origins = new LinkedHashMap<>();
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private long admitted;

  private static final class Origin {
    private long boot = -1;
    private ReplayWindow window = new ReplayWindow();

    boolean admit(PlazaMessage message) {
      if (message.boot() < boot) {
        return false;
      }
      if (message.boot() > boot) {
        boot = message.boot();
        window = new ReplayWindow();
      }
      return window.admit(message.sequence());
    }
  }

  /**
   * For a station.
   *
   * @param lanes whose words are let in
   */
  public PlazaDoor(PlazaCodec codec, String station, Collection<String> lanes) {
    this.codec = codec;
    this.station = station;
    lanes.forEach(lane -> origins.put(lane, new Origin()));
  }

  /** The message in a datagram; empty when it was turned away. */
  public Optional<PlazaMessage> admit(byte[] datagram) {
    if (datagram.length > PlazaCodec.LONGEST) {
      return refuse(Refusal.OVERSIZED);
    }
    String line = new String(datagram, StandardCharsets.ISO_8859_1);
    if (!line.startsWith(HEAD) || !isAscii(line)) {
      return refuse(Refusal.MALFORMED);
    }
    if (!codec.isSealed(line)) {
      return refuse(Refusal.UNSEALED);
    }
    try {
      return known(codec.decode(line));
    } catch (GarbledData sealedNonsense) {
      return refuse(Refusal.MALFORMED);
    }
  }

  private Optional<PlazaMessage> known(PlazaMessage message) {
    if (!message.station().equals(station)) {
      return refuse(Refusal.OTHER_STATION);
    }
    Origin origin = origins.get(message.lane());
    if (origin == null) {
      return refuse(Refusal.UNKNOWN_LANE);
    }
    if (!origin.admit(message)) {
      return refuse(Refusal.REPEATED);
    }
    admitted++;
    return Optional.of(message);
  }

  private static boolean isAscii(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private Optional<PlazaMessage> refuse(Refusal why) {
    refused.merge(why, 1L, Long::sum);
    return Optional.empty();
  }

  /** How many messages were let in. */
  public long admitted() {
    return admitted;
  }

  /** How many datagrams were turned away, by the reason. */
  public Map<Refusal, Long> refused() {
    return Map.copyOf(refused);
  }
}
