// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

import io.wayside.core.data.Json;
import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.ais.AisDecoder;
import io.wayside.driver.nmea.ais.OtherMessage;
import io.wayside.driver.nmea.ais.Reception;
import io.wayside.driver.nmea.ais.Settings;
import io.wayside.driver.nmea.sentence.Framer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A log to lines of JSON. A log has no times that all receivers write alike: a busy channel's pace
 * stands for them, so that parts of a message belong together when few sentences lie between.
 */
final class Decoding {

  private static final int CHUNK = 1 << 16;

  /** A busy pair of channels has about fifty messages a second. */
  private static final long PACE_NANOS = Duration.ofMillis(20).toNanos();

  private final Comments comments = new Comments();
  private final Framer framer = new Framer();
  private final AisDecoder decoder;
  private final boolean withRaw;
  private final PrintStream out;
  private final Map<Integer, Long> notDecoded = new TreeMap<>();
  private long sentences;
  private long messages;
  private long bytes;

  Decoding(Settings settings, boolean withRaw, PrintStream out) {
    this.decoder = new AisDecoder(settings);
    this.withRaw = withRaw;
    this.out = out;
  }

  void run(InputStream in) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      int kept = comments.leftOut(chunk, count);
      bytes += kept;
      framer.feed(chunk, 0, kept, 0, this::hear);
      // A receiver may be on the other end of a pipe: what it said is seen at once.
      out.flush();
    }
    framer.finish();
  }

  private void hear(Sentence sentence) {
    sentences++;
    decoder
        .hear(new Sentence(sentences * PACE_NANOS, sentence.text(), sentence.tagBlock()))
        .ifPresent(this::print);
  }

  private void print(Reception heard) {
    messages++;
    if (heard.message() instanceof OtherMessage other && other.why() == OtherMessage.Why.NOT_READ) {
      notDecoded.merge(other.header().type(), 1L, Long::sum);
    }
    out.println(Json.write(MessageToJson.of(heard, withRaw)));
  }

  /** Whether there was something to read, and no message in it. */
  boolean inVain() {
    return bytes > 0 && messages == 0;
  }

  long messages() {
    return messages;
  }

  /** Messages in good order whose content nobody here reads, by type. */
  Map<Integer, Long> notDecoded() {
    return notDecoded;
  }

  /** How much was dropped for each reason, by its word. */
  Map<String, Long> dropped() {
    Map<String, Long> dropped = new TreeMap<>();
    framer.faults().all().forEach((fault, count) -> dropped.merge(word(fault), count, Long::sum));
    decoder
        .refusals()
        .all()
        .forEach((refusal, count) -> dropped.merge(word(refusal), count, Long::sum));
    if (decoder.pending() > 0) {
      dropped.merge("unfinished", (long) decoder.pending(), Long::sum);
    }
    return dropped;
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
