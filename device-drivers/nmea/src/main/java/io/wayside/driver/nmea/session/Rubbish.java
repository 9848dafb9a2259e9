// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import io.wayside.driver.nmea.sentence.Fault;
import java.util.EnumMap;
import java.util.Map;

/** Bytes since the last good sentence: how many, and what they look like. */
final class Rubbish {

  /** Thirteen sentences of the standard's greatest length: more than any start or hiccup. */
  static final int TOO_MANY_BYTES = 1_066;

  private static final double NO_TEXT_SHARE = 0.1;

  private long bytes;
  private long noText;
  private Map<Fault, Long> faultsBefore = Map.of();

  /** A good sentence came, or the line was opened. */
  void reset(Map<Fault, Long> faults) {
    bytes = 0;
    noText = 0;
    faultsBefore = Map.copyOf(faults);
  }

  void heard(byte[] buffer, int count) {
    bytes += count;
    for (int i = 0; i < count; i++) {
      byte next = buffer[i];
      boolean text = (next >= ' ' && next < 127) || next == '\r' || next == '\n' || next == '\t';
      noText += text ? 0 : 1;
    }
  }

  boolean any() {
    return bytes > 0;
  }

  boolean tooMuch() {
    return bytes >= TOO_MANY_BYTES;
  }

  /** What it looks like and what to do. */
  String words(Map<Fault, Long> faults, boolean serial) {
    if (noText >= NO_TEXT_SHARE * bytes) {
      return serial
          ? "the bytes that come are no text; the baud rate of the link is most likely wrong (4800 is"
              + " usual for instruments, 38400 for AIS), or the two wires are swapped"
          : "the bytes that come are no text; check the baud rate and the wires at the converter, and"
              + " that this port is the right one";
    }
    Map<Fault, Long> since = new EnumMap<>(Fault.class);
    faults.forEach(
        (fault, count) -> since.put(fault, count - faultsBefore.getOrDefault(fault, 0L)));
    Fault most =
        since.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(Fault.NO_SENTENCE);
    return "text comes but no good sentence, %s most often; %s"
        .formatted(LineQuality.words(most), LineQuality.remedy(most));
  }
}
