// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportBufferTest {

  private static final ReportSpec EACH = new ReportSpec(2, 1, 0x97C0, 0);
  private static final ReportSpec THREE = new ReportSpec(2, 3, 0x97C0, 0);

  private final List<List<TagReport>> sent = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private boolean takes = true;
  private final ReportBuffer buffer =
      new ReportBuffer(
          10,
          new ReportBuffer.Way() {
            @Override
            public boolean send(List<TagReport> reports, ReportSpec told) {
              if (takes) {
                sent.add(reports);
              }
              return takes;
            }

            @Override
            public void fills(int percent) {
              said.add("fills " + percent);
            }

            @Override
            public boolean lost() {
              if (takes) {
                said.add("lost");
              }
              return takes;
            }
          });

  private static TagReport reply(int tag, int antenna, int rssi) {
    return TagReport.reply(SimulatedTag.of("%024x".formatted(tag)), 1, antenna, 1, rssi, tag);
  }

  @Test
  void whatIsKeptGoesOutInOrderOnceOpened() {
    for (int i = 0; i < 5; i++) {
      buffer.add(reply(i, 1, -50), EACH);
    }
    assertThat(sent).isEmpty();
    buffer.open(true);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0)).extracting(TagReport::firstMicros).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void aClosedBufferWarnsOnceWhenItFillsAndSaysOnceThatSomeWereLost() {
    for (int i = 0; i < 20; i++) {
      buffer.add(reply(i, 1, -50), EACH);
    }
    assertThat(said).containsExactly("fills 80");
    buffer.open(true);
    assertThat(said).containsExactly("fills 80", "lost");
    assertThat(sent.get(0)).hasSize(10);
    buffer.add(reply(21, 1, -50), EACH);
    assertThat(said).hasSize(2);
  }

  @Test
  void whatCannotBeSentIsLostAndTheClientIsToldWhenItTakesAgain() {
    buffer.open(true);
    takes = false;
    buffer.add(reply(1, 1, -50), EACH);
    assertThat(said).isEmpty();
    takes = true;
    buffer.add(reply(2, 1, -50), EACH);
    assertThat(said).containsExactly("lost");
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0)).extracting(TagReport::firstMicros).containsExactly(2L);
  }

  @Test
  void repliesOfATagAtTwoAntennasAreTwoReportsWhenTheAntennaIsTold() {
    buffer.open(true);
    buffer.add(reply(1, 1, -50), THREE);
    buffer.add(reply(1, 2, -50), THREE);
    buffer.add(reply(1, 1, -40), THREE);
    assertThat(sent).isEmpty();
    buffer.release();
    assertThat(sent.get(0)).extracting(TagReport::antenna).containsExactly(1, 2);
    assertThat(sent.get(0)).extracting(TagReport::peakRssiDbm).containsExactly(-40, -50);
    assertThat(sent.get(0)).extracting(TagReport::count).containsExactly(2, 1);
  }

  @Test
  void whereTheAntennaIsNotToldTheyAreOne() {
    ReportSpec blind = new ReportSpec(2, 3, ReportSpec.PEAK_RSSI, 0);
    buffer.open(true);
    buffer.add(reply(1, 1, -50), blind);
    buffer.add(reply(1, 2, -45), blind);
    buffer.release();
    assertThat(sent.get(0)).hasSize(1);
    assertThat(sent.get(0).get(0).peakRssiDbm()).isEqualTo(-45);
  }

  @Test
  void aReportAtOnceOvertakesWhatIsBeingGathered() {
    buffer.open(true);
    buffer.add(reply(1, 1, -50), THREE);
    buffer.addAtOnce(reply(2, 1, -50), THREE);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).get(0).firstMicros()).isEqualTo(2);
    buffer.release();
    assertThat(sent).hasSize(2);
  }

  @Test
  void theCountStopsAtWhatSixteenBitsHold() {
    TagReport many = reply(1, 1, -50);
    for (int i = 0; i < 20; i++) {
      many = many.merged(many);
    }
    assertThat(many.count()).isEqualTo(65_535);
  }

  @Test
  void aClearedBufferHasNothingToSay() {
    for (int i = 0; i < 20; i++) {
      buffer.add(reply(i, 1, -50), EACH);
    }
    said.clear();
    buffer.clear();
    buffer.open(true);
    assertThat(sent).isEmpty();
    assertThat(said).isEmpty();
  }
}
