// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Value;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV files as other programs and people write them. */
@Timeout(120)
class CsvImportTest {

  @Test
  void aFileWithTimesAndUnitsNeedsNothingElse() {
    Played played =
        Played.csv("t_s,strip-1 [N],loop [1]\n0.000,1.5,0\n0.002,2.5,1\n0.004,-3e2,1\n");

    assertThat(played.damages).isEmpty();
    RecordingHead head = played.heads.get(0);
    assertThat(head.offered())
        .containsExactly(new Channel("strip-1", "N"), new Channel("loop", "1"));
    assertThat(head.nominalRateHz()).isCloseTo(500, within(1e-9));
    assertThat(head.deviceId()).isEqualTo("import");
    SampleBlock block = played.blocks.get(0);
    assertThat(block.samples()).isDeepEqualTo(new double[][] {{1.5, 2.5, -300}, {0, 1, 1}});
    assertThat(block.intervalNanos()).isCloseTo(2e6, within(1e-3));
    assertThat(block.firstMonotonicNanos()).isZero();
  }

  @Test
  void aFileWithoutTimesNeedsARate() {
    String file = "left,right\n1,2\n3,4\n";
    CsvOrigin origin =
        new CsvOrigin("b1", Instant.EPOCH, OptionalDouble.of(512), Map.of("right", "V"));

    Played with = Played.csv(file, origin);
    Played without = Played.csv(file);

    assertThat(with.heads.get(0).offered())
        .containsExactly(new Channel("left", "1"), new Channel("right", "V"));
    assertThat(with.blocks.get(0).samples()).isDeepEqualTo(new double[][] {{1, 3}, {2, 4}});
    assertThat(with.blocks.get(0).intervalNanos()).isEqualTo(1e9 / 512);
    assertThat(without.blocks).isEmpty();
    assertThat(without.damages.get(0).what()).contains("give the rate");
  }

  @Test
  void spreadsheetsOfCountriesWithDecimalCommasAreRead() {
    Played played = Played.csv("\ufeffTime [ms];a [mV]\r\n0;1,25\r\n2,5;-0,5\r\n5;\r\n");

    assertThat(played.damages).isEmpty();
    assertThat(played.heads.get(0).nominalRateHz()).isCloseTo(400, within(1e-9));
    assertThat(played.blocks.get(0).samples()[0]).containsExactly(1.25, -0.5, Double.NaN);
  }

  @Test
  void remarksOfOthersBecomeNotes() {
    Played played = Played.csv("# bridge KW51\n# strain\ntime,a\n0,1\n# pause\n1,2\n");

    assertThat(played.heads.get(0).notes()).isEqualTo(new Value.Text("bridge KW51\nstrain"));
    assertThat(played.blocks.get(0).length()).isEqualTo(2);
  }

  /** Rates whose times a program rounded to milliseconds. */
  @ParameterizedTest
  @CsvSource({"100,3", "512,3", "700,3", "1000,3", "2000,3", "3000,3", "1000,6", "2048,4"})
  void roundedTimesTellTheRateAndMakeNoGaps(double rateHz, int decimals) {
    StringBuilder file = new StringBuilder("t_s,a\n");
    for (int i = 0; i < 5_000; i++) {
      file.append(String.format(Locale.ROOT, "%." + decimals + "f,%d%n", i / rateHz, i));
    }

    Played played = Played.csv(file.toString());

    assertThat(played.damages).isEmpty();
    assertThat(played.heads.get(0).nominalRateHz()).isCloseTo(rateHz, within(rateHz * 0.005));
    long expected = 0;
    for (SampleBlock block : played.blocks) {
      assertThat(block.sequence()).isEqualTo(expected);
      assertThat(block.samples()[0][0]).isEqualTo((double) expected);
      assertThat((double) block.firstMonotonicNanos())
          .isCloseTo((double) expected * 1e9 / rateHz, within(0.51e9 * Math.pow(10, -decimals)));
      expected += block.length();
    }
    assertThat(expected).isEqualTo(5_000);
  }

  @Test
  void aGapInTheTimesIsAJumpOfTheSequence() {
    StringBuilder file = new StringBuilder("t_s,a\n");
    for (int i = 0; i < 600; i++) {
      if (i < 200 || i >= 237) {
        file.append(String.format(Locale.ROOT, "%.4f,%d%n", i * 0.002, i));
      }
    }

    Played played = Played.csv(file.toString());

    assertThat(played.damages).isEmpty();
    assertThat(played.sequences()).containsExactly(0L, 237L);
    assertThat(played.blocks.get(1).samples()[0][0]).isEqualTo(237);
  }

  @Test
  void aRowThatCannotBeReadIsAGapWithItsPlace() {
    String before = "t_s,a [N]\n0.0000,1\n0.0100,2\n";
    String wrong = "0.0200,two\n";

    Played played = Played.csv(before + wrong + "0.0300,4\n0.0400,5\n0.0500,6\n0.0600,7\n");

    assertThat(played.damages)
        .containsExactly(new Damage(before.length(), wrong.length(), "\"two\" is no number"));
    assertThat(played.sequences()).containsExactly(0L, 3L);
  }

  @Test
  void oneWildTimeDoesNotCostTheRowsAfterIt() {
    Played played =
        Played.csv("t_s,a\n0.000,1\n0.100,2\n9999.2,3\n0.300,4\n0.400,5\n0.200,9\n0.500,6\n");

    assertThat(played.damages).hasSize(2);
    assertThat(played.damages.get(0).what()).contains("after the next");
    assertThat(played.damages.get(1).what()).contains("before the last");
    double[] all =
        played.blocks.stream()
            .flatMapToDouble(b -> java.util.Arrays.stream(b.samples()[0]))
            .toArray();
    assertThat(all).containsExactly(1, 2, 4, 5, 6);
    assertThat(played.sequences()).contains(3L);
  }

  @Test
  void aFileOfNumbersAloneIsRefused() {
    assertThat(Played.csv("0,1\n1,2\n").damages.get(0).what()).contains("names of the columns");
    assertThat(Played.csv("").damages.get(0).what()).contains("no line with the names");
    assertThat(Played.csv("t_s,a,a\n0,1,2\n").damages.get(0).what()).contains("same name");
    assertThat(Played.csv("t_s,a\n1,1\n1,2\n").damages.get(0).what()).contains("give the rate");
  }

  @Test
  void columnsThatAreNotTheHeadsAreRefused() {
    RecordingHead head = Recordings.head(Recordings.channel("a", Coding.INT16));
    String lines = new CsvEncoder(head).head().replace("a [mV]", "b [mV]");

    Played played = Played.csv(lines + "0,1\n");

    assertThat(played.blocks).isEmpty();
    assertThat(played.damages.get(0).what()).isEqualTo("the columns are [b] but the head says [a]");
  }

  @Test
  void aDamagedHeadLeavesTheRows() {
    RecordingHead head = Recordings.head(Recordings.channel("a", Coding.INT16));
    CsvEncoder encoder = new CsvEncoder(head);
    String lines = encoder.head().replace("\"version\": 1", "\"version\": 9");

    Played played = Played.csv(lines + encoder.block(Recordings.block(4, 1, 2)));

    assertThat(played.damages.get(0).what()).contains("line 3").contains("newer");
    assertThat(played.sequences()).containsExactly(4L);
    assertThat(played.heads.get(0).nominalRateHz()).isEqualTo(1_000);
  }

  @Test
  void aDamagedBlockMarkLeavesTheTimesOfTheRows() {
    RecordingHead head = Recordings.head(Recordings.channel("a", Coding.INT16));
    CsvEncoder encoder = new CsvEncoder(head);
    String marked = encoder.block(Recordings.block(9, 3, 4)).replace("sequence", "sequins");

    Played played = Played.csv(encoder.head() + encoder.block(Recordings.block(4, 1, 2)) + marked);

    assertThat(played.damages).hasSize(1);
    assertThat(played.sequences()).containsExactly(4L, 9L);
    assertThat(played.blocks.get(1).firstMonotonicNanos()).isEqualTo(10_000_000);
  }

  @Test
  void anyMutationGivesBlocksOrDamageAndNothingElse() {
    Random random = new Random(11);
    Recordings any = new Recordings(12);
    RecordingHead head = any.anyHead();
    CsvEncoder encoder = new CsvEncoder(head);
    byte[] file =
        (encoder.head()
                + encoder.block(any.anyBlock(head, 0))
                + encoder.block(any.anyBlock(head, 90)))
            .getBytes(StandardCharsets.UTF_8);
    int survived = 0;
    for (int round = 0; round < 3_000; round++) {
      survived += Played.csv(Fuzz.mutated(file, random), CsvOrigin.named("x"), 97).blocks.size();
    }
    assertThat(survived).isGreaterThan(3_000);
  }

  @Test
  void aLineWithoutEndCostsNoMemory() {
    byte[] endless = new byte[3_000_000];
    java.util.Arrays.fill(endless, (byte) '7');

    Played played = Played.csv(endless, CsvOrigin.named("x"), 1_000);

    assertThat(played.damages.get(0))
        .isEqualTo(new Damage(0, 3_000_000, "a line of 3000000 bytes is too long"));
  }
}
