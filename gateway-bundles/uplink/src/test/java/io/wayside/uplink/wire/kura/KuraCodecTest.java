// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.Fuzz;
import io.wayside.uplink.wire.protobuf.ProtoWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The hexadecimal vectors were made by Kura 5.6's own encoder. */
class KuraCodecTest {

  private static KuraPayload metric(String name, KuraValue value) {
    return new KuraPayload(
        OptionalLong.empty(), Optional.empty(), Map.of(name, value), Optional.empty());
  }

  private static KuraPayload body(String text) {
    return new KuraPayload(
        OptionalLong.empty(),
        Optional.empty(),
        Map.of(),
        Optional.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static final KuraPosition PLACE =
      new KuraPosition(
          45.5,
          9.25,
          OptionalDouble.of(120),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalInt.of(7),
          OptionalInt.of(4));

  private static final Map<String, KuraPayload> VECTORS = new LinkedHashMap<>();

  static {
    VECTORS.put("c2b8020e0a0164100019000000000000f83f", metric("d", new KuraValue.Float64(1.5)));
    VECTORS.put("c2b8020a0a016610012500002040", metric("f", new KuraValue.Float32(2.5f)));
    VECTORS.put(
        "c2b8020e0a03693634100228cb89ec8ff723",
        metric("i64", new KuraValue.Int64(1_234_567_890_123L)));
    VECTORS.put(
        "08fbd095ffbc31121f090000000000c04640110000000000802240190000000000005e4040074804"
            + "c2b802090a036933321003302a",
        new KuraPayload(
            OptionalLong.of(1_700_000_000_123L),
            Optional.of(PLACE),
            Map.of("i32", new KuraValue.Int32(42)),
            Optional.empty()));
    VECTORS.put("c2b802070a016210043801", metric("b", new KuraValue.Truth(true)));
    VECTORS.put("c2b8020d0a0173100542066c616e652d31", metric("s", new KuraValue.Text("lane-1")));
    VECTORS.put(
        "c2b8020b0a02627910064a03010203", metric("by", new KuraValue.Bytes(new byte[] {1, 2, 3})));
    VECTORS.put("cab802026869", body("hi"));
    VECTORS.put(
        "", new KuraPayload(OptionalLong.empty(), Optional.empty(), Map.of(), Optional.empty()));
  }

  @Test
  void writesTheBytesThatKuraWrites() {
    VECTORS.forEach(
        (hex, payload) ->
            assertThat(HexFormat.of().formatHex(KuraCodec.writePlain(payload))).isEqualTo(hex));
  }

  @Test
  void readsTheBytesThatKuraWrites() throws Exception {
    for (Map.Entry<String, KuraPayload> vector : VECTORS.entrySet()) {
      KuraPayload read = KuraCodec.read(HexFormat.of().parseHex(vector.getKey()));
      assertThat(read).as(vector.getKey()).usingRecursiveComparison().isEqualTo(vector.getValue());
    }
  }

  @Test
  void compressesOnlyWhenThatIsShorterAndReadsBoth() throws Exception {
    KuraPayload small = body("hi");
    KuraPayload large = body("weighing ".repeat(200));
    assertThat(KuraCodec.write(small)).isEqualTo(KuraCodec.writePlain(small));
    assertThat(KuraCodec.write(large)).hasSizeLessThan(200).startsWith(0x1f, 0x8b);
    assertThat(KuraCodec.read(KuraCodec.write(large)).body().orElseThrow())
        .isEqualTo(large.body().orElseThrow());
  }

  @Test
  void fieldsOfLaterReleasesArePassedOver() throws Exception {
    byte[] bytes = new ProtoWriter().text(77, "extension").varint(1, 5).bytes();
    assertThat(KuraCodec.read(bytes).timestampMs()).hasValue(5);
  }

  @Test
  void aMessageThatGrowsWithoutEndIsRefused() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
    }
    assertThatThrownBy(() -> KuraCodec.read(bomb.toByteArray()))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void incompleteMetricsAndPositionsAreRefused() {
    ProtoWriter nameless = new ProtoWriter().varint(2, 5).text(8, "x");
    ProtoWriter typeless = new ProtoWriter().text(1, "x");
    ProtoWriter valueless = new ProtoWriter().text(1, "x").varint(2, 5);
    ProtoWriter unknown = new ProtoWriter().text(1, "x").varint(2, 9);
    for (ProtoWriter metric : List.of(nameless, typeless, valueless, unknown)) {
      byte[] bytes = new ProtoWriter().message(5000, metric).bytes();
      assertThatThrownBy(() -> KuraCodec.read(bytes)).isInstanceOf(GarbledData.class);
    }
    byte[] nowhere = new ProtoWriter().message(2, new ProtoWriter().float64(1, 21.0)).bytes();
    assertThatThrownBy(() -> KuraCodec.read(nowhere)).hasMessageContaining("longitude");
  }

  @Test
  void whateverComesIsReadOrRefused() {
    List<byte[]> samples =
        List.of(
            KuraCodec.write(VECTORS.values().stream().skip(3).findFirst().orElseThrow()),
            KuraCodec.write(body("weighing ".repeat(100))),
            KuraCodec.write(metric("s", new KuraValue.Text("lane-1"))));
    assertThat(Fuzz.decoder(KuraCodec::read, samples, 8 << 20)).isPositive();
  }
}
