// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.llrp;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Encoder;
import io.wayside.driver.llrp.codec.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reports as a toll reader sends them: a few tags each, with all that a lane asks for. */
final class ReportStream {

  private static final long EPOCH_MICROS = 1_767_225_600_000_000L;

  private final Random random;
  private long micros = EPOCH_MICROS;

  ReportStream(long seed) {
    this.random = new Random(seed);
  }

  /** So many messages with so many tags each. */
  List<byte[]> messages(int count, int tags) {
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(message(i, tags));
    }
    return messages;
  }

  private byte[] message(int id, int tags) {
    Build report = Build.message("RO_ACCESS_REPORT");
    for (int i = 0; i < tags; i++) {
      report.with(tag());
    }
    return Encoder.encode(report.message(1, id));
  }

  private Build tag() {
    byte[] epc = new byte[12];
    random.nextBytes(epc);
    micros += 1_000 + random.nextInt(10_000);
    return Build.parameter("TagReportData")
        .with(Build.parameter("EPC_96").with("epc", Octets.of(epc)))
        .with(Build.parameter("ROSpecID").with("roSpecId", 1))
        .with(Build.parameter("AntennaID").with("antennaId", 1 + random.nextInt(4)))
        .with(Build.parameter("PeakRSSI").with("rssiDbm", -40 - random.nextInt(40)))
        .with(Build.parameter("ChannelIndex").with("channelIndex", 1 + random.nextInt(4)))
        .with(Build.parameter("FirstSeenTimestampUTC").with("microseconds", micros))
        .with(Build.parameter("LastSeenTimestampUTC").with("microseconds", micros + 20_000))
        .with(Build.parameter("TagSeenCount").with("count", 1 + random.nextInt(9)));
  }
}
