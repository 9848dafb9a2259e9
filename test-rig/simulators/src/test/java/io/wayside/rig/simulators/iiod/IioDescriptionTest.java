// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class IioDescriptionTest {

  private static final IioChannel VOLTAGE = IioChannel.scanned("voltage0", 0, "le:s16/16>>0");

  private static IioDescription described(String id, String name, double hz, IioChannel... all) {
    return new IioDescription(id, name, hz, List.of(all));
  }

  @Test
  void scannedChannelsComeFirstAndByTheirIndex() {
    IioDescription device =
        described(
            "iio:device0",
            "adc",
            10,
            IioChannel.unscanned("temp"),
            IioChannel.timestamp(2),
            IioChannel.scanned("voltage1", 1, "le:s16/16>>0"),
            VOLTAGE);
    assertThat(device.channels())
        .extracting(IioChannel::id)
        .containsExactly("voltage0", "voltage1", "timestamp", "temp");
    assertThat(device.measured())
        .extracting(IioChannel::id)
        .containsExactly("voltage0", "voltage1");
  }

  @Test
  void anAttributeHasTheFileOfItsChannel() {
    IioChannel channel = VOLTAGE.scale("0.5").with("gain", "2", true);
    assertThat(channel.attributes())
        .containsExactly(
            new IioAttribute("scale", "in_voltage0_scale", "0.5", false),
            new IioAttribute("gain", "in_voltage0_gain", "2", true));
  }

  @Test
  void refusesWhatNoKernelWouldDescribe() {
    assertThatThrownBy(() -> described("device0", "adc", 1, VOLTAGE)).hasMessageContaining("id");
    assertThatThrownBy(() -> described("iio:device0", "a c", 1, VOLTAGE))
        .hasMessageContaining("'a c'");
    assertThatThrownBy(() -> described("iio:device0", "adc", 0, VOLTAGE))
        .hasMessageContaining("0.0 Hz");
    assertThatThrownBy(() -> described("iio:device0", "adc", 1)).hasMessageContaining("no channel");
    assertThatThrownBy(() -> described("iio:device0", "adc", 1, VOLTAGE, VOLTAGE))
        .hasMessageContaining("two channels of one index");
    assertThatThrownBy(() -> IioChannel.unscanned("Voltage 0")).hasMessageContaining("Voltage 0");
  }

  @Test
  void timesFollowFromTheNumberOfTheScan() {
    IioDescription device = described("iio:device0", "adc", 3, VOLTAGE, IioChannel.timestamp(1));
    ScanFeed feed = new ScanFeed(device, () -> new long[] {5});
    feed.startAt(1_000);
    assertThat(feed.next()).containsExactly(5, 1_000);
    assertThat(feed.next()).containsExactly(5, 333_334_333L);
    assertThat(feed.next()).containsExactly(5, 666_667_667L);
    feed.sampleAt(1_000);
    assertThat(feed.next()).containsExactly(5, 1_000_001_000L);
    assertThat(feed.next()).containsExactly(5, 1_001_001_000L);
  }

  @Test
  void severalValuesArePackedInFours() {
    Packed packed = new Packed();
    packed.add(new byte[] {1, 2, 3, 4, 5});
    packed.add(Errno.EBUSY);
    packed.add(new byte[] {9, 9, 9, 9});
    assertThat(packed.bytes())
        .containsExactly(
            0, 0, 0, 5, 1, 2, 3, 4, 5, 0, 0, 0, -1, -1, -1, -16, 0, 0, 0, 4, 9, 9, 9, 9);
  }
}
