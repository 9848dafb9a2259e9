// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr.event;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.PlateReading;
import io.wayside.driver.http.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes readings of the parts of a stream: what a camera tells again is told once, and the pictures
 * that follow go with their plate. Calls come from one thread at a time.
 */
public final class Readings {

  /** Pictures follow their event at once; a reading does not wait longer for them. */
  private static final long PATIENCE_NANOS = 300_000_000L;

  private static final int MOST_PICTURES = 4;
  private static final int LONGEST_TEXT = 1 << 20;

  private final Dialect dialect;
  private final boolean withPictures;
  private final Consumer<PlateReading> listener;
  private final Passages told = new Passages();
  private final List<byte[]> pictures = new ArrayList<>();
  private @Nullable PlateNotice waiting;
  private long waitingNanos;
  private Optional<Instant> cameraTime = Optional.empty();

  /**
   * @param withPictures whether readings wait for their pictures
   */
  public Readings(Dialect dialect, boolean withPictures, Consumer<PlateReading> listener) {
    this.dialect = dialect;
    this.withPictures = withPictures;
    this.listener = listener;
  }

  /**
   * Takes the next part.
   *
   * @throws GarbledData when it is neither a picture nor can be read; the next may be taken
   */
  public void take(Part part, long nanos) throws GarbledData {
    cameraTime = Optional.empty();
    if (isPicture(part)) {
      picture(part);
      return;
    }
    tell();
    if (part.content().length > LONGEST_TEXT) {
      throw new GarbledData("an event of " + part.content().length + " bytes is too long");
    }
    Optional<PlateNotice> notice = dialect.read(part.content());
    cameraTime = notice.flatMap(PlateNotice::cameraTime);
    if (notice.isPresent() && notice.get().isOfAPlatesLength()) {
      take(notice.get(), nanos);
    }
  }

  private void take(PlateNotice notice, long nanos) {
    if (told.isAgain(notice, nanos)) {
      return;
    }
    waiting = notice;
    waitingNanos = nanos;
    if (!withPictures || notice.pictures().orElse(1) == 0) {
      tell();
    }
  }

  private void picture(Part part) {
    PlateNotice plate = waiting;
    if (plate == null || pictures.size() >= MOST_PICTURES) {
      return;
    }
    pictures.add(part.content());
    if (pictures.size() >= plate.pictures().orElse(MOST_PICTURES)) {
      tell();
    }
  }

  private static boolean isPicture(Part part) {
    byte[] content = part.content();
    boolean isJpeg = content.length > 3 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8;
    return isJpeg
        || part.headers()
            .getOrDefault("content-type", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("image/");
  }

  /** Time passes: a reading whose pictures do not come goes without. */
  public void flush(long nanos) {
    if (waiting != null && nanos - waitingNanos >= PATIENCE_NANOS) {
      tell();
    }
  }

  private void tell() {
    PlateNotice plate = waiting;
    if (plate == null) {
      return;
    }
    PlateReading reading = plate.reading(waitingNanos, pictures);
    waiting = null;
    pictures.clear();
    listener.accept(reading);
  }

  /** What the camera's own clock was in the last part, if that told of a plate. */
  public Optional<Instant> cameraTime() {
    return cameraTime;
  }

  /** The stream broke: what waits is told, its pictures will not come any more. */
  public void ended() {
    tell();
  }
}
