// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.seal.FileSigner;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealLine;
import io.wayside.journal.seal.SignedSeal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on exports, damaged in every way; journals are damaged in the tests of the store. */
class VerifyTest {

  @TempDir Path folder;
  private FileSigner signer;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void key() throws Exception {
    KeyPair pair = FileSigner.newPair();
    signer = new FileSigner(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
  }

  private List<String> export() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(Json.write(SealLine.of(signer.key())));
    byte[] previous = Chain.origin();
    for (int i = 1; i <= 10; i++) {
      RecordContent content =
          new RecordContent(
              new RecordId("gw-1", "a", i),
              new RecordKind("weighing", 1),
              Importance.MONEY,
              new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot", i),
              new Provenance("0.1.0", "abc", "none"),
              Value.Fields.with("number", i).build(),
              List.<BlobRef>of());
      byte[] hash = Chain.hash(previous, RecordCodec.encode(content));
      JournalRecord record = content.chained(Chain.hex(previous), Chain.hex(hash));
      lines.add(Json.write(RecordEnvelope.toValue(record)));
      previous = hash;
    }
    Seal seal =
        new Seal(
            "gw-1",
            1,
            Seal.origin(),
            Instant.EPOCH,
            List.of(new Seal.Head("a", 10, Chain.hex(previous))));
    lines.add(Json.write(SealLine.of(SignedSeal.sign(seal, signer))));
    return lines;
  }

  private int verify(List<String> lines, String... options) throws Exception {
    Path file = folder.resolve("export.jsonl");
    Files.write(file, lines, StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) throws Exception {
    said.reset();
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Verify.run(print, print, arguments);
  }

  @Test
  void anExportInOrderHolds() throws Exception {
    String key = HexFormat.of().formatHex(signer.key().encoded());
    assertThat(verify(export(), "--key", key)).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("everything holds");
    assertThat(verify(export(), "--json")).isZero();
    Value.Fields json =
        (Value.Fields) Json.read(said.toString(StandardCharsets.UTF_8).strip()).root();
    assertThat(json.get("records")).isEqualTo(new Value.Whole(10));
  }

  @Test
  void aMissingRecordAChangedOneAndAnUnsealedEndAreFound() throws Exception {
    List<String> gap = export();
    gap.remove(5);
    assertThat(verify(gap)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("gap 5-5");
    List<String> changed = export();
    changed.set(3, changed.get(3).replace("\"number\":3", "\"number\":4"));
    assertThat(verify(changed)).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("first bad record 3");
    List<String> cut = export();
    cut.remove(10);
    assertThat(verify(cut)).isEqualTo(1);
  }

  @Test
  void anotherKeyDoesNotHold() throws Exception {
    String other = HexFormat.of().formatHex(FileSigner.newPair().getPublic().getEncoded());
    assertThat(verify(export(), "--key", other)).isEqualTo(1);
  }

  @Test
  void anyFlippedBitOfAnExportIsFound() throws Exception {
    List<String> lines = export();
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(4);
    Path file = folder.resolve("bent.jsonl");
    for (int i = 0; i < 1500; i++) {
      byte[] bent = bytes.clone();
      int at = random.nextInt(bent.length);
      bent[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bent);
      int status = run(file.toString());
      boolean sameContent =
          new String(bent, StandardCharsets.UTF_8).equalsIgnoreCase(String.join("\n", lines));
      if (!sameContent) { // hexadecimal digits in another case are the same digits
        assertThat(status).as("flipped at " + at).isEqualTo(1);
      }
    }
  }

  @Test
  void wrongUsageIsTwo() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(run(folder.toString(), "--key")).isEqualTo(2);
    assertThat(run(folder.toString(), "--key", "0000")).isEqualTo(2);
    assertThat(run(folder.toString(), "--else")).isEqualTo(2);
  }

  @Test
  void whatIsNoJournalIsSaidToBeNone() throws Exception {
    assertThat(run(folder.toString())).isEqualTo(1);
    Random random = new Random(9);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(5000)];
      random.nextBytes(noise);
      if (i % 2 == 0 && noise.length > 16) {
        System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 16);
      }
      Files.write(folder.resolve("journal.db"), noise);
      assertThat(run(folder.toString())).isEqualTo(1);
      Path other = folder.resolve("noise");
      Files.write(other, noise);
      assertThat(run(other.toString())).isEqualTo(1);
    }
  }
}
