// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import io.wayside.core.data.GarbledData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hash chain of a stream: {@code hash = SHA-256(previous hash, SHA-256(canonical bytes))}, both
 * parts 32 bytes. The inner digest lets a record whose content was thinned out keep its link.
 */
public final class Chain {

  /** Length of a hash in bytes. */
  public static final int HASH_BYTES = 32;

  /** Some 40 µs of work; to hand it over takes a tenth of that. */
  private static final int DIGESTS_IN_A_PART = 8;

  private static final HexFormat HEX = HexFormat.of();

  private Chain() {}

  /** What stands before the first record of a stream: 32 zero bytes. */
  public static byte[] origin() {
    return new byte[HASH_BYTES];
  }

  /** SHA-256 of the canonical bytes. */
  public static byte[] digest(byte[] canonical) {
    return sha256().digest(canonical);
  }

  /** The hash of a record with this digest after a record with that hash. */
  public static byte[] link(byte[] previous, byte[] digest) {
    MessageDigest sha = sha256();
    sha.update(previous);
    return sha.digest(digest);
  }

  /** The hash of a record with these canonical bytes after a record with that hash. */
  public static byte[] hash(byte[] previous, byte[] canonical) {
    return new Linking().hash(previous, canonical);
  }

  /** Hashes many records, on one thread. */
  public static final class Linking {

    private final MessageDigest sha = sha256();

    /** The hash of a record with these canonical bytes after a record with that hash. */
    public byte[] hash(byte[] previous, byte[] canonical) {
      return link(previous, sha.digest(canonical));
    }

    /** The hash of a record with this digest after a record with that hash. */
    public byte[] link(byte[] previous, byte[] digest) {
      sha.update(previous);
      return sha.digest(digest);
    }
  }

  /**
   * The digests of many records. They do not depend on each other, and without the optimising
   * compiler they are most of the work of binding a large batch: it is shared with idle cores.
   */
  public static List<byte[]> digests(List<byte[]> canonicals) {
    int parts = canonicals.size() / DIGESTS_IN_A_PART;
    byte[][] digests = new byte[canonicals.size()][];
    if (parts < 2) {
      digest(canonicals, digests, 0, digests.length);
    } else {
      IntStream.range(0, parts)
          .parallel()
          .forEach(
              part ->
                  digest(
                      canonicals,
                      digests,
                      part * digests.length / parts,
                      (part + 1) * digests.length / parts));
    }
    return List.of(digests);
  }

  private static void digest(List<byte[]> canonicals, byte[][] digests, int from, int to) {
    MessageDigest sha = sha256();
    for (int i = from; i < to; i++) {
      digests[i] = sha.digest(canonicals.get(i));
    }
  }

  public static String hex(byte[] hash) {
    return HEX.formatHex(hash);
  }

  /** Reads 64 lower-case hexadecimal digits. */
  public static byte[] fromHex(String text) throws GarbledData {
    boolean wellFormed = text.length() == 2 * HASH_BYTES;
    for (int i = 0; wellFormed && i < text.length(); i++) {
      char c = text.charAt(i);
      wellFormed = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    if (!wellFormed) {
      throw new GarbledData("a hash is 64 lower-case hexadecimal digits, not \"" + text + "\"");
    }
    return HEX.parseHex(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
