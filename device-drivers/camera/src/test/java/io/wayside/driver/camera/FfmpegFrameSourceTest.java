// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.rig.contracts.FrameSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a child process that passes on raw pictures as ffmpeg does. */
class FfmpegFrameSourceTest extends FrameSourceContract {

  @TempDir Path box;

  @Override
  protected SourceHarness<FrameSource, Frame> start() {
    return new Harness(box);
  }

  /** Used for V4L2 as well: the process is the same, its arguments are not. */
  static final class Harness extends CameraHarness {
    private final Path pipe;
    private final FileOutputStream out;
    private final FakeFfmpeg program;
    private boolean broken;

    Harness(Path box) {
      this(box, "rtsp://192.0.2.1/live");
    }

    Harness(Path box, String source) {
      pipe = box.resolve("pipe");
      out = FakeFfmpeg.pipe(pipe);
      program = new FakeFfmpeg(box.resolve("bin"), passing());
      use(
          Bench.camera(
              Map.of(
                  "source",
                  source,
                  "ffmpeg",
                  program.path(),
                  "widthPx",
                  Numbered.WIDTH,
                  "heightPx",
                  Numbered.HEIGHT,
                  "watch",
                  false)));
      // Only then will a break find a process to end.
      Bench.until("the program runs", () -> !FakeFfmpeg.children().isEmpty());
    }

    private String passing() {
      return "exec cat '" + pipe + "'";
    }

    @Override
    synchronized void show(int number) {
      if (!broken) {
        try {
          out.write(Numbered.raw(number));
        } catch (IOException gone) {
          throw new UncheckedIOException(gone);
        }
      }
    }

    @Override
    public synchronized void breakLink() {
      broken = true;
      program.does("echo 'Connection refused' >&2; exit 1");
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public synchronized void restoreLink() {
      program.does(passing());
      broken = false;
    }

    @Override
    public void close() {
      super.close();
      try {
        out.close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
