// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.folder;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Pictures in a folder, by the last number in their names. */
public final class FolderTransport implements Transport {

  private final Path folder;
  private final double rateHz;
  private final AtEnd atEnd;
  private final TimeSource time;

  /** Shown before: a folder that is being filled goes on there when it is back. */
  private final AtomicReference<@Nullable NumberedFile> last = new AtomicReference<>();

  /** What follows the last picture. */
  public enum AtEnd {
    /** It ends. */
    END,
    /** The first one again. */
    REPEAT,
    /** Another program goes on to put pictures there. */
    WAIT
  }

  /**
   * @param rateHz pictures a second; 0 as fast as they are asked for
   */
  public FolderTransport(Path folder, double rateHz, AtEnd atEnd, TimeSource time) {
    this.folder = folder;
    this.rateHz = rateHz;
    this.atEnd = atEnd;
    this.time = time;
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public Feed open() throws LinkDown {
    if (!Files.isDirectory(folder)) {
      throw new LinkDown(
          "the folder " + folder + " is not there; make it or correct the camera's source");
    }
    if (atEnd != AtEnd.WAIT) {
      last.set(null);
    }
    return new FolderFeed(folder, rateHz, atEnd, last, time);
  }
}
