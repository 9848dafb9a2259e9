// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.MachineLag;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every wire keeps, whatever it is made of. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class BytePipeContract {

  /** Every value a byte can have, so that a line that edits or echoes is found out. */
  private static final byte[] ALL_BYTES = allBytes();

  protected BytePipe pipe;

  protected abstract BytePipe newPipe() throws Exception;

  /** Reaches the device at {@link BytePipe#address()}, and is known to it when this returns. */
  protected abstract OtherEnd connect() throws Exception;

  @BeforeEach
  void openPipe() throws Exception {
    pipe = newPipe();
    pipe.open();
  }

  @AfterEach
  void closePipe() {
    pipe.close();
  }

  private static byte[] allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private OtherEnd attach() throws Exception {
    OtherEnd end = connect();
    Soon.until("the device sees the other end", pipe::attached);
    return end;
  }

  private void sendsUnchanged(OtherEnd end) throws Exception {
    int before = end.received().length;
    assertThat(pipe.write(ALL_BYTES)).isEqualTo(ALL_BYTES.length);
    Soon.until("bytes arrive", () -> end.received().length - before >= ALL_BYTES.length);
    assertThat(end.received()).endsWith(ALL_BYTES).hasSize(before + ALL_BYTES.length);
  }

  @Test
  void carriesEveryByteValueFromTheDevice() throws Exception {
    try (OtherEnd end = attach()) {
      sendsUnchanged(end);
    }
  }

  @Test
  void carriesEveryByteValueToTheDevice() throws Exception {
    try (OtherEnd end = attach()) {
      end.send(ALL_BYTES);
      ByteArrayOutputStream arrived = new ByteArrayOutputStream();
      Soon.until(
          "bytes arrive",
          () -> {
            arrived.writeBytes(pipe.read());
            return arrived.size() >= ALL_BYTES.length;
          });
      assertThat(arrived.toByteArray()).isEqualTo(ALL_BYTES);
      assertThat(pipe.read()).isEmpty();
    }
  }

  @Test
  void losesFramesInsteadOfBlockingWhenNobodyReads() throws Exception {
    assertThat(pipe.attached()).isFalse();
    for (int i = 0; i < 10_000; i++) {
      assertThat(pipe.write(ALL_BYTES)).isZero();
    }
    try (OtherEnd end = attach()) {
      sendsUnchanged(end);
      assertThat(end.received()).hasSize(ALL_BYTES.length);
    }
  }

  @Test
  void takesNoBytesWhileUnpluggedAndCarriesAgainAfterReplugging() throws Exception {
    String address = pipe.address();
    try (OtherEnd before = attach()) {
      sendsUnchanged(before);
      pipe.unplug();
      if (showsHangUp()) {
        Soon.until("the other end sees the hang-up", before::hungUp);
      }
      assertThat(pipe.attached()).isFalse();
      assertThat(pipe.write(ALL_BYTES)).isZero();
      assertThat(pipe.read()).isEmpty();
    }
    pipe.replug();
    assertThat(pipe.address()).isEqualTo(address);
    try (OtherEnd after = attach()) {
      sendsUnchanged(after);
    }
  }

  /** UDP has no connection that could hang up. */
  protected boolean showsHangUp() {
    return true;
  }

  @Test
  void unpluggingAndPluggingTwiceIsTheSameAsOnce() throws Exception {
    pipe.unplug();
    pipe.unplug();
    pipe.replug();
    pipe.replug();
    try (OtherEnd end = attach()) {
      sendsUnchanged(end);
    }
  }

  @Test
  void writingNeverBlocksOnAReaderThatDoesNotRead() throws Exception {
    try (OtherEnd end = connectWithoutReading()) {
      Soon.until("the device sees the other end", pipe::attached);
      byte[] frame = new byte[1000];
      Duration took =
          MachineLag.own(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  pipe.write(frame);
                }
              });
      assertThat(took).isLessThan(Duration.ofSeconds(15));
      assertThat(end.hungUp()).isFalse();
    }
  }

  protected abstract OtherEnd connectWithoutReading() throws Exception;
}
