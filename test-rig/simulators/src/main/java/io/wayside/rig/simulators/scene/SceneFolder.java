// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.Visible;
import io.wayside.rig.simulators.scene.picture.Jpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** A scene as numbered pictures with its lines, its truth and what it was made of. */
public final class SceneFolder {

  private final Path folder;

  public SceneFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Renders all of it.
   *
   * @param progress told the number of pictures written, after each
   */
  public void write(Film film, IntConsumer progress) throws IOException {
    Files.createDirectories(folder);
    Shot shot = film.script().shot();
    Files.writeString(folder.resolve("lines.json"), film.lines().json());
    Files.writeString(folder.resolve("scene.json"), SceneJson.of(film.script()));
    StringBuilder bodies = new StringBuilder();
    while (film.next()) {
      String name = String.format(Locale.ROOT, "frame-%06d.jpg", film.frame());
      Files.write(folder.resolve(name), Jpeg.of(film.bgr(), shot.widthPx(), shot.heightPx()));
      film.visible().forEach(body -> bodies.append(line(film.frame(), body)));
      progress.accept(film.frame() + 1);
    }
    Files.writeString(folder.resolve("bodies.jsonl"), bodies);
    Files.writeString(
        folder.resolve("truth.jsonl"),
        film.truth().stream().map(passage -> passage.json() + "\n").collect(Collectors.joining()));
  }

  private static String line(int frame, Visible body) {
    return String.format(
        Locale.ROOT,
        "{\"frame\":%d,\"vehicle\":%d,\"wholePx\":%d,\"seenPx\":%d,\"apart\":%b,"
            + "\"box\":[%d,%d,%d,%d]}\n",
        frame,
        body.id(),
        body.wholePx(),
        body.seenPx(),
        body.apart(),
        body.left(),
        body.top(),
        body.right(),
        body.bottom());
  }
}
