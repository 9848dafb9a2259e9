// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.camera.ffmpeg.VideoSource.Kind;
import io.wayside.driver.camera.picture.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final Size SIZE = new Size(640, 352);

  private static List<String> of(String address, Kind kind, double rateHz, boolean own) {
    VideoSource source =
        new VideoSource(address, kind, Optional.of(SIZE), rateHz, own, kind == Kind.FILE && own);
    return Arguments.pictures("ffmpeg", source, SIZE);
  }

  @Test
  void rtspIsReadOverTcpAndScaled() {
    assertThat(of("rtsp://h/x", Kind.RTSP, 0, true))
        .containsSubsequence("-rtsp_transport", "tcp", "-i", "rtsp://h/x")
        .containsSubsequence("-vf", "scale=640:352:flags=area,settb=1/25,setpts=N")
        .endsWith("-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1")
        .contains("-nostdin");
  }

  @Test
  void aFileIsReadAtItsOwnSpeedOrAsFastAsItIsTaken() {
    assertThat(of("/a", Kind.FILE, 0, true)).containsSubsequence("-stream_loop", "-1", "-re", "-i");
    assertThat(of("/a", Kind.FILE, 0, false)).doesNotContain("-re").doesNotContain("-stream_loop");
  }

  @Test
  void noNameOfAFileIsTakenForAnOptionOrAnotherProtocol() {
    assertThat(of("-vf; rm -rf $HOME", Kind.FILE, 0, false)).contains("file:-vf; rm -rf $HOME");
    assertThat(of("concat:a|b", Kind.FILE, 0, false)).contains("file:concat:a|b");
  }

  @Test
  void aRateDropsPicturesInTheFilterAndIsAskedOfTheKernelsCamera() {
    assertThat(String.join(" ", of("rtsp://h/x", Kind.RTSP, 7.5, true))).contains("fps=7.500000,");
    assertThat(of("/dev/video0", Kind.V4L2, 15, true))
        .containsSubsequence("-framerate", "15.000000")
        .containsSubsequence("-video_size", "640x352", "-f", "v4l2", "-i", "/dev/video0");
  }

  @Test
  void theNativeSizeIsThatOfThePictureAsItIsShown() {
    assertThat(NativeSize.in("width=1280\nheight=720\n")).contains(new Size(1280, 720));
    assertThat(NativeSize.in("width=1280\nheight=720\nrotation=-90\n"))
        .contains(new Size(720, 1280));
    assertThat(NativeSize.in("width=1280\nheight=720\nTAG:rotate=180\n"))
        .contains(new Size(1280, 720));
    assertThat(NativeSize.in("")).isEmpty();
    assertThat(NativeSize.in("width=0\nheight=720\n")).isEmpty();
    assertThat(NativeSize.in("width=999999\nheight=999999\n")).isEmpty();
  }
}
