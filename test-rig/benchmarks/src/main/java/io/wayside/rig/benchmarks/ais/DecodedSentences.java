// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.ais;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.sentence.Vdm;
import io.wayside.driver.nmea.ais.AisDecoder;
import io.wayside.driver.nmea.sentence.Framer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH runs: one call decodes the whole log once, from bytes to messages, on one thread. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before all else
public class DecodedSentences {

  static final int SENTENCES = 10_000;

  /** As a socket or a serial port gives them. */
  private static final int PORTION = 4_096;

  private byte[] log;

  /** Messages that were read; JMH divides by the time it took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Heard {
    public long sentences;
  }

  @Setup(Level.Trial)
  public void prepare() {
    log =
        String.join("", new SentenceStream(1).sentences(SENTENCES))
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The way of the driver: check sums verified, all fields read. */
  @Benchmark
  public void ours(Heard heard, Blackhole taken) {
    Framer framer = new Framer();
    AisDecoder decoder = new AisDecoder();
    for (int at = 0; at < log.length; at += PORTION) {
      framer.feed(
          log,
          at,
          Math.min(log.length, at + PORTION),
          at,
          sentence ->
              decoder
                  .hear(sentence)
                  .ifPresent(
                      reception -> {
                        heard.sentences++;
                        taken.consume(reception.message());
                      }));
    }
  }

  /** The other one: lines by the JDK's reader. */
  @Benchmark
  public void aisLib(Heard heard, Blackhole taken) throws Exception {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Vdm sentence = new Vdm();
      sentence.parse(line);
      taken.consume(AisMessage.getInstance(sentence));
      heard.sentences++;
    }
  }
}
