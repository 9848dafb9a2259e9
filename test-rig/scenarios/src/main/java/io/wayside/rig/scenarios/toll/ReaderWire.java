// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.device.TagSighting;
import io.wayside.driver.llrp.codec.Framer;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.ReportReader;
import io.wayside.driver.llrp.codec.TagReport;
import io.wayside.rig.simulators.llrp.Frame;
import io.wayside.rig.simulators.llrp.ReportEncoder;
import io.wayside.rig.simulators.llrp.ReportSpec;
import io.wayside.rig.simulators.toll.WorldEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the air brought, as bytes of RO_ACCESS_REPORT by the rig's encoder, and out of these bytes
 * again by the driver's decoder: a wrong codec cannot agree with itself.
 */
final class ReaderWire {

  private static final int PROTOCOL_1_0_1 = 1;
  private static final long OURS = 1;
  private static final long OLD = 7;

  private final Framer framer = new Framer(Framer.USUAL_LONGEST);
  private final ReportReader reader = new ReportReader();
  private ReportEncoder encoder = encoder();
  private long originMicros = 1_770_000_000_000_000L;
  private long messages;
  private long oldUntilNanos = Long.MIN_VALUE;

  private static ReportEncoder encoder() {
    return new ReportEncoder(true, true);
  }

  /** A new connection: nothing that was said on the last one counts. */
  void connect() {
    encoder = encoder();
    framer.reset();
    reader.forget();
  }

  /**
   * Until then the reader works by a ROSpec that is not ours; the driver passes over what it says.
   */
  void oldSpecUntil(long nanos) {
    oldUntilNanos = nanos;
  }

  void clockJumps(long micros) {
    originMicros += micros;
  }

  /** Sightings have the time at which their report came. */
  List<TagSighting> carry(WorldEvent.TagRead read) {
    long spec = read.nanos() < oldUntilNanos ? OLD : OURS;
    byte[] body = encoder.body(List.of(read.report(spec, originMicros)), ReportSpec.EVERYTHING);
    byte[] sent =
        new Frame(PROTOCOL_1_0_1, ReportReader.RO_ACCESS_REPORT, ++messages, body).bytes();
    List<TagSighting> sightings = new ArrayList<>();
    try {
      framer.feed(sent, sent.length);
      for (Optional<io.wayside.driver.llrp.codec.Frame> frame = framer.next();
          frame.isPresent();
          frame = framer.next()) {
        reader.read(frame.get(), tag -> sighting(tag, read.nanos()).ifPresent(sightings::add));
      }
    } catch (Garbled e) {
      throw new IllegalStateException("the codec refuses a report of the simulated reader", e);
    }
    return sightings;
  }

  private static Optional<TagSighting> sighting(TagReport tag, long nanos) {
    if (tag.roSpecId() != OURS) {
      return Optional.empty();
    }
    return Optional.of(
        new TagSighting(
            nanos,
            tag.epcHex(),
            tag.epcBits(),
            Optional.empty(),
            Optional.empty(),
            tag.antenna(),
            tag.rssiDbm(),
            Math.max(1, tag.count())));
  }
}
