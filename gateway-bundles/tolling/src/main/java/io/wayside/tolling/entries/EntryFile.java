// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.tag.TagNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Crossings of other gateways as a file of text: a head, the Ed25519 signature of that line as
 * lists have it, and a line for each crossing, in any order.
 *
 * <pre>
 * {"form":"wayside-entries/1","from":"centre","asOf":"2026-11-22T05:00:00Z","crossings":2,"sha256":"…"}
 * {"key":"main","signature":"…"}
 * in 00a0111111111111111111aa 96 1001 2026-11-22T04:10:00Z gate-3/toll.lane-1/4711
 * out 00a0111111111111111111ab 96 1003 2026-11-22T04:11:30Z gate-9/toll.lane-2/12
 * </pre>
 *
 * A line of an entry may end with {@code doubtful}. The hash is of all lines behind the second.
 *
 * @param from who sent it, as the site's keys name it
 * @param asOf when it was made
 */
public record EntryFile(String from, Instant asOf, List<Crossing> crossings) {

  /** Longer files are refused. */
  public static final int LONGEST = 16_000_000;

  private static final String FORM = "wayside-entries/1";
  private static final int MOST = 200_000;

  public EntryFile {
    crossings = List.copyOf(crossings);
  }

  /** As text, signed. */
  public String write(ListSigner signer) {
    StringBuilder lines = new StringBuilder();
    crossings.forEach(one -> lines.append(line(one)).append('\n'));
    String head =
        Json.write(
            Value.Fields.with("form", FORM)
                .and("from", from)
                .and("asOf", asOf.toString())
                .and("crossings", crossings.size())
                .and("sha256", sha256(lines.toString()))
                .build());
    return head + '\n' + signer.sign(head) + '\n' + lines;
  }

  private static String line(Crossing one) {
    String line =
        String.join(
            " ",
            one.in() ? "in" : "out",
            one.tag().epc(),
            Integer.toString(one.tag().bits()),
            one.point().station(),
            one.point().at().toString(),
            one.point().record());
    return one.doubtful() ? line + " doubtful" : line;
  }

  /**
   * Reads it.
   *
   * @param source its name in messages
   * @throws GarbledData when it is not of this form, or not signed by a key of the site
   */
  public static EntryFile read(String source, String text, ListKeys keys) throws GarbledData {
    int first = text.indexOf('\n');
    int second = first < 0 ? -1 : text.indexOf('\n', first + 1);
    if (second < 0 || text.length() > LONGEST) {
      throw new GarbledData(source + ": has no head and signature, or is too long; send it again");
    }
    String signed = text.substring(0, first);
    String lines = text.substring(second + 1);
    Node head = Node.read(source, signed);
    head.only("form", "from", "asOf", "crossings", "sha256");
    if (!head.member("form").text().equals(FORM)) {
      throw head.member("form").wrong("must be \"" + FORM + "\"; this software reads no other");
    }
    String from = head.member("from").text();
    verify(source, from, signed, Node.read(source, text.substring(first + 1, second)), keys);
    if (!head.member("sha256").text().equals(sha256(lines))) {
      throw new GarbledData(source + ": its lines are not those that were signed; send it again");
    }
    List<Crossing> crossings = new ArrayList<>();
    int expected = head.member("crossings").whole(0, MOST);
    for (String line : lines.split("\n", MOST + 2)) {
      if (!line.isEmpty()) {
        crossings.add(crossing(source + ", line " + (crossings.size() + 3) + ": ", line));
      }
    }
    if (crossings.size() != expected) {
      throw head.member("crossings").wrong("is not the number of lines; ask who made the file");
    }
    return new EntryFile(from, instant(source + ": ", head.member("asOf").text()), crossings);
  }

  private static void verify(String source, String from, String signed, Node seal, ListKeys keys)
      throws GarbledData {
    seal.only("key", "signature");
    byte[] signature;
    try {
      signature = Base64.getDecoder().decode(seal.member("signature").text());
    } catch (IllegalArgumentException notBase64) {
      throw seal.member("signature").wrong("must be base64");
    }
    String key = seal.member("key").text();
    if (!keys.knows(from, key)
        || !keys.verify(from, key, signed.getBytes(StandardCharsets.UTF_8), signature)) {
      throw new GarbledData(
          source
              + ": is not signed with a key \""
              + key
              + "\" that this site has from "
              + from
              + "; add the key if it is theirs, else do not use the file");
    }
  }

  private static Crossing crossing(String place, String line) throws GarbledData {
    String[] words = line.split(" ", -1);
    boolean doubtful = words.length == 7 && words[6].equals("doubtful");
    boolean known = words[0].equals("in") || words[0].equals("out");
    if (!known || (words.length != 6 && !doubtful) || !words[3].matches("[0-9]{4}")) {
      throw new GarbledData(
          place + "expected in or out, tag, bits, station, time and record, not " + line);
    }
    if (!words[1].matches("[0-9a-f]{0,124}") || !words[2].matches("[0-9]{1,3}")) {
      throw new GarbledData(place + "is no tag in lower-case hexadecimal with its bits: " + line);
    }
    try {
      return new Crossing(
          new TagNumber(words[1], Integer.parseInt(words[2])),
          words[0].equals("in"),
          new EntryPoint(words[3], instant(place, words[4]), words[5]),
          doubtful);
    } catch (IllegalArgumentException notSoLong) {
      throw new GarbledData(place + notSoLong.getMessage());
    }
  }

  private static Instant instant(String place, String text) throws GarbledData {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notInstant) {
      throw new GarbledData(place + "must be a time in UTC such as 2026-11-22T05:00:00Z: " + text);
    }
  }

  private static String sha256(String lines) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("this Java has no SHA-256", never);
    }
  }
}
