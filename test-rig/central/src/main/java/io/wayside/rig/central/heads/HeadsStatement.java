// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.heads;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Names;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A gateway's signed word about the heads of its streams: since each hash covers the record before
 * it, one statement vouches for every record of a stream up to its head.
 *
 * <p>Signed is the deterministic CBOR of {@code ["wayside-heads", 1, gateway, batch, written s,
 * written ns, [[stream, sequence, hash], …]]}, heads sorted by stream.
 *
 * @param written the gateway's wall time
 */
public record HeadsStatement(
    String gateway, long batch, Instant written, PublicKeyText key, List<Head> heads) {

  public static final String KIND = "journal-heads/1";

  /** Where the statements are. */
  public static final String STREAM = "journal";

  /** Last record of a stream at that time. */
  public record Head(String stream, long sequence, String hash) {}

  public HeadsStatement {
    heads = List.copyOf(heads);
  }

  /**
   * Reads a statement whose signature holds.
   *
   * @throws GarbledData when it is not in the form, or its signature does not hold
   */
  public static HeadsStatement in(JournalRecord record) throws GarbledData {
    Value.Fields body = record.body();
    if (!(body.get("batch") instanceof Value.Whole batch)) {
      throw new GarbledData("the statement has no whole number \"batch\"");
    }
    HeadsStatement statement =
        new HeadsStatement(
            record.id().gateway(),
            batch.value(),
            time(text(body, "written")),
            PublicKeyText.of(base64(body, "public")),
            heads(body.get("heads")));
    if (!text(body, "key").equals(statement.key.id())) {
      throw new GarbledData("the statement's key id is not that of its public key");
    }
    statement.requireSignature(text(body, "algorithm"), base64(body, "signature"));
    return statement;
  }

  /** The key a statement is signed with, when it is one and its signature holds. */
  public static Optional<PublicKeyText> keyOf(JournalRecord record) {
    try {
      return Optional.of(in(record).key);
    } catch (GarbledData noStatement) {
      return Optional.empty(); // "central verify" names it
    }
  }

  /** What is signed. */
  byte[] signed() {
    List<Value> lines =
        heads.stream()
            .sorted(Comparator.comparing(Head::stream))
            .<Value>map(
                head ->
                    new Value.Many(
                        List.of(
                            new Value.Text(head.stream()),
                            new Value.Whole(head.sequence()),
                            new Value.Text(head.hash()))))
            .toList();
    return Cbor.encode(
        new Value.Many(
            List.of(
                new Value.Text("wayside-heads"),
                new Value.Whole(1),
                new Value.Text(gateway),
                new Value.Whole(batch),
                new Value.Whole(written.getEpochSecond()),
                new Value.Whole(written.getNano()),
                new Value.Many(lines))));
  }

  private void requireSignature(String algorithm, byte[] signature) throws GarbledData {
    for (PublicKeyText.Algorithm known : PublicKeyText.Algorithm.values()) {
      if (known.signatures().equals(algorithm)) {
        try {
          Signature check = Signature.getInstance(algorithm);
          check.initVerify(key.as(known));
          check.update(signed());
          if (check.verify(signature)) {
            return;
          }
        } catch (GeneralSecurityException unusable) {
          throw new GarbledData("the statement's signature cannot be checked: " + unusable);
        }
        throw new GarbledData("the statement's signature does not hold");
      }
    }
    throw new GarbledData("signatures by \"" + algorithm + "\" are not known");
  }

  private static List<Head> heads(Value value) throws GarbledData {
    List<Head> heads = new ArrayList<>();
    if (!(value instanceof Value.Many many)) {
      throw new GarbledData("the statement has no list \"heads\"");
    }
    for (Value item : many.values()) {
      if (!(item instanceof Value.Fields fields)
          || !Names.isValid(text(fields, "stream"))
          || !(fields.get("sequence") instanceof Value.Whole sequence)
          || sequence.value() < 1) {
        throw new GarbledData("a head names a stream and its last number, from 1 on");
      }
      heads.add(new Head(text(fields, "stream"), sequence.value(), text(fields, "hash")));
    }
    return heads;
  }

  private static Instant time(String text) throws GarbledData {
    try {
      return Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw new GarbledData("\"written\" is not a time but \"" + text + "\"");
    }
  }

  private static byte[] base64(Value.Fields fields, String name) throws GarbledData {
    try {
      return Base64.getDecoder().decode(text(fields, name));
    } catch (IllegalArgumentException notBase64) {
      throw new GarbledData("\"" + name + "\" is not base64");
    }
  }

  private static String text(Value.Fields fields, String name) throws GarbledData {
    if (fields.get(name) instanceof Value.Text text) {
      return text.value();
    }
    throw new GarbledData("the statement has no text \"" + name + "\"");
  }
}
