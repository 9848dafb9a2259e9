// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.feed;

import io.wayside.core.device.DeviceException;
import io.wayside.driver.camera.picture.Picture;

/** An open way to pictures. */
public interface Feed extends AutoCloseable {

  /**
   * Waits for the next picture, which is valid until the next call. It may wait for ever: who
   * watches closes the feed.
   */
  Picture next() throws DeviceException, Ended, InterruptedException;

  /** All was shown and it only goes, which it does by itself: this is no silence of a camera. */
  default boolean isEnding() {
    return false;
  }

  /** Ends it, from whichever thread; a waiting call fails then. */
  @Override
  void close();
}
