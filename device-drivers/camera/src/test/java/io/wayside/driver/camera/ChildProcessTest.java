// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.health.Health.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in the place of ffmpeg that hangs, dies, floods or stops within a picture. */
class ChildProcessTest {

  private static final int PICTURE = 3 * Numbered.WIDTH * Numbered.HEIGHT;
  private static final String ENDLESS = "exec cat /dev/zero";

  @TempDir Path box;
  private Camera camera;
  private final Album album = new Album();

  private FakeFfmpeg start(String body, Map<String, Object> more) {
    FakeFfmpeg program = new FakeFfmpeg(box.resolve("bin"), body);
    Map<String, Object> values =
        new HashMap<>(
            Map.of(
                "source",
                "rtsp://192.0.2.1/live",
                "ffmpeg",
                program.path(),
                "widthPx",
                Numbered.WIDTH,
                "heightPx",
                Numbered.HEIGHT,
                "silentAfterMs",
                400,
                "watch",
                false));
    values.putAll(more);
    camera = Bench.camera(values);
    camera.subscribe(album);
    return program;
  }

  @AfterEach
  void leaveNoProcess() {
    camera.stop();
    Bench.until("every process is reaped", () -> FakeFfmpeg.children().isEmpty());
  }

  private void untilHealthSays(String... words) {
    Bench.until(
        List.of(words) + " in " + camera.health().message(),
        () -> List.of(words).stream().allMatch(camera.health().message()::contains));
  }

  @Test
  void oneThatDiesIsNamedWithItsLastWordsAndStartedAgain() {
    FakeFfmpeg program =
        start("echo 'rtsp://192.0.2.1/live: 401 Unauthorized' >&2; exit 8", Map.of());
    untilHealthSays("cam-1", "rtsp://192.0.2.1/live", "exit code 8", "401 Unauthorized");
    assertThat(camera.health().status()).isEqualTo(Status.FAILED);
    program.does(ENDLESS);

    Bench.until("pictures", () -> camera.health().status() == Status.OK);
    // It may have died before anybody listened.
    assertThat(album.interruptions()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void oneThatHangsWithoutAPictureIsSilentAndKilled() {
    FakeFfmpeg program = start("trap '' TERM; while true; do read x; done <&2", Map.of());
    untilHealthSays("cam-1", "no picture", "400 ms");
    program.does(ENDLESS);

    Bench.until("pictures", () -> camera.health().status() == Status.OK);
    assertThat(album.interruptions())
        .extracting(Interruption::cause)
        .containsExactly(Interruption.Cause.SILENT);
  }

  @Test
  void oneThatStopsWithinAPictureShowsNoHalfOne() {
    start("head -c " + (2 * PICTURE + PICTURE / 2) + " /dev/zero; exec sleep 60", Map.of());
    Bench.until("an interruption", () -> !album.interruptions().isEmpty());
    camera.stop();

    assertThat(album.numbers()).isNotEmpty().containsOnly(0);
    assertThat(album.interruptions().get(0).cause()).isEqualTo(Interruption.Cause.SILENT);
  }

  /** As ffmpeg does on a busy machine; here it takes longer than a camera may be silent. */
  @Test
  void oneThatHasShownItsFileMayTakeItsTimeToGo() {
    start(shownAndGone("sleep 3"), Map.of("source", clip(), "silentAfterMs", 2_000));
    Bench.until("an interruption", () -> !album.interruptions().isEmpty());

    assertThat(album.interruptions().get(0).cause()).isEqualTo(Interruption.Cause.STOPPED);
    assertThat(album.interruptions().get(0).detail()).contains("has shown its 2 pictures");
  }

  @Test
  void oneThatGoesLateWithAFailureHasFailed() {
    start(shownAndGone("sleep 1; exit 7"), Map.of("source", clip(), "silentAfterMs", 2_000));
    Bench.until("an interruption", () -> !album.interruptions().isEmpty());

    assertThat(album.interruptions().get(0).cause()).isEqualTo(Interruption.Cause.LINK_DOWN);
    assertThat(album.interruptions().get(0).detail()).contains("exit code 7");
  }

  private static String shownAndGone(String slowly) {
    return "head -c " + 2 * PICTURE + " /dev/zero; exec >&-; " + slowly;
  }

  private String clip() {
    return box.resolve("clip.mp4").toString();
  }

  @Test
  void oneThatFloodsItsErrorsStillShowsItsPictures() {
    start("yes 'something is wrong again and again' >&2 & " + ENDLESS, Map.of());

    Bench.until("pictures", () -> album.numbers().size() > 50);
  }

  @Test
  void oneThatSendsFasterThanAnybodyLooksTakesNoMemory() {
    start(ENDLESS, Map.of());
    Bench.until("many pictures", () -> album.missed() + album.numbers().size() > 2_000);

    assertThat(camera.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void whatTheProgramStartedItselfEndsWithIt() throws Exception {
    Path pid = box.resolve("pid");
    start("sleep 600 & echo $! > '" + pid + "'; cat /dev/zero", Map.of());
    Bench.until("pictures", () -> !album.numbers().isEmpty());
    long grandchild = Long.parseLong(Files.readString(pid).strip());
    camera.stop();

    Bench.until(
        "the grandchild is gone",
        () -> ProcessHandle.of(grandchild).map(process -> !process.isAlive()).orElse(true));
  }

  @Test
  void withoutTheProgramHealthNamesItAndHowToInstallIt() {
    start(ENDLESS, Map.of("ffmpeg", "ffmpeg-that-is-not-there"));

    untilHealthSays("ffmpeg-that-is-not-there is not installed", "apt-get install --yes ffmpeg");
  }

  @Test
  void aProgramThatMayNotRunIsNamed() throws Exception {
    FakeFfmpeg program = start(ENDLESS, Map.of());
    Bench.until("pictures", () -> !album.numbers().isEmpty());
    camera.stop();
    Files.writeString(Path.of(program.path()), "no program");
    camera =
        Bench.camera(
            Map.of(
                "source",
                "rtsp://192.0.2.1/",
                "ffmpeg",
                program.path(),
                "widthPx",
                8,
                "heightPx",
                8));

    untilHealthSays("cam-1", program.path());
  }

  @Test
  void killedAgainAndAgainItComesBackAndLeavesNoZombieThreadOrFile() throws Exception {
    start(ENDLESS, Map.of("firstRetryMs", 20, "longestRetryMs", 20));
    Bench.until("pictures", () -> !album.numbers().isEmpty());
    long files = 0;
    long threads = 0;
    for (int round = 0; round < 40; round++) {
      int interruptions = album.interruptions().size();
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
      Bench.until("an interruption", () -> album.interruptions().size() > interruptions);
      int seen = album.numbers().size();
      Bench.until("pictures again", () -> album.numbers().size() > seen);
      if (round == 9) {
        files = openFiles();
        threads = Thread.activeCount();
      }
      assertThat(FakeFfmpeg.children()).hasSizeLessThanOrEqualTo(2).noneMatch(c -> c.endsWith("Z"));
    }

    assertThat(openFiles()).isLessThanOrEqualTo(files + 3);
    assertThat((long) Thread.activeCount()).isLessThanOrEqualTo(threads + 3);
  }

  private static long openFiles() throws Exception {
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
