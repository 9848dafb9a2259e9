// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordKind;
import io.wayside.rig.central.heads.PublicKeyText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A gateway's key, and statements made with it; the signed bytes are put together by hand. */
public final class HeadsSigner {

  private static final Instant WRITTEN = Instant.parse("2026-11-21T05:00:01.000000007Z");

  private final String algorithm;
  private final KeyPair keys;

  public HeadsSigner() throws GeneralSecurityException {
    this("Ed25519", "Ed25519");
  }

  public HeadsSigner(String keys, String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(keys);
    if (keys.equals("EC")) {
      generator.initialize(256);
    }
    this.keys = generator.generateKeyPair();
    this.algorithm = algorithm;
  }

  public PublicKeyText key() {
    return PublicKeyText.of(keys.getPublic().getEncoded());
  }

  /** A statement over the last of each stream's records, as a record of stream journal. */
  public JournalRecord statement(
      String gateway, long number, String previous, List<JournalRecord> records)
      throws GeneralSecurityException {
    return record(gateway, number, previous, heads(records), heads(records));
  }

  /** Signed is another hash than the one it states. */
  public JournalRecord forged(String gateway, long number, List<JournalRecord> records)
      throws GeneralSecurityException {
    Map<String, JournalRecord> heads = heads(records);
    Map<String, JournalRecord> signed = new TreeMap<>(heads);
    JournalRecord any = records.get(0);
    signed.put(any.id().stream(), any);
    return record(gateway, number, Samples.ORIGIN, heads, signed);
  }

  private static Map<String, JournalRecord> heads(List<JournalRecord> records) {
    Map<String, JournalRecord> heads = new TreeMap<>();
    records.stream()
        .sorted(Comparator.comparingLong(record -> record.id().sequence()))
        .forEach(record -> heads.put(record.id().stream(), record));
    return heads;
  }

  private JournalRecord record(
      String gateway,
      long number,
      String previous,
      Map<String, JournalRecord> stated,
      Map<String, JournalRecord> signed)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(keys.getPrivate());
    signature.update(bytes(gateway, number, signed));
    List<Value> heads =
        stated.values().stream()
            .<Value>map(
                head ->
                    Value.Fields.with("stream", head.id().stream())
                        .and("sequence", head.id().sequence())
                        .and("hash", head.hash())
                        .build())
            .toList();
    return Samples.record(
        gateway,
        "journal",
        number,
        previous,
        new RecordKind("journal-heads", 1),
        Value.Fields.with("batch", number)
            .and("written", WRITTEN.toString())
            .and("algorithm", algorithm)
            .and("key", key().id())
            .and("public", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
            .and("heads", heads)
            .and("signature", Base64.getEncoder().encodeToString(signature.sign()))
            .build());
  }

  /** CBOR by RFC 8949, independent of the code under test: arrays, short texts and numbers. */
  private static byte[] bytes(String gateway, long batch, Map<String, JournalRecord> heads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    head(out, 0x80, 7);
    text(out, "wayside-heads");
    head(out, 0, 1);
    text(out, gateway);
    head(out, 0, batch);
    head(out, 0, WRITTEN.getEpochSecond());
    head(out, 0, WRITTEN.getNano());
    head(out, 0x80, heads.size());
    heads
        .values()
        .forEach(
            each -> {
              head(out, 0x80, 3);
              text(out, each.id().stream());
              head(out, 0, each.id().sequence());
              text(out, each.hash());
            });
    return out.toByteArray();
  }

  private static void text(ByteArrayOutputStream out, String text) {
    head(out, 0x60, text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void head(ByteArrayOutputStream out, int major, long value) {
    int extra =
        value < 24 ? 0 : value < 1 << 8 ? 1 : value < 1 << 16 ? 2 : value < 1L << 32 ? 4 : 8;
    int[] codes = {(int) value, 24, 25, 0, 26, 0, 0, 0, 27};
    out.write(major | codes[extra]);
    for (int shift = 8 * (extra - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }
}
