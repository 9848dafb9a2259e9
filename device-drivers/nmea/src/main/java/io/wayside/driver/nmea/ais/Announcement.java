// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Armour;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.sentence.CheckSum;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as the sentences that carry it, each with check sum and line end and at most 82
 * characters: as received ({@code VDM}), or as sent by this station ({@code VDO}).
 *
 * @param talker two letters: AI, AN for an aid, AB for a base station
 * @param sequence 0 to 9; tells messages of several parts apart
 */
public record Announcement(String talker, int sequence, Bits bits) {

  /** Letters in a VDM sentence of 82 characters. */
  private static final int VDM_LETTERS = 60;

  private static final int MOST_PARTS = 9;

  public Announcement {
    if (!talker.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("a talker has two letters, not \"" + talker + "\"");
    }
    if (sequence < 0 || sequence > 9) {
      throw new IllegalArgumentException("sequence " + sequence + " is not from 0 to 9");
    }
  }

  /** As another station's message. */
  public List<String> received(char channel) {
    return vdm("VDM", channel);
  }

  /** As this station's own. */
  public List<String> own(char channel) {
    return vdm("VDO", channel);
  }

  private List<String> vdm(String kind, char channel) {
    List<String> parts = parts(Armour.letters(bits), VDM_LETTERS);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      sentences.add(
          CheckSum.ended(
              "!"
                  + talker
                  + kind
                  + ","
                  + parts.size()
                  + ","
                  + (i + 1)
                  + ","
                  + (parts.size() == 1 ? "" : sequence)
                  + ","
                  + (channel == Part.NONE ? "" : channel)
                  + ","
                  + parts.get(i)
                  + ","
                  + (last ? Armour.fill(bits) : 0)));
    }
    return sentences;
  }

  /** Letters cut into sentences, at most nine. */
  static List<String> parts(String letters, int most) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at == 0 || at < letters.length(); at += most) {
      parts.add(letters.substring(at, Math.min(at + most, letters.length())));
    }
    if (parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          letters.length() + " letters do not go into " + MOST_PARTS + " sentences; send less");
    }
    return parts;
  }
}
