// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;

/**
 * Writes a list as its issuer sends it. The lines are gone through twice: to hash, and to write.
 */
public final class ListWriter {

  /** Gives the stream of a part; it is closed when the part is written. */
  public interface Parts {
    OutputStream part(int number) throws IOException;
  }

  /** Looks at an entry before anything is signed. */
  public interface Look {
    void at(Entry entry) throws IOException, GarbledData;
  }

  private final ListSigner signer;
  private final Parts parts;
  private final Look look;

  public ListWriter(ListSigner signer, Parts parts) {
    this(signer, parts, entry -> {});
  }

  public ListWriter(ListSigner signer, Parts parts, Look look) {
    this.signer = signer;
    this.parts = parts;
    this.look = look;
  }

  /**
   * Writes all parts.
   *
   * @param head its entries, hash and part are worked out here and may be anything
   * @param lines in order, without line ends; the same each time they are gone through
   */
  public ListHead write(ListHead head, Iterable<byte[]> lines) throws IOException, GarbledData {
    MessageDigest whole = PartReader.sha256();
    Entry entry = new Entry();
    long count = 0;
    for (byte[] line : lines) {
      long number = ++count;
      entry.read(
          what -> new GarbledData(head + ", entry " + number + ": " + what), line, 0, line.length);
      if (!entry.follows()) {
        throw entry.wrong(
            "does not come behind the one before it; sort the entries, each tag once");
      }
      look.at(entry);
      whole.update(line);
      whole.update((byte) '\n');
    }
    ListHead complete =
        new ListHead(
            head.issuer(),
            head.type(),
            head.version(),
            head.base(),
            head.asOf(),
            head.validFrom(),
            count,
            head.isDelta() ? head.tags() : count,
            head.plateHashBytes(),
            HexFormat.of().formatHex(whole.digest()),
            1,
            head.parts());
    writeParts(complete, lines.iterator());
    return complete;
  }

  private void writeParts(ListHead head, Iterator<byte[]> lines) throws IOException {
    MessageDigest whole = PartReader.sha256();
    long inEach = (head.entries() + head.parts() - 1) / head.parts();
    for (int part = 1; part <= head.parts(); part++) {
      try (OutputStream out = parts.part(part)) {
        String first = HeadForm.write(head.withPart(part));
        line(out, first);
        line(out, signer.sign(first));
        long entries = 0;
        while (entries < inEach && lines.hasNext()) {
          byte[] line = lines.next();
          out.write(line);
          out.write('\n');
          whole.update(line);
          whole.update((byte) '\n');
          entries++;
        }
        line(
            out,
            Json.write(
                Value.Fields.with("end", part)
                    .and("entries", entries)
                    .and("sha256", PartReader.soFar(whole))
                    .build()));
      }
    }
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
