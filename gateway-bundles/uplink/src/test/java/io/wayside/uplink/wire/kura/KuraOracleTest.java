// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Google's library, told the form of Kura's payload, is the oracle for arbitrary payloads. */
class KuraOracleTest {

  private static final Descriptor METRIC;
  private static final Descriptor PAYLOAD;

  static {
    DescriptorProto metric =
        DescriptorProto.newBuilder()
            .setName("Metric")
            .addField(
                field(
                    "name",
                    1,
                    FieldDescriptorProto.Type.TYPE_STRING,
                    FieldDescriptorProto.Label.LABEL_REQUIRED))
            .addField(
                field(
                    "type",
                    2,
                    FieldDescriptorProto.Type.TYPE_INT32,
                    FieldDescriptorProto.Label.LABEL_REQUIRED))
            .addField(
                field(
                    "double",
                    3,
                    FieldDescriptorProto.Type.TYPE_DOUBLE,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "float",
                    4,
                    FieldDescriptorProto.Type.TYPE_FLOAT,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "int64",
                    5,
                    FieldDescriptorProto.Type.TYPE_INT64,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "int32",
                    6,
                    FieldDescriptorProto.Type.TYPE_INT32,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "bool",
                    7,
                    FieldDescriptorProto.Type.TYPE_BOOL,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "string",
                    8,
                    FieldDescriptorProto.Type.TYPE_STRING,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                    "bytes",
                    9,
                    FieldDescriptorProto.Type.TYPE_BYTES,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .build();
    DescriptorProto payload =
        DescriptorProto.newBuilder()
            .setName("Payload")
            .addField(
                field(
                    "timestamp",
                    1,
                    FieldDescriptorProto.Type.TYPE_INT64,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .addField(
                field(
                        "metric",
                        5000,
                        FieldDescriptorProto.Type.TYPE_MESSAGE,
                        FieldDescriptorProto.Label.LABEL_REPEATED)
                    .toBuilder()
                    .setTypeName("Metric"))
            .addField(
                field(
                    "body",
                    5001,
                    FieldDescriptorProto.Type.TYPE_BYTES,
                    FieldDescriptorProto.Label.LABEL_OPTIONAL))
            .build();
    try {
      FileDescriptor file =
          FileDescriptor.buildFrom(
              FileDescriptorProto.newBuilder()
                  .setName("payload.proto")
                  .addMessageType(metric)
                  .addMessageType(payload)
                  .build(),
              new FileDescriptor[0]);
      METRIC = file.findMessageTypeByName("Metric");
      PAYLOAD = file.findMessageTypeByName("Payload");
    } catch (DescriptorValidationException wrong) {
      throw new ExceptionInInitializerError(wrong);
    }
  }

  private static FieldDescriptorProto field(
      String name, int number, FieldDescriptorProto.Type type, FieldDescriptorProto.Label label) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(label)
        .build();
  }

  private final Random random = new Random(11);

  private KuraValue value() {
    return switch (random.nextInt(7)) {
      case 0 -> new KuraValue.Float64(random.nextGaussian());
      case 1 -> new KuraValue.Float32((float) random.nextGaussian());
      case 2 -> new KuraValue.Int64(random.nextLong() >> random.nextInt(64));
      case 3 -> new KuraValue.Int32(random.nextInt() >> random.nextInt(32));
      case 4 -> new KuraValue.Truth(random.nextBoolean());
      case 5 -> new KuraValue.Text("làn " + random.nextInt());
      default -> new KuraValue.Bytes(new byte[] {(byte) random.nextInt(), 0, -1});
    };
  }

  private KuraPayload payload() {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      metrics.put("m" + i, value());
    }
    return KuraPayload.at(random.nextLong(), metrics, Optional.of(new byte[] {1, 2}));
  }

  private static Object plain(KuraValue value) {
    if (value instanceof KuraValue.Float64 v) {
      return v.value();
    } else if (value instanceof KuraValue.Float32 v) {
      return v.value();
    } else if (value instanceof KuraValue.Int64 v) {
      return v.value();
    } else if (value instanceof KuraValue.Int32 v) {
      return v.value();
    } else if (value instanceof KuraValue.Truth v) {
      return v.value();
    } else if (value instanceof KuraValue.Text v) {
      return v.value();
    }
    return ByteString.copyFrom(((KuraValue.Bytes) value).value());
  }

  @Test
  void anotherReaderSeesTheSamePayload() throws Exception {
    for (int i = 0; i < 3000; i++) {
      KuraPayload payload = payload();
      DynamicMessage seen = DynamicMessage.parseFrom(PAYLOAD, KuraCodec.writePlain(payload));
      assertThat(seen.getUnknownFields().asMap()).isEmpty();
      assertThat(seen.getField(PAYLOAD.findFieldByNumber(1)))
          .isEqualTo(payload.timestampMs().orElseThrow());
      List<?> metrics = (List<?>) seen.getField(PAYLOAD.findFieldByNumber(5000));
      Map<String, Object> read = new LinkedHashMap<>();
      for (Object each : metrics) {
        DynamicMessage metric = (DynamicMessage) each;
        int type = (int) metric.getField(METRIC.findFieldByNumber(2));
        read.put(
            (String) metric.getField(METRIC.findFieldByNumber(1)),
            metric.getField(METRIC.findFieldByNumber(3 + type)));
        assertThat(metric.getAllFields()).hasSize(3);
      }
      Map<String, Object> expected = new LinkedHashMap<>();
      payload.metrics().forEach((name, value) -> expected.put(name, plain(value)));
      assertThat(read).isEqualTo(expected);
    }
  }

  @Test
  void whatIsWrittenIsReadBackCompressedOrNot() throws Exception {
    for (int i = 0; i < 3000; i++) {
      KuraPayload payload = payload();
      assertThat(KuraCodec.read(KuraCodec.write(payload)))
          .usingRecursiveComparison()
          .isEqualTo(payload);
    }
  }
}
