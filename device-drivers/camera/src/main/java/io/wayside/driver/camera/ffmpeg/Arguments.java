// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import io.wayside.driver.camera.picture.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The argument lists of ffmpeg and ffprobe, for versions 4.3 to 7. No time-out of ffmpeg's own is
 * used: its options changed their names and meaning between versions, and the driver's watch ends
 * what hangs.
 */
final class Arguments {

  private Arguments() {}

  /** Raw pictures of one size on its output. */
  static List<String> pictures(String program, VideoSource source, Size size) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(program, "-nostdin", "-hide_banner", "-nostats", "-loglevel", "warning"));
    input(source, all);
    all.addAll(List.of("-map", "0:v:0", "-an", "-sn", "-dn", "-vf", filter(source, size)));
    // With a counted picture number for its time, no picture is doubled or dropped to keep a rate.
    all.addAll(List.of("-r", "25", "-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1"));
    return all;
  }

  private static String filter(VideoSource source, Size size) {
    String rate =
        source.rateHz() > 0 && source.kind() != VideoSource.Kind.V4L2
            ? String.format(Locale.ROOT, "fps=%.6f,", source.rateHz())
            : "";
    return rate
        + "scale="
        + size.widthPx()
        + ":"
        + size.heightPx()
        + ":flags=area,settb=1/25,setpts=N";
  }

  private static void input(VideoSource source, List<String> all) {
    if (source.kind() == VideoSource.Kind.RTSP || source.kind() == VideoSource.Kind.HTTP) {
      all.addAll(List.of("-fflags", "nobuffer", "-flags", "low_delay"));
    }
    if (source.kind() == VideoSource.Kind.V4L2 && source.rateHz() > 0) {
      all.addAll(List.of("-framerate", String.format(Locale.ROOT, "%.6f", source.rateHz())));
    }
    if (source.kind() == VideoSource.Kind.FILE) {
      if (source.repeated()) {
        all.addAll(List.of("-stream_loop", "-1"));
      }
      if (source.ownSpeed()) {
        all.add("-re");
      }
    }
    place(source, all);
  }

  private static void place(VideoSource source, List<String> all) {
    switch (source.kind()) {
      case RTSP -> all.addAll(List.of("-rtsp_transport", "tcp", "-i", source.address()));
      case HTTP -> all.addAll(List.of("-i", source.address()));
      case V4L2 -> {
        source.size().ifPresent(size -> all.addAll(List.of("-video_size", size.toString())));
        all.addAll(List.of("-f", "v4l2", "-i", source.address()));
      }
      // A file's name may look like an option or a protocol.
      case FILE -> all.addAll(List.of("-i", "file:" + source.address()));
    }
  }

  /** Size and rotation of the first video stream as lines {@code key=value}. */
  static List<String> probe(String program, VideoSource source) {
    List<String> all = new ArrayList<>(List.of(program, "-hide_banner", "-loglevel", "error"));
    all.addAll(List.of("-select_streams", "v:0", "-of", "default=noprint_wrappers=1"));
    all.addAll(
        List.of(
            "-show_entries", "stream=width,height:stream_tags=rotate:stream_side_data=rotation"));
    place(source, all);
    return all;
  }
}
