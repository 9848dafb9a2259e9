// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaDoor;
import io.wayside.tolling.plaza.PlazaDoor.Refusal;
import io.wayside.tolling.plaza.PlazaMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals what goes out, lets in what may come in, and knows which lanes are silent and what was
 * turned away lately. For the link's thread alone.
 */
final class Doorman {

  /** Lanes speak twice a second. */
  private static final long SILENT_NANOS = 5_000_000_000L;

  private static final long LATELY_NANOS = 60_000_000_000L;

  private final PlazaCodec codec;
  private final PlazaDoor door;
  private final Map<String, Long> lastHeard = new LinkedHashMap<>();
  private final Map<Refusal, Long> lastRefused = new EnumMap<>(Refusal.class);
  private Map<Refusal, Long> refused = Map.of();

  Doorman(PlazaCodec codec, String station, List<String> lanes) {
    this.codec = codec;
    this.door = new PlazaDoor(codec, station, lanes);
    lanes.forEach(lane -> lastHeard.put(lane, Long.MIN_VALUE));
  }

  byte[] seal(PlazaMessage message) {
    return codec.encode(message).getBytes(StandardCharsets.US_ASCII);
  }

  Optional<PlazaMessage> admit(byte[] datagram, long now) {
    Optional<PlazaMessage> admitted = door.admit(datagram);
    admitted.ifPresentOrElse(message -> lastHeard.put(message.lane(), now), () -> refused(now));
    return admitted;
  }

  private void refused(long now) {
    Map<Refusal, Long> counted = door.refused();
    counted.forEach(
        (why, count) -> {
          if (count > refused.getOrDefault(why, 0L)) {
            lastRefused.put(why, now);
          }
        });
    refused = counted;
  }

  long heard() {
    return door.admitted();
  }

  Map<Refusal, Long> refused() {
    return refused;
  }

  /** Nothing counts as silent before it could have been heard. */
  void opened(long now) {
    lastHeard.replaceAll((lane, at) -> now);
  }

  /**
   * How it stands at an open socket.
   *
   * @param since when it was opened
   */
  Health health(String deviceId, long since, long now) {
    List<String> silent = new ArrayList<>();
    lastHeard.forEach(
        (lane, at) -> {
          if (now - at > SILENT_NANOS) {
            silent.add(lane);
          }
        });
    if (lately(Refusal.UNSEALED, now)) {
      return trouble(
          "wrong-key",
          deviceId
              + ": hears datagrams that are not sealed with this station's key; compare the"
              + " key files of the gateways",
          lastRefused.getOrDefault(Refusal.UNSEALED, now));
    }
    if (lately(Refusal.UNKNOWN_LANE, now) || lately(Refusal.OTHER_STATION, now)) {
      return trouble(
          "unknown-lane",
          deviceId
              + ": hears a lane that its site document does not name; add it to \"lanes\", or"
              + " take this gateway from its peers",
          now);
    }
    if (!silent.isEmpty()) {
      return trouble(
          "lane-silent",
          deviceId
              + ": nothing is heard of "
              + String.join(", ", silent)
              + "; passages are"
              + " unarbitrated meanwhile; look at that gateway and the station's network",
          since);
    }
    return Health.ok(since);
  }

  private boolean lately(Refusal why, long now) {
    Long last = lastRefused.get(why);
    return last != null && now - last < LATELY_NANOS;
  }

  private static Health trouble(String code, String message, long since) {
    return new Health(Status.DEGRADED, code, message, since);
  }
}
