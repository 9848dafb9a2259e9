// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Frame;
import io.wayside.core.device.FrameSource;
import io.wayside.driver.camera.folder.FolderTransport.AtEnd;
import io.wayside.rig.contracts.FrameSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The suite over a folder that another program fills. */
class FolderFrameSourceTest extends FrameSourceContract {

  @TempDir Path box;

  @Override
  protected SourceHarness<FrameSource, Frame> start() throws IOException {
    return new Harness(Files.createDirectory(box.resolve("pictures")));
  }

  private static final class Harness extends CameraHarness {
    private final Path folder;
    private final Path away;
    private int count;

    Harness(Path folder) {
      this.folder = folder;
      this.away = folder.resolveSibling("away");
      use(
          Bench.camera(
              Map.of(
                  "source",
                  folder.toString(),
                  "way",
                  Way.FOLDER,
                  "rateHz",
                  100.0,
                  "atEnd",
                  AtEnd.WAIT,
                  "watch",
                  false)));
    }

    @Override
    synchronized void show(int number) {
      if (!Files.isDirectory(folder)) {
        return;
      }
      try {
        Path part = folder.resolve("part");
        Files.write(part, Numbered.file(number, number % 2 == 0 ? "png" : "jpg"));
        Files.move(part, folder.resolve("f-" + ++count + (number % 2 == 0 ? ".png" : ".jpg")));
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public synchronized void breakLink() {
      move(folder, away);
    }

    @Override
    public synchronized void restoreLink() {
      move(away, folder);
    }

    private static void move(Path from, Path to) {
      try {
        if (Files.isDirectory(from)) {
          Files.move(from, to);
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
