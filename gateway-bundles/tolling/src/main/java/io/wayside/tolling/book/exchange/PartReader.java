// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Reads one part: the head and its signature, which are checked before anything else is read, the
 * entries, and a last line that says how many they were and the hash up to there.
 */
final class PartReader implements AutoCloseable {

  private final ByteSource source;
  private final LineReader lines;
  private final ListHead head;
  private long entries;

  PartReader(PartFile file, ListKeys keys) throws IOException, GarbledData {
    source = file.open();
    boolean ready = false;
    try {
      lines = new LineReader(file.name(), source);
      head = head(file.name(), keys);
      ready = true;
    } finally {
      if (!ready) {
        source.close();
      }
    }
  }

  private ListHead head(String name, ListKeys keys) throws IOException, GarbledData {
    if (!lines.next()) {
      throw lines.wrong("the file is empty; fetch it again");
    }
    String signed = lines.text();
    ListHead read = HeadForm.read(name, signed);
    byte[] message = java.util.Arrays.copyOfRange(lines.bytes(), lines.from(), lines.to());
    if (!lines.next()) {
      throw lines.wrong("the signature of the head is missing; fetch the file again");
    }
    Node seal = Node.read(name, lines.text());
    seal.only("key", "signature");
    String key = seal.member("key").text();
    if (!keys.knows(read.issuer(), key)) {
      throw lines.wrong(
          read
              + " is signed with a key \""
              + key
              + "\" that this site does not have from "
              + read.issuer()
              + "; add it to the site's list keys if it is theirs");
    }
    if (!keys.verify(read.issuer(), key, message, bytes(seal.member("signature")))) {
      throw lines.wrong(
          read
              + " is not signed by "
              + read.issuer()
              + "'s key \""
              + key
              + "\", or its first line was changed; do not use it, ask "
              + read.issuer());
    }
    return read;
  }

  private static byte[] bytes(Node signature) throws GarbledData {
    try {
      return Base64.getDecoder().decode(signature.text());
    } catch (IllegalArgumentException notBase64) {
      throw signature.wrong("must be base64");
    }
  }

  ListHead head() {
    return head;
  }

  /**
   * Goes to the next entry; false behind the last, when the last line was found to be right.
   *
   * @param whole hash of the entries of all parts so far
   */
  boolean next(Entry entry, MessageDigest whole) throws IOException, GarbledData {
    if (!lines.next()) {
      throw lines.wrong("the file ends before its last line; fetch it again");
    }
    if (lines.from() < lines.to() && lines.bytes()[lines.from()] == '{') {
      finish(whole);
      return false;
    }
    whole.update(lines.bytes(), lines.from(), lines.to() + 1 - lines.from());
    entry.read(lines, lines.bytes(), lines.from(), lines.to());
    entries++;
    return true;
  }

  private void finish(MessageDigest whole) throws IOException, GarbledData {
    Node end = Node.read(head.toString() + ", last line", lines.text());
    end.only("end", "entries", "sha256");
    boolean right =
        end.member("end").whole(1, HeadForm.MOST_PARTS) == head.part()
            && HeadForm.number(end.member("entries"), 0, Long.MAX_VALUE) == entries
            && end.member("sha256").text().equals(soFar(whole));
    if (!right) {
      throw lines.wrong(
          "the entries of "
              + head
              + ", part "
              + head.part()
              + ", are not those that were sent; fetch the file again");
    }
    if (lines.next()) {
      throw lines.wrong("nothing may follow the last line; fetch the file again");
    }
  }

  static String soFar(MessageDigest whole) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) whole.clone()).digest());
    } catch (CloneNotSupportedException never) {
      throw new IllegalStateException("this Java cannot copy a hash", never);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("this Java has no SHA-256", never);
    }
  }

  Place place() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
