// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.quality.Flags;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {

  @Test
  void pixelsAreReadOnly() {
    Frame frame = new Frame(1, 2, 1, PixelFormat.GREY8, ByteBuffer.allocate(2), 0);

    assertThatThrownBy(() -> frame.pixels().put(0, (byte) 1))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, GREY8, 3",
    "2, 2, BGR24, 4",
    "0, 0, GREY8, 0",
    "-2, -2, GREY8, 4",
    "65536, 65536, GREY8, 0"
  })
  void pixelsFillTheFrame(int widthPx, int heightPx, PixelFormat format, int bytes) {
    assertThatThrownBy(() -> new Frame(1, widthPx, heightPx, format, ByteBuffer.allocate(bytes), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(widthPx + " x " + heightPx + " " + format);
  }

  @Test
  void aBlockIsAsLongAsItsChannels() {
    assertThat(new SampleBlock(0, 1, 0, new double[2][5], Flags.NONE).length()).isEqualTo(5);
    assertThat(new SampleBlock(0, 1, 0, new double[0][], Flags.NONE).length()).isZero();
  }
}
