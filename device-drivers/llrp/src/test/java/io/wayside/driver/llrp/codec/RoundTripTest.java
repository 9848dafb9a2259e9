// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Message to bytes to message, and bytes to message to bytes: nothing is lost either way. */
class RoundTripTest {

  @Test
  void anyMessageOfTheTablesComesBackAsItWas() throws Garbled {
    RandomMessages messages = new RandomMessages(7);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      Message message = messages.next();
      note(message, seen);
      byte[] bytes = Encoder.encode(message);
      Message decoded = Decoded.of(bytes);

      assertThat(decoded).isEqualTo(message);
      assertThat(Encoder.encode(decoded)).isEqualTo(bytes);
    }
    assertThat(seen).as("every line of the tables was tried").hasSize(46 + 123 + 2);
  }

  private static void note(Element element, Set<String> seen) {
    seen.add(
        (element instanceof Message ? "message " : "parameter ") + element.definition().name());
    element.parameters().forEach(inner -> note(inner, seen));
  }

  /** Bytes nobody of ours has put together. */
  @ParameterizedTest
  @CsvSource({
    "a type of message that is not in the tables, 900, 0102030405",
    "a message with more than it should have, 62, ffee",
    "reserved bits, 219, ''",
    "a keepalive spec with reserved bits before its type, 3, 80 78dc000901000013 88",
    "an unknown parameter with a length, 3, 00 038400080badcafe 00e2000580",
    "an unknown one without, 3, 00 00e2000580 c8010203",
    "an unknown one without inside another, 61, 00f00015 8d000102030405060708090a0b 95010203",
    "pad bits that are set, 61, 00f0000d 00f100090011 ffffff",
    "bits none, 61, 00f0000a 00f100060000",
    "text that is no text, 100, 011f000a006d0002 c328",
    "a keepalive spec with what no standard says, 3, 00 00dc000b0100001388 badc",
    "parameters where they do not belong, 3, 00 00b1000f 0000000100 00 810001 86ff"
  })
  void bytesOfOthersComeBackAsTheyWere(String what, int type, String body) throws Garbled {
    byte[] bytes = Decoded.framed(type, body.replace(" ", ""));
    assertThat(Encoder.encode(Decoded.of(bytes))).as(what).isEqualTo(bytes);
  }

  @Test
  void padBitsAreKeptButNotMeant() throws Garbled {
    Message message = Decoded.of(Decoded.framed(61, "00f0000d00f100090011ffffff"));
    Octets epc = message.parameters().get(0).last("EPCData").orElseThrow().octets("epc");
    assertThat(epc.bits()).isEqualTo(17);
    assertThat(epc.hex()).isEqualTo("ffffff");
  }

  @Test
  void whatFollowsAnUnknownOneWithoutLengthIsKeptRaw() throws Garbled {
    Message message =
        Decoded.of(
            Decoded.framed(
                61,
                "00f000148d000102030405060708090a0b95010200f000118d0001020304050607" + "08090a0b"));
    List<Parameter> tags = message.all("TagReportData").toList();
    assertThat(tags).hasSize(2);
    assertThat(tags.get(0).rest().hex()).isEqualTo("950102");
  }

  @Test
  void whatCannotBeEncodedIsRefused() {
    Parameter huge =
        Build.parameter("Custom").with("data", Octets.of(new byte[70_000])).parameter();
    Message message = Build.message("GET_READER_CAPABILITIES").with(huge).message(1, 1);
    assertThatThrownBy(() -> Encoder.encode(message)).hasMessageContaining("70012 bytes");
    assertThatThrownBy(() -> Build.parameter("AntennaID").with("antennaId", 65_536))
        .hasMessage("AntennaID.antennaId does not hold 65536");
    assertThatThrownBy(() -> Build.parameter("PeakRSSI").with("rssiDbm", -129))
        .hasMessageContaining("-129");
    assertThatThrownBy(() -> Build.parameter("EPC_96").with("epc", Octets.of(new byte[11])))
        .hasMessage("EPC_96.epc holds 12 bytes, not 11");
    assertThatThrownBy(() -> Build.parameter("C1G2Write").with("data", Octets.of(new byte[3])))
        .hasMessageContaining("items of 16 bits");
    assertThatThrownBy(() -> Build.parameter("Antenna")).hasMessageContaining("no parameter");
  }
}
