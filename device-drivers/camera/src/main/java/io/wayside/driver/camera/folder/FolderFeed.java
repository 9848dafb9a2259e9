// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.folder;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Ended;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.PictureDecoder;
import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.driver.camera.picture.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a folder in the order of their numbers. */
final class FolderFeed implements Feed {

  private static final Logger log = LoggerFactory.getLogger(FolderFeed.class);

  private static final long LOOK_EVERY_MS = 20;
  private static final long LARGEST_FILE = 32L << 20;

  private final Path folder;
  private final double rateHz;
  private final AtEnd atEnd;
  private final TimeSource time;
  private final PictureDecoder decoder = new PictureDecoder();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<NumberedFile> waiting = new ArrayDeque<>();
  private final AtomicReference<@Nullable NumberedFile> last;
  private long shown;
  private int skipped;
  private long dueNanos;

  /**
   * @param last the picture after which to begin; nothing for the first
   */
  FolderFeed(
      Path folder,
      double rateHz,
      AtEnd atEnd,
      AtomicReference<@Nullable NumberedFile> last,
      TimeSource time) {
    this.last = last;
    this.folder = folder;
    this.rateHz = rateHz;
    this.atEnd = atEnd;
    this.time = time;
  }

  @Override
  public Picture next() throws DeviceException, Ended, InterruptedException {
    keepRate();
    while (true) {
      NumberedFile file = waiting.poll();
      if (file == null) {
        look();
      } else {
        Optional<Picture> picture = picture(file);
        if (picture.isPresent()) {
          shown++;
          skipped = 0;
          return picture.get();
        }
      }
    }
  }

  private void keepRate() throws DeviceException, InterruptedException {
    long now = time.monotonicNanos();
    if (rateHz > 0 && shown > 0) {
      while (now < dueNanos) {
        pause(Math.max(1, (dueNanos - now) / 1_000_000));
        now = time.monotonicNanos();
      }
    }
    // After a delay the next ones are not hurried.
    dueNanos = Math.max(now, dueNanos) + (rateHz > 0 ? (long) (1e9 / rateHz) : 0);
  }

  /** Fills what waits, or says that there is nothing more, or lets a moment pass. */
  private void look() throws DeviceException, Ended, InterruptedException {
    find();
    if (!waiting.isEmpty()) {
      return;
    }
    if (atEnd == AtEnd.REPEAT && last.get() != null) {
      last.set(null);
      find();
    } else if (atEnd != AtEnd.WAIT) {
      if (last.get() == null) {
        throw new LinkDown(
            "the folder " + folder + " has no JPEG or PNG with a number in its name");
      }
      if (shown == 0) {
        throw new Garbled(
            "the folder " + folder + " has no file that is a picture; check its files");
      }
      throw new Ended("the folder " + folder + " has shown its " + shown + " pictures");
    }
    if (waiting.isEmpty()) {
      pause(LOOK_EVERY_MS);
    }
  }

  private void find() throws LinkDown {
    @Nullable NumberedFile after = last.get();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> NumberedFile.of(String.valueOf(file.getFileName())))
          .flatMap(Optional::stream)
          .filter(file -> after == null || file.compareTo(after) > 0)
          .sorted()
          .forEach(waiting::add);
    } catch (IOException | UncheckedIOException gone) {
      throw new LinkDown("the folder " + folder + " cannot be read (" + gone + ")", gone);
    }
  }

  /** None if it is no picture: passed over, unless it may still be written. */
  private Optional<Picture> picture(NumberedFile file)
      throws DeviceException, InterruptedException {
    Path path = folder.resolve(file.name());
    try {
      Picture picture =
          decoder.decode(content(path), path.toString(), time.monotonicNanos(), skipped);
      last.set(file);
      return Optional.of(picture);
    } catch (Garbled half) {
      if (atEnd == AtEnd.WAIT && waiting.isEmpty()) {
        pause(LOOK_EVERY_MS);
      } else {
        log.warn("{}; it is passed over", half.getMessage());
        skipped++;
        last.set(file);
      }
      return Optional.empty();
    } catch (IOException gone) {
      throw new LinkDown(path + " cannot be read (" + gone + "); check the folder", gone);
    }
  }

  private static byte[] content(Path path) throws IOException, Garbled {
    long bytes = Files.size(path);
    if (bytes > LARGEST_FILE) {
      throw new Garbled(path + " has " + bytes + " bytes, more than any picture here");
    }
    return Files.readAllBytes(path);
  }

  private void pause(long ms) throws DeviceException, InterruptedException {
    if (closed.await(ms, TimeUnit.MILLISECONDS)) {
      throw new LinkDown("the folder " + folder + " was closed");
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
