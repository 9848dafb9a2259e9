// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.driver.camera.picture.Size;
import java.util.Optional;

/**
 * What ffmpeg is to read, and how.
 *
 * @param address a URL, or the path of a file or of a kernel's video device
 * @param kind how that is read
 * @param size the wanted size; none leaves it as it comes
 * @param rateHz wanted pictures a second; 0 takes all
 * @param ownSpeed a file is read at the speed it was recorded with, not as fast as it is taken
 * @param repeated a file begins anew at its end
 */
public record VideoSource(
    String address,
    Kind kind,
    Optional<Size> size,
    double rateHz,
    boolean ownSpeed,
    boolean repeated) {

  /** How an address is read. */
  public enum Kind {
    RTSP,
    HTTP,
    FILE,
    V4L2
  }

  VideoSource with(Size known) {
    return new VideoSource(address, kind, Optional.of(known), rateHz, ownSpeed, repeated);
  }
}
