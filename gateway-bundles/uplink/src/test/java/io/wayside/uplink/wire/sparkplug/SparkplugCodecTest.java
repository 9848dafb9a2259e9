// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.Test;

class SparkplugCodecTest {

  private final Random random = new Random(13);

  private Value value() {
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Whole(random.nextLong() >> random.nextInt(64));
      case 1 -> new Value.Real(random.nextGaussian());
      case 2 -> new Value.Truth(random.nextBoolean());
      default -> new Value.Text("trạm " + random.nextInt());
    };
  }

  private Metric metric() {
    Value value = value();
    return switch (random.nextInt(3)) {
      case 0 ->
          Metric.declared(
              "m" + random.nextInt(),
              random.nextInt(1000),
              random.nextLong(1L << 41),
              MetricType.of(value).orElseThrow(),
              random.nextBoolean() ? Optional.of(value) : Optional.empty());
      case 1 ->
          Metric.named(
              "n" + random.nextInt(),
              random.nextLong(1L << 41),
              MetricType.of(value).orElseThrow(),
              value);
      default ->
          Metric.data(
              random.nextInt(1000),
              random.nextLong(1L << 41),
              random.nextBoolean(),
              Optional.of(value));
    };
  }

  @Test
  void whatIsWrittenIsReadBackAndByTahuToo() throws Exception {
    for (int i = 0; i < 3000; i++) {
      List<Metric> metrics = new ArrayList<>();
      for (int m = random.nextInt(6); m > 0; m--) {
        metrics.add(metric());
      }
      SparkplugPayload payload =
          new SparkplugPayload(
              OptionalLong.of(random.nextLong(1L << 41)),
              OptionalLong.of(random.nextInt(256)),
              metrics);
      byte[] bytes = SparkplugCodec.write(payload);
      assertThat(SparkplugCodec.read(bytes)).isEqualTo(payload);
      Payload seen = Payload.parseFrom(bytes);
      assertThat(seen.getSeq()).isEqualTo(payload.seq().orElseThrow());
      assertThat(seen.getMetricsCount()).isEqualTo(metrics.size());
      for (int m = 0; m < metrics.size(); m++) {
        same(seen.getMetrics(m), metrics.get(m));
      }
    }
  }

  private static void same(Payload.Metric seen, Metric metric) {
    assertThat(seen.hasName()).isEqualTo(metric.name().isPresent());
    assertThat(seen.hasAlias()).isEqualTo(metric.alias().isPresent());
    assertThat(seen.getTimestamp()).isEqualTo(metric.timestampMs().orElseThrow());
    assertThat(seen.getIsHistorical()).isEqualTo(metric.historical());
    assertThat(seen.getIsNull()).isEqualTo(metric.value().isEmpty());
    metric.value().ifPresent(value -> assertThat(plain(seen)).isEqualTo(value));
  }

  private static Value plain(Payload.Metric seen) {
    return switch (seen.getValueCase()) {
      case LONG_VALUE -> new Value.Whole(seen.getLongValue());
      case DOUBLE_VALUE -> new Value.Real(seen.getDoubleValue());
      case BOOLEAN_VALUE -> new Value.Truth(seen.getBooleanValue());
      case STRING_VALUE -> new Value.Text(seen.getStringValue());
      default -> Value.ABSENT;
    };
  }

  @Test
  void aListIsNoMetric() {
    Metric list =
        Metric.data(1, 1, false, Optional.of(new Value.Many(List.of(new Value.Whole(1)))));
    SparkplugPayload payload =
        new SparkplugPayload(OptionalLong.empty(), OptionalLong.empty(), List.of(list));
    assertThatThrownBy(() -> SparkplugCodec.write(payload))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
