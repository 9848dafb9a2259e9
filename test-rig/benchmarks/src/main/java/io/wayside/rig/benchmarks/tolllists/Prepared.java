// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;

/** The files that an issuer would send, made before anything is measured. */
final class Prepared {

  static final String ISSUER = "alpha";
  static final String KEYS = "keys";
  static final String FULL = "full.tags";
  static final String DELTA = "delta.tags";

  private Prepared() {}

  static void in(Path folder, int tags) throws IOException, GeneralSecurityException, GarbledData {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    Files.writeString(folder.resolve(KEYS), ISSUER + " main " + key + "\n");
    ListSigner signer = new ListSigner("main", pair.getPrivate());
    write(signer, head(1, OptionalLong.empty(), 0), folder.resolve(FULL), SampleTags.full(tags));
    write(
        signer,
        head(2, OptionalLong.of(1), SampleTags.tagsAfterDelta(tags)),
        folder.resolve(DELTA),
        SampleTags.delta(tags));
  }

  private static void write(ListSigner signer, ListHead head, Path file, Iterable<byte[]> lines)
      throws IOException, GarbledData {
    new ListWriter(signer, part -> new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))
        .write(head, lines);
  }

  private static ListHead head(long version, OptionalLong base, long tags) {
    Instant asOf = Instant.parse("2026-11-21T00:00:00Z");
    return new ListHead(ISSUER, ListType.ACCOUNTS, version, base, asOf, asOf, 0, tags, 0, "", 1, 1);
  }
}
