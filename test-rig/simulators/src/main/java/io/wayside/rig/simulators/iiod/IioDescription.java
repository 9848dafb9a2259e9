// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A device as its driver in the kernel describes it.
 *
 * @param id such as {@code iio:device0}
 * @param name of the chip
 * @param samplingHz scans per second at the start; the attribute {@code sampling_frequency}
 * @param channels scanned ones first, by index, then the others; put into that order
 */
public record IioDescription(String id, String name, double samplingHz, List<IioChannel> channels) {

  public IioDescription {
    if (!id.matches("iio:device\\d+") || !name.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "id '%s' must be like iio:device0 and name '%s' one word".formatted(id, name));
    }
    if (!(samplingHz > 0 && samplingHz <= 1e6)) {
      throw new IllegalArgumentException("sampling at " + samplingHz + " Hz must be in (0, 1e6]");
    }
    if (channels.isEmpty()) {
      throw new IllegalArgumentException(name + " has no channel; describe at least one");
    }
    List<IioChannel> ordered = new ArrayList<>(channels);
    ordered.sort(
        Comparator.comparing((IioChannel c) -> !c.isScanned()).thenComparing(IioChannel::index));
    if (ordered.stream().filter(IioChannel::isScanned).map(IioChannel::index).distinct().count()
        != ordered.stream().filter(IioChannel::isScanned).count()) {
      throw new IllegalArgumentException(name + " has two channels of one index");
    }
    channels = List.copyOf(ordered);
  }

  /** An ADC with four bridges, 24 bits in 32, as an AD7124 describes itself. */
  public static IioDescription fourBridges(double samplingHz) {
    List<IioChannel> channels = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      channels.add(
          IioChannel.scanned("voltage" + i, i, "be:u24/32>>8")
              .scale("0.000298023")
              .offset("-8388608"));
    }
    channels.add(IioChannel.timestamp(4));
    return new IioDescription("iio:device0", "ad7124-4", samplingHz, channels);
  }

  /** Scanned channels but the timestamp: what a source gives a number for. */
  public List<IioChannel> measured() {
    return channels.stream().filter(c -> c.isScanned() && !c.isTimestamp()).toList();
  }
}
