// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ffprobe says of a file: how many of its pictures make a second. */
public final class FrameRate {

  private static final Pattern RATE =
      Pattern.compile("(?m)^(?:avg|r)_frame_rate=(\\d{1,9})/(\\d{1,9})\\s*$");

  private static final int MOST_SAID = 4_096;
  private static final double FASTEST_HZ = 1_000;

  private FrameRate() {}

  /**
   * Of a file; none when it does not say.
   *
   * @param ffmpeg name or path; ffprobe lies beside it
   */
  public static Optional<Double> of(String ffmpeg, Path file)
      throws DeviceException, InterruptedException {
    Program probe = new Program(ffmpeg).beside("ffprobe");
    List<String> command =
        List.of(
            probe.named(),
            "-hide_banner",
            "-loglevel",
            "error",
            "-select_streams",
            "v:0",
            "-of",
            "default=noprint_wrappers=1",
            "-show_entries",
            "stream=avg_frame_rate,r_frame_rate",
            "-i",
            "file:" + file);
    try (Child child = probe.start(command, "");
        InputStream in = child.output()) {
      String said = new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
      if (!child.endedWell()) {
        throw new LinkDown(file + " cannot be opened (" + child.ending() + ")");
      }
      return in(said);
    } catch (IOException broken) {
      throw new LinkDown("ffprobe of " + file + " broke off: " + broken.getMessage(), broken);
    }
  }

  /** The mean rate, where it is told, else the one the file was made for. */
  static Optional<Double> in(String said) {
    Optional<Double> rate = Optional.empty();
    Matcher line = RATE.matcher(said);
    while (line.find()) {
      double pictures = Double.parseDouble(line.group(1));
      double seconds = Double.parseDouble(line.group(2));
      double hz = pictures / seconds;
      if (hz > 0 && hz <= FASTEST_HZ && (rate.isEmpty() || line.group().startsWith("avg"))) {
        rate = Optional.of(hz);
      }
    }
    return rate;
  }
}
