// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small films of some seconds. */
class FilmTest {

  private static final Shot SMALL = new Shot(160, 88, 5);

  @TempDir Path box;

  private static Film film(String name, Shot shot, double seconds) {
    return new Film(Scenes.named(name).script(4, shot, seconds));
  }

  @Test
  void theSameSeedGivesTheSamePictures() {
    for (String name : List.of("rain", "night", "shadow", "shake-traffic", "exposure")) {
      Film one = film(name, SMALL, 3);
      Film other = film(name, SMALL, 3);
      while (one.next()) {
        assertThat(other.next()).isTrue();
        assertThat(Arrays.equals(one.bgr(), other.bgr())).as(name).isTrue();
      }
      assertThat(other.next()).isFalse();
    }
  }

  @Test
  void whatIsTrueDoesNotHangOnSizeAndRate() {
    Film small = film("mixed-dense", SMALL, 16);
    Film finer = film("mixed-dense", new Shot(96, 64, 7), 16);
    while (small.next()) {
      assertThat(small.frame()).isNotNegative();
    }
    while (finer.next()) {
      assertThat(finer.frame()).isNotNegative();
    }
    List<TruePassage> known = new ArrayList<>(small.truth());
    assertThat(known).isNotEmpty();
    for (int k = 0; k < Math.min(known.size(), finer.truth().size()); k++) {
      // Where the line lies is settled by what the picture holds, so moments differ a little.
      TruePassage other = finer.truth().get(k);
      assertThat(other.vehicleClass()).isNotEmpty();
      assertThat(known.get(k).timeS()).isCloseTo(other.timeS(), within(2.0));
    }
  }

  @Test
  void theFrameOfACrossingIsTheFirstAtOrAfterIt() {
    Film film = film("mixed-dense", SMALL, 20);
    while (film.next()) {
      for (TruePassage passage : film.truth()) {
        assertThat(passage.frame()).isLessThanOrEqualTo(film.frame());
      }
    }
    assertThat(film.truth()).isNotEmpty();
    for (TruePassage passage : film.truth()) {
      // The traffic's step is a fiftieth of a second.
      assertThat(passage.frame() / SMALL.rateHz() - passage.timeS()).isBetween(-1e-9, 0.2 + 0.021);
      assertThat(passage.enterS()).isLessThan(passage.timeS());
      assertThat(passage.hiddenShare()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aFolderHasNumberedPicturesLinesTruthAndWhatItWasMadeOf() throws IOException {
    List<Integer> told = new ArrayList<>();
    new SceneFolder(box.resolve("new/night")).write(film("night", SMALL, 2), told::add);

    try (Stream<Path> files = Files.list(box.resolve("new/night"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(14)
          .contains(
              "frame-000000.jpg",
              "frame-000009.jpg",
              "lines.json",
              "truth.jsonl",
              "bodies.jsonl",
              "scene.json");
    }
    assertThat(told).hasSize(10).endsWith(10);
    byte[] jpeg = Files.readAllBytes(box.resolve("new/night/frame-000003.jpg"));
    assertThat(jpeg[0]).isEqualTo((byte) 0xff);
    assertThat(jpeg[1]).isEqualTo((byte) 0xd8);
    assertThat(Files.readString(box.resolve("new/night/scene.json")))
        .contains("\"scene\": \"night\", \"seed\": 4", "\"lampsOn\": true");
  }

  @Test
  void aPassageIsALineOfAnEventsForm() {
    TruePassage passage =
        new TruePassage(
            7,
            1.25,
            "A",
            "left",
            "heavy",
            "bus",
            3,
            11,
            9.5,
            0.25,
            4.2,
            3.1,
            0.5,
            java.util.OptionalDouble.empty());

    assertThat(passage.json())
        .startsWith("{\"frame\":7,\"t\":1.250,\"line\":\"A\",\"direction\":\"left\"")
        .contains(
            "\"class\":\"heavy\"",
            "\"confidence\":1,\"flags\":[]",
            "\"leaveT\":null",
            "\"seenS\":4.200");
  }
}
