// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.ais;

import static org.assertj.core.api.Assertions.assertThat;

import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessage21;
import dk.dma.ais.message.AisPositionMessage;
import dk.dma.ais.sentence.Vdm;
import io.wayside.core.device.Sentence;
import io.wayside.driver.nmea.ais.AidToNavigation;
import io.wayside.driver.nmea.ais.AisDecoder;
import io.wayside.driver.nmea.ais.PositionReport;
import io.wayside.driver.nmea.sentence.Framer;
import io.wayside.rig.benchmarks.Figure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AisBenchmarkTest {

  /** Only figures are disturbed by another run on the same machine, and none is judged here. */
  @BeforeAll
  static void runBesideOthers() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void eachFigureIsMeasuredAndStandsBesideThatOfTheOther() throws Exception {
    List<Figure> figures = new AisBenchmark().run(new AisBenchmark.Effort(1, 0, 1, 50), w -> {});

    assertThat(figures).hasSize(7).allSatisfy(each -> assertThat(each.value()).isPositive());
    assertThat(figures.stream().filter(each -> each.ratio().isPresent())).hasSize(4);
  }

  /** The peer reads these as well; its rate of turn is not the raw one, and is left out. */
  @Test
  void bothDecodeTheSameFromTheSameBytes() throws Exception {
    AisDecoder decoder = new AisDecoder();
    List<String> sentences = new SentenceStream(2).sentences(2_000);
    assertThat(sentences).hasSize(2_000);
    for (String line : sentences) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      List<Sentence> found = new ArrayList<>();
      new Framer().feed(bytes, 0, bytes.length, 0, found::add);
      var ours = decoder.hear(found.get(0)).orElseThrow().message();
      Vdm vdm = new Vdm();
      vdm.parse(line.strip());
      AisMessage theirs = AisMessage.getInstance(vdm);
      assertThat(ours.type()).isEqualTo(theirs.getMsgId());
      assertThat(ours.mmsi()).isEqualTo(theirs.getUserId());
      if (ours instanceof PositionReport report) {
        AisPositionMessage other = (AisPositionMessage) theirs;
        assertThat(report.motion().speed()).isEqualTo(other.getSog());
        assertThat(report.motion().course()).isEqualTo(other.getCog());
        assertThat(report.motion().heading()).isEqualTo(other.getTrueHeading());
        assertThat(report.motion().place().latitude())
            .isEqualTo((int) other.getPos().getRawLatitude());
      }
      if (ours instanceof AidToNavigation aid) {
        AisMessage21 other = (AisMessage21) theirs;
        assertThat(aid.name()).isEqualTo(other.getName().replace("@", "").strip());
        assertThat(aid.aidType()).isEqualTo(other.getAtonType());
        assertThat(aid.second()).isEqualTo(other.getUtcSec());
        assertThat(aid.status().bits()).isEqualTo(other.getRegional());
      }
    }
    assertThat(decoder.refusals().total()).isZero();
  }
}
