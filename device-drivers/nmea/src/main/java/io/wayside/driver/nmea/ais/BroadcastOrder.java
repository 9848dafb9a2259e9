// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Armour;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.sentence.CheckSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Orders to a station on an aid to broadcast a binary message: {@code !--MEB} of IEC 62320-2, each
 * with check sum and line end and at most 82 characters. The station must know the MMSI.
 *
 * @param talker two letters
 * @param sequence 0 to 3
 * @param channel where to send it once; a stored one is sent by the station's own schedule
 * @param index of the message in the station's table, 0 to 9
 */
public record BroadcastOrder(String talker, int sequence, Channel channel, int index) {

  /** On which channel a station is to send. */
  public enum Channel {
    /** Kept, and sent whenever the station's schedule says. */
    BY_SCHEDULE(""),
    EITHER("0"),
    A("1"),
    B("2"),
    BOTH("3");

    private final String field;

    Channel(String field) {
      this.field = field;
    }
  }

  /** What is left of 82 characters by the other fields at their longest. */
  private static final int LETTERS = 28;

  private static final String STORED = "0";
  private static final String ONCE = "1";

  public BroadcastOrder {
    if (!talker.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a talker has two letters, not \"" + talker + "\"");
    }
    if (sequence < 0 || sequence > 3 || index < 0 || index > 9) {
      throw new IllegalArgumentException(
          "sequence " + sequence + " is from 0 to 3, index " + index + " from 0 to 9");
    }
  }

  /** For a message to one station, which the sentence gives the fields of. */
  public List<String> sentences(AddressedBinary message) {
    Bits data =
        new BitsWriter()
            .put(message.dac(), 10)
            .put(message.fi(), 6)
            .all(message.content().bits())
            .bits();
    List<String> parts = Announcement.parts(Armour.letters(data), LETTERS);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      sentences.add(
          CheckSum.ended(
              String.join(
                  ",",
                  "!" + talker + "MEB",
                  String.valueOf(parts.size()),
                  String.valueOf(i + 1),
                  String.valueOf(sequence),
                  channel.field,
                  mmsi(message.mmsi()),
                  String.valueOf(message.type()),
                  String.valueOf(index),
                  channel == Channel.BY_SCHEDULE ? STORED : ONCE,
                  mmsi(message.destination()),
                  "1",
                  "C",
                  parts.get(i),
                  String.valueOf(last ? Armour.fill(data) : 0))));
    }
    return sentences;
  }

  private static String mmsi(int number) {
    return String.format(Locale.ROOT, "%09d", number);
  }
}
