// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.driver.nmea.ais.AisDecoder;
import io.wayside.driver.nmea.ais.Refusal;
import io.wayside.driver.nmea.ais.Settings;
import java.util.EnumMap;
import java.util.Map;

/** A decoder for each sender, since several may count the parts of their messages alike. */
final class Decoders {

  private final Map<Refusal, Long> forgotten = new EnumMap<>(Refusal.class);
  private final BySender<AisDecoder> decoders;

  Decoders(Settings settings) {
    this.decoders =
        new BySender<>(() -> new AisDecoder(settings), decoder -> add(decoder, forgotten));
  }

  AisDecoder of(String sender) {
    return decoders.of(sender);
  }

  /** Which sentences gave no message, and why, of all of them. */
  Map<Refusal, Long> refusals() {
    Map<Refusal, Long> all = new EnumMap<>(Refusal.class);
    all.putAll(forgotten);
    decoders.all().forEach(decoder -> add(decoder, all));
    return all;
  }

  private static void add(AisDecoder decoder, Map<Refusal, Long> to) {
    decoder.refusals().all().forEach((why, count) -> to.merge(why, count, Long::sum));
  }
}
