// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class IiodClientTest {

  private static IiodClient answering(String answers) {
    return new IiodClient(new CannedLink(answers.getBytes(StandardCharsets.US_ASCII)), "adc", 500);
  }

  @Test
  void answersAreReadAsTheServerSendsThem() throws DeviceException {
    assertThat(answering("0.26.a1b2c3d\n").version()).isEqualTo("0.26.a1b2c3d");
    assertThat(answering("5\n<a/>\n\n").context()).isEqualTo("<a/>\n");
    assertThat(answering("7\n1.2500\n\n").read("d", "c", "scale")).isEqualTo("1.2500");
    assertThat(answering("4\n128\0\n").read("d", "", "n")).isEqualTo("128");
    byte[] scans = new byte[5];
    answering("3\n00000001\nabc2\nde").readBuffer("d", scans, "00000001");
    assertThat(scans).asString(StandardCharsets.US_ASCII).isEqualTo("abcde");
  }

  @Test
  void commandsAreWrittenAsTheServerReadsThem() throws DeviceException {
    CannedLink link = new CannedLink("2\n0\n".getBytes(StandardCharsets.US_ASCII));
    IiodClient client = new IiodClient(link, "adc", 500);
    client.write("iio:device0", "voltage0", "scale", "10");
    client.open("iio:device0", 64, "00000003");

    assertThat(link.written())
        .isEqualTo(
            "WRITE iio:device0 INPUT voltage0 scale 2\r\n10" + "OPEN iio:device0 64 00000003\r\n");
  }

  @Test
  void aMaskHasItsHighestWordFirst() {
    BitSet channels = new BitSet();
    channels.set(0);
    channels.set(31);
    channels.set(33);

    assertThat(IiodClient.mask(channels, 34)).isEqualTo("0000000280000001");
    assertThat(IiodClient.mask(channels, 65)).isEqualTo("000000000000000280000001");
  }

  @Test
  void anErrorNumberSaysWhatTheCallerCanDo() {
    assertThatThrownBy(() -> answering("-22\n").open("d", 1, "00000001"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("EINVAL");
    assertThatThrownBy(() -> answering("-19\n").context()).isInstanceOf(LinkDown.class);
    assertThatThrownBy(() -> answering("-110\n").readBuffer("d", new byte[4], "00000001"))
        .isInstanceOf(TimedOut.class);
    assertThatThrownBy(() -> answering("-999\n").timeout(1))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("999");
  }

  @Test
  void lengthsAreBounded() {
    assertThatThrownBy(() -> answering("999999999\n").context()).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> answering("65536\n").read("d", "", "a")).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> answering("9\n").readBuffer("d", new byte[8], "00000001"))
        .isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> answering("0\n").readBuffer("d", new byte[8], "00000001"))
        .isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> answering("7".repeat(10_000)).version()).isInstanceOf(Garbled.class);
    assertThatThrownBy(() -> answering("").version()).isInstanceOf(TimedOut.class);
  }

  /** Whatever comes, it is an answer or one of the four kinds of exception. */
  @Test
  void anyBytesAreAnAnswerOrRefused() {
    Random random = new Random(9);
    String alphabet = "0123456789-\n\r \0abcf.<>";
    int answered = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder bytes = new StringBuilder();
      int length = random.nextInt(40);
      for (int j = 0; j < length; j++) {
        bytes.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      IiodClient client = answering(bytes.toString());
      try {
        switch (random.nextInt(5)) {
          case 0 -> client.version();
          case 1 -> client.context();
          case 2 -> client.read("d", "c", "a");
          case 3 -> client.open("d", 1, "00000001");
          default -> client.readBuffer("d", new byte[4], "00000001");
        }
        answered++;
      } catch (DeviceException refused) {
        assertThat(refused.getMessage()).contains("adc");
      }
    }
    assertThat(answered).isPositive();
  }
}
