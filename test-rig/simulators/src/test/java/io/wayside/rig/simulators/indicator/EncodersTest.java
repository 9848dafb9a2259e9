// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.indicator.Indication.Range;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One frame of each format as its document has it. */
class EncodersTest {

  private static final List<Range> RANGES = List.of(Range.values());

  private static final Indication TONNES = Indication.of(12_340, 0);

  private static String sent(IndicatorEncoder encoder, Indication shown) {
    return new String(encoder.encode(shown), ISO_8859_1);
  }

  private static String hex(IndicatorEncoder encoder, Indication shown) {
    return HexFormat.of().withUpperCase().formatHex(encoder.encode(shown));
  }

  @Test
  void a12WithAndWithoutACheck() {
    Indication manual = Indication.of(4139, 3);
    A12Encoder checked = new A12Encoder(7, true);
    assertThat(sent(checked, manual)).isEqualTo("WG004.139kg3D\r\n");
    assertThat(sent(checked, manual.as(Range.OVER))).isEqualTo("         OL23\r\n");
    assertThat(sent(checked, manual.as(Range.UNDER))).isEqualTo("         LO23\r\n");
    assertThat(sent(checked, Indication.of(-120, 0).net(5))).startsWith("WN-00120 kg").hasSize(15);
    assertThat(sent(new A12Encoder(7, false), manual)).isEqualTo("ww004.139kg\r\n");
    assertThat(sent(new A12Encoder(8, false), manual.net(1))).isEqualTo("wn0004.139kg\r\n");
    assertThat(sent(new A12Encoder(7, false), manual.as(Range.OVER))).isEqualTo("ww       kg\r\n");
    assertThatThrownBy(() -> new A12Encoder(8, true)).hasMessageContaining("7 with a check");
  }

  @Test
  void toledoExtended() {
    ToledoExtendedEncoder encoder = new ToledoExtendedEncoder('1', MassUnit.KG);
    byte[] frame = encoder.encode(Indication.of(-12_345, 1).net(200).inMotion(true));
    assertThat(frame).hasSize(25);
    assertThat(new String(frame, 0, 24, ISO_8859_1)).isEqualTo("\u00011b!    -1234.5    20.0\r");
    int sum = 0;
    for (byte b : frame) {
      sum += b;
    }
    assertThat(sum % 128).isZero();
    assertThat(encoder.encode(Indication.of(0, 0))[2]).isEqualTo((byte) 0x32);
    assertThat(encoder.encode(TONNES.as(Range.OVER))[4] & 7).isEqualTo(0b101);
    assertThat(encoder.encode(TONNES.as(Range.UNDER))[4] & 7).isEqualTo(0b011);
  }

  @Test
  void stGs() {
    assertThat(sent(StatusTextEncoder.ST_GS, TONNES)).isEqualTo("ST,GS,+  12340kg\r\n");
    assertThat(sent(StatusTextEncoder.ST_GS, Indication.of(-105, 1).net(9).inMotion(true)))
        .isEqualTo("US,NT,-   10.5kg\r\n");
    assertThat(sent(StatusTextEncoder.ST_GS, TONNES.as(Range.OVER)))
        .isEqualTo("OL,GS,+       kg\r\n");
  }

  @Test
  void aAndD() {
    assertThat(sent(StatusTextEncoder.A_AND_D, Indication.of(12_345, 3)))
        .isEqualTo("ST,+00012.345 kg\r\n");
    assertThat(sent(StatusTextEncoder.A_AND_D, Indication.of(12_345, 3).as(Range.OVER)))
        .isEqualTo("OL,+99999.999 kg\r\n");
  }

  @Test
  void casWithLamps() {
    assertThat(sent(StatusTextEncoder.CAS, Indication.of(135, 1)))
        .isEqualTo("ST,GS,1\u00E4,000013.5 kg\r\n")
        .hasSize(22);
    assertThat(sent(StatusTextEncoder.CAS, Indication.of(0, 0)).charAt(7)).isEqualTo('\u00E5');
    assertThat(sent(StatusTextEncoder.CAS, TONNES.net(3).inMotion(true)))
        .startsWith("US,NT,1\u00A2,00012340");
    assertThat(sent(StatusTextEncoder.CAS, TONNES.as(Range.OVER))).startsWith("OL,GS,1");
  }

  @Test
  void diniWithTheLineFeedWhereReadersFindIt() {
    byte[] frame = StatusTextEncoder.DINI.encode(TONNES);
    assertThat(frame).hasSize(33).endsWith('\r', '\n');
    assertThat(new String(frame, ISO_8859_1)).startsWith("ST,1,     12340kg,  ");
    assertThat(StatusTextEncoder.DINI_MANUAL.encode(TONNES.net(5))).hasSize(34);
    assertThat(sent(StatusTextEncoder.DINI_MANUAL, TONNES.net(5))).startsWith("ST,1,     12345");
    assertThat(sent(StatusTextEncoder.DINI, TONNES.as(Range.UNDER))).startsWith("UL,1,          ");
  }

  @Test
  void rinstrum() {
    assertThat(sent(new RinstrumEncoder(), TONNES)).isEqualTo("\u0002   12340G\u0003");
    assertThat(sent(new RinstrumEncoder(), Indication.of(-15, 1).net(1)))
        .isEqualTo("\u0002-    1.5N\u0003");
    assertThat(sent(new RinstrumEncoder(), TONNES.inMotion(true))).endsWith("M\u0003");
    assertThat(sent(new RinstrumEncoder(), TONNES.as(Range.OVER)))
        .isEqualTo("\u0002        O\u0003");
  }

  @Test
  void bcd() {
    assertThat(hex(new BcdEncoder(1), Indication.of(-123_456, 2))).isEqualTo("FF33563412");
    assertThat(hex(new BcdEncoder(0), Indication.of(123_456, 2).inMotion(true)))
        .isEqualTo("FF02563412");
    assertThat(hex(new BcdEncoder(1), TONNES.as(Range.OVER))).isEqualTo("FF91000000");
  }

  @Test
  void t2000a() {
    assertThat(sent(new T2000Encoder(), Indication.of(-1234, 1)))
        .isEqualTo("\u0002-0012340000001000\u0003")
        .hasSize(19);
  }

  @Test
  void evenParityMarksTheEighthBit() {
    assertThat(ParityMarked.even(new byte[] {0x02, '0', '1', 0x0D, 0x7F}))
        .containsExactly(0x82, 0x30, 0xB1, 0x8D, 0xFF);
    for (byte b : ParityMarked.even(ToledoEncoder.standard().encode(TONNES))) {
      assertThat(Integer.bitCount(b & 0xFF) % 2).isZero();
    }
  }

  @Test
  void everyEncoderKeepsItsLengthForWhateverItCanShow() {
    List<IndicatorEncoder> all =
        List.of(
            new A12Encoder(7, false),
            new A12Encoder(7, true),
            ToledoEncoder.standard(),
            new ToledoExtendedEncoder('A', MassUnit.LB),
            StatusTextEncoder.ST_GS,
            StatusTextEncoder.A_AND_D,
            StatusTextEncoder.CAS,
            StatusTextEncoder.DINI,
            new RinstrumEncoder(),
            new BcdEncoder(1),
            new T2000Encoder());
    Random random = new Random(6);
    for (IndicatorEncoder encoder : all) {
      int length = encoder.encode(Indication.of(0, 0)).length;
      for (int i = 0; i < 2_000; i++) {
        long largest = encoder.largest();
        Indication shown =
            Indication.of(random.nextLong(-largest, largest + 1), random.nextInt(5))
                .inMotion(random.nextBoolean())
                .as(RANGES.get(random.nextInt(3)));
        assertThat(encoder.encode(shown)).as("%s %s", encoder, shown).hasSize(length);
      }
    }
  }
}
