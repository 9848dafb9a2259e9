// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.seal;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.journal.record.Chain;
import java.util.Set;

/**
 * What stands in an export where a record does not: a link of the chain without its content, or a
 * gap. Records, seals and keys have forms of their own.
 */
public sealed interface ExportLine {

  String gateway();

  String stream();

  /**
   * A record of which only the digest is there.
   *
   * @param thinned whether the content is lost; else it was left out of the export
   * @param digest SHA-256 of the canonical bytes, in hexadecimal as the hashes
   */
  record Link(
      String gateway,
      String stream,
      long sequence,
      boolean thinned,
      String digest,
      String previousHash,
      String hash)
      implements ExportLine {

    /** Whether the hash follows from the previous hash and the digest. */
    public boolean hashHolds() {
      try {
        byte[] computed = Chain.link(Chain.fromHex(previousHash), Chain.fromHex(digest));
        return Chain.hex(computed).equals(hash);
      } catch (GarbledData notAHash) {
        return false;
      }
    }
  }

  /**
   * Numbers without a record.
   *
   * @param hash stands for the record at {@code last}: the next one links to it
   */
  record Gap(String gateway, String stream, long first, long last, String hash, String cause)
      implements ExportLine {}

  /** Whether this is one of these lines. */
  static boolean isOne(Value value) {
    return value instanceof Value.Fields fields
        && (fields.values().containsKey("link") || fields.values().containsKey("gap"));
  }

  /** As a line of an export. */
  static Value.Fields write(ExportLine line) {
    if (line instanceof Link link) {
      return Value.Fields.with("link", link.thinned ? "thinned" : "left out")
          .and("gateway", link.gateway)
          .and("stream", link.stream)
          .and("sequence", link.sequence)
          .and("digest", link.digest)
          .and("previousHash", link.previousHash)
          .and("hash", link.hash)
          .build();
    }
    Gap gap = (Gap) line;
    return Value.Fields.with("gap", gap.cause)
        .and("gateway", gap.gateway)
        .and("stream", gap.stream)
        .and("first", gap.first)
        .and("last", gap.last)
        .and("hash", gap.hash)
        .build();
  }

  /** Reads a line. */
  static ExportLine read(Value value) throws GarbledData {
    if (value instanceof Value.Fields fields) {
      Set<String> names = fields.values().keySet();
      if (names.equals(
          Set.of("link", "gateway", "stream", "sequence", "digest", "previousHash", "hash"))) {
        return link(fields);
      }
      if (names.equals(Set.of("gap", "gateway", "stream", "first", "last", "hash"))) {
        Gap gap =
            new Gap(
                text(fields, "gateway"),
                text(fields, "stream"),
                whole(fields, "first"),
                whole(fields, "last"),
                hash(fields, "hash"),
                text(fields, "gap"));
        if (gap.last < gap.first) {
          throw new GarbledData("a gap ends before it begins");
        }
        return gap;
      }
    }
    throw new GarbledData("a link or a gap has other fields");
  }

  private static Link link(Value.Fields fields) throws GarbledData {
    String kind = text(fields, "link");
    if (!kind.equals("thinned") && !kind.equals("left out")) {
      throw new GarbledData("link is \"" + kind + "\", expected \"thinned\" or \"left out\"");
    }
    return new Link(
        text(fields, "gateway"),
        text(fields, "stream"),
        whole(fields, "sequence"),
        kind.equals("thinned"),
        hash(fields, "digest"),
        hash(fields, "previousHash"),
        hash(fields, "hash"));
  }

  private static String text(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Text text) {
      return text.value();
    }
    throw new GarbledData(name + " is not text");
  }

  private static String hash(Value.Fields fields, String name) throws GarbledData {
    String text = text(fields, name);
    Chain.fromHex(text);
    return text;
  }

  private static long whole(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Whole whole && whole.value() >= 1) {
      return whole.value();
    }
    throw new GarbledData(name + " is not a number from 1 on");
  }
}
