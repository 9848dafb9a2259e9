// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.core.device.FrameSource;
import io.wayside.core.device.Listener;
import io.wayside.core.record.Blob;
import io.wayside.tolling.lane.LaneAct.Shot;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotographerTest {

  private static final long MS = 1_000_000;

  private final Album album = new Album(1 << 20);
  private final Camera camera = new Camera();
  private final ArrayDeque<Runnable> undeveloped = new ArrayDeque<>();
  private final Executor later =
      task -> {
        if (undeveloped.size() >= 2) {
          throw new RejectedExecutionException("enough");
        }
        undeveloped.add(task);
      };
  private final Photographer photographer = new Photographer(camera, album, later);

  /** Shows one frame to one listener, and spoils its memory afterwards as a driver may. */
  private static final class Camera implements FrameSource {
    private Listener<? super Frame> listener;

    @Override
    public String deviceId() {
      return "cam-1";
    }

    @Override
    public Subscription subscribe(Listener<? super Frame> one) {
      listener = one;
      return () -> listener = null;
    }

    void shows(long nanos, PixelFormat format, int colour) {
      byte[] pixels = new byte[16 * 8 * format.bytesPerPixel()];
      Arrays.fill(pixels, (byte) colour);
      listener.received(new Frame(nanos, 16, 8, format, ByteBuffer.wrap(pixels), 0));
      Arrays.fill(pixels, (byte) 0);
    }
  }

  private void develop() {
    while (!undeveloped.isEmpty()) {
      undeveloped.remove().run();
    }
  }

  private static int grey(Blob picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.content()));
    assertThat(image.getWidth()).isEqualTo(16);
    assertThat(image.getHeight()).isEqualTo(8);
    return image.getRaster().getSample(5, 5, 0);
  }

  @Test
  void theFirstFrameAfterTheWishIsThePicture() throws IOException {
    camera.shows(10 * MS, PixelFormat.BGR24, 50);
    photographer.want(7, Shot.ARMED, 20 * MS);
    camera.shows(19 * MS, PixelFormat.BGR24, 90);
    camera.shows(30 * MS, PixelFormat.BGR24, 200);
    camera.shows(40 * MS, PixelFormat.BGR24, 10);
    develop();

    assertThat(album.of(7)).hasSize(1);
    assertThat(album.of(7).get(0).name()).isEqualTo("armed");
    assertThat(album.of(7).get(0).mediaType()).isEqualTo("image/jpeg");
    assertThat(grey(album.of(7).get(0))).isBetween(197, 203);
  }

  @Test
  void aGreyCameraGivesGreyPicturesAndOneFrameServesTwoVehicles() throws IOException {
    photographer.want(1, Shot.CROSSING, 0);
    photographer.want(2, Shot.ARMED, 0);
    camera.shows(MS, PixelFormat.GREY8, 120);
    develop();

    assertThat(grey(album.of(1).get(0))).isBetween(117, 123);
    assertThat(album.of(2)).hasSize(1);
  }

  @Test
  void aCameraThatHangsIsPicturesMissedAndNobodyWaits() {
    for (int vehicle = 1; vehicle <= 20; vehicle++) {
      photographer.want(vehicle, Shot.ARMED, vehicle * MS);
    }
    assertThat(photographer.missed()).isEqualTo(12);
    photographer.giveUp(1_021 * MS);
    assertThat(photographer.missed()).isEqualTo(20);
    camera.shows(1_022 * MS, PixelFormat.GREY8, 9);

    assertThat(undeveloped).isEmpty();
  }

  @Test
  void aFrameThatComesTooLateShowsSomethingElseAndIsNotTaken() {
    photographer.want(1, Shot.ARMED, 0);
    camera.shows(1_001 * MS, PixelFormat.GREY8, 9);
    develop();

    assertThat(album.of(1)).isEmpty();
    assertThat(photographer.missed()).isEqualTo(1);
  }

  @Test
  void whatIsTooMuchToEncodeIsMissed() {
    for (int vehicle = 1; vehicle <= 5; vehicle++) {
      photographer.want(vehicle, Shot.ARMED, vehicle * MS);
      camera.shows(vehicle * MS, PixelFormat.GREY8, 9);
    }
    develop();

    assertThat(photographer.missed()).isEqualTo(3);
    assertThat(album.taken()).isEqualTo(2);
  }

  @Test
  void atTheEndNobodyListens() {
    photographer.close();

    assertThat(camera.listener).isNull();
  }
}
