// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import io.wayside.core.data.GarbledData;
import io.wayside.uplink.wire.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Google's library is the oracle. */
class ProtoFormTest {

  private final Random random = new Random(5);

  private long number() {
    return random.nextLong() >> random.nextInt(64);
  }

  private int field() {
    return 1 + random.nextInt(1 << (1 + random.nextInt(28)));
  }

  @Test
  void anotherReaderReadsWhatIsWritten() throws IOException {
    for (int i = 0; i < 20_000; i++) {
      int field = field();
      long whole = number();
      double real = random.nextGaussian();
      String text = "làn " + i;
      byte[] bytes =
          new ProtoWriter()
              .varint(field, whole)
              .float64(field, real)
              .float32(field, (float) real)
              .text(field, text)
              .bytes();
      CodedInputStream in = CodedInputStream.newInstance(bytes);
      assertThat(in.readTag()).isEqualTo(field << 3 | WireFormat.WIRETYPE_VARINT);
      assertThat(in.readInt64()).isEqualTo(whole);
      assertThat(in.readTag()).isEqualTo(field << 3 | WireFormat.WIRETYPE_FIXED64);
      assertThat(in.readDouble()).isEqualTo(real);
      assertThat(in.readTag()).isEqualTo(field << 3 | WireFormat.WIRETYPE_FIXED32);
      assertThat(in.readFloat()).isEqualTo((float) real);
      assertThat(in.readTag()).isEqualTo(field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED);
      assertThat(in.readStringRequireUtf8()).isEqualTo(text);
      assertThat(in.isAtEnd()).isTrue();
    }
  }

  @Test
  void whatAnotherWriterWritesIsRead() throws Exception {
    for (int i = 0; i < 20_000; i++) {
      int field = field();
      long whole = number();
      int small = (int) number();
      double real = random.nextGaussian();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeInt64(field, whole);
      out.writeInt32(field, small);
      out.writeDouble(field, real);
      out.writeFloat(field, (float) real);
      out.writeBool(field, i % 2 == 0);
      out.writeString(field, "cầu " + i);
      out.flush();
      ProtoReader in = new ProtoReader(bytes.toByteArray());
      assertThat(in.next()).isTrue();
      assertThat(in.field()).isEqualTo(field);
      assertThat(in.varint()).isEqualTo(whole);
      in.next();
      assertThat((int) in.varint()).isEqualTo(small);
      in.next();
      assertThat(in.float64()).isEqualTo(real);
      in.next();
      assertThat(in.float32()).isEqualTo((float) real);
      in.next();
      assertThat(in.truth()).isEqualTo(i % 2 == 0);
      in.next();
      assertThat(in.text()).isEqualTo("cầu " + i);
      assertThat(in.next()).isFalse();
    }
  }

  /** Bytes in hexadecimal, and a word of the refusal. */
  @Test
  void whatIsNotOfTheFormIsRefusedWithPlaceAndReason() {
    String[][] cases = {
      {"0001", "field number"},
      {"08", "input ends"},
      {"08ffffffffffffffffffff01", "64 bits"},
      {"08ffffffffffffffffff02", "64 bits"},
      {"0b", "group"},
      {"0901020304", "input ends"},
      {"0affffffff07", "are left"},
      {"0affffffffffffffffff01", "are left"},
    };
    for (String[] one : cases) {
      assertThatThrownBy(() -> skipAll(HexFormat.of().parseHex(one[0])))
          .as(one[0])
          .isInstanceOf(GarbledData.class)
          .hasMessageStartingWith("protobuf byte ")
          .hasMessageContaining(one[1]);
    }
  }

  @Test
  void aFieldOfAnotherTypeAndBadTextAreRefused() throws Exception {
    ProtoReader whole = new ProtoReader(new ProtoWriter().varint(1, 5).bytes());
    whole.next();
    assertThatThrownBy(whole::text).isInstanceOf(GarbledData.class);
    ProtoReader text =
        new ProtoReader(new ProtoWriter().bytes(1, new byte[] {(byte) 0xc3}).bytes());
    text.next();
    assertThatThrownBy(text::text).hasMessageContaining("UTF-8");
  }

  @Test
  void whateverComesIsPassedOverOrRefused() {
    byte[] sample =
        new ProtoWriter()
            .varint(1, -1)
            .float64(2, 1.5)
            .message(3, new ProtoWriter().text(1, "name").float32(4, 2.5f))
            .bytes();
    assertThat(Fuzz.decoder(ProtoFormTest::skipAll, List.of(sample), 1 << 16)).isPositive();
  }

  private static Object skipAll(byte[] bytes) throws GarbledData {
    ProtoReader in = new ProtoReader(bytes);
    while (in.next()) {
      in.skip();
    }
    return in;
  }
}
