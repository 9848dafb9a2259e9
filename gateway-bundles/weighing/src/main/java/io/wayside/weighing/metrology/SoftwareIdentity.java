// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The legally relevant software, known by one hash over the bytes of all its parts. The order in
 * which parts and files are found does not matter; a byte, a name or a version that differs does.
 *
 * @param hash lower-case hexadecimal SHA-256
 * @param parts version and hash of each part by its name
 */
public record SoftwareIdentity(String hash, SortedMap<String, String> parts) {

  /** One part: a bundle. */
  public record Part(String name, String version, String hash) {

    /** A part of these files. */
    public static Part of(String name, String version, Map<String, byte[]> files) {
      MessageDigest digest = Digest.begin();
      new TreeMap<>(files)
          .forEach(
              (path, content) -> {
                field(digest, path.getBytes(StandardCharsets.UTF_8));
                field(digest, content);
              });
      return new Part(name, version, HexFormat.of().formatHex(digest.digest()));
    }
  }

  public static SoftwareIdentity of(Iterable<Part> parts) {
    SortedMap<String, String> byName = new TreeMap<>();
    for (Part part : parts) {
      byName.put(part.name(), part.version() + " " + part.hash());
    }
    MessageDigest digest = Digest.begin();
    byName.forEach(
        (name, rest) -> {
          field(digest, name.getBytes(StandardCharsets.UTF_8));
          field(digest, rest.getBytes(StandardCharsets.UTF_8));
        });
    return new SoftwareIdentity(HexFormat.of().formatHex(digest.digest()), byName);
  }

  /** With its length before it, so that no two lists of fields give the same bytes. */
  private static void field(MessageDigest digest, byte[] content) {
    int length = content.length;
    digest.update(
        new byte[] {
          (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        });
    digest.update(content);
  }
}
