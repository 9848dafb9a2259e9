// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames that two independent encoders agreed upon, byte for byte. */
class ReferenceFramesTest {

  private static final long FIRST_MICROS = 0x0006475ef6574bb0L;

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] body(String frame) {
    byte[] all = bytes(frame);
    return Arrays.copyOfRange(all, Frame.HEADER_BYTES, all.length);
  }

  private static Parameter only(String frame) throws Refused {
    return new Cursor(body(frame)).parameters().get(0);
  }

  @Test
  void aReportWithChipNumberAndFailedUserRead() throws Exception {
    AccessSpec access = AccessSpec.parse(only(TinyClient.ADD_ACCESSSPEC));
    SimulatedTag tag =
        SimulatedTag.of("3416214b9400f68000000001").withTid("e28011606000020554a1b2c3");
    TagReport report = TagReport.reply(tag, 1, 1, 1, -52, FIRST_MICROS).with(access);
    TagReport later = TagReport.reply(tag, 1, 1, 1, -60, 0x0006475ef65799d0L).with(access);
    TagReport all = report.merged(later).merged(later);

    byte[] written =
        new ReportEncoder(true, false).body(List.of(all), new ReportSpec(2, 1, 0x97C0, 0));

    assertThat(hex(new Frame(1, 61, 0x3e9, written).bytes()))
        .isEqualTo(
            "043d0000005d000003e900f000538d3416214b9400f68000000001890000000181000186cc82"
                + "0006475ef6574bb0840006475ef65799d08800039000000001"
                + "015d00150000010006e28011606000020554a1b2c3015d00090200020000");
  }

  @Test
  void anInputThatBecameHigh() {
    byte[] stamp = bytes("0080000c0006475ef6561b00");

    Frame frame = new Frame(1, 63, 0x3ea, Events.input(stamp, 1, true));

    assertThat(hex(frame.bytes()))
        .isEqualTo("043f00000021000003ea00f600170080000c0006475ef6561b0000f80007000180");
  }

  @Test
  void anErrorForAMessageNobodyKnows() {
    byte[] status = Status.of(Status.M_UNSUPPORTED_MESSAGE, "nope").bytes();

    assertThat(hex(new Frame(1, 100, 9, status).bytes()))
        .isEqualTo("04640000001600000009011f000c006d00046e6f7065");
  }

  @Test
  void theReferenceRoSpecIsUnderstood() throws Exception {
    RoSpec spec = RoSpec.parse(only(TinyClient.ADD_ROSPEC), ReaderTraits.PLAIN);

    assertThat(spec.id()).isEqualTo(1);
    assertThat(spec.immediate()).isTrue();
    assertThat(spec.durationMs()).isZero();
    assertThat(spec.antennas()).isEqualTo(Set.of(1));
    assertThat(spec.report()).isEqualTo(new ReportSpec(2, 1, 0x97C0, 0));
    Octets again = new Octets();
    spec.write(again, 0);
    assertThat(again.bytes()).isEqualTo(body(TinyClient.ADD_ROSPEC));
  }

  @Test
  void theReferenceAccessSpecIsUnderstood() throws Exception {
    AccessSpec spec = AccessSpec.parse(only(TinyClient.ADD_ACCESSSPEC));

    assertThat(spec.targets()).hasSize(1);
    assertThat(spec.operations())
        .containsExactly(new Operation(true, 1, 2, 0, 6), new Operation(true, 2, 3, 0, 4));
    assertThat(spec.reportsAtOnce()).isFalse();
    Octets again = new Octets();
    spec.write(again, false);
    assertThat(again.bytes()).isEqualTo(body(TinyClient.ADD_ACCESSSPEC));
  }

  @Test
  void theReferenceConfigurationIsUnderstood() throws Exception {
    Settings settings = new Settings(ReaderTraits.PLAIN);

    settings.set(body(TinyClient.CONFIG));

    assertThat(settings.keepaliveMs()).isEqualTo(5000);
    assertThat(settings.hold()).isTrue();
    assertThat(settings.gpiOn(1)).isTrue();
    assertThat(settings.gpiOn(2)).isFalse();
    assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))
        .filteredOn(settings::tells)
        .containsExactly(1, 2, 4, 8);
  }

  @Test
  void aNumberOfOddLengthIsWrittenWithItsBits() {
    SimulatedTag tag = new SimulatedTag(bytes("abcdef0123456788"), 62, new byte[0], new byte[0]);

    byte[] written =
        new ReportEncoder(true, false)
            .body(List.of(TagReport.reply(tag, 1, 1, 1, -40, 0)), new ReportSpec(2, 1, 0, 0));

    assertThat(hex(written)).isEqualTo("00f00012" + "00f1000e003e" + "abcdef0123456788");
  }

  @Test
  void aNumberWithoutBitsIsWrittenToo() {
    SimulatedTag tag = new SimulatedTag(new byte[0], 0, new byte[0], new byte[0]);

    byte[] written =
        new ReportEncoder(true, false)
            .body(List.of(TagReport.reply(tag, 1, 1, 1, -40, 0)), new ReportSpec(2, 1, 0, 0));

    assertThat(hex(written)).isEqualTo("00f0000a" + "00f100060000");
  }

  @Test
  void crcOfATagIsThatOfTheAirProtocol() {
    // The same polynomial bit by bit, as ISO/IEC 18000-63 annex F draws it.
    SimulatedTag tag = SimulatedTag.of("3334353637383930");
    int crc = 0xFFFF;
    byte[] covered = new Octets().u16(tag.protocolControl()).raw(tag.epc()).bytes();
    for (byte b : covered) {
      for (int bit = 7; bit >= 0; bit--) {
        boolean out = (crc >> 15 & 1) != (b >> bit & 1);
        crc = (crc << 1 & 0xFFFF) ^ (out ? 0x1021 : 0);
      }
    }
    assertThat(tag.crc()).isEqualTo(crc ^ 0xFFFF);
    assertThat(tag.protocolControl()).isEqualTo(4 << 11);
  }
}
