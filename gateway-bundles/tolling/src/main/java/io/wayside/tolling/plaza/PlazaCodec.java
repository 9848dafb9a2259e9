// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.Names;
import io.wayside.tolling.plaza.PlazaMessage.Kind;
import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages between lanes as lines of ASCII, twelve fields with one blank between them:
 *
 * <pre>wayside-plaza/1 STATION LANE BOOT SEQUENCE KIND EPC BITS SCORE VEHICLE AGE-MS MAC</pre>
 *
 * EPC is {@code -} when there is none; the score is in thousandths; vehicle is 0 or 1. MAC is
 * HMAC-SHA-256 with the station's key over everything before the last blank, cut to 16 bytes (RFC
 * 2104, section 5), in hexadecimal: who does not have the key cannot claim. Not for use by several
 * threads at a time.
 */
public final class PlazaCodec {

  /** Longest line; an EPC has at most 124 digits. */
  public static final int LONGEST = 512;

  private static final String HEAD = "wayside-plaza/1";
  private static final int FIELDS = 11;
  private static final int MAC_BYTES = 16;
  private static final int SHORTEST_KEY = 16;
  private static final int MOST_BITS = 496;

  private final Mac mac;

  /**
   * With the key of a station.
   *
   * @param key at least 16 bytes
   */
  public PlazaCodec(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the station's key has " + key.length + " bytes; give it at least " + SHORTEST_KEY);
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has HmacSHA256", missing);
    }
  }

  public String encode(PlazaMessage message) {
    StringBuilder line = new StringBuilder(160);
    line.append(HEAD).append(' ').append(message.station()).append(' ').append(message.lane());
    line.append(' ').append(message.boot()).append(' ').append(message.sequence());
    line.append(' ').append(message.kind().name().toLowerCase(Locale.ROOT)).append(' ');
    line.append(message.tag().map(TagNumber::epc).filter(e -> !e.isEmpty()).orElse("-"));
    line.append(' ').append(message.tag().map(TagNumber::bits).orElse(0));
    line.append(' ').append(Math.round(message.score() * 1000));
    line.append(' ').append(message.vehicle() ? 1 : 0).append(' ').append(message.ageMs());
    String said = line.toString();
    return said + ' ' + HexFormat.of().formatHex(seal(said));
  }

  /** Whether a line ends with the seal of the station's key. */
  public boolean isSealed(String line) {
    int end = line.lastIndexOf(' ');
    if (line.length() > LONGEST || end < 0) {
      return false;
    }
    try {
      return MessageDigest.isEqual(hex(line.substring(end + 1)), seal(line.substring(0, end)));
    } catch (GarbledData odd) {
      return false;
    }
  }

  /**
   * Reads a line.
   *
   * @throws GarbledData when it is not of this form and version, or not sealed with the key
   */
  public PlazaMessage decode(String line) throws GarbledData {
    int end = line.lastIndexOf(' ');
    if (line.length() > LONGEST || end < 0) {
      throw new GarbledData("a message of " + line.length() + " characters is none of a lane");
    }
    if (!isSealed(line)) {
      throw new GarbledData("a message is not sealed with this station's key");
    }
    String[] fields = line.substring(0, end).split(" ", -1);
    if (fields.length != FIELDS || !fields[0].equals(HEAD)) {
      throw new GarbledData("a message is of another version than " + HEAD);
    }
    return message(fields);
  }

  private static PlazaMessage message(String[] fields) throws GarbledData {
    if (!Names.isValid(fields[1]) || !Names.isValid(fields[2])) {
      throw new GarbledData("a message comes from no station or lane: " + fields[1]);
    }
    Kind kind = kind(fields[5]);
    try {
      return new PlazaMessage(
          fields[1],
          fields[2],
          number(fields[3], Long.MAX_VALUE),
          number(fields[4], Long.MAX_VALUE),
          kind,
          kind == Kind.ALIVE ? Optional.empty() : Optional.of(tag(fields[6], fields[7])),
          number(fields[8], 1000) / 1000.0,
          number(fields[9], 1) == 1,
          number(fields[10], Long.MAX_VALUE));
    } catch (IllegalArgumentException contradicting) {
      throw new GarbledData("a message contradicts itself: " + contradicting.getMessage());
    }
  }

  private static Kind kind(String text) throws GarbledData {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw new GarbledData("a message of unknown kind");
  }

  private static TagNumber tag(String epc, String bits) throws GarbledData {
    for (int i = 0; i < epc.length(); i++) {
      if (Character.digit(epc.charAt(i), 16) < 0 && !epc.equals("-")) {
        throw new GarbledData("a tag's number is not hexadecimal");
      }
    }
    return new TagNumber(epc.equals("-") ? "" : epc, (int) number(bits, MOST_BITS));
  }

  private static long number(String text, long most) throws GarbledData {
    long number = 0;
    if (text.isEmpty() || text.length() > 19) {
      throw new GarbledData("a number of " + text.length() + " digits");
    }
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new GarbledData("not a number");
      }
      number = number * 10 + (digit - '0');
      if (number < 0) {
        throw new GarbledData("a number beyond 64 bits");
      }
    }
    if (number > most) {
      throw new GarbledData("a number above " + most);
    }
    return number;
  }

  private byte[] seal(String said) {
    return java.util.Arrays.copyOf(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
  }

  private static byte[] hex(String text) throws GarbledData {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException odd) {
      throw new GarbledData("a seal that is not hexadecimal");
    }
  }
}
