// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

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
    while (film.next()) {
      String name = String.format(Locale.ROOT, "frame-%06d.jpg", film.frame());
      Files.write(folder.resolve(name), Jpeg.of(film.bgr(), shot.widthPx(), shot.heightPx()));
      progress.accept(film.frame() + 1);
    }
    Files.writeString(
        folder.resolve("truth.jsonl"),
        film.truth().stream().map(passage -> passage.json() + "\n").collect(Collectors.joining()));
  }
}
