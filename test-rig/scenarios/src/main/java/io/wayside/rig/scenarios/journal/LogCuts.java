// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Cuts SQLite's log off at any byte, or leaves rubbish from there on, as a power cut would do to
 * what was just being appended. Needs nothing but the files: a site says after each record how long
 * the log was then, and whatever it said by that length must be there.
 */
final class LogCuts {

  static final String HOW = "log cut at a byte";

  private static final int RECORDS = 150;

  /** The log was this long when so many bytes of facts had been said. */
  private record Mark(long logBytes, int saidBytes) {}

  private final Path folder;
  private final Path scratch;
  private final Tally tally;
  private final long seed;

  /**
   * @param folder an empty folder
   * @param scratch where the images are put
   */
  LogCuts(Path folder, Path scratch, Tally tally, long seed) {
    this.folder = folder;
    this.scratch = scratch;
    this.tally = tally;
    this.seed = seed;
  }

  void run(int cuts) throws IOException, InterruptedException {
    Path journal = Files.createDirectory(folder.resolve(Recording.JOURNAL));
    Path said = folder.resolve(Recording.SAID);
    Path log = folder.resolve("log");
    Child.Work work = new Child.Work(seed, 0, 1, RECORDS, 1200, false);
    if (Child.start(journal, said, work, log, Map.of()).waitFor() != 0) {
      throw new IOException("the site failed:\n" + Files.readString(log));
    }
    byte[] facts = Files.readAllBytes(said);
    byte[] wal = Files.readAllBytes(journal.resolve("journal.db-wal"));
    List<Mark> marks = marks(facts);
    Random random = new Random(seed);
    int step = Math.max(1, wal.length / cuts);
    for (int cut = 0; cut < cuts; cut++) {
      int length = Math.min(wal.length, cut * step + random.nextInt(step));
      cut(journal, wal, length, facts, marks, random, cut);
    }
  }

  private void cut(
      Path journal, byte[] wal, int length, byte[] facts, List<Mark> marks, Random random, int cut)
      throws IOException, InterruptedException {
    Path image = scratch.resolve("log-cut");
    JournalFiles.copy(journal, image);
    byte[] left = Arrays.copyOf(wal, length);
    if (random.nextBoolean()) {
      byte[] rubbish = new byte[random.nextInt(9000)];
      random.nextBytes(rubbish);
      left = ByteBuffer.allocate(length + rubbish.length).put(left).put(rubbish).array();
    }
    Files.write(image.resolve("journal.db-wal"), left);
    // Kept apart from the log, they would know more than a disk could at that moment.
    Files.deleteIfExists(image.resolve("heads.a"));
    Files.deleteIfExists(image.resolve("heads.b"));
    Facts then = new Facts();
    then.add(Arrays.copyOf(facts, said(marks, length)));
    then.intended(facts);
    Verdict verdict = Inspection.of(image, then);
    tally.add(HOW, "cut " + cut + " at byte " + length, then, verdict);
    Folders.delete(image);
  }

  private static int said(List<Mark> marks, long length) {
    return marks.stream()
        .filter(mark -> mark.logBytes <= length)
        .mapToInt(Mark::saidBytes)
        .max()
        .orElse(0);
  }

  private static List<Mark> marks(byte[] facts) {
    List<Mark> marks = new ArrayList<>();
    int end = 0;
    for (String line : new String(facts, StandardCharsets.US_ASCII).split("\n", -1)) {
      end += line.length() + 1;
      if (line.startsWith("w ")) {
        marks.add(new Mark(Long.parseLong(line.substring(2)), end));
      }
    }
    return marks;
  }
}
