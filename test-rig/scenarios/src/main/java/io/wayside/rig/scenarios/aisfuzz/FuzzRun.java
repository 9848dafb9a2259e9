// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import io.wayside.driver.nmea.ais.AisDecoder;
import io.wayside.driver.nmea.ais.AisMessage;
import io.wayside.driver.nmea.ais.PositionReport;
import io.wayside.driver.nmea.ais.Reception;
import io.wayside.driver.nmea.sentence.Framer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rubbish of any kind, then a good sentence of its own, again and again. */
final class FuzzRun {

  private static final int FIRST_VESSEL = 200_000_000;
  private static final int VESSELS = 500_000_000;

  private final Framer framer = new Framer();
  private final AisDecoder decoder = new AisDecoder();
  private final CountingTeller teller = new CountingTeller();
  private final Map<String, Long> messages = new TreeMap<>();
  private final Rubbish rubbish;
  private long characters;
  private long good;
  private long missed;
  private long mostPending;
  private int expected;
  private boolean heard;

  FuzzRun(long seed) {
    this.rubbish = new Rubbish(seed);
  }

  FuzzRun run(long atLeast) {
    while (characters < atLeast) {
      expected = 0;
      feed(rubbish.next());
      expected = FIRST_VESSEL + (int) (good % VESSELS);
      heard = false;
      feed(Line.vessel(expected).getBytes(StandardCharsets.ISO_8859_1));
      good++;
      missed += heard ? 0 : 1;
    }
    return this;
  }

  private void feed(byte[] bytes) {
    characters += bytes.length;
    framer.feed(
        bytes,
        0,
        bytes.length,
        characters,
        sentence -> decoder.hear(sentence).ifPresent(this::take));
    mostPending = Math.max(mostPending, decoder.pending());
  }

  private void take(Reception reception) {
    AisMessage message = reception.message();
    message.tell(teller);
    messages.merge(message.getClass().getSimpleName(), 1L, Long::sum);
    heard |= message instanceof PositionReport && message.mmsi() == expected;
  }

  boolean isGood() {
    return missed == 0 && good > 0;
  }

  long characters() {
    return characters;
  }

  Map<String, Long> messages() {
    return messages;
  }

  List<String> lines() {
    return List.of(
        "characters     " + characters,
        "good sentences " + good + ", missed " + missed,
        "messages       " + messages,
        "fields told    " + teller.told(),
        "dropped        " + framer.faults().all() + " " + decoder.refusals().all(),
        "most unfinished at once " + mostPending);
  }
}
