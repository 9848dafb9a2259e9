// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.driver.camera.picture.Size;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ffprobe says of a video: its size as it is shown, so with width and height of a turned one
 * exchanged.
 */
final class NativeSize {

  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:TAG:)?(width|height|rotation|rotate)=(-?\\d{1,6})\\s*$");

  private NativeSize() {}

  static Optional<Size> in(String said) {
    int width = 0;
    int height = 0;
    int rotation = 0;
    Matcher line = LINE.matcher(said);
    while (line.find()) {
      int value = Integer.parseInt(line.group(2));
      switch (line.group(1)) {
        case "width" -> width = value;
        case "height" -> height = value;
        default -> rotation = value;
      }
    }
    boolean lying = Math.floorMod(rotation, 180) == 90;
    int shownWidth = lying ? height : width;
    int shownHeight = lying ? width : height;
    return Size.isPossible(shownWidth, shownHeight)
        ? Optional.of(new Size(shownWidth, shownHeight))
        : Optional.empty();
  }
}
