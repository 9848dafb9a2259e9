// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import io.wayside.tolling.tag.TagNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An issuer that makes lists for tests. */
public final class TrialIssuer {

  public static final Instant AS_OF = Instant.parse("2026-11-21T10:00:00Z");

  /** In the order of lists. */
  public static final Comparator<TagNumber> ORDER =
      Comparator.comparingInt(TagNumber::bits).thenComparing(TagNumber::epc);

  private final String name;
  private final KeyPair pair;

  public TrialIssuer(String name) {
    this.name = name;
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  public String name() {
    return name;
  }

  public KeyPair pair() {
    return pair;
  }

  public ListKeys keys() {
    return ListKeys.of(name, "main", pair.getPublic());
  }

  /** How a number is written in a list. */
  public static String text(TagNumber tag) {
    return tag.bits() % 8 == 0 ? tag.epc() : tag.epc() + "/" + tag.bits();
  }

  public static ListHead full(String issuer, ListType type, long version, int parts) {
    return new ListHead(
        issuer, type, version, OptionalLong.empty(), AS_OF, AS_OF, 0, 0, 0, "", 1, parts);
  }

  public static ListHead delta(
      String issuer, ListType type, long version, long base, long tags, int parts) {
    return new ListHead(
        issuer, type, version, OptionalLong.of(base), AS_OF, AS_OF, 0, tags, 0, "", 1, parts);
  }

  public static ListHead withPlates(ListHead head, int bytes) {
    return new ListHead(
        head.issuer(),
        head.type(),
        head.version(),
        head.base(),
        head.asOf(),
        head.validFrom(),
        0,
        head.tags(),
        bytes,
        "",
        1,
        head.parts());
  }

  public static ListHead validFrom(ListHead head, Instant from) {
    return new ListHead(
        head.issuer(),
        head.type(),
        head.version(),
        head.base(),
        head.asOf(),
        from,
        0,
        head.tags(),
        head.plateHashBytes(),
        "",
        1,
        head.parts());
  }

  /** What is said of each tag, as lines in order; null in the map means that it leaves the list. */
  public static List<String> lines(Map<TagNumber, String> words) {
    TreeMap<TagNumber, String> sorted = new TreeMap<>(ORDER);
    sorted.putAll(words);
    List<String> lines = new ArrayList<>();
    sorted.forEach(
        (tag, said) ->
            lines.add(
                said.equals("-") ? "-" + text(tag) : (text(tag) + " " + said).stripTrailing()));
    return lines;
  }

  public List<MemoryPart> make(ListHead head, List<String> lines) throws GarbledData {
    List<ByteArrayOutputStream> parts = new ArrayList<>();
    List<byte[]> bytes = lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
    try {
      new ListWriter(
              new ListSigner("main", pair.getPrivate()),
              part -> {
                parts.add(new ByteArrayOutputStream());
                return parts.get(part - 1);
              })
          .write(head, bytes);
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
    List<MemoryPart> made = new ArrayList<>();
    parts.forEach(
        part -> made.add(new MemoryPart("part-" + (made.size() + 1), part.toByteArray())));
    return made;
  }
}
