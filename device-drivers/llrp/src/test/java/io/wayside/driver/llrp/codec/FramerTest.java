// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramerTest {

  private final Framer framer = new Framer(Framer.USUAL_LONGEST);

  private void feed(byte... bytes) {
    framer.feed(bytes, bytes.length);
  }

  private List<byte[]> drain() throws Garbled {
    List<byte[]> frames = new ArrayList<>();
    for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
      frames.add(next.get().copy());
    }
    return frames;
  }

  private static byte[] joined(List<byte[]> all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    all.forEach(out::writeBytes);
    return out.toByteArray();
  }

  @Test
  void findsManyFramesInOneSegment() throws Garbled {
    feed(joined(Golden.all()));
    assertThat(drain()).containsExactlyElementsOf(Golden.all());
    assertThat(framer.pending()).isZero();
  }

  @Test
  void findsAFrameThatComesByteByByte() throws Garbled {
    byte[] bytes = Golden.RO_ACCESS_REPORT.bytes();
    for (int i = 0; i < bytes.length - 1; i++) {
      feed(bytes[i]);
      assertThat(framer.next()).isEmpty();
    }
    feed(bytes[bytes.length - 1]);
    assertThat(drain()).containsExactly(bytes);
  }

  @Test
  void findsTheSameFramesHoweverTheyAreCut() throws Garbled {
    List<byte[]> sent = new ArrayList<>();
    RandomMessages messages = new RandomMessages(3);
    for (int i = 0; i < 2_000; i++) {
      sent.add(Encoder.encode(messages.next()));
    }
    byte[] all = joined(sent);
    Random random = new Random(4);
    List<byte[]> found = new ArrayList<>();
    for (int at = 0; at < all.length; ) {
      int end = Math.min(all.length, at + 1 + random.nextInt(3_000));
      feed(Arrays.copyOfRange(all, at, end));
      found.addAll(drain());
      at = end;
    }
    assertThat(found).containsExactlyElementsOf(sent);
  }

  @Test
  void numbersItsFramesFromOne() throws Garbled {
    feed(joined(List.of(Golden.ENABLE_ROSPEC.bytes(), Golden.ERROR_MESSAGE.bytes())));
    assertThat(framer.next().orElseThrow().number()).isEqualTo(1);
    assertThat(framer.next().orElseThrow().number()).isEqualTo(2);
    framer.reset();
    feed(Golden.ERROR_MESSAGE.bytes());
    assertThat(framer.next().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void takesALegalReportOfMoreThanAMegabyteAndThenForgetsItsRoom() throws Garbled {
    int body = 1_400_000;
    byte[] report = new byte[Frame.HEADER + body];
    byte[] head = Decoded.bytes(String.format("043d%08x00000001", report.length));
    System.arraycopy(head, 0, report, 0, head.length);
    for (int at = 0; at < report.length; at += 1_448) {
      feed(Arrays.copyOfRange(report, at, Math.min(report.length, at + 1_448)));
    }
    assertThat(drain()).hasSize(1);
    feed(Golden.ENABLE_ROSPEC.bytes());
    assertThat(drain()).hasSize(1);
  }

  @Test
  void aLengthBelowTheHeaderCannotBeRecoveredFrom() {
    feed(Decoded.bytes("043d00000009000000010000"));
    for (int i = 0; i < 3; i++) {
      Garbled garbled = catchThrowableOfType(Garbled.class, framer::next);
      assertThat(garbled).hasMessage("frame 1, offset 2: a length of 9 is not from 10 to 4194304");
      feed(Golden.ENABLE_ROSPEC.bytes());
    }
  }

  @Test
  void aLengthAboveTheCapIsRefusedBeforeItIsWaitedFor() throws Garbled {
    Framer small = new Framer(100);
    small.feed(Golden.ENABLE_ROSPEC.bytes(), Golden.ENABLE_ROSPEC.bytes().length);
    assertThat(small.next()).isPresent();
    small.feed(Decoded.bytes("043dffffffff00000001"), 10);
    assertThatThrownBy(small::next)
        .isInstanceOf(Garbled.class)
        .hasMessageContaining("frame 2, offset 2: a length of 4294967295");
    assertThatThrownBy(() -> new Framer(9)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEndWithinAFrameIsToldWithHowMuchThereWas() throws Garbled {
    assertThatCode(framer::finish).doesNotThrowAnyException();
    feed(Arrays.copyOf(Golden.ERROR_MESSAGE.bytes(), 20));
    assertThat(framer.next()).isEmpty();
    assertThatThrownBy(framer::finish)
        .hasMessage("frame 1, offset 20: the bytes end after 20 of 22 bytes");
    framer.reset();
    feed((byte) 4);
    assertThatThrownBy(framer::finish).hasMessageContaining("after 1 of a header of 10 bytes");
  }
}
