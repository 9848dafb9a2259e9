// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.driver.camera.feed.PictureDecoder;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.camera.picture.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureDecoderTest {

  private final PictureDecoder decoder = new PictureDecoder();

  private Picture decode(byte[] content) throws Garbled {
    return decoder.decode(content, "the test", 7, 2);
  }

  @Test
  void aPngHasItsPixelsAndAJpegNearlySo() throws Garbled {
    Picture png = decode(Numbered.file(90, "png"));
    assertThat(Arrays.copyOf(png.bgr(), png.size().bytes())).isEqualTo(Numbered.raw(90));
    assertThat(png.size()).isEqualTo(new Size(160, 90));
    assertThat(png.arrivedNanos()).isEqualTo(7);
    assertThat(png.skippedBefore()).isEqualTo(2);
    Picture jpeg = decode(Numbered.file(90, "jpg"));
    byte[] raw = Numbered.raw(90);
    long off = 0;
    for (int i = 0; i < raw.length; i++) {
      off += Math.abs((jpeg.bgr()[i] & 0xff) - (raw[i] & 0xff));
    }
    assertThat(off / (double) raw.length).isLessThan(6);
  }

  @Test
  void colourIsInTheOrderOfBlueGreenRed() throws Exception {
    BufferedImage one = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    one.setRGB(0, 0, 0xff102030);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(one, "png", out);

    assertThat(Arrays.copyOf(decode(out.toByteArray()).bgr(), 3)).containsExactly(0x30, 0x20, 0x10);
  }

  @Test
  void whatIsTransparentDoesNotShowThePictureBefore() throws Exception {
    BufferedImage white = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(
        ((java.awt.image.DataBufferByte) white.getRaster().getDataBuffer()).getData(), (byte) 255);
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ImageIO.write(white, "png", first);
    decode(first.toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB), "png", out);

    assertThat(Arrays.copyOf(decode(out.toByteArray()).bgr(), 48)).containsOnly(0);
  }

  /** A head alone is enough to ask for gigabytes. */
  @Test
  void aPictureThatClaimsToBeEndlessIsRefusedBeforeMemoryIsTaken() {
    byte[] png = Numbered.file(1, "png");
    for (int i = 16; i < 24; i++) {
      png[i] = i % 4 == 0 ? 0 : (byte) 0x7f;
    }

    assertThatThrownBy(() -> decode(png))
        .isInstanceOf(Garbled.class)
        .hasMessageContaining("the test");
  }

  @Test
  void anySpoiltBytesAreAPictureOrGarbled() {
    Random random = new Random(9);
    int garbled = 0;
    for (int round = 0; round < 1_500; round++) {
      byte[] content = Numbered.file(round % 128, round % 2 == 0 ? "png" : "jpg");
      if (random.nextInt(3) == 0) {
        content = Arrays.copyOf(content, random.nextInt(content.length));
      }
      for (int k = random.nextInt(12); k > 0 && content.length > 0; k--) {
        content[random.nextInt(content.length)] = (byte) random.nextInt();
      }
      try {
        Picture picture = decode(content);
        assertThat(picture.bgr().length).isGreaterThanOrEqualTo(picture.size().bytes());
      } catch (Garbled declared) {
        garbled++;
      }
    }

    assertThat(garbled).isGreaterThan(100);
  }
}
