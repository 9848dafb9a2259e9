// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.llrp;

import io.wayside.driver.llrp.codec.Decoder;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Framer;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.codec.Parameter;
import io.wayside.driver.llrp.codec.ReportReader;
import io.wayside.driver.llrp.codec.TagReport;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.log4j.Logger;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.TagReportData;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH runs: one call decodes the whole stream once, on one thread. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before all else
public class DecodedReports {

  static final int MESSAGES = 100;
  static final int TAGS = 6;
  private static final int MOST_PARAMETERS = 10_000;

  private List<byte[]> messages;
  private byte[] stream;
  private final ReportReader reader = new ReportReader();
  private final Decoder decoder = new Decoder(MOST_PARAMETERS);

  /** Tags that were decoded; JMH divides by the time it took. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Heard {
    public long tags;
  }

  @Setup(Level.Trial)
  public void prepare() {
    // Left alone, the other one puts together a line for its log for each thing it decodes.
    Logger.getRootLogger().setLevel(org.apache.log4j.Level.OFF);
    messages = new ReportStream(1).messages(MESSAGES, TAGS);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    messages.forEach(all::writeBytes);
    stream = all.toByteArray();
  }

  /** The way of the driver: framed, and each tag shown with its EPC as text. */
  @Benchmark
  public void sightings(Heard heard, Blackhole taken) throws Garbled {
    Framer framer = new Framer(Framer.USUAL_LONGEST);
    framer.feed(stream, stream.length);
    for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
      reader.read(
          next.get(),
          tag -> {
            heard.tags++;
            take(tag, taken);
          });
    }
  }

  private static void take(TagReport tag, Blackhole taken) {
    taken.consume(tag.epcHex());
    taken.consume(tag.antenna());
    taken.consume(tag.rssiDbm());
    taken.consume(tag.channelIndex());
    taken.consume(tag.firstSeenMicros());
    taken.consume(tag.lastSeenMicros());
    taken.consume(tag.count());
  }

  /** The general way: framed, and each message a tree of parameters. */
  @Benchmark
  public void messages(Heard heard, Blackhole taken) throws Garbled {
    Framer framer = new Framer(Framer.USUAL_LONGEST);
    framer.feed(stream, stream.length);
    for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
      Message message = decoder.decode(next.get());
      for (Parameter tag : message.parameters()) {
        heard.tags++;
        taken.consume(tag);
      }
    }
  }

  /** The other one: messages are cut already, and EPCs stay as they are. */
  @Benchmark
  public void ltkjava(Heard heard, Blackhole taken) throws InvalidLLRPMessageException {
    for (byte[] message : messages) {
      RO_ACCESS_REPORT report = (RO_ACCESS_REPORT) LLRPMessageFactory.createLLRPMessage(message);
      for (TagReportData tag : report.getTagReportDataList()) {
        heard.tags++;
        taken.consume(tag);
      }
    }
  }
}
