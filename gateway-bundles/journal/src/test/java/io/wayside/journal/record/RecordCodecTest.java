// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  private static final List<ClockQuality.State> STATES = List.of(ClockQuality.State.values());
  private static final List<Importance> IMPORTANCES = List.of(Importance.values());

  /**
   * Written down by hand from RFC 8949: {@code [1,"g","s",2,"k/1","money",[0,5,"synchronised",
   * null,null,"ntp","b",7],["r","c","none"],{"a":1},[]]}.
   */
  private static final String GOLDEN =
      "8a0161676173026 36b2f31656d6f6e6579".replace(" ", "")
          + "8800056c73796e6368726f6e69736564f6f6636e7470616207"
          + "836172616364"
          + "6e6f6e65a161610180";

  private static RecordContent small() {
    return new RecordContent(
        new RecordId("g", "s", 2),
        new RecordKind("k", 1),
        Importance.MONEY,
        new Stamp(Instant.ofEpochSecond(0, 5), ClockQuality.synchronisedBy("ntp"), "b", 7),
        new Provenance("r", "c", "none"),
        Value.Fields.with("a", 1).build(),
        List.of());
  }

  @Test
  void writesTheDocumentedForm() {
    assertThat(HexFormat.of().formatHex(RecordCodec.encode(small()))).isEqualTo(GOLDEN);
  }

  @Test
  void readsTheDocumentedForm() throws Exception {
    assertThat(RecordCodec.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(small());
  }

  @Test
  void isTheSameThereAndBackDirectlyAndThroughJson() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      RecordContent content = any(random);
      byte[] canonical = RecordCodec.encode(content);
      assertThat(RecordCodec.decode(canonical)).isEqualTo(content);
      byte[] previous = new byte[32];
      random.nextBytes(previous);
      JournalRecord record =
          content.chained(Chain.hex(previous), Chain.hex(Chain.hash(previous, canonical)));
      String json = Json.write(RecordEnvelope.toValue(record));
      JournalRecord back = RecordEnvelope.fromValue(Json.read(json).root());
      assertThat(back).isEqualTo(record);
      assertThat(RecordEnvelope.hashHolds(back)).isTrue();
      assertThat(RecordCodec.encode(RecordContent.of(back))).isEqualTo(canonical);
    }
  }

  @Test
  void refusesEverythingButTheOneForm() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = RecordCodec.encode(any(random));
      switch (random.nextInt(3)) {
        case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        case 1 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        default -> {
          bytes = new byte[random.nextInt(60)];
          random.nextBytes(bytes);
        }
      }
      try {
        assertThat(RecordCodec.encode(RecordCodec.decode(bytes))).isEqualTo(bytes);
      } catch (GarbledData refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void anyChangedFieldOfAnEnvelopeBreaksItsHash() throws Exception {
    Random random = new Random(3);
    byte[] zero = Chain.origin();
    byte[] canonical = RecordCodec.encode(small());
    JournalRecord record = small().chained(Chain.hex(zero), Chain.hex(Chain.hash(zero, canonical)));
    byte[] wire = Cbor.encode(RecordEnvelope.toValue(record));
    int read = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] bent = wire.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        JournalRecord other = RecordEnvelope.fromValue(Cbor.decode(bent));
        read++;
        assertThat(RecordEnvelope.hashHolds(other)).as(() -> other.toString()).isFalse();
      } catch (GarbledData refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void refusesABodyThatIsTooDeepToBeReadAgain() {
    Value deep = new Value.Whole(1);
    for (int i = 0; i < Cbor.DEEPEST - 1; i++) {
      deep = new Value.Many(List.of(deep));
    }
    Value.Fields body = Value.Fields.with("deep", deep).build();
    assertThatThrownBy(
            () ->
                RecordCodec.matter(
                    small().kind(),
                    Importance.EVENT,
                    small().occurred(),
                    small().provenance(),
                    body,
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static RecordContent any(Random random) {
    List<BlobRef> blobs = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      blobs.add(new BlobRef("picture", "image/jpeg", Chain.hex(hash), random.nextInt(9000)));
    }
    ClockQuality clock =
        new ClockQuality(
            STATES.get(random.nextInt(STATES.size())),
            random.nextBoolean()
                ? Optional.of(Duration.ofNanos(random.nextLong()))
                : Optional.empty(),
            random.nextBoolean()
                ? Optional.of(Duration.ofSeconds(random.nextInt()))
                : Optional.empty(),
            random.nextBoolean() ? "gnss" : "trạm");
    return new RecordContent(
        new RecordId(
            "gw-" + random.nextInt(9), "stream." + random.nextInt(9), 1 + random.nextInt(1 << 30)),
        new RecordKind("kind", 1 + random.nextInt(30)),
        IMPORTANCES.get(random.nextInt(IMPORTANCES.size())),
        new Stamp(
            Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
            clock,
            "boot-" + random.nextInt(),
            random.nextLong()),
        new Provenance("0.1." + random.nextInt(9), "abc", "none"),
        Value.Fields.with("whole", random.nextLong())
            .and("real", random.nextGaussian())
            .and("round", (double) random.nextInt())
            .and("text", "ü".repeat(random.nextInt(40)))
            .and("gap", Value.ABSENT)
            .and("list", List.of(new Value.Truth(random.nextBoolean()), new Value.Real(0)))
            .build(),
        blobs);
  }
}
