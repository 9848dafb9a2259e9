// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.ReportReader;
import io.wayside.rig.benchmarks.Figure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.generated.messages.RO_ACCESS_REPORT;
import org.llrp.ltk.generated.parameters.EPC_96;
import org.llrp.ltk.generated.parameters.TagReportData;

class LlrpBenchmarkTest {

  /** Only figures are disturbed by another run on the same machine, and none is judged here. */
  @BeforeAll
  static void runBesideOthers() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void eachFigureIsMeasuredAndStandsBesideThatOfTheOther() throws Exception {
    List<Figure> figures = new LlrpBenchmark().run(new LlrpBenchmark.Effort(1, 0, 1, 50), w -> {});

    assertThat(figures).hasSize(6).allSatisfy(each -> assertThat(each.value()).isPositive());
    assertThat(figures.stream().filter(each -> each.ratio().isPresent())).hasSize(4);
  }

  @Test
  void bothDecodeTheSameFromTheSameBytes() throws Exception {
    for (byte[] message : new ReportStream(2).messages(20, 4)) {
      List<String> ours = new ArrayList<>();
      new ReportReader()
          .read(
              Frame.of(message),
              tag -> ours.add(tag.epcHex() + " " + tag.rssiDbm() + " " + tag.lastSeenMicros()));
      List<String> theirs = new ArrayList<>();
      RO_ACCESS_REPORT report = (RO_ACCESS_REPORT) LLRPMessageFactory.createLLRPMessage(message);
      for (TagReportData tag : report.getTagReportDataList()) {
        theirs.add(
            ((EPC_96) tag.getEPCParameter()).getEPC().toString()
                + " "
                + tag.getPeakRSSI().getPeakRSSI()
                + " "
                + tag.getLastSeenTimestampUTC().getMicroseconds().toLong());
      }
      assertThat(ours).hasSize(4).isEqualTo(theirs);
    }
  }
}
