// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.core.data.GarbledData;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.seal.Seal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one row by itself, given the hash before it; safe for several threads. */
final class RowCheck {

  /**
   * A row as it lies in the database.
   *
   * @param previous hash of the row before, or what stands for it
   * @param sealedBy content of the seal of its batch when it is the last of its stream in it
   */
  @SuppressWarnings("ArrayRecordComponent") // lives between reading and checking; never compared
  record Row(
      String stream,
      long sequence,
      long batch,
      int rank,
      byte[] previous,
      byte @Nullable [] hash,
      byte @Nullable [] content,
      byte @Nullable [] digest,
      boolean endsBatch,
      byte @Nullable [] sealedBy) {}

  /** What is wrong with a row; {@code inSeal} when it is its seal and not the row itself. */
  record Fault(long sequence, String reason, boolean inSeal) {}

  private static final List<Importance> IMPORTANCES = List.of(Importance.values());

  private final Path blobs;

  /**
   * @param blobs folder of the blobs
   */
  RowCheck(Path blobs) {
    this.blobs = blobs;
  }

  Optional<Fault> fault(Row row) {
    try {
      chain(row);
    } catch (GarbledData bad) {
      return Optional.of(new Fault(row.sequence, String.valueOf(bad.getMessage()), false));
    }
    try {
      seal(row);
      return Optional.empty();
    } catch (GarbledData bad) {
      return Optional.of(new Fault(row.sequence, String.valueOf(bad.getMessage()), true));
    }
  }

  private void chain(Row row) throws GarbledData {
    byte[] digest = row.content == null ? row.digest : Chain.digest(row.content);
    if (digest == null || row.hash == null) {
      throw new GarbledData("the row is empty");
    }
    if (!Arrays.equals(Chain.link(row.previous, digest), row.hash)) {
      throw new GarbledData("content and previous hash do not give its hash");
    }
    if (row.content == null) {
      return;
    }
    RecordContent record = RecordCodec.decode(row.content);
    if (!record.id().stream().equals(row.stream) || record.id().sequence() != row.sequence) {
      throw new GarbledData("the row holds the record " + record.id());
    }
    if (IMPORTANCES.indexOf(record.importance()) + 1 != row.rank) {
      throw new GarbledData("the row says importance " + row.rank + ", the record does not");
    }
    for (BlobRef ref : record.blobs()) {
      blob(ref);
    }
  }

  private static void seal(Row row) throws GarbledData {
    if (!row.endsBatch) {
      return;
    }
    if (row.sealedBy == null || row.hash == null) {
      throw new GarbledData("seal " + row.batch + " is missing");
    }
    Seal seal = Seal.decode(row.sealedBy);
    if (!seal.heads().contains(new Seal.Head(row.stream, row.sequence, Chain.hex(row.hash)))) {
      throw new GarbledData("seal " + row.batch + " does not vouch for it");
    }
  }

  private void blob(BlobRef ref) throws GarbledData {
    Chain.fromHex(ref.sha256());
    Path file = blobs.resolve(ref.sha256().substring(0, 2)).resolve(ref.sha256().substring(2));
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream hashing =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      hashing.transferTo(OutputStream.nullOutputStream());
      if (!Chain.hex(hashing.getMessageDigest().digest()).equals(ref.sha256())) {
        throw new GarbledData("blob " + ref.name() + " is not what the record refers to");
      }
    } catch (IOException unreadable) {
      throw new GarbledData("blob " + ref.name() + " cannot be read: " + unreadable.getMessage());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
